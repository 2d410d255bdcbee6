internal import Law
internal import Records
internal import Registry
internal import Vocabulary

/// What acts say that are recorded together with one and before it (同一文件前面各行所载).
struct SaidBefore {
    private var persons: [CaseID: [SubjectID]] = [:]
    private var conductors: [CaseID: UnitID] = [:]
    private var opened: Set<CaseID> = []
    private(set) var imposed: [SanctionID: SanctionImposed] = [:]

    mutating func note(_ act: any Act) {
        switch act {
        case let fact as CaseOpened:
            opened.insert(fact.case)
            if fact.recordedFrom == nil { conductors[fact.case] = fact.authority }
        case let fact as PersonNamed: persons[fact.case, default: []].append(fact.subject)
        case let fact as SanctionImposed: imposed[fact.sanction] = fact
        case _: break
        }
    }

    /// What the ledger knows of the case, and what was said since.
    func knowledge(_ known: CaseKnowledge?, of file: CaseID) -> CaseKnowledge? {
        guard known != nil || opened.contains(file) else { return nil }
        return (known ?? CaseKnowledge(case: file, persons: [], conductor: nil)).with(
            persons[file] ?? [], conductor: conductors[file])
    }
}

extension Application {
    /// The fields that were left out and that the case, the sanction or the entry says.
    ///
    /// - Parameter said: What is recorded together with it, before it.
    /// - Throws: ``Refusal``, where two could be meant or nothing says it.
    func filledIn(
        for verb: Verb, _ fields: some FieldReader, after said: SaidBefore = SaidBefore()
    ) throws -> [FilledIn] {
        if verb.records == RecordWithdrawn.type { return try place(ofEntryIn: fields) }
        let known = verb.known
        let lacksSubject = known["subject"] != nil && fields.string("subject") == nil
        var filled: [FilledIn] = []
        if known.values.contains("sanction") {
            let lacksCase = known["case"] != nil && fields.string("case") == nil
            guard lacksCase || lacksSubject,
                let sanction: SanctionID = named(fields.string("sanction"))
            else { return [] }
            let there = try said.imposed[sanction] ?? ledger.imposition(of: sanction)
            guard let imposed = there else { throw Refusal.sanctionUnknown(sanction) }
            if lacksCase {
                filled.append(FilledIn("case", imposed.case.text, from: sanction.text))
            }
            if lacksSubject {
                filled.append(FilledIn("subject", imposed.subject.text, from: sanction.text))
            }
            return filled
        }
        // It is said what kind of organ imposes the sanction, and not which.
        let lacksOrgan =
            verb.records == SanctionImposed.type && fields.string("authority") != nil
            && fields.string("organ") == nil
        guard lacksSubject || lacksOrgan, let file: CaseID = named(fields.string("case")) else {
            return []
        }
        let knowledge = said.knowledge(try ledger.knowledge(of: file), of: file)
        if lacksSubject {
            guard let knowledge else { throw Refusal.unknownCase(file) }
            filled.append(FilledIn("subject", try knowledge.person().text, from: file.text))
        }
        if lacksOrgan, let organ = try organ(fields, knowledge) {
            filled.append(FilledIn("organ", organ.text, from: file.text))
        }
        return filled
    }

    /// In which file the entry stands that is to be withdrawn: it says so itself.
    ///
    /// - Throws: ``LedgerFault/noSuchEntry(_:size:)``.
    private func place(ofEntryIn fields: some FieldReader) throws -> [FilledIn] {
        let names = ["subject", "case", "decision", "appeal"]
        guard let position = fields.integer("position"), fields.string("subject") == nil,
            fields.string("case") == nil, fields.string("decision") == nil,
            fields.string("appeal") == nil, fields.strings("about") == nil
        else { return [] }
        let size = try ledger.size()
        guard (0..<size).contains(position) else {
            throw LedgerFault.noSuchEntry(position: position, size: size)
        }
        let tags = try ledger.events(at: position..<position + 1).first?.tags ?? []
        let from = "#\(position)"
        for name in names {
            guard let tag = tags.first(where: { $0.kind.name == name }) else { continue }
            return [FilledIn(name, tag.identifier, from: from)]
        }
        return tags.first.map { [FilledIn("about", $0.description, from: from)] } ?? []
    }

    /// The organ that conducts the case. A sanction that is there already says it or does not.
    private func organ(_ fields: some FieldReader, _ knowledge: CaseKnowledge?) throws -> UnitID? {
        if let sanction: SanctionID = named(fields.string("sanction")),
            let there = try ledger.imposition(of: sanction)
        {
            return there.organ
        }
        return knowledge?.conductor
    }

    private func named<ID: Identifier>(_ text: String?) -> ID? {
        text.flatMap { ID(Officer.shaped($0)) }
    }
}

/// The fields that were given, and what is known of those that were not.
struct FilledReader<Base: FieldReader>: FieldReader {
    let base: Base
    let filled: [FilledIn]

    init(_ base: Base, with filled: [FilledIn]) {
        self.base = base
        self.filled = filled
    }

    func string(_ name: StaticString) -> String? {
        base.string(name) ?? filled.first { $0.field == "\(name)" }?.value
    }

    func integer(_ name: StaticString) -> Int? { base.integer(name) }
    func bool(_ name: StaticString) -> Bool? { base.bool(name) }
    func strings(_ name: StaticString) -> [String]? {
        base.strings(name) ?? filled.first { $0.field == "\(name)" }.map { [$0.value] }
    }
    func sealed(_ name: StaticString) -> Sealed? { base.sealed(name) }
    func object(_ name: StaticString) -> FilledReader? {
        base.object(name).map { FilledReader($0, with: []) }
    }
    func array(_ name: StaticString) -> [FilledReader]? {
        base.array(name)?.map { FilledReader($0, with: []) }
    }
}
