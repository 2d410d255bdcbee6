import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What was done before the Order is judged and cited by the law of its day")
struct OldActsTests {
    /// A head of a bureau since 2009, and a case of 2013 recorded from its document.
    private func register() throws -> Register {
        var register = Register(now: "2026-01-15T01:00:00.000Z")
        register.law = try LawDocuments.lawSince2007()
        for (id, kind) in [("U-JY", SubjectKind.unit), ("P-0010", .person)] {
            try register.perform(SubjectRegistered(subject: SubjectID(wellFormed: id), kind: kind))
        }
        try register.perform(EmploymentBegan(subject: "P-0010"), on("2005-07-01"))
        try register.perform(
            TakePost(subject: "P-0010", unit: "U-JY", post: "科员", rank: "科员"), on("2009-01-01"))
        let id = CaseID("C-2013-01")
        try register.perform(CaseOpened(case: id, recordedFrom: "旧案卷（虚构）"), on("2013-01-08"))
        try register.perform(
            PersonNamed(case: id, subject: "P-0010", category: "违规（虚构）"), on("2013-01-08"))
        return register
    }

    private func impose(
        _ measure: String, on day: String, _ more: [String: Tree] = [:], in register: inout Register
    ) throws -> RecordedEvent {
        let fields: [String: Tree] = [
            "case": "C-2013-01", "subject": "P-0010", "measure": .string(measure),
            "instrument": .string("示处〔\(day.prefix(4))〕1号"),
        ]
        return try #require(
            register.act(
                "imposeSanction", "S-\(day)", fields.merging(more) { $1 }, on: day,
                approvedBy: "chief.b"
            ).first)
    }

    @Test(
        "a sanction is recorded under the law of its day, of its organ",
        arguments: [
            ("2007-05-31", "demerit", "employer", ["政务处分法#7"]),
            ("2007-06-01", "demerit", "employer", ["处分条例#6"]),
            ("2013-03-01", "demerit", "supervision", ["处分条例#6"]),
            ("2013-03-01", "demerit", "", ["处分条例#6"]),
            ("2019-10-01", "demerit", "", ["政务处分法#7"]),
            ("2019-08-31", "demerit", "employer", ["公务员法#62", "处分条例#6"]),
            ("2019-09-01", "demerit", "employer", ["公务员法#62", "处分条例#6"]),
            ("2019-09-01", "demerit", "supervision", ["监察法#45"]),
            ("2020-06-30", "demerit", "supervision", ["监察法#45"]),
            ("2020-07-01", "demerit", "supervision", ["政务处分法#7"]),
            ("2020-07-01", "demerit", "employer", ["政务处分法#7"]),
            ("2013-03-01", "admonition", "", ["关于对党员领导干部进行诫勉谈话和函询的暂行办法"]),
            ("2018-04-01", "admonition", "", ["监察法#45"]),
            ("2021-03-01", "admonition", "", ["XZZ-2020-26#14"]),
        ])
    func basis(day: String, measure: String, authority: String, basis: [String]) throws {
        var register = try register()
        let recorded = try impose(
            measure, on: day, authority.isEmpty ? [:] : ["authority": .string(authority)],
            in: &register)
        #expect(recorded.basis == basis)
    }

    // 处分条例 7, 8: twelve months, and no promotion meanwhile; the ladder of ranks is that of 2005.
    @Test("its period and what it bars are those of the regulations of 2007, and so is the mark")
    func effects() throws {
        var register = try register()
        let imposed = try impose(
            "demerit", on: "2013-03-01", ["authority": "employer"], in: &register)
        #expect(imposed.event[SanctionImposed.self]?.months == 12)
        for (day, isBarred) in [("2014-02-28", true), ("2014-03-01", false)] {
            let status = register.file("P-0010").status(
                on: RecordsTests.day(day), under: register.law)
            #expect(status.sanctions.isEmpty == !isBarred)
            var promoted = register
            try promoted.perform(
                TakePost(subject: "P-0010", unit: "U-JY", post: "副主任科员", rank: "副主任科员"), on(day))
            let marks = promoted.file("P-0010").marks(
                by: RecordsTests.day("2014-06-01"), under: promoted.law
            ) { promoted.view($0) ?? CaseFile(about: $0) }
            #expect(marks.map(\.code) == (isBarred ? [.promotedWhileBarred] : []))
            #expect(marks.map(\.rule) == (isBarred ? ["处分条例#8"] : []))
        }
    }

    // 处分条例 38: nobody under investigation retires; what binds supervision organs came in 2020.
    @Test(
        "what offends a rule cites the rule of its day",
        arguments: [
            ("2013-02-01", "处分条例#38"), ("2019-08-31", "处分条例#38"),
            ("2020-07-01", "政务处分法#52"),
        ])
    func marks(day: String, rule: String) throws {
        var register = try register()
        // An organ here conducts it.
        let file = CaseID("C-2013-02")
        try register.perform(CaseOpened(case: file, authority: "U-JY"), on("2013-01-08"))
        try register.perform(
            PersonNamed(case: file, subject: "P-0010", category: "违规（虚构）"), on("2013-01-08"))
        try register.perform(EmploymentEnded(subject: "P-0010", reason: .retired), on(day))
        let marks = register.file("P-0010").marks(
            by: RecordsTests.day("2021-01-01"), under: register.law
        ) { register.view($0) ?? CaseFile(about: $0) }
        #expect(marks.map(\.code) == [.leftUnderInvestigation] && marks.map(\.rule) == [rule])
    }

    // The law of then gives nobody a month to change post and pay, so nobody is late.
    @Test("a clock that the law of the day does not have does not run")
    func clocks() throws {
        for (day, codes) in [
            ("2018-03-19", []), ("2018-03-20", ["personnelChange"]),
            ("2021-03-01", ["personnelChange"]),
        ] {
            var story = ClockStory(try register())
            _ = try impose(
                "removal", on: day, ["authority": "supervision"], in: &story.register)
            let found = story.readings(asOf: "2021-04-01").map(\.clock)
            #expect(found.filter { $0.hasPrefix("personnelChange") } == codes)
            #expect(story.readings(asOf: "2021-04-01").allSatisfy { $0.fault == nil })
        }
    }

    // 公务员法(2005) 90: 30 days, which end in the week of rest of October 2013.
    @Test("who was served then had the time of then, by the rest days of its year")
    func remedy() throws {
        var register = try register()
        _ = try impose("demerit", on: "2013-08-30", ["authority": "employer"], in: &register)
        try register.act("sanction.serve", "S-2013-08-30", ["route": "B"], on: "2013-09-02")
        let served = try #require(register.events.last?.event[SanctionServed.self])
        #expect(served.route == "B" && served.remedyUntil == day("2013-10-08"))
    }

    @Test("a decision of then is recorded, and says that no rules on decisions are known")
    func decision() throws {
        var register = try register()
        try register.act(
            "decision.propose", "D-2013", ["title": "旧事项（虚构）", "catalogueItem": "publicWorks"],
            on: "2013-02-01")
        try register.act(
            "decision.initiate", "D-2013", ["lead": "U-JY", "head": "P-0010"], on: "2013-02-05")
        try register.act("decision.adopt", "D-2013", ["decider": "U-JY"], on: "2013-03-20")
        let dossier = try #require(
            register.decision("D-2013")?.dossier(on: day("2021-06-01"), under: register.law))
        #expect(
            dossier.fault == .noDecisionRules(on: day("2013-03-20"), first: day("2019-09-01")))
        #expect(dossier.bodies.isEmpty && dossier.grounds.isEmpty)
        #expect(dossier.steps.allSatisfy { $0.state == .notJudged })
        let refusal = register.refusal("detectGrounds", "D-2013", [:], on: "2021-06-01")
        #expect(refusal?.code == "noDecisionRules")
    }
}
