internal import Law
public import Vocabulary

/// A number that an act gives, by the name of its field.
struct GivenNumber {
    let field: String
    let shape: NumberShape
    let number: String
    let subject: SubjectID
    let sharedWith: SubjectID?
}

extension Past {
    /// What is to be said of a number: one that is none, or that somebody else goes by, is refused where
    /// somebody types it, and marked where an old register delivers it.
    ///
    /// - Parameter isNew: Whether it comes with the act; one that stood before is not judged again.
    func check(
        _ given: GivenNumber, _ circumstances: Circumstances
    ) throws(Refusal) -> [Irregularity] {
        var marks: [Irregularity] = []
        if let flaw = given.shape.flaw(in: given.number) {
            if !circumstances.isDelivered {
                throw .identity(.unsound(field: given.field, flaw))
            }
            marks.append(.numberUnsound)
        }
        let others = holders(of: given)
        if let shared = given.sharedWith {
            guard others.contains(shared) else {
                throw .identity(.notShared(field: given.field, with: shared))
            }
        } else if let other = others.first {
            if !circumstances.isDelivered {
                throw .identity(.numberTaken(field: given.field, by: other))
            }
            marks.append(.numberShared)
        }
        return marks
    }

    /// Who else goes by the number, or did, by entries that stand; each once, in their order.
    private func holders(of given: GivenNumber) -> [SubjectID] {
        var found: [SubjectID] = []
        for position in entries(numbered: given.number, as: given.shape) {
            guard let entry = entry(position),
                let other = entry.event[SubjectRegistered.self]?.subject
                    ?? entry.event[SubjectRenamed.self]?.subject,
                other != given.subject, !found.contains(other),
                subject(other)?.log.standing.contains(where: { $0.position == position }) == true
            else { continue }
            found.append(other)
        }
        return found
    }
}

/// What names a subject, in a registration or a renaming.
protocol Naming {
    var subject: SubjectID { get }
    var name: Sealed? { get }
    var idNumber: Sealed? { get set }
    var code: String? { get set }
    var sharedWith: SubjectID? { get }
    var irregularities: [Irregularity] { get set }
}

extension SubjectRegistered: Naming {}
extension SubjectRenamed: Naming {}

extension Naming {
    /// The same, its numbers as they are compared; one that was destroyed or stays sealed stays as it is.
    var shaped: Self {
        var shaped = self
        if case .clear(let number)? = idNumber {
            shaped.idNumber = .clear(NumberShape.identityNumber.shaped(number))
        }
        shaped.code = code.map(NumberShape.creditCode.shaped)
        return shaped
    }

    /// The same, held to what numbers are, with what is marked.
    func checked(
        over past: some Past, _ circumstances: Circumstances
    ) throws(Refusal) -> Self {
        var checked = self
        if case .clear(let number)? = idNumber {
            checked.irregularities += try past.check(
                GivenNumber(
                    field: "idNumber", shape: .identityNumber, number: number, subject: subject,
                    sharedWith: sharedWith), circumstances)
        }
        // Codes of delivered units are the source's own as often as not.
        if let code, !circumstances.isDelivered {
            checked.irregularities += try past.check(
                GivenNumber(
                    field: "code", shape: .creditCode, number: code, subject: subject,
                    sharedWith: idNumber == nil ? sharedWith : nil), circumstances)
        }
        return checked
    }
}

extension SubjectRenamed {
    /// Whoever is registered may be renamed; by what they are called already, nothing changes.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let file = past.subject(subject), let registered = file.registration else {
            throw .unknownSubject(subject)
        }
        if registered.kind == .person {
            if title != nil || code != nil { throw .notAUnit(subject) }
            if name == nil && idNumber == nil { throw .missing("name") }
        } else {
            if name != nil || idNumber != nil { throw .notAPerson(subject) }
            if title == nil && code == nil { throw .missing("title") }
        }
        let on = try circumstances.day()
        let fact = shaped
        if file.log.stands(fact, on: on) { return [] }  // Asked twice, recorded once.
        if let there = file.registration(on: on), fact.changesNothing(of: there) { return [] }
        return [
            circumstances.draft(
                try fact.checked(over: past, circumstances), under: Basis.integrityRecord)
        ]
    }

    /// A commitment alone proves no difference, and no sameness either.
    private func changesNothing(of there: SubjectRegistered) -> Bool {
        func same(_ mine: Sealed?, _ old: Sealed?) -> Bool { mine == nil || mine == old }
        return same(name, there.name) && same(idNumber, there.idNumber)
            && (title == nil || title == there.title) && (code == nil || code == there.code)
    }
}
