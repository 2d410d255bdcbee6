import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("D2 4: an appeal's outcome is never heavier than the sanction — 政务处分法 Art. 56")
struct AppealOutcomeTests {
    private static let six: [Measure] = [
        .warning, .demerit, .seriousDemerit, .demotion, .removal, .dismissal,
    ]
    private static let months = [6, 12, 18, 24, 24, Int.max]

    @Test(
        "of the six, each may become a lighter one, no other, and not what it is", arguments: six,
        six)
    func rank(from: Measure, to: Measure) throws {
        var register = try Register.sanctioned(from)
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let refusal = register.refusalOfDeciding(
            "A-1", "varied", ["measure": .string(to.rawValue)], on: "2024-03-05")
        let (one, two) = (
            try #require(Self.six.firstIndex(of: from)), try #require(Self.six.firstIndex(of: to))
        )
        #expect(refusal?.code == (two > one ? "heavier" : two == one ? "unchanged" : nil))
    }

    @Test(
        "the period is that of the law: an appeal never lengthens it, nor invents one",
        arguments: [
            ("seriousDemerit", 19, "heavier"), ("seriousDemerit", 18, "unchanged"),
            ("seriousDemerit", 17, "notStatutoryMonths"), ("warning", 48, "notStatutoryMonths"),
            ("warning", 3, "notStatutoryMonths"), ("demerit", 18, "notStatutoryMonths"),
            ("warning", 49, "outOfRange"), ("warning", 6, nil), ("demerit", 12, nil),
        ])
    func months(_ measure: String, _ months: Int, _ code: String?) throws {
        var register = try Register.sanctioned(.seriousDemerit)
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let refusal = register.refusalOfDeciding(
            "A-1", "varied", ["measure": .string(measure), "months": .integer(months)],
            on: "2024-03-05")
        #expect(refusal?.code == code)
    }

    @Test("an appeal may do what a variation may, no more and no less", arguments: six, six)
    func asAnyVariation(from: Measure, to: Measure) throws {
        var register = try Register.sanctioned(from)
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        for months in [nil, 1, 3, 6, 12, 18, 24, 48] {
            var fields: [String: Tree] = ["measure": .string(to.rawValue)]
            if let months { fields["months"] = .integer(months) }
            var (appealed, varied) = (register, register)
            let appeal = appealed.refusalOfDeciding("A-1", "varied", fields, on: "2024-03-05")
            fields["by"] = "organ"
            let other = varied.refusal(
                "sanction.vary", "S-1", fields, on: "2024-03-05", approvedBy: "chief.b")
            #expect((appeal == nil) == (other == nil), "\(from) to \(to) for \(months ?? 0)")
        }
    }

