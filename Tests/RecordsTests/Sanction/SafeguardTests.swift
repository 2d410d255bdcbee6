import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Never heavier, never before, never beyond — 政务处分法 Art. 22, 44, 50, 56, 57")
struct SafeguardTests {
    private static let director: SubjectID = "P-0003"

    private func marks(_ register: Register, of person: SubjectID = director) -> [Irregularity] {
        register.file(person).marks(by: day("2025-06-01"), under: register.law) {
            register.caseFile($0) ?? CaseFile(about: $0)
        }.map(\.code)
    }

    private func refusal(_ attempt: () throws(Refusal) -> Void) -> Refusal? {
        do throws(Refusal) { try attempt() } catch { return error }
        return nil
    }

    /// A demerit of 20 August 2024, appealed against on the 26th and sent back on 10 September.
    private func remitted(_ more: [String: Tree] = [:]) throws -> Register {
        var register = try Proceedings.found()
        try register.sanction(.demerit, more)
        try register.act("sanction.serve", "S-1", on: "2024-08-21")
        try register.act("appeal.file", "A-1", ["sanction": "S-1"], on: "2024-08-26")
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-08-26")
        try register.act(
            "appeal.decide", "A-1", ["outcome": "remitted"], on: "2024-09-10",
            approvedBy: "chief.b")
        return register
    }

    private func row(_ register: Register, _ id: SanctionID) -> SanctionRow? {
        register.file(Self.director).sanctionRows(on: day("2024-12-01"), under: register.law)
            .first { $0.sanction == id }
    }

    @Test("nothing takes the place of what is sent back before the day on which it was")
    func beforeRemittal() throws {
        for measure in [Measure.warning, .seriousDemerit] {
            var register = try remitted()
            let early = refusal { () throws(Refusal) in
                try register.sanction(measure, as: "S-2", on: "2024-09-09")
            }
            expectRefusal(early, code: "beforeRemittal", source: "政务处分法#57")
        }
        var register = try remitted()
        #expect(try register.sanction(.warning, as: "S-2", on: "2024-09-10").count == 1)
        #expect(row(register, "S-1")?.state == .replaced)
    }

    @Test(
        "for another act, so it is said, and heavier: the remitted one never runs beside it, and it is marked"
    )
    func anotherAct() throws {
        var register = try remitted(["actOn": "2022-01-01"])
        try register.sanction(
            .removal, as: "S-2", on: "2024-09-20", ["actOn": "2022-01-02"])
        #expect(row(register, "S-1")?.state == .replaced)
        #expect(marks(register).contains(.possiblySameAct))
        // Numbered both, they are two; heavier after the appeal it is marked all the same.
        var numbered = try remitted(["act": "1"])
        try numbered.sanction(.removal, as: "S-2", on: "2024-09-20", ["act": "2"])
        #expect(row(numbered, "S-1")?.state == .inEffect)
        #expect(marks(numbered).contains(.possiblySameAct))
        // Without an appeal two acts are two, and nothing is marked.
        var two = try Proceedings.found()
        try two.sanction(.warning, ["act": "1"])
        try two.sanction(.demerit, as: "S-2", on: "2024-09-20", ["act": "2"])
        #expect(!marks(two).contains(.possiblySameAct))
    }

