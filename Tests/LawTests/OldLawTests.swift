import Law
import LawSupport
import Testing

@Suite("The law of before the Order — 处分条例 of 2007; 公务员法 of 2005; 监察法 of 2018")
struct OldLawTests {
    @Test(
        "a day before September 2019 is judged by the regulations on sanctions, and by nothing after",
        arguments: [
            ("2007-05-31", []), ("2007-06-01", ["495/4"]), ("2018-03-19", ["495/4"]),
            ("2018-03-20", ["495/5"]), ("2019-05-31", ["495/5"]), ("2019-06-01", ["495/6"]),
            ("2019-08-31", ["495/6"]), ("2019-09-01", ["713/6"]), ("2020-06-30", ["713/6"]),
            ("2020-07-01", ["713/7"]), ("2020-12-23", ["713/7", "XZZ-2020-26/7"]),
        ])
    func inForce(text: String, editions: [String]) throws {
        let law = try LawDocuments.lawSince2007()
        #expect((law.bodies(on: day(text))?.editions ?? []).map(\.edition) == editions)
        #expect(law.firstDay == day("2007-06-01"))
    }

    @Test("it claims no decision: how those are made has rules from the Order's first day on")
    func decisions() throws {
        let law = try LawDocuments.lawSince2007()
        #expect(law.firstDecisionDay == day("2019-09-01"))
        let (before, last) = (day("2007-05-31"), day("2019-08-31"))
        #expect(law.decisionFault(on: before) == .noRules(on: before, first: day("2007-06-01")))
        #expect(
            law.decisionFault(on: last) == .noDecisionRules(on: last, first: day("2019-09-01")))
        #expect(law.decisionFault(on: day("2019-09-01")) == nil)
        #expect(law.decisionBodies(on: last) == nil && law.bodies(on: last) != nil)
        #expect(law.decisionBodies(on: day("2019-09-01"))?.steps.count == 5)
        // A ledger that carries nothing else.
        var alone = Law()
        let book = try LawDocuments.rulebook("495-2019")
        let at = try #require(Instant("2026-01-05T01:00:00.000Z"))
        alone.activate(.init(book, digest: "", position: 1, at: at, by: "init"))
        #expect(alone.decisionFault(on: last) == .noDecisionRules(on: last, first: nil))
        // Its last day is its own, and nothing of before answers again.
        #expect(alone.bodies(on: last) != nil && alone.bodies(on: day("2019-09-01")) == nil)
        #expect(alone.lastDay(of: book) == last)
        #expect(
            alone.decisionFault(on: day("2019-09-01"))
                == .noRules(on: day("2019-09-01"), first: day("2019-06-01")))
        alone.activate(
            .init(
                try LawDocuments.rulebook("495-2007"), digest: "", position: 2, at: at, by: "init"))
        #expect(alone.bodies(on: day("2019-05-31"))?.editions.map(\.edition) == ["495/4"])
        #expect(alone.bodies(on: day("2019-09-01")) == nil)
    }

    // 处分条例 6, 7, 8, 9, 10.
    @Test("the six sanctions, their periods and what they bar", arguments: LawDocuments.before)
    func sanctions(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        let six = book.measures.filter { $0.family == "sanction" }
        #expect(
            six.map(\.code) == [
                "warning", "demerit", "seriousDemerit", "demotion", "removal", "dismissal",
            ])
        #expect(six.map(\.months) == [6, 12, 18, 24, 24, nil])
        #expect(six.map(\.source) == Array(repeating: "处分条例#7", count: 5) + ["处分条例#9"])
        #expect(six.allSatisfy { $0.confidence == .high && $0.needsService })
        func bars(_ code: String) -> [Rulebook.Bar] {
            (book.measure(code)?.effects ?? []).flatMap(\.bars)
        }
        #expect(bars("warning") == [.promotion] && bars("demerit") == [.promotion, .payRise])
        #expect(bars("removal") == [.promotion, .payRise] && bars("dismissal") == [.recruitment])
        #expect(book.combination.maximumMonths == 48 && book.combination.executesHeaviest)
        #expect(book.combination.running?.source == "处分条例#10")
    }

    // 处分条例 12 to 14: four that add, and no fifth of a later law.
    @Test("what adds and what lessens", arguments: LawDocuments.before)
    func circumstances(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        #expect(
            book.aggravations.map(\.code) == [
                "principalRole", "tampering", "obstruction", "shielding",
            ])
        let own = book.mitigations.filter { $0.source.hasPrefix("处分条例#1") && $0.code != "dissent" }
        #expect(
            own.map(\.code) == [
                "selfDisclosure", "report", "lossAverted", "disclosureAndLossAverted", "slight",
            ])
        #expect(own.filter(\.mayExempt).map(\.code) == ["disclosureAndLossAverted", "slight"])
        #expect(book.mitigation("dissent")?.confidence == .low)
    }

    // 处分条例 44; 监察法(2018) 49; 公务员法(2005) 90, 91; 公务员法(2018) 95, 96.
    @Test("how long there is to object and to decide")
    func clocks() throws {
        let law = try LawDocuments.lawSince2007()
        func clock(_ code: String, _ text: String) -> String {
            law.bodies(on: day(text))?.clock(code).map { "\($0.span) \($0.source)" } ?? "none"
        }
        #expect(clock("A.reexamination.file", "2018-03-19") == "30 days 行政监察法#40")
        #expect(clock("A.reexamination.file", "2018-03-20") == "1 month 监察法#49")
        #expect(clock("A.recheck.decide", "2018-03-19") == "60 days 行政监察法#40")
        #expect(clock("A.recheck.decide", "2018-03-20") == "2 months 监察法#49")
        #expect(clock("B.review.file", "2019-05-31") == "30 days 公务员法（2005）#90")
        #expect(clock("B.review.file", "2019-06-01") == "30 days 公务员法#95")
        #expect(clock("B.appeal.decide", "2019-05-31") == "60 days 公务员法（2005）#91")
        #expect(clock("B.appeal.decide", "2019-06-01") == "60 days 公务员法#96")
        for text in ["2007-06-01", "2018-03-20", "2019-06-01"] {
            #expect(clock("employerDecision", text) == "6 months 处分条例#44")
            #expect(clock("employerDecisionMaximum", text) == "12 months 处分条例#44")
            #expect(clock("publication", text) == "none")
        }
        // What rests on a text that is not at hand says so.
        let old = try LawDocuments.rulebook("495-2007")
        #expect(old.clock("A.recheck.decide")?.confidence == .low)
        #expect(old.clock("B.review.file")?.confidence == .medium)
        #expect(old.clock("employerDecision")?.confidence == .high)
        let bodies = try #require(law.bodies(on: day("2018-03-19")))
        #expect(bodies.decideStart(try #require(bodies.route("A")?.stages.first)) == .filing)
        #expect(old.setting("lawsBefore")?.confidence == .low)
    }

    @Test("an employer's procedure cites the law of its day")
    func citations() throws {
        let law = try LawDocuments.lawSince2007()
        for (text, employer, supervision) in [
            ("2018-03-19", "公务员法（2005）#57、处分条例#39", "行政监察法"),
            ("2018-03-20", "公务员法（2005）#57、处分条例#39", "政务处分暂行规定"),
            ("2019-06-01", "公务员法#63、处分条例#39", "政务处分暂行规定"),
        ] {
            let bodies = try #require(law.bodies(on: day(text)))
            #expect(bodies.citation(of: "政务处分法#43", for: .employer) == employer)
            #expect(bodies.citation(of: "政务处分法#43", for: .supervision) == supervision)
        }
    }

    // 公务员法(2005) 16, 17; the ladder of grades is of 2019.
    @Test("ranks are those of the day")
    func ranks() throws {
        let law = try LawDocuments.lawSince2007()
        let (then, later) = (
            try #require(law.bodies(on: day("2012-01-01"))),
            try #require(law.bodies(on: day("2019-06-01")))
        )
        #expect(then.isHigher("副调研员", than: "主任科员") == true)
        #expect(then.isHigher("科员", than: "副主任科员") == false)
        #expect(later.isHigher("副调研员", than: "主任科员") == nil)
        #expect(later.isHigher("四级调研员", than: "一级主任科员") == true)
        #expect(then.isHigher("四级调研员", than: "一级主任科员") == nil)
        for bodies in [then, later] { #expect(bodies.isHigher("县处级副职", than: "乡科级正职") == true) }
    }

    @Test("a time of those years is counted by the rest days of its year")
    func deadlines() throws {
        let law = try LawDocuments.lawSince2007()
        func due(_ clock: String, _ text: String) throws -> String {
            try law.deadline(clock, from: day(text)).due.description
        }
        // 2012-09-01 + 30 days = 2012-10-01, within the week of rest until 10-07.
        #expect(try due("B.review.file", "2012-09-01") == "2012-10-08")
        // 2015-08-04 + 30 days = 2015-09-03, a day of rest of that year alone; then a weekend, and the
        // Sunday on which work was done instead.
        #expect(try due("B.review.file", "2015-08-04") == "2015-09-06")
        // 2018-03-20 + 1 month is a Friday.
        #expect(try due("A.reexamination.file", "2018-03-20") == "2018-04-20")
        #expect(try due("employerDecision", "2010-04-01") == "2010-10-08")
    }
}
