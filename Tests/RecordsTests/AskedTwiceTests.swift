import Records
import Testing

@Suite("Asked twice, recorded once")
struct AskedTwiceTests {
    typealias R = Register

    /// One of every command, each possible after those before it.
    static let life: [Command] = [
        .registerSubject(.init(subject: "U-1", kind: .unit, title: "虚构局")),
        .registerSubject(
            .init(
                subject: "P-1", kind: .person, name: .clear("虚构甲"), rank: "科员",
                circumstances: on("2019-12-01"))),
        .registerSubject(.init(subject: "P-2", kind: .person, name: .clear("虚构乙"))),
        .beginEmployment(.init(subject: "P-1", rank: "科员", circumstances: on("2020-01-01"))),
        .takePost(
            .init(subject: "P-1", unit: "U-1", post: "科员", circumstances: on("2020-01-01"))),
        .takePost(
            .init(subject: "P-1", unit: "U-1", post: "科长", circumstances: on("2022-01-01"))),
        .receiveComplaint(
            .init(
                complaint: "T-1", case: "C-1", incidentOn: day("2022-03-01"), category: "失信",
                filedBy: .public, narrative: .clear("虚构"), circumstances: on("2022-04-01"))),
        .receiveComplaint(.init(complaint: "T-2")),
        .openCase(.init(case: "C-1", complaint: "T-1", circumstances: on("2022-04-02"))),
        .assignInvestigator(
            .init(case: "C-1", investigator: "P-2", circumstances: on("2022-04-03"))),
        .namePerson(
            .init(
                case: "C-1", subject: "P-1", recordedUnit: "U-1", category: "失信",
                circumstances: on("2022-04-04"))),
        .recommendFinding(
            .init(
                case: "C-1", subject: "P-1", finding: .sustained, circumstances: on("2022-05-01"))),
        .makeFinding(
            .init(
                case: "C-1", subject: "P-1", finding: .sustained, outcome: "警告",
                circumstances: on("2022-05-02"))),
        .recommendSanction(
            .init(
                case: "C-1", subject: "P-1", measure: .suspension, days: 5,
                circumstances: on("2022-05-03"))),
        .imposeSanction(
            .init(
                sanction: "S-1", case: "C-1", subject: "P-1", measure: .warning,
                circumstances: on("2022-05-04"))),
        .suspendPost(
            .init(subject: "P-1", sanction: "S-1", circumstances: on("2022-05-05"))),
        .reinstatePost(
            .init(subject: "P-1", sanction: "S-1", circumstances: on("2022-05-06"))),
        .recordNotExecuted(
            .init(
                sanction: "S-1", case: "C-1", subject: "P-1", reason: .other,
                circumstances: on("2022-05-07"))),
        .annulSanction(
            .init(
                sanction: "S-1", case: "C-1", subject: "P-1", by: .organ, ground: .clear("事实不清"),
                circumstances: on("2022-05-08"))),
        .closeCase(.init(case: "C-1", circumstances: on("2022-06-01"))),
        .endEmployment(
            .init(subject: "P-1", reason: .retired, circumstances: on("2023-01-01"))),
        .withdrawRecord(.init(position: 8, reason: .clear("误录"), case: "C-1")),
    ]

    @Test("every command gives something the first time and nothing the second")
    func twice() throws {
        var register = Register()
        for command in Self.life {
            let first = register.record(try command.decide(over: register))
            #expect(!first.isEmpty, "\(command.name) gave nothing")
            #expect(try command.decide(over: register).isEmpty, "\(command.name) was doubled")
        }
        // Looking at a decision again has its own test beside the grounds.
        #expect(
            Set(Self.life.map(\.name)) == Set(Command.names).subtracting([DetectGrounds.name]))
        let ofActs = Acts.all.map { $0.type }
        let expected = Event.types.filter { type in
            type.name.hasSuffix("v1") && !ofActs.contains(type)
                && ![GroundDetected.type, RulebookActivated.type, CalendarLoaded.type]
                    .contains(type)
        }
        #expect(Set(register.events.map(\.event.type)) == Set(expected))
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
        let cited = try RegisterSubject(
            subject: "P-5", kind: .person, circumstances: Circumstances(basis: ["某文〔2020〕1号"])
        ).decide(over: register)
        #expect(cited.first?.basis == ["XZZ-2020-26-T8", "某文〔2020〕1号"])
    }

    /// The past cut down to the tags a command names.
    struct Narrow: Past {
        let whole: Register
        let tags: Set<Records.Tag>
        var law: Law { whole.law }
        func subject(_ id: SubjectID) -> SubjectFile? {
            tags.contains(id.tag) ? whole.subject(id) : nil
        }
        func caseFile(_ id: CaseID) -> CaseFile? {
            tags.contains(id.tag) ? whole.caseFile(id) : nil
        }
        func decision(_ id: DecisionID) -> DecisionFile? {
            tags.contains(id.tag) ? whole.decision(id) : nil
        }
        func sanction(_ id: SanctionID) -> SanctionFile? {
            tags.contains(id.tag) ? whole.sanction(id) : nil
        }
        func appeal(_ id: AppealID) -> AppealFile? {
            tags.contains(id.tag) ? whole.appeal(id) : nil
        }
    }
}