    @Test("what was replaced does not come back when the lighter one in its place is annulled")
    func revived() throws {
        var register = try remitted()
        try register.sanction(.warning, as: "S-2", on: "2024-09-20")
        try register.ask(
            "annulSanction",
            ["sanction": "S-2", "case": "C-2024-01", "subject": "P-0003", "by": "organ"],
            on: "2024-10-01", approvedBy: "chief.b")
        #expect(
            row(register, "S-1")?.state == .replaced && row(register, "S-2")?.state == .annulled)
    }

    @Test("a sanction comes after the finding it rests on, or is marked where it is only recorded")
    func beforeFinding() throws {
        var register = try Proceedings.found()
        let early = refusal { () throws(Refusal) in
            try register.sanction(.warning, on: "2024-08-19")
        }
        expectRefusal(early, code: "sanctionBeforeFinding", source: "政务处分法#44")
        let older = refusal { () throws(Refusal) in
            try register.sanction(.admonition, on: "2024-05-19")
        }
        expectRefusal(older, code: "beforeOpening", source: Basis.dueProcess)
        #expect(try register.sanction(.warning, on: "2024-08-20").count == 1)
        for (found, isMarked) in [("2024-01-15", false), ("2024-01-16", true)] {
            var recorded = try Reprimand.register()
            try recorded.perform(
                FindingMade(case: "C-2024-10", subject: "P-0010", finding: .sustained), on(found))
            try recorded.reprimand(.warning, as: "S-1", on: "2024-01-15")
            #expect(marks(recorded, of: "P-0010").contains(.beforeItsBasis) == isMarked)
        }
    }

    @Test("corrected, it was imposed no later than it was served")
    func order() throws {
        var register = try Proceedings.found()
        try register.sanction(.warning)
        let imposed = try #require(register.events.last?.position)
        try register.act("sanction.serve", "S-1", on: "2024-08-22")
        func correct(_ day: String) -> Refusal? {
            refusal { () throws(Refusal) in
                let command = try Register.command(
                    "imposeSanction", "S-1",
                    [
                        "case": "C-2024-01", "subject": "P-0003", "measure": "warning",
                        "authority": "supervision",
                    ], on: day)
                try register.correct(
                    imposed, with: command.signed(by: "clerk.a", approvedBy: "chief.b"))
            }
        }
        expectRefusal(correct("2024-08-23"), code: "imposedLater", source: "政务处分法#45")
        #expect(correct("2024-08-22") == nil)
    }

    @Test("recorded from elsewhere, a correction to something heavier after an appeal is marked")
    func recorded() throws {
        var register = try Reprimand.served()
        try register.act("appeal.file", "A-1", ["sanction": "S-2024-10"], on: "2024-01-22")
        let imposed = try #require(
            register.events.first { $0.event.is(SanctionImposed.self) }?.position)
        let heavier = try Register.command(
            "imposeSanction", "S-2024-10",
            [
                "case": "C-2024-10", "subject": "P-0010", "measure": "removal",
                "announcedTo": "unit",
            ], on: "2024-01-15")
        try register.correct(
            imposed, with: heavier.signed(by: "clerk.a", approvedBy: "chief.b"))
        #expect(marks(register, of: "P-0010").contains(.heavierAfterAppeal))
    }

    @Test("no sanction becomes what such persons cannot receive")
    func rectified() throws {
        for (kind, code) in [
            ("grassroots", "notForPersonnel"), ("congressElected", "relieveFirst"),
            ("civilServant", nil),
        ] as [(String, String?)] {
            var register = try Proceedings.heard()
            try register.ask(
                "takePost",
                [
                    "subject": "P-0003", "unit": "U-OTHER", "post": "成员",
                    "personnel": .string(kind),
                ], on: "2024-08-01")
            try register.find("P-0003", .sustained, on: "2024-08-20")
            try register.sanction(.demerit)
            let refused = refusal { () throws(Refusal) in
                try register.act(
                    "sanction.rectify", "S-1",
                    ["measure": "removal", "by": "superior", "ground": "定性有误"],
                    on: "2024-09-01", approvedBy: "chief.b")
            }
            #expect(refused?.code == code)
        }
    }

    @Test(
        "who by the title was elected is only marked, who was not is not",
        arguments: [
            ("副旗长", "人民政府", true), ("院长", "人民法院", true), ("主任", "人大常委会", true),
            ("主席", "政协委员会", false), ("局长", "水利局", false), ("院长", "人民医院", false),
        ])
    func assumed(post: String, unit: String, isMarked: Bool) throws {
        var register = try Proceedings.heard()
        try register.perform(
            SubjectRegistered(subject: "U-9", kind: .unit, title: "示例旗" + unit))
        try register.ask(
            "takePost", ["subject": "P-0003", "unit": "U-9", "post": .string(post)],
            on: "2024-08-01")
        try register.find("P-0003", .sustained, on: "2024-08-20")
        #expect(try register.sanction(.removal).count == 1)
        #expect(marks(register).contains(.possiblyNotRelievedFirst) == isMarked)
    }

    @Test("of a chain of combined ones, what the annulled one had taken up stays with the next")
    func chain() throws {
        var register = try Proceedings.found()
        try register.sanction(.warning, ["act": "1"])
        try register.sanction(
            .warning, as: "S-2", ["act": "2", "combines": ["S-1"], "months": 9])
        try register.sanction(
            .warning, as: "S-3", ["act": "3", "combines": ["S-2"], "months": 12])
        try register.ask(
            "annulSanction",
            ["sanction": "S-2", "case": "C-2024-01", "subject": "P-0003", "by": "organ"],
            on: "2024-10-01", approvedBy: "chief.b")
        #expect(row(register, "S-1")?.state == .combined)
        #expect(row(register, "S-1")?.life.combination?.fact.sanction == "S-3")
        #expect(row(register, "S-3")?.state == .inEffect)
        // Taken up anew after the annulment, it is with what took it up last.
        var anew = try Proceedings.found()
        try anew.sanction(.warning, ["act": "1"])
        try anew.sanction(.warning, as: "S-2", ["act": "2", "combines": ["S-1"], "months": 9])
        try anew.ask(
            "annulSanction",
            ["sanction": "S-2", "case": "C-2024-01", "subject": "P-0003", "by": "organ"],
            on: "2024-10-01", approvedBy: "chief.b")
        #expect(row(anew, "S-1")?.state == .inEffect)
        try anew.sanction(
            .warning, as: "S-3", on: "2024-10-02",
            ["act": "3", "combines": ["S-1"], "months": 9])
        #expect(row(anew, "S-1")?.life.combination?.fact.sanction == "S-3")
    }

    @Test("who left on a day that nobody knows has left by the day on which that is recorded")
    func undated() throws {
        for reason in [Departure.died, .retired] {
            var register = try Reprimand.register()
            try register.perform(EmploymentEnded(subject: "P-0010", reason: reason))
            // Recorded on 15 January 2024.
            let file = register.file("P-0010")
            #expect(file.departure(on: day("2024-01-14")) == nil)
            #expect(file.departure(on: day("2024-01-15"))?.reason == reason)
            #expect(marks(register, of: "P-0010").contains(.endUnknown))
            #expect(
                refusal { () throws(Refusal) in try register.reprimand(.warning, as: "S-1") }?
                    .source == "政务处分法#27")
        }
    }
}
