import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Asked twice, recorded once")
struct AskedTwiceTests {
    /// One of every command, each possible after those before it.
    static let life: [Command] = [
        Command(SubjectRegistered(subject: "U-1", kind: .unit, title: "虚构局")),
        Command(
            SubjectRegistered(subject: "P-1", kind: .person, name: .clear("虚构甲"), rank: "科员"),
            on("2019-12-01")),
        Command(SubjectRegistered(subject: "P-2", kind: .person, name: .clear("虚构乙"))),
        Command(EmploymentBegan(subject: "P-1", rank: "科员"), on("2020-01-01")),
        Command(TakePost(subject: "P-1", unit: "U-1", post: "科员"), on("2020-01-01")),
        Command(TakePost(subject: "P-1", unit: "U-1", post: "科长"), on("2022-01-01")),
        Command(
            ComplaintReceived(
                complaint: "T-1", case: "C-1", incidentOn: day("2022-03-01"), category: "失信",
                filedBy: .public, narrative: .clear("虚构")), on("2022-04-01")),
        Command(ComplaintReceived(complaint: "T-2", filedBy: .unknown)),
        Command(CaseOpened(case: "C-1", complaint: "T-1", recordedFrom: "旧案卷"), on("2022-04-02")),
        Command(InvestigatorAssigned(case: "C-1", investigator: "P-2"), on("2022-04-03")),
        Command(
            PersonNamed(case: "C-1", subject: "P-1", recordedUnit: "U-1", category: "失信"),
            on("2022-04-04")),
        Command(
            FindingRecommended(case: "C-1", subject: "P-1", finding: .sustained), on("2022-05-01")),
        Command(
            FindingMade(case: "C-1", subject: "P-1", finding: .sustained, outcome: "警告"),
            on("2022-05-02")),
        Command(
            SanctionRecommended(case: "C-1", subject: "P-1", measure: .suspension, days: 5),
            on("2022-05-03")),
        Command(
            SanctionImposed(sanction: "S-1", case: "C-1", subject: "P-1", measure: .warning),
            on("2022-05-04")),
        Command(PositionSuspended(subject: "P-1", sanction: "S-1"), on("2022-05-05")),
        Command(PositionReinstated(subject: "P-1", sanction: "S-1"), on("2022-05-06")),
        Command(
            SanctionNotExecuted(sanction: "S-1", case: "C-1", subject: "P-1", reason: .other),
            on("2022-05-07")),
        Command(
            SanctionAnnulled(
                sanction: "S-1", case: "C-1", subject: "P-1", by: .organ, ground: .clear("事实不清")),
            on("2022-05-08")),
        Command(CaseClosed(case: "C-1"), on("2022-06-01")),
        Command(EmploymentEnded(subject: "P-1", reason: .retired), on("2023-01-01")),
        Command(ClockCorrected(entry: 8, reason: "电池耗尽")),
        Command(
            WithdrawRecord(position: 8, reason: .clear("误录"), case: "C-1"),
            Circumstances(actor: "clerk.a", approver: "chief.b")),
    ]

    @Test("every command gives something the first time and nothing the second")
    func twice() throws {
        var register = Register()
        for command in Self.life {
            let first = register.record(try command.decide(over: register))
            #expect(!first.isEmpty, "\(command.name) gave nothing")
            #expect(try command.decide(over: register).isEmpty, "\(command.name) was doubled")
        }
        // What a register delivered from elsewhere holds, too: its day may not be known.
        let delivered = Duties.register.verbs.filter {
            switch $0.dating {
            case .optional, .optionalAhead: true
            case .required: false
            }
        }
        #expect(Self.life.count > 20 && Set(Self.life.map(\.name)) == Set(delivered.map(\.name)))
        #expect(
            Set(register.events.compactMap(\.event.kind?.type))
                == Set(delivered.map(\.records) + [PositionTransferred.type]))
    }

    @Test("a whole life asked for again gives nothing")
    func again() throws {
        var register = Register()
        // Withdrawn is withdrawn: what was withdrawn may be recorded anew.
        let life = Self.life.dropLast()
        for command in life { register.record(try command.decide(over: register)) }
        let count = register.events.count
        for command in life { register.record(try command.decide(over: register)) }
        #expect(register.events.count == count)
    }

    @Test("what a command reads in deciding lies under the tags it concerns")
    func concerns() throws {
        var register = Register()
        for command in Self.life {
            let narrow = Narrow(whole: register, tags: Set(command.concerns))
            #expect(try command.decide(over: narrow) == command.decide(over: register))
            register.record(try command.decide(over: register))
            let after = Narrow(whole: register, tags: Set(command.concerns))
            #expect(try command.decide(over: after).isEmpty)
        }
    }

    @Test("every event cites its rule, and the rule stands before what the command cites")
    func basis() throws {  // I9
        var register = Register()
        for command in Self.life { register.record(try command.decide(over: register)) }
        for event in register.events { #expect(event.basis.first?.isEmpty == false) }
        let cited = try SubjectRegistered(subject: "P-5", kind: .person).decide(
            over: register, under: Circumstances(basis: ["某文〔2020〕1号"]))
        #expect(cited.first?.basis == ["XZZ-2020-26-T8", "某文〔2020〕1号"])
    }

    /// The past cut down to the tags a command names.
    struct Narrow: Past {
        let whole: Register
        let tags: Set<Vocabulary.Tag>
        var law: Law { whole.law }
        func file(_ tag: Vocabulary.Tag) -> RecordFile? {
            tags.contains(tag) ? whole.file(tag) : nil
        }
        func entry(_ position: Position) -> RecordedEvent? { whole.entry(position) }
        func entries(numbered number: String, as shape: NumberShape) -> [Position] {
            whole.entries(numbered: number, as: shape)
        }
    }
}
