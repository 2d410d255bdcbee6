import Law
import LawSupport
import Vocabulary

@testable import Records

/// A command as it is asked in the world.
struct Asked: CustomStringConvertible {
    let name: String
    let fields: [String: Tree]
    let actor: String
    let approver: String?
    /// For which unit it is recorded.
    let unit: String?
    /// The entry that it is to correct.
    let corrects: Position?

    var description: String {
        let correction = corrects.map { " correcting \($0)" } ?? ""
        return "\(name) \(Tree.object(fields).json)\(correction)"
    }

    func command() throws(Refusal) -> Command {
        guard let reader = TreeReader(.object(fields)) else {
            preconditionFailure("an object can be read")
        }
        return try Command(name: name, reader: reader, in: Duties.register)
            .signed(
                by: Officer(named: actor), of: unit.map { UnitID(wellFormed: $0) },
                approvedBy: approver.map { Officer(named: $0) })
    }
}

extension World {
    /// Every command that can be called for; but whether a clock was wrong only a registry can judge,
    /// which has one.
    static let names = Duties.register.verbs.map(\.name).filter { $0 != "correctClock" }

    private static func verb(_ name: String) -> Verb {
        guard let verb = Duties.register.verb(named: name) else {
            preconditionFailure("no verb is called \(name)")
        }
        return verb
    }

    /// A command with fields at random around the focus; the overrides win, nil takes a field away.
    mutating func ask(_ name: String, _ overrides: [String: Tree?] = [:]) -> Asked {
        let verb = Self.verb(name)
        var fields = members(of: verb.fields)
        for (field, value) in overrides { fields[field] = value }
        // Mostly a case is opened on what was received.
        if name == "openCase", case .string(let complaint)? = fields["complaint"],
            register.file(ComplaintID(wellFormed: complaint).tag) == nil, complaint != "X-404"
        {
            fields["complaint"] = nil
        }
        if name == "withdrawRecord" { aim(&fields, verb.fields) }
        if name == "registerSubject", random.chance(2) {
            fields["subject"] = .string("P-\(Int.random(in: 13...19, using: &random))")
        }
        // Most serve as civil servants, and cases are conducted here, or else little could be imposed.
        if name == "takePost", !random.chance(8) { fields["personnel"] = nil }
        if name == "openCase", overrides.isEmpty, !random.chance(8) {
            let isConducted = random.chance(2)
            fields["recordedFrom"] = isConducted ? nil : "旧案卷"
            fields["authority"] = isConducted ? "U-JW" : nil
        }
        if random.chance(16) { spoil(&fields) }
        if let on = occurrence() { fields["on"] = .string(on.description) }
        let weighty =
            verb.second == .required
            || [
                "makeFinding", "imposeSanction", "annulSanction", "recordNotExecuted", "case.clear",
            ]
            .contains(name)
        let approver =
            weighty && !random.chance(6)
            ? "clerk.b" : random.maybe(["clerk.a", "clerk.b", focus.officer])
        // Whoever decides on a record had no hand in it.
        let decides = Self.deciding.contains(name) && !random.chance(8)
        let actor = random.chance(20) ? focus.officer : decides ? "clerk.c" : "clerk.a"
        return Asked(
            name: name, fields: fields, actor: actor,
            approver: decides
                ? "clerk.d"
                : Self.ofCredit.contains(verb.noun) && !random.chance(10) ? "clerk.b" : approver,
            unit: unit(recording: verb),
            corrects: random.chance(60) ? number("position") : nil)
    }

    private static let deciding: Set = [
        "objection.decide", "objection.review", "repair.decide",
    ]
    private static let ofRecords: Set = ["dishonesty", "objection", "repair", "leniency"]
    private static let ofCredit = ofRecords.union(["instrument", "rule"])

    /// Records of dishonesty are those of a unit, mostly.
    private mutating func unit(recording verb: Verb) -> String? {
        if verb.name == "objection.review" || verb.noun == "credit-complaint" {
            return random.chance(8) ? nil : "U-OTHER"
        }
        guard Self.ofRecords.contains(verb.noun), !random.chance(10) else { return nil }
        return random.chance(12) ? random.pick(Self.units) : "U-JW"
    }

    /// The same act again for another day or with other words: what was recorded was wrong.
    mutating func correction() -> Asked? {
        guard let wrong = register.events.randomElement(using: &random), !random.chance(8),
            let verb = Duties.register.verbs.first(where: {
                $0.records == wrong.event.kind?.type && $0.delivery == .mapped
            }), case .object(var fields) = Tree.of(wrong.event.write)
        else { return nil }
        let again = members(of: verb.fields)
        if let name = again.keys.sorted().randomElement(using: &random) {
            fields[name] = again[name]
        }
        let on = random.chance(2) ? wrong.on : occurrence()
        if let on { fields["on"] = .string(on.description) }
        return Asked(
            name: verb.name, fields: fields, actor: "clerk.a", approver: "clerk.b",
            unit: unit(recording: verb), corrects: wrong.position)
    }

    /// Points a withdrawal at an entry with the things that the entry is about.
    private mutating func aim(_ fields: inout [String: Tree], _ known: [Field]) {
        guard let wrong = register.events.randomElement(using: &random) else { return }
        fields["position"] = .integer(wrong.position)
        for tag in wrong.tags where known.contains(where: { $0.name == tag.kind.name }) {
            fields[tag.kind.name] = .string(tag.identifier)
        }
    }

    /// One field that no careful officer would give.
    private mutating func spoil(_ fields: inout [String: Tree]) {
        guard let name = fields.keys.sorted().randomElement(using: &random) else { return }
        fields[name] = random.pick([
            nil, "", "P-404", "2021-02-30", .integer(-7), .bool(true), [], ["P-01", "P-01"],
            "虚 构",
        ])
    }
}
