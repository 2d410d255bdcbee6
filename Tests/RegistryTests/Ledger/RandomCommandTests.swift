import Chain
import Law
import Store
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("Whatever is asked in whatever order, the promises hold")
struct RandomCommandTests {
    private static func command(_ random: inout SplitMix64) -> Command {
        let person = SubjectID(wellFormed: "P-\(random.number(1...6))")
        let unit = UnitID(wellFormed: "U-\(random.number(1...2))")
        let file = CaseID(wellFormed: "C-\(random.number(1...4))")
        let on = Circumstances(
            on: random.number(0...5) == 0
                ? nil : CalendarDate(ordinal: random.number(17_000...18_000)))
        switch random.number(0...11) {
        case 0:
            return Command(
                SubjectRegistered(subject: person, kind: .person, name: .clear("虚构")))
        case 1:
            return Command(SubjectRegistered(subject: unit, kind: .unit, title: "局(虚构)"))
        case 2: return Command(EmploymentBegan(subject: person), on)
        case 3: return Command(TakePost(subject: person, unit: unit, post: "科员"), on)
        case 4:
            return Command(EmploymentEnded(subject: person, reason: .resigned), on)
        case 5:
            return Command(
                ComplaintReceived(
                    complaint: ComplaintID(wellFormed: "T-\(random.number(1...4))"), case: file,
                    filedBy: .public), on)
        case 6: return Command(CaseOpened(case: file, recordedFrom: "旧案卷"), on)
        case 7: return Command(PersonNamed(case: file, subject: person), on)
        case 8:
            return Command(FindingMade(case: file, subject: person, finding: .sustained), on)
        case 9: return Command(CaseClosed(case: file), on)
        case 10:
            return Command(
                SanctionImposed(
                    sanction: SanctionID(wellFormed: "S-\(random.number(1...5))"), case: file,
                    subject: person, measure: .warning), on)
        default:
            return Command(
                WithdrawRecord(
                    position: random.number(1...60), reason: .clear("误录"), subject: person), on)
        }
    }

    @Test(
        "the chain is sound, views equal their rebuilding, refusals leave nothing",
        arguments: UInt64(0)..<8)
    func sequences(_ seed: UInt64) throws {  // I1, I4, I5, I7
        var random = SplitMix64(seed: seed)
        let place = try TestLedger()
        var refused = 0
        for _ in 0..<150 {
            let before = try place.ledger.size()
            let commands = (0..<random.number(1...3)).map { _ in Self.command(&random) }
            do {
                try place.ledger.perform(commands)
            } catch is Refusal {
                refused += 1
                #expect(try place.ledger.size() == before, "seed \(seed)")
            }
            if random.number(0...19) == 0 { try place.ledger.followViews(cores: 2) }
            // What memory says of the past is what the store says.
            if random.number(0...9) == 0 {
                let subject = SubjectID(wellFormed: "P-\(random.number(1...6))")
                let remembered = try place.ledger.transact { $0.past.subject(subject) }
                var file = SubjectFile(about: subject)
                for event in try place.ledger.trail(of: subject) { file.apply(event) }
                #expect(remembered ?? SubjectFile(about: subject) == file, "seed \(seed)")
            }
        }
        #expect(refused > 5 && refused < 145, "seed \(seed)")
        try place.ledger.followViews(cores: 2)
        #expect(try place.verify().damages == [], "seed \(seed)")
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [], "seed \(seed)")
        for position in 0..<(try place.ledger.size()) {
            _ = try place.ledger.proveInclusion(of: position)
        }
    }
}
