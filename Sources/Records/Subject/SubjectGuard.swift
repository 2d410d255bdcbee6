public import Vocabulary

/// Whoever is named is of the kind that the field wants: nobody serves in a person, no unit hears a
/// defence, and who records is a person.
///
/// What is not registered is let through: registers arrive in any order. Whoever typed it is told.
///
/// - Source: 追责制度 Art. 3: responsibility is a person's, and the post is in a unit.
struct SubjectGuard: CommandGuard {
    func check(_ command: Command, over past: some Past) throws(Refusal) {
        try checkIdentifiers(command, over: past)
        for named in command.namedSubjects {
            guard let kind = past.subject(named.subject)?.registration?.kind else { continue }
            switch named.wanted {
            case .unit: if kind == .person { throw .notAUnit(named.subject) }
            case .person: if kind != .person { throw .notAPerson(named.subject) }
            case .either: continue
            }
        }
        for officer in command.circumstances.signatories {
            let id = SubjectID(wellFormed: officer.text)
            if let kind = past.subject(id)?.registration?.kind, kind != .person {
                throw .notAPerson(id)
            }
        }
    }

    /// An identifier stands in clear for ever; nobody's ID number becomes one. What goes by one
    /// already, from before, can still be named.
    private func checkIdentifiers(_ command: Command, over past: some Past) throws(Refusal) {
        for one in command.namedIdentifiers
        where NumberShape.isIdentityNumber(one.text) && past.file(one.tag) == nil {
            throw .identity(.asIdentifier(field: one.field))
        }
        let by = command.circumstances
        let signed = [("actor", by.actor), ("approver", by.approver)]
        for (field, officer) in signed {
            guard let officer, NumberShape.isIdentityNumber(officer.text),
                past.subject(SubjectID(wellFormed: officer.text)) == nil
            else { continue }
            throw .identity(.asIdentifier(field: field))
        }
    }
}

/// An identifier that an act gives, and where entries about it are found.
private struct NamedIdentifier {
    let field: String
    let text: String
    let tag: Tag
}

/// Somebody or some unit that an act names.
public struct NamedSubject: Hashable, Sendable {
    /// What a field that names a subject wants.
    public enum Wanted: Hashable, Sendable {
        case person, unit, either
    }

    /// The field, `attendees.subject` inside a list.
    public let field: String
    public let subject: SubjectID
    public let wanted: Wanted
}

extension NamedSubject.Wanted {
    /// Fields that name a unit or an organisation.
    static let units: Set = [
        "authority", "decidedBy", "decider", "department", "executor", "lastUnit", "lead",
        "handler", "linkedUnit", "managingAuthority",
        "organ", "predecessor", "proposer", "recordedUnit", "reviewer", "sourceUnit", "successor",
        "supervisor",
        "unit",
    ]
    /// Fields that name a person.
    static let persons: Set = [
        "by", "head", "investigator", "leadOfficer", "members", "officer", "officers", "person",
        "subject",
    ]
    /// Fields that name either: agencies assess, advise and evaluate, too.
    static let anybody: Set = [
        "assessor", "concerned", "evaluator", "expert", "experts", "others", "released",
        "sharedWith",
        "subjects", "viewers",
    ]

    /// Nil for a field of which nobody has said whom it names.
    static func of(_ field: Field, in verb: Verb) -> Self? {
        let own = String(field.name.split(separator: ".").last ?? "")
        if own == "subject" && verb.isAboutAnySubject { return .either }
        if units.contains(own) { return .unit }
        if persons.contains(own) { return .person }
        return anybody.contains(own) ? .either : nil
    }
}

extension Verb {
    /// Those of records of dishonesty: units are on record as persons are.
    private static let ofWhoever: Set = ["dishonesty"]

    /// Whether it is about whoever there is, person or unit: what stands alone (`withdraw`) is, and so is
    /// what says who they are.
    var isAboutAnySubject: Bool {
        noun.isEmpty || Self.ofWhoever.contains(noun)
            || (noun == "subject"
                && [SubjectRegistered.type, SubjectRenamed.type].contains(records))
    }
}

extension FieldForm {
    /// The fields of a part.
    fileprivate var inner: [Field] {
        switch self {
        case .object(let fields), .objects(let fields): fields
        case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts, .code,
            .codes:
            []
        }
    }
}

extension Command {
    /// Every identifier in its fields, whatever it is of.
    fileprivate var namedIdentifiers: [NamedIdentifier] {
        var found: [NamedIdentifier] = []
        for field in verb.fields {
            guard let value = act.tree[field.name] else { continue }
            collect(field, value, &found)
        }
        return found
    }

    private func collect(
        _ field: Field, _ value: FieldTree.Value, _ found: inout [NamedIdentifier]
    ) {
        switch value {
        case .text(let text) where field.form == .identifier: add(text)
        case .texts(let texts) where field.form == .identifiers: texts.forEach(add)
        case .object(let tree): descend([tree])
        case .objects(let trees): descend(trees)
        case .text, .texts, .number, .flag, .sealed: break
        }
        func add(_ text: String) {
            guard SubjectID(text) != nil else { return }
            let kind = field.tagKind ?? SubjectID.tagKind
            found.append(
                NamedIdentifier(
                    field: field.name, text: text, tag: Tag(kind: kind, wellFormed: text)))
        }
        func descend(_ trees: [FieldTree]) {
            for tree in trees {
                for inner in field.form.inner {
                    guard let value = tree[inner.name] else { continue }
                    collect(inner, value, &found)
                }
            }
        }
    }

    /// Everybody whom its fields name, in their order.
    public var namedSubjects: [NamedSubject] {
        var found: [NamedSubject] = []
        for field in verb.fields {
            guard let value = act.tree[field.name] else { continue }
            collect(field, value, within: "", &found)
        }
        return found
    }

    private func collect(
        _ field: Field, _ value: FieldTree.Value, within place: String,
        _ found: inout [NamedSubject]
    ) {
        func add(_ text: String) {
            // What a list names its declaration does not say.
            guard field.tagKind == SubjectID.tagKind || field.form == .identifiers,
                let id = SubjectID(text),
                let wanted = NamedSubject.Wanted.of(field, in: verb)
            else { return }
            found.append(NamedSubject(field: place + field.name, subject: id, wanted: wanted))
        }
        func descend(_ tree: FieldTree, _ inner: [Field]) {
            for one in inner {
                guard let value = tree[one.name] else { continue }
                collect(one, value, within: place + field.name + ".", &found)
            }
        }
        switch (field.form, value) {
        case (.identifier, .text(let text)): add(text)
        case (.identifiers, .texts(let texts)): texts.forEach(add)
        case (.object(let inner), .object(let tree)): descend(tree, inner)
        case (.objects(let inner), .objects(let trees)): trees.forEach { descend($0, inner) }
        // A part that is not filled in, or that names nobody.
        case (.identifier, _), (.identifiers, _), (.object, _), (.objects, _), (.text, _),
            (.sealed, _), (.integer, _), (.flag, _), (.date, _), (.texts, _), (.code, _),
            (.codes, _):
            break
        }
    }
}