    @Test("where a varied period begins anew, it does not end later than the old one")
    func endsLater() throws {
        var register = try Register.sanctioned(.seriousDemerit)
        register.law = try LawDocuments.law(setting: "variationKeepsOriginalStart", to: false)
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        // Eighteen months from 2024-01-15 end on 2025-07-14; six from 2025-01-15 end there too.
        let filed = register
        func refusal(on text: String) -> Refusal? {
            var register = filed
            return register.refusalOfDeciding("A-1", "varied", ["measure": "warning"], on: text)
        }
        #expect(refusal(on: "2025-01-15") == nil)
        #expect(
            refusal(on: "2025-01-16")
                == .sanction(.endsLater(now: day("2025-07-14"), proposed: day("2025-07-15"))))
    }

    @Test("what is annulled is neither annulled again nor varied; the appeal can be withdrawn")
    func annulledBefore() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.perform(
            SanctionAnnulled(sanction: "S-1", case: "C-1", subject: "P-0003", by: .organ),
            on("2024-02-20"))
        let left = Refusal.appeal(.nothingLeft("S-1", annulled: day("2024-02-20")))
        #expect(register.refusalOfDeciding("A-1", "annulled", on: "2024-03-05") == left)
        #expect(
            register.refusalOfDeciding(
                "A-1", "varied", ["measure": "warning"], on: "2024-03-05") == left)
        #expect(try register.act("appeal.withdraw", "A-1", on: "2024-03-05").count == 1)
    }

    @Test("what is remitted is closed: the organ decides anew, and the next stage is not filed")
    func remitted() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.decide("A-1", "remitted", on: "2024-03-05")
        try register.act("appeal.serve", "A-1", on: "2024-03-06")
        let timeline = try register.timeline(asOf: "2024-03-10")
        #expect(timeline.finalSince == day("2024-03-05") && !timeline.isOpen)
        #expect(
            register.refusalOfFiling("A-2", "recheck", on: "2024-03-20")
                == .appeal(.remitted("A-1", on: day("2024-03-05"))))
    }

    @Test(
        "another family is refused, however mild",
        arguments: [Measure.criticism, .partyWarning, .honourDisqualification])
    func family(_ measure: Measure) throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let refusal = register.refusalOfDeciding(
            "A-1", "varied", ["measure": .string(measure.rawValue)], on: "2024-03-05")
        #expect(refusal?.code == "otherFamily")
    }

    @Test("measured against what an earlier stage made of it, not against what was imposed")
    func afterVariation() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        try register.decide("A-1", "varied", ["measure": "warning"], on: "2024-03-05")
        try register.act("appeal.serve", "A-1", on: "2024-03-06")
        try register.file("A-2", "A", "recheck", on: "2024-03-20")
        #expect(
            register.refusalOfDeciding("A-2", "varied", ["measure": "demerit"], on: "2024-04-01")?
                .code == "heavier")
    }

    @Test("a measure that the rules do not know is refused")
    func unknownMeasure() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(
            register.refusalOfDeciding("A-1", "varied", ["measure": "reprimand"], on: "2024-03-05")?
                .code == "measureUnknown")
        #expect(
            register.refusalOfDeciding("A-1", "varied", on: "2024-03-05") == .missing("measure"))
        #expect(
            register.refusalOfDeciding(
                "A-1", "maintained", ["measure": "warning"], on: "2024-03-05")
                == .appeal(.measureNotVaried(.maintained)))
    }

    @Test("annulment is recorded with the decision; nothing is left to object to")
    func annulled() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let entries = try register.decide("A-1", "annulled", on: "2024-03-05")
        guard let fact = entries.last?.event[SanctionAnnulled.self] else {
            Issue.record("no annulment was recorded")
            return
        }
        #expect(fact.by == .board && entries.last?.cause == entries.first?.position)
        let served = try register.act("appeal.serve", "A-1", on: "2024-03-06")
        guard let service = served.first?.event[AppealServed.self] else {
            Issue.record("no service was recorded")
            return
        }
        #expect(service.next == nil && service.nextUntil == nil)
        #expect(try register.timeline(asOf: "2024-03-10").measure == nil)
        #expect(
            register.refusalOfFiling("A-2", "recheck", on: "2024-03-20")
                == .appeal(.nothingToAppeal("S-1", annulled: day("2024-03-05"))))
    }

    @Test(
        "maintained and remitted record nothing beside the decision",
        arguments: ["maintained", "remitted"])
    func unchanged(outcome: String) throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(try register.decide("A-1", outcome, on: "2024-03-05").count == 1)
        #expect(try register.timeline(asOf: "2024-03-10").measure == .seriousDemerit)
        #expect(try register.decide("A-1", outcome, on: "2024-03-05").isEmpty)
    }

    @Test("it needs a second person")
    func approver() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        #expect(
            register.refusal("appeal.decide", "A-1", ["outcome": "maintained"], on: "2024-03-05")
                == .needsApprover("appeal.decide"))
    }
}

@Suite("Who decides, and until when — 公务员申诉规定 Art. 5, 公务员法 Art. 96")
struct AppealPanelTests {
    private func appealed() throws -> Register {
        var register = try Register.sanctioned(route: "B")
        try register.file("A-1", "B", "appeal", on: "2024-01-30")
        try register.act("appeal.rule", "A-1", ["admitted": true], on: "2024-02-05")
        return register
    }

    private func refusal(_ members: [String], in register: Register) -> Refusal? {
        var register = register
        return register.refusal(
            "appeal.form-panel", "A-1", ["members": .array(members.map(Tree.string))],
            on: "2024-02-10")
    }

