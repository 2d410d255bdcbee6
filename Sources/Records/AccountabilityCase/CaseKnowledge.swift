public import Vocabulary

/// What a case says by itself, so that nobody types it again (案件已载明的事项).
///
/// - Invariant: Nothing is guessed: of two persons none is taken.
public struct CaseKnowledge: Hashable, Sendable {
    public let `case`: CaseID
    /// The persons named, each once, in the order in which they were.
    public let persons: [SubjectID]
    /// The organ here that conducts it; nil: none, or nobody says which.
    public let conductor: UnitID?

    public init(case: CaseID, persons: [SubjectID], conductor: UnitID?) {
        self.case = `case`
        self.persons = persons
        self.conductor = conductor
    }

    /// The same, and what acts that are recorded before say.
    public func with(_ persons: [SubjectID], conductor: UnitID?) -> CaseKnowledge {
        CaseKnowledge(
            case: self.case, persons: self.persons + persons.filter { !self.persons.contains($0) },
            conductor: self.conductor ?? conductor)
    }

    /// The one person whom a step of the case can concern.
    ///
    /// - Throws: ``CaseRefusal/nobodyNamed(_:)``, ``CaseRefusal/severalNamed(_:_:)``.
    public func person() throws(Refusal) -> SubjectID {
        guard let first = persons.first else { throw .case(.nobodyNamed(self.case)) }
        if persons.count > 1 { throw .case(.severalNamed(self.case, persons)) }
        return first
    }
}

extension CaseFile {
    /// By all that the register knows.
    public var knowledge: CaseKnowledge {
        let course = past()
        return CaseKnowledge(
            case: self.case, persons: course.persons,
            conductor: course.isGoverned ? course.opening?.fact.authority : nil)
    }
}

/// What a field of an act was filled with, and what says so.
public struct FilledIn: Hashable, Sendable {
    public let field: String
    public let value: String
    /// The case or the sanction.
    public let from: String

    public init(_ field: String, _ value: String, from: String) {
        self.field = field
        self.value = value
        self.from = from
    }
}

/// What asks for a field that the verb alone does not ask for.
public enum Demand: Hashable, Sendable {
    /// An organ here conducts the case.
    case whereConducted
    /// The case does not say it by itself.
    case unlessKnown
    /// One of these fields, whichever the subject has: a person's or a unit's.
    case anyOf([String])
    /// Nothing but an old register may leave it out.
    case always
}

extension Verb {
    /// The required fields that may be left out, each with the field whose file says them: a step in
    /// a case that names one person concerns that person, what befalls a sanction whoever bears it.
    public var known: [String: String] {
        // A naming says who else it is; the imposition gives the sanction its number.
        if records == PersonNamed.type { return [:] }
        let required = fields.filter { $0.isRequired && $0.name != about }.map(\.name)
        let given = Set(fields.filter(\.isRequired).map(\.name))
        let source =
            given.contains("sanction") && records != SanctionImposed.type
            ? "sanction" : given.contains("case") ? "case" : nil
        guard let source else { return [:] }
        let said = source == "sanction" ? ["case", "subject"] : ["subject"]
        return Dictionary(uniqueKeysWithValues: required.filter(said.contains).map { ($0, source) })
    }

    /// The fields that the case may ask for.
    public var demanded: [(field: String, demand: Demand)] {
        switch records {
        case CaseOpened.type: [("authority", .whereConducted), ("on", .whereConducted)]
        case PersonNamed.type: [("on", .whereConducted)]
        case UnitNamed.type: [("capacity", .unlessKnown)]
        case CaseClosed.type: [("on", .whereConducted)]
        case FindingMade.type:
            [("finding", .always), ("on", .whereConducted), ("approver", .whereConducted)]
        case SubjectRegistered.type: [("name", .anyOf(["name", "title"]))]
        case SubjectRenamed.type: [("name", .anyOf(["name", "idNumber", "title", "code"]))]
        case SanctionImposed.type:
            [
                ("authority", .whereConducted), ("on", .whereConducted),
                ("approver", .whereConducted),
            ]
        case _: []
        }
    }
}
