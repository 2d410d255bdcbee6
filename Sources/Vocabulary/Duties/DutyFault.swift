public import Law

/// What is wrong with how duties are declared: a mistake of ours that a test names, not a refusal.
public enum DutyFault: Hashable, Sendable, CustomStringConvertible {
    case typeTwice(EventType)
    case verbTwice(String)
    case spokenTwice(String)
    case fieldTwice(EventType, field: String)
    case notAVersion(EventType)
    /// A version between the first and the last that no field belongs to.
    case versionWithoutField(EventType)
    /// The field that says whose a sealed value is does not stand beside it.
    case ownerUnknown(EventType, field: String)
    /// A part's field has a version or is held to be a digest, which only a fact's own fields can be.
    case traitInside(EventType, field: String)
    /// A stored property that no field stands for: what it holds would be lost in writing.
    case propertyForgotten(EventType, property: String)
    /// An act that is recorded as it is asked for, and that nothing asks for.
    case verbMissing(EventType)
    /// A clock that starts and that nothing ends.
    case clockNeverEnds(String, startedBy: EventType)
    /// A clock for which no file has a place: neither its noun nor any that the fact names has clocks.
    case clocksUnexpected(EventType)
    case noSource(EventType)
    /// It cites a text or an article that there is none of; see ``Statute/all``.
    case citationUnknown(EventType, String)
    /// The verb's first word is no field of its act.
    case aboutUnknown(String, field: String)
    /// What the verb records is no kind of any duty.
    case recordsUnknown(String, EventType)
    case tagTwice(TagKind)

    public var description: String {
        switch self {
        case .typeTwice(let type): "\(type) is declared twice"
        case .verbTwice(let name): "the name \(name) belongs to two verbs"
        case .spokenTwice(let words): "`\(words)` belongs to two verbs"
        case .fieldTwice(let type, let field): "\(type) declares \(field) twice"
        case .notAVersion(let type): "\(type) is not NAME.v1"
        case .versionWithoutField(let type): "\(type) is a version that no field belongs to"
        case .ownerUnknown(let type, let field):
            "\(type): the owner of a sealed field is \(field), which it does not have"
        case .traitInside(let type, let field):
            "\(type): \(field) stands in a part and cannot have a version or be a digest"
        case .propertyForgotten(let type, let property):
            "\(type): no field stands for \(property)"
        case .verbMissing(let type): "\(type) is an act that no verb asks for"
        case .clockNeverEnds(let clock, let type): "\(type) starts \(clock), which nothing ends"
        case .clocksUnexpected(let type): "\(type) has clocks, and its noun has none"
        case .noSource(let type): "\(type) cites no source"
        case .citationUnknown(let type, let source):
            "\(type) cites \(source), which there is none of"
        case .aboutUnknown(let verb, let field): "\(verb) is about \(field), which it does not have"
        case .recordsUnknown(let verb, let type): "\(verb) records \(type), which nobody declares"
        case .tagTwice(let tag): "the tag \(tag) belongs to two nouns"
        }
    }
}

extension DutyRegister {
    /// Everything that is wrong with the declarations, each by name.
    ///
    /// - Parameter statutes: The texts that kinds may cite.
    public func faults(citing statutes: [Statute]) -> [DutyFault] {
        var faults: [DutyFault] = []
        faults += Self.repeated(kinds.flatMap(\.types)).map { .typeTwice($0) }
        faults += Self.repeated(verbs.map(\.name)).map { .verbTwice($0) }
        faults += Self.repeated(verbs.map(\.spoken)).map { .spokenTwice($0) }
        faults += Self.repeated(duties.map(\.noun.tag)).map { .tagTwice($0) }
        for kind in kinds { faults += Self.faults(of: kind, statutes) }
        faults += clockFaults
        let bases = Set(kinds.map(\.type))
        let recorded = Set(verbs.map(\.records))
        faults += kinds.filter { $0.isAct && !recorded.contains($0.type) }
            .map { .verbMissing($0.type) }
        for verb in verbs {
            if !verb.fields.contains(where: { $0.name == verb.about }) {
                faults.append(.aboutUnknown(verb.name, field: verb.about))
            }
            if !bases.contains(verb.records) {
                faults.append(.recordsUnknown(verb.name, verb.records))
            }
            for field in Self.repeated(verb.fields.map(\.name)) {
                faults.append(.fieldTwice(verb.records, field: field))
            }
        }
        return faults
    }

    private static func faults(of kind: EventKind, _ statutes: [Statute]) -> [DutyFault] {
        var faults: [DutyFault] = []
        if kind.type.version != 1 { faults.append(.notAVersion(kind.type)) }
        if kind.source.isEmpty {
            faults.append(.noSource(kind.type))
        } else if !statutes.have(kind.source) {
            faults.append(.citationUnknown(kind.type, kind.source))
        }
        let versions = Set(kind.fields.map(\.since))
        for version in kind.types.indices.dropFirst().map({ $0 + 1 })
        where !versions.contains(version) {
            faults.append(.versionWithoutField(kind.type.inVersion(version)))
        }
        func look(at fields: [Field], isPart: Bool = false) {
            let names = fields.map(\.name)
            faults += repeated(names).map { .fieldTwice(kind.type, field: $0) }
            for field in fields {
                if let owner = field.owner, !names.contains(owner.field) {
                    faults.append(.ownerUnknown(kind.type, field: owner.field))
                }
                if isPart, field.since > 1 || field.isDigest {
                    faults.append(.traitInside(kind.type, field: field.name))
                }
                switch field.form {
                case .object(let inner), .objects(let inner): look(at: inner, isPart: true)
                case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts,
                    .code, .codes:
                    continue
                }
            }
        }
        look(at: kind.fields)
        // A property may be called otherwise than its field; then one of each is left over.
        let names = kind.fields.map(\.name)
        let properties = kind.properties
        let unsaid = properties.filter { !names.contains($0) }
        if unsaid.count > names.filter({ !properties.contains($0) }).count {
            faults += unsaid.map { .propertyForgotten(kind.type, property: $0) }
        }
        return faults
    }

    private var clockFaults: [DutyFault] {
        let ended = Set(kinds.flatMap(\.clocks.ends))
        var faults: [DutyFault] = []
        for kind in kinds {
            for clock in kind.clocks.starts where !ended.contains(clock) {
                faults.append(.clockNeverEnds(clock, startedBy: kind.type))
            }
        }
        // A clock stands in the file of the duty, or in another that its fact names.
        for duty in duties where !duty.noun.hasClocks {
            for kind in duty.kinds
            where !kind.clocks.isEmpty
                && !kind.fields.contains(where: { field in
                    field.isTag && field.tagKind.map(clockedTags.contains) ?? false
                })
            {
                faults.append(.clocksUnexpected(kind.type))
            }
        }
        return faults
    }

    private static func repeated<Name: Hashable>(_ names: [Name]) -> [Name] {
        var seen: Set<Name> = []
        return names.filter { !seen.insert($0).inserted }
    }
}
