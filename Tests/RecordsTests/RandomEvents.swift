import Records

/// SplitMix64: the same seed gives the same sequence everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Sequences of events that no decider has seen: whatever a file may ever have to take (I5).
struct RandomEvents {
    private var random: SeededGenerator
    private static let people: [SubjectID] = ["P-1", "P-2", "P-3"]
    private static let units: [UnitID] = ["U-1", "U-2"]
    private static let cases: [CaseID] = ["C-1", "C-2"]
    private static let numbers: [SanctionID] = ["S-1", "S-2", "S-3"]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func sequence(_ count: Int) -> [RecordedEvent] {
        (0..<count).map { position in
            let on = date()
            return RecordedEvent(
                position: position, at: Instant(milliseconds: Int64(position / 3) * 1000),
                on: on, onBasis: on != nil && chance(4) ? "closed_date" : nil, actor: "clerk",
                unit: "U-TEST", basis: ["XZZ-2020-26#3"],
                supersedes: chance(8) ? Int.random(in: -1...position, using: &random) : nil,
                event: event())
        }
    }

    private mutating func chance(_ one: Int) -> Bool {
        Int.random(in: 0..<one, using: &random) == 0
    }
    private mutating func pick<T>(_ from: [T]) -> T {
        from[Int.random(in: 0..<from.count, using: &random)]
    }
    private mutating func maybe<T>(_ from: [T]) -> T? { chance(2) ? nil : pick(from) }

    private mutating func date() -> CalendarDate? {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: nil
        case 1: day("0001-01-01")
        case 2: day("9999-12-31")
        default: CalendarDate(ordinal: Int.random(in: 18_000..<18_060, using: &random))
        }
    }

    private mutating func length() -> Int? {
        maybe([0, 1, 15, 48, -1, Int.max, Int.min])
    }

    private mutating func marks() -> [Irregularity] {
        chance(4) ? [pick(Irregularity.allCases)] : []
    }

    private mutating func event() -> Event {
        let person = pick(Self.people)
        let unit = pick(Self.units)
        let file = pick(Self.cases)
        let number = pick(Self.numbers)
        let post = Post(unit: unit, unitTitle: maybe(["虚构局"]), post: maybe(["科员"]))
        switch Int.random(in: 0..<Event.types.count, using: &random) {
        case 0:
            return .subjectRegistered(
                .init(
                    subject: person, kind: pick(SubjectKind.allCases),
                    name: maybe([.clear("虚构"), .commitment(String(repeating: "a", count: 64))]),
                    predecessor: maybe(Self.units)))
        case 1:
            return .positionAssumed(
                .init(subject: person, unit: unit, until: date(), irregularities: marks()))
        case 2:
            return .positionTransferred(
                .init(subject: person, unit: unit, until: date(), previous: maybe([post])))
        case 3: return .positionSuspended(.init(subject: person, sanction: maybe(Self.numbers)))
        case 4: return .positionReinstated(.init(subject: person))
        case 5: return .employmentBegan(.init(subject: person, rank: maybe(["科员"])))
        case 6:
            return .employmentEnded(
                .init(subject: person, reason: pick(Departure.allCases), irregularities: marks()))
        case 7:
            return .complaintReceived(
                .init(
                    complaint: "T-1", case: maybe(Self.cases), incidentOn: date(),
                    filedBy: pick(ComplaintOrigin.allCases), irregularities: marks()))
        case 8: return .caseOpened(.init(case: file))
        case 9:
            return .personNamed(
                .init(
                    case: file, subject: person,
                    role: RoleSnapshot(unit: unit, basis: pick(RoleBasis.allCases))))
        case 10: return .investigatorAssigned(.init(case: file, investigator: person))
        case 11:
            return .findingRecommended(
                .init(case: file, subject: person, finding: pick(Finding.allCases)))
        case 12:
            return .findingMade(
                .init(case: file, subject: person, finding: pick(Finding.allCases)))
        case 13: return .caseClosed(.init(case: file, irregularities: marks()))
        case 14:
            return .sanctionRecommended(
                .init(
                    case: file, subject: person, measure: pick(Measure.allCases), days: length()))
        case 15:
            return .sanctionImposed(
                .init(
                    sanction: number, case: file, subject: person,
                    measure: pick(Measure.allCases), days: length(), months: length()))
        case 16:
            return .sanctionNotExecuted(
                .init(
                    sanction: number, case: file, subject: person,
                    reason: pick(NotExecutedReason.allCases)))
        case 17:
            return .sanctionAnnulled(
                .init(
                    sanction: number, case: file, subject: person,
                    by: pick(AnnulledBy.allCases)))
        default:
            return .recordWithdrawn(
                .init(reason: .clear("误录"), subject: maybe(Self.people), case: maybe(Self.cases)))
        }
    }
}
