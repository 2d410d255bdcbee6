import Law
import LawSupport
import Vocabulary

@testable import Records

extension Tree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .string(text) }
    init(integerLiteral number: Int) { self = .integer(number) }
    init(booleanLiteral flag: Bool) { self = .bool(flag) }
    init(arrayLiteral values: Tree...) { self = .array(values) }
    init(dictionaryLiteral members: (String, Tree)...) {
        self = .object(Dictionary(members) { first, _ in first })
    }
}

extension Register {
    /// Asks for an act as an officer would: by name, with fields, on a day.
    @discardableResult
    mutating func act(
        _ name: String, _ about: String, _ fields: [String: Tree] = [:], on day: String,
        by actor: Officer = "clerk.a", approvedBy approver: Officer? = nil
    ) throws(Refusal) -> [RecordedEvent] {
        record(
            try Self.command(name, about, fields, on: day)
                .signed(by: actor, approvedBy: approver).decide(over: self),
            approvedBy: approver)
    }

    /// The command by name, with the field that it is about.
    static func command(
        _ name: String, _ about: String, _ fields: [String: Tree] = [:], on day: String
    ) throws(Refusal) -> Command {
        var members = fields
        if let verb = Duties.register.verb(named: name) { members[verb.about] = .string(about) }
        members["on"] = .string(day)
        guard let reader = TreeReader(.object(members)) else {
            preconditionFailure("an object can be read")
        }
        return try Command(name: name, reader: reader, in: Duties.register)
    }

    /// The refusal of an act, and that nothing was recorded.
    mutating func refusal(
        _ name: String, _ about: String, _ fields: [String: Tree] = [:], on day: String,
        by actor: Officer = "clerk.a", approvedBy approver: Officer? = nil
    ) -> Refusal? {
        let before = events.count
        do throws(Refusal) {
            try act(name, about, fields, on: day, by: actor, approvedBy: approver)
            return nil
        } catch {
            precondition(events.count == before, "a refusal records nothing")
            return error
        }
    }
}
