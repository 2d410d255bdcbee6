import Law
import Records
import Vocabulary

/// A field of a command as the script writes it down.
enum DemoField: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    case text(String)
    case number(Int)
    case flag(Bool)
    case texts([String])
    case objects([DemoFields])

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral texts: String...) { self = .texts(texts) }
}

/// The fields of one command, from which acts are made as an officer's are: by name.
struct DemoFields: FieldReader, ExpressibleByDictionaryLiteral {
    var members: [String: DemoField]

    init(dictionaryLiteral members: (String, DemoField)...) {
        self.members = Dictionary(members) { first, _ in first }
    }

    /// The same with what is given beside it.
    func adding(_ name: String, _ text: String?) -> DemoFields {
        var fields = self
        fields.members[name] = text.map(DemoField.text)
        return fields
    }

    private subscript(_ name: StaticString) -> DemoField? { members["\(name)"] }

    func string(_ name: StaticString) -> String? {
        if case .text(let text)? = self[name] { text } else { nil }
    }
    func integer(_ name: StaticString) -> Int? {
        if case .number(let number)? = self[name] { number } else { nil }
    }
    func bool(_ name: StaticString) -> Bool? {
        if case .flag(let flag)? = self[name] { flag } else { nil }
    }
    func strings(_ name: StaticString) -> [String]? {
        if case .texts(let texts)? = self[name] { texts } else { nil }
    }
    func sealed(_ name: StaticString) -> Sealed? { string(name).map(Sealed.clear) }
    func object(_ name: StaticString) -> DemoFields? { nil }
    func array(_ name: StaticString) -> [DemoFields]? {
        if case .objects(let objects)? = self[name] { objects } else { nil }
    }
}

/// Tells a story in acts, each recorded after the one before.
struct DemoTeller {
    private let writer: DemoWriter
    /// When the last step was recorded.
    var moment: Instant
    /// The field that most steps are about, and what it holds.
    private let about: (name: String, id: String)

    init(
        in writer: DemoWriter, moment: Instant = DemoWriter.opened.later(60).start,
        about: (name: String, id: String)
    ) {
        self.writer = writer
        self.moment = moment
        self.about = about
    }

    /// Records the named command of that day; gives the number of the step.
    @discardableResult
    mutating func tell(
        _ name: String, _ on: String, by unit: String = DemoUnits.discipline,
        approved: Bool = false, _ fields: DemoFields = [:]
    ) -> Int {
        var fields = fields
        fields.members[about.name] = fields.members[about.name] ?? .text(about.id)
        return writer.record(
            .command(Command(name, .on(day(on)), fields)), happened: day(on), lag: 0...2,
            after: &moment, by: unit, approved: approved)
    }
}

extension Command {
    /// A command as the script asks for it; one that cannot be read is a mistake of ours.
    init(_ name: String, _ circumstances: Circumstances, _ fields: DemoFields) {
        do throws(Refusal) {
            try self.init(name: name, reader: fields, in: Duties.register)
        } catch {
            preconditionFailure("\(name): \(error.code)")
        }
        self.circumstances = circumstances
    }
}
