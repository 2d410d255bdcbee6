/// How an act is called for: `decision adopt`, and what every officer must say beside its fields.
public struct Verb: Sendable {
    /// Whether the day must be said, and whether it may lie ahead.
    public enum Dating: Sendable {
        /// It happened on a day that is known.
        case required
        /// A delivered register may not know the day.
        case optional
        /// The day may be unknown, and may lie ahead: posts and retirements are ordered in advance.
        case optionalAhead
    }

    /// Whether a second person stands behind it (双人复核).
    public enum Second: Sendable {
        case required
        /// Nobody, or the decider asks for one where the case demands it.
        case byRule
    }

    /// Whether a delivered file may ask for it.
    public enum Delivery: Sendable {
        case mapped
        /// Only an officer does: a delivery that leaves something out does not say that it never was.
        case byHand
    }

    /// What it is about, as a word of the command line; empty: the verb stands alone.
    public let noun: String
    /// What is done, as a word of the command line.
    public let verb: String
    /// The field that names what it is about: it stands first and needs no flag.
    public let about: String
    /// The name that mappings and interfaces call it by: `decision.adopt`.
    public let name: String
    /// What it records.
    public let records: EventType
    public let dating: Dating
    public let second: Second
    public let delivery: Delivery
    let act: ObjectIdentifier
    private let describing: @Sendable () -> [Field]
    private let reading: @Sendable (any FieldReader) throws(FieldFault) -> any Act

    /// - Parameter named: The name that mappings have always used; nil: noun and verb.
    public init<A: Act>(
        _ act: A.Type, _ noun: String, _ verb: String, about: String, named: String?,
        records: any Fact.Type, dating: Dating, second: Second, delivery: Delivery
    ) {
        self.noun = noun
        self.verb = verb
        self.about = about
        name = named ?? "\(noun).\(verb)"
        self.records = records.type
        self.dating = dating
        self.second = second
        self.delivery = delivery
        describing = { A.fields.compactMap(\.asGiven) }
        self.act = ObjectIdentifier(A.self)
        reading = { (reader) throws(FieldFault) -> any Act in try A(asked: reader) }
    }

    /// A step that is recorded as it is asked for, on the day on which it happened.
    public static func step<A: Act & Fact>(
        _ act: A.Type, _ noun: String, _ verb: String, _ second: Second
    ) -> Verb {
        Verb(
            act, noun, verb, about: noun, named: nil, records: act, dating: .required,
            second: second, delivery: .mapped)
    }

    /// What a register delivered from elsewhere holds, too: its day may not be known.
    ///
    /// - Parameter about: Nil: what the noun names.
    public static func delivered<A: Act & Fact>(
        _ act: A.Type, _ noun: String, _ verb: String, about: String? = nil, as name: String
    ) -> Verb {
        Verb(
            act, noun, verb, about: about ?? noun, named: name, records: act, dating: .optional,
            second: .byRule, delivery: .mapped)
    }

    /// What may be given, in the order in which one would give it; described anew each time.
    public var fields: [Field] { describing() }

    /// As it is typed: `decision adopt`.
    public var spoken: String { noun.isEmpty ? verb : "\(noun) \(verb)" }

    /// Reads what was typed or delivered.
    public func read(_ reader: some FieldReader) throws(Refusal) -> any Act {
        do throws(FieldFault) {
            return try reading(reader)
        } catch {
            throw Refusal(error)
        }
    }
}

extension Field {
    /// The field as somebody may give it: without what is derived; nil where all of it is.
    var asGiven: Field? {
        if origin == .derived { return nil }
        let form: FieldForm =
            switch self.form {
            case .objects(let inner): .objects(inner.compactMap(\.asGiven))
            case .object(let inner): .object(inner.compactMap(\.asGiven))
            case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .code,
                .codes:
                self.form
            }
        return Field(
            name, form, origin: origin, isRequired: isRequired, since: since, isTag: isTag,
            tagKind: tagKind, isDigest: isDigest, owner: owner, unoffered: unoffered)
    }
}
