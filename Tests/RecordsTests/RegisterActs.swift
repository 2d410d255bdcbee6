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
        by actor: Officer = "clerk.a", of unit: UnitID? = nil, approvedBy approver: Officer? = nil
    ) throws(Refusal) -> [RecordedEvent] {
        let command = try Self.command(name, about, fields, on: day)
            .signed(by: actor, of: unit, approvedBy: approver)
        // Whoever says nothing of it is the same clerk of the same unit.
        let drafts = try command.decide(over: self)
        guard let unit else { return record(drafts, approvedBy: approver) }
        return record(drafts, by: actor, of: unit, approvedBy: approver)
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
        by actor: Officer = "clerk.a", of unit: UnitID? = nil, approvedBy approver: Officer? = nil
    ) -> Refusal? {
        let before = events.count
        do throws(Refusal) {
            try act(name, about, fields, on: day, by: actor, of: unit, approvedBy: approver)
            return nil
        } catch {
            precondition(events.count == before, "a refusal records nothing")
            return error
        }
    }
}