    @Test("a panel is odd, at least three, each once")
    func numbers() throws {
        let register = try appealed()
        #expect(refusal(["P-21", "P-22", "P-23"], in: register) == nil)
        #expect(refusal(["P-21", "P-22"], in: register) == .appeal(.panelEven(2)))
        #expect(refusal(["P-21"], in: register) == .appeal(.panelTooSmall(1, minimum: 3)))
        #expect(refusal(["P-21", "P-22", "P-21"], in: register) == .appeal(.memberTwice("P-21")))
    }

    @Test("who investigated, told the facts or is concerned keeps away")
    func hands() throws {
        var register = try appealed()
        try register.perform(SubjectRegistered(subject: "P-50", kind: .person, name: .clear("虚构丙")))
        try register.perform(
            InvestigatorAssigned(case: Register.file, investigator: "P-50"), on("2024-01-03"))
        #expect(
            refusal(["P-21", "P-22", "P-50"], in: register)
                == .appeal(.memberTookPart("P-50", "C-1")))
        #expect(
            refusal(["P-21", "P-22", "P-0003"], in: register)
                == .appeal(.memberTookPart("P-0003", "C-1")))
    }

    @Test("each hand in the case keeps away: who told the facts, who heard the defence, who found")
    func eachHand() throws {
        var register = try appealed()
        let about: [String: Tree] = ["subject": "P-0003"]
        try register.act(
            "case.notify", "C-1", about.merging(["officer": "P-51"]) { $1 }, on: "2024-05-21")
        try register.act(
            "case.hear-defence", "C-1", about.merging(["officer": "P-52"]) { $1 },
            on: "2024-05-22")
        try register.ask(
            "makeFinding",
            ["case": "C-1", "subject": "P-0003", "finding": "sustained", "officer": "P-53"],
            on: "2024-05-23")
        for hand in ["P-51", "P-52", "P-53"] {
            #expect(
                refusal(["P-21", "P-22", hand], in: register)
                    == .appeal(.memberTookPart(SubjectID(wellFormed: hand), "C-1")))
        }
        #expect(refusal(["P-21", "P-22", "P-54"], in: register) == nil)
    }

    @Test("who is recused keeps away, and a panel that lost a member is formed anew")
    func recused() throws {
        var register = try appealed()
        try register.act(
            "appeal.recuse", "A-1", ["officer": "P-21", "reason": "亲属"], on: "2024-02-08")
        #expect(refusal(["P-21", "P-22", "P-23"], in: register) == .appeal(.memberRecused("P-21")))
        try register.act(
            "appeal.form-panel", "A-1", ["members": ["P-22", "P-23", "P-24"]], on: "2024-02-10")
        #expect(
            register.refusal(
                "appeal.form-panel", "A-1", ["members": ["P-23", "P-24", "P-25"]],
                on: "2024-02-11")
                == .appeal(.panelFormedAlready("A-1", on: day("2024-02-10"))))
        try register.act(
            "appeal.recuse", "A-1", ["officer": "P-22", "reason": "亲属"], on: "2024-02-12")
        #expect(
            register.refusalOfDeciding("A-1", "maintained", on: "2024-03-01")
                == .appeal(.panelIncomplete("A-1", "P-22")))
        try register.act(
            "appeal.form-panel", "A-1", ["members": ["P-23", "P-24", "P-25"]], on: "2024-02-13")
        #expect(try register.decide("A-1", "maintained", on: "2024-03-01").count == 1)
    }

    @Test("who was excluded from the case keeps away from the panel, too")
    func excludedFromCase() throws {
        var register = try appealed()
        try register.perform(SubjectRegistered(subject: "P-55", kind: .person))
        #expect(refusal(["P-21", "P-22", "P-55"], in: register) == nil)
        try register.act(
            "case.recuse", "C-1", ["officer": "P-55", "reason": "亲属"], on: "2024-05-21")
        #expect(refusal(["P-21", "P-22", "P-55"], in: register) == .appeal(.memberRecused("P-55")))
    }

    @Test("an appeal is decided by a panel, a review by the organ itself")
    func required() throws {
        var register = try appealed()
        #expect(
            register.refusalOfDeciding("A-1", "maintained", on: "2024-03-01")
                == .appeal(.noPanel("A-1")))
        var review = try Register.sanctioned(route: "B")
        try review.file("A-1", "B", "review", on: "2024-02-05")
        #expect(review.refusalOfDeciding("A-1", "maintained", on: "2024-03-01") == nil)
    }

    @Test("who decided the review does not decide the appeal")
    func decidedBefore() throws {
        var register = try Register.sanctioned(route: "B")
        try register.file("A-1", "B", "review", on: "2024-02-05")
        try register.decide("A-1", "maintained", ["officers": ["P-31"]], on: "2024-02-20")
        try register.act("appeal.serve", "A-1", on: "2024-02-21")
        try register.file("A-2", "B", "appeal", on: "2024-03-01")
        #expect(
            register.refusal(
                "appeal.form-panel", "A-2", ["members": ["P-31", "P-32", "P-33"]],
                on: "2024-03-05") == .appeal(.memberDecidedBefore("P-31", "A-1")))
    }

    @Test("the time to decide is extended once, where the law says so, before it is over")
    func extended() throws {
        let reexamination = try stageName("A", "reexamination")
        var register = try appealed()
        // Accepted 2024-02-05: sixty days end on Friday 2024-04-05, in Qingming, and roll to 04-07;
        // the thirty more run from 04-05, to Sunday 2024-05-05, which is a holiday.
        try register.act("appeal.extend", "A-1", ["reason": "案情复杂"], on: "2024-03-20")
        let course = try #require(register.appealFile("A-1").course())
        #expect(course.extensions.last?.fact.until == day("2024-05-06"))
        let deciding = try #require(try register.timeline(asOf: "2024-04-20").stages.last?.deciding)
        #expect(deciding.due == day("2024-05-06") && deciding.state == .running(left: 16))
        #expect(
            register.refusal("appeal.extend", "A-1", ["reason": "再延"], on: "2024-04-20")
                == .appeal(.extendedAlready("A-1", until: day("2024-05-06"))))
        var last = try appealed()
        try last.act("appeal.extend", "A-1", ["reason": "案情复杂"], on: "2024-04-07")
        #expect(last.appealFile("A-1").course()?.extensions.last?.fact.until == day("2024-05-06"))
        var late = try appealed()
        #expect(
            late.refusal("appeal.extend", "A-1", ["reason": "案情复杂"], on: "2024-04-08")
                == .appeal(.extensionTooLate("A-1", due: day("2024-04-07"))))
        var waiting = try Register.sanctioned(route: "B")
        try waiting.file("A-1", "B", "appeal", on: "2024-01-30")
        #expect(
            waiting.refusal("appeal.extend", "A-1", ["reason": "案情复杂"], on: "2024-03-20")
                == .appeal(.notAccepted("A-1")))
        var other = try Register.sanctioned()
        try other.file("A-1", "A", "reexamination", on: "2024-02-05")
        #expect(
            other.refusal("appeal.extend", "A-1", ["reason": "案情复杂"], on: "2024-02-20")
                == .appeal(.noExtension(route: "A", stage: reexamination, source: "监察法#49")))
    }

    @Test("no decision by the last day is overdue; nothing is recorded for it")
    func overdue() throws {
        var register = try Register.sanctioned()
        try register.file("A-1", "A", "reexamination", on: "2024-02-08")
        let before = register.events.count
        let timeline = try register.timeline(asOf: "2024-03-10")
        #expect(timeline.stages.last?.deciding?.state == .overdue(by: 2))
        #expect(timeline.isOpen && register.events.count == before)
    }

    @Test("no filing by the last day is a lapse, not an overdue; the decision is final")
    func lapsed() throws {
        let register = try Register.sanctioned()
        let last = try register.timeline(asOf: "2024-02-18")
        #expect(last.filing?.state == .running(left: 0) && last.isOpen)
        let timeline = try register.timeline(asOf: "2024-02-19")
        #expect(timeline.filing?.state == .lapsed(by: 1))
        #expect(timeline.finalSince == day("2024-02-19") && !timeline.isOpen)
    }
}
