internal import Law
internal import Records
internal import Registry
internal import Vocabulary

extension Application {
    /// The fields that were left out and that the case or the sanction says.
    ///
    /// - Throws: ``Refusal``, where two could be meant or nothing says it.
    func filledIn(for verb: Verb, _ fields: some FieldReader) throws -> [FilledIn] {
        let known = verb.known
        let lacksSubject = known["subject"] != nil && fields.string("subject") == nil
        var filled: [FilledIn] = []
        if known.values.contains("sanction") {
            let lacksCase = known["case"] != nil && fields.string("case") == nil
            guard lacksCase || lacksSubject,
                let sanction: SanctionID = named(fields.string("sanction"))
            else { return [] }
            guard let imposed = try ledger.imposition(of: sanction) else {
                throw Refusal.sanctionUnknown(sanction)
            }
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
        let knowledge = try ledger.knowledge(of: file)
        if lacksSubject {
            guard let knowledge else { throw Refusal.unknownCase(file) }
            filled.append(FilledIn("subject", try knowledge.person().text, from: file.text))
        }
        if lacksOrgan, let organ = try organ(fields, knowledge) {
            filled.append(FilledIn("organ", organ.text, from: file.text))
        }
        return filled
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
    func strings(_ name: StaticString) -> [String]? { base.strings(name) }
    func sealed(_ name: StaticString) -> Sealed? { base.sealed(name) }
    func object(_ name: StaticString) -> FilledReader? {
        base.object(name).map { FilledReader($0, with: []) }
    }
    func array(_ name: StaticString) -> [FilledReader]? {
        base.array(name)?.map { FilledReader($0, with: []) }
    }
}
