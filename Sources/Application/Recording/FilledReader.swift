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
        var filled: [FilledIn] = []
        if known.values.contains("sanction") {
            guard let sanction: SanctionID = named(fields.string("sanction")) else { return [] }
            let isLeftOut = { (name: String, text: String?) in known[name] != nil && text == nil }
            let leftOut = (
                isLeftOut("case", fields.string("case")),
                isLeftOut("subject", fields.string("subject"))
            )
            guard leftOut.0 || leftOut.1 else { return [] }
            guard let imposed = try ledger.imposition(of: sanction) else {
                throw Refusal.sanctionUnknown(sanction)
            }
            if leftOut.0 {
                filled.append(FilledIn("case", imposed.case.text, from: sanction.text))
            }
            if leftOut.1 {
                filled.append(FilledIn("subject", imposed.subject.text, from: sanction.text))
            }
            return filled
        }
        guard let file: CaseID = named(fields.string("case")) else { return [] }
        if known["subject"] == "case", fields.string("subject") == nil {
            guard let knowledge = try ledger.knowledge(of: file) else {
                throw Refusal.unknownCase(file)
            }
            filled.append(FilledIn("subject", try knowledge.person().text, from: file.text))
        }
        if verb.records == SanctionImposed.type, let organ = try organ(of: file, fields) {
            filled.append(FilledIn("organ", organ.text, from: file.text))
        }
        return filled
    }

    /// The organ that conducts the case, where it is said what kind of organ imposes the sanction and
    /// not which. A sanction that is there already says it or does not.
    private func organ(of file: CaseID, _ fields: some FieldReader) throws -> UnitID? {
        guard fields.string("organ") == nil, fields.string("authority") != nil else { return nil }
        if let sanction: SanctionID = named(fields.string("sanction")),
            let there = try ledger.imposition(of: sanction)
        {
            return there.organ
        }
        return try ledger.knowledge(of: file)?.conductor
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
