/// A fact that an officer asks to have recorded, as it is: the command is the fact.
///
/// What the decider derives (the role held then, a deadline, whom a sanction concerns) is optional
/// to read and written by the decider, whatever was given.
public protocol Act: EventPayload {
    static var act: ActName { get }
    /// What may be given, in the order in which one would give it.
    static var fields: [CommandField] { get }
    /// What must be known to decide it.
    var concerns: [Tag] { get }
    /// Decides; never acts. I6: the same past and circumstances always give the same answer.
    ///
    /// Nothing to record (it is there already) is an empty list, not a refusal.
    func decide(over past: some Past, under circumstances: Circumstances) throws(Refusal)
        -> [Draft]
}

extension Act {
    public var concerns: [Tag] { tags }
}

/// How an act is called for: `decision adopt`.
public struct ActName: Hashable, Sendable {
    /// What it is about, as a word of the command line.
    public let noun: String
    /// What is done, as a word of the command line.
    public let verb: String
    /// The field that names what it is about: it stands first and needs no flag.
    public let about: String
    /// Whether a second person must approve it (双人复核).
    public let needsApprover: Bool

    public init(_ noun: String, _ verb: String, about: String, needsApprover: Bool = false) {
        self.noun = noun
        self.verb = verb
        self.about = about
        self.needsApprover = needsApprover
    }

    /// `decision.adopt`.
    public var name: String { noun + "." + verb }
}

/// One field of a command.
public struct CommandField: Hashable, Sendable {
    /// What it holds.
    public indirect enum Kind: Hashable, Sendable {
        case identifier, text, sealed, integer, flag, date, identifiers, texts
        case code([String])
        case objects([CommandField])
    }

    public let name: String
    public let kind: Kind
    public let isRequired: Bool

    public init(_ name: String, _ kind: Kind, isRequired: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
    }
}

/// One act asked for, and under which circumstances.
public struct RecordAct: Hashable, Sendable {
    public let event: Event
    public let circumstances: Circumstances

    public init(_ event: Event, _ circumstances: Circumstances) {
        self.event = event
        self.circumstances = circumstances
    }

    /// Reads the fields of the named act; nil for a name that no act has.
    init?(name: String, reader: some FieldReader) throws(Refusal) {
        guard let kind = Acts.all.first(where: { $0.act.name == name }) else { return nil }
        let event: Event?
        do throws(MalformedPayload) {
            event = try Event(act: name, reader: reader)
        } catch {
            throw Refusal(error, reading: kind)
        }
        guard let event else { return nil }
        self.init(event, try Circumstances(from: reader))
    }

    var act: any Act {
        guard let act = event.payload as? any Act else {
            preconditionFailure("only acts are asked for")
        }
        return act
    }

    /// A step is dated, and a weighty one has a second person behind it.
    func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let act = act
        guard circumstances.on != nil else { throw .missing("on") }
        try checkDigests(act)
        if type(of: act).act.needsApprover {
            guard let approver = circumstances.approver else {
                throw .needsApprover(type(of: act).act.name)
            }
            if approver == circumstances.actor { throw .approverIsRecorder(approver) }
        }
        return try act.decide(over: past, under: circumstances)
    }
}

extension RecordAct {
    /// A digest that cannot be one would stand for a document that nobody has.
    private func checkDigests(_ act: some Act) throws(Refusal) {
        var fields = ComparableFields()
        act.write(to: &fields)
        for (name, text) in fields.texts where name.hasSuffix("Digest") || name == "manifest" {
            let isDigest =
                text.utf8.count == 64
                && text.utf8.allSatisfy { byte in
                    (48...57).contains(byte) || (97...102).contains(byte)
                }
            guard isDigest else { throw .notADigest(name) }
        }
    }
}

/// Every act there is.
public enum Acts {
    public static let all: [any Act.Type] =
        OrganisationEvent.acts + DecisionEvent.acts + ProceedingEvent.acts + MeasureEvent.acts
        + AppealEvent.acts
}

extension Refusal {
    /// What is wrong with a field of an act, told as a refusal.
    init(_ malformed: MalformedPayload, reading act: any Act.Type) {
        switch malformed.reason {
        case .notAnIdentifier: self = .notAnIdentifier(malformed.field)
        case .notADate:
            self = .impossibleDate(field: malformed.field, value: "")
        case .notOneOfTheCodes:
            self = .notOneOf(malformed.field, Self.codes(of: malformed.field, in: act.fields))
        case .missing, .notPositions, .unknownType: self = .missing(malformed.field)
        }
    }

    private static func codes(of field: String, in fields: [CommandField]) -> [String] {
        for one in fields {
            switch one.kind {
            case .code(let codes) where one.name == field: return codes
            case .objects(let inner):
                let found = codes(of: field, in: inner)
                if !found.isEmpty { return found }
            case .code, .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts:
                continue
            }
        }
        return []
    }
}
