import Records

/// Sequences of events that no decider has seen: whatever a file may ever have to take (I5).
struct RandomEvents: FieldSource {
    var random: SeededGenerator
    let omission = 2
    static let people: [SubjectID] = ["P-1", "P-2", "P-3"]
    static let units: [UnitID] = ["U-1", "U-2"]
    static let cases: [CaseID] = ["C-1", "C-2"]
    static let numbers: [SanctionID] = ["S-1", "S-2", "S-3"]
    static let decisions: [DecisionID] = ["D-1", "D-2"]
    static let appeals: [AppealID] = ["A-1", "A-2"]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func sequence(_ count: Int) -> [RecordedEvent] {
        (0..<count).map { position in
            let on = anyDay()
            return RecordedEvent(
                position: position, at: Instant(milliseconds: Int64(position / 3) * 1000),
                on: on, onBasis: on != nil && random.chance(4) ? "closed_date" : nil,
                actor: "clerk", unit: "U-TEST", basis: ["XZZ-2020-26#3"],
                supersedes: random.chance(8)
                    ? Int.random(in: -1...position, using: &random) : nil,
                event: event())
        }
    }

    private mutating func anyDay() -> CalendarDate? {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: nil
        case 1: day("0001-01-01")
        case 2: day("9999-12-31")
        default: CalendarDate(ordinal: Int.random(in: 18_000..<18_060, using: &random))
        }
    }

    private mutating func event() -> Event {
        let type = random.pick(Event.types)
        if let act = Acts.all.first(where: { $0.type == type }) { return act.random(&self) }
        if LawEvent.types.contains(type) { return law(type) }
        return first(type)
    }

    private mutating func law(_ type: EventType) -> Event {
        type == RulebookActivated.type
            ? .law(
                .rulebookActivated(
                    .init(rulebook: "R-1", version: number(""), digest: "00", document: "{}")))
            : .law(
                .calendarLoaded(
                    .init(calendarYear: number(""), digest: "00", document: "{}")))
    }

    // MARK: the fields of acts

    mutating func identifier(_ name: String) -> String {
        switch name {
        case "decision": random.pick(Self.decisions).text
        case "case": random.pick(Self.cases).text
        case "sanction": random.pick(Self.numbers).text
        case "appeal", "after": random.pick(Self.appeals).text
        case "unit", "organ", "department", "executor", "lead", "predecessor", "successor":
            random.pick(Self.units).text
        default: random.pick(Self.people).text
        }
    }
    mutating func text(_ name: String) -> String { random.pick(["虚构", "G9.2", "A", "B"]) }
    mutating func number(_ name: String) -> Int {
        random.pick([0, 1, 15, 48, -1, Int.max, Int.min])
    }
    mutating func date(_ name: String) -> String { (anyDay() ?? day("0001-01-01")).description }
    mutating func count(_ name: String) -> Int { random.pick([0, 1, 1, 2, 3]) }

    /// What deciders derive and officers do not give.
    mutating func derived() -> [String: Tree] {
        var members: [String: Tree] = [:]
        for name in ["case", "subject", "sanction", "after"] where random.chance(2) {
            members[name] = .string(identifier(name))
        }
        for name in ["remedyUntil", "due", "until", "nextUntil"] where random.chance(2) {
            members[name] = .string(date(name))
        }
        if random.chance(2) { members["late"] = .bool(random.chance(2)) }
        if random.chance(2) { members["round"] = .integer(number("round")) }
        if random.chance(2) { members["next"] = "review" }
        return members
    }
}

extension Act {
    /// An event of the kind, read from fields at random.
    fileprivate static func random(_ source: inout RandomEvents) -> Event {
        let members = source.derived().merging(source.members(of: fields)) { $1 }
        do {
            guard let reader = TreeReader(.object(members)) else {
                preconditionFailure("an object can be read")
            }
            return try Event(type: type.name, reader: reader)
        } catch {
            preconditionFailure("\(type): \(error)")
        }
    }
}
