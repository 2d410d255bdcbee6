import Law
import LawSupport
import Testing

@Suite("The built-in rulebooks — 新左政发〔2020〕26号; 国务院令第713号")
struct BuiltInRulesTests {
    @Test("each reads without a fault", arguments: LawDocuments.allEditions)
    func sound(edition: String) throws {
        #expect(try LawDocuments.rulebook(edition).faults() == [])
    }

    @Test("each edition says what it is and from when it is in force")
    func editions() throws {
        let books = try LawDocuments.editions.map(LawDocuments.rulebook)
        #expect(books.map(\.code) == ["713", "XZZ-2020-26", "XZZ-2020-26"])
        #expect(books.map(\.version) == [6, 7, 8])
        #expect(books.map(\.inForceFrom.description) == ["2019-09-01", "2020-12-23", "2025-06-01"])
        #expect(books.map(\.parent) == [nil, "713", "713"])
    }

    static let notice = ["xzz-2020-26", "xzz-2020-26-v2"]

    @Test("the notice's 17 articles, 19 tasks and 19 grounds are all there", arguments: notice)
    func whole(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        #expect(book.articles.map(\.code) == (1...17).map { "XZZ-2020-26#\($0)" })
        #expect(book.tasks.map(\.number) == Array(1...19))
        #expect(
            book.grounds.map(\.code) == [
                "G6.1", "G6.2", "G6.3", "G6.4", "G7.1", "G7.2", "G7.3", "G8.1", "G8.2", "G8.3",
                "G9.1", "G9.2", "G9.3", "G10.1", "G10.2", "G10.3", "G11.1", "G11.2", "G11.3",
            ])
        for ground in book.grounds {
            #expect("G" + ground.article.dropFirst(12) + ".\(ground.item)" == ground.code)
        }
    }

    @Test("what the machine detects, what people do, and what is between", arguments: notice)
    func detection(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        func codes(_ detection: Rulebook.Detection) -> [String] {
            book.grounds.filter { $0.detectedBy == detection }.map(\.code)
        }
        #expect(
            codes(.machine) == [
                "G6.1", "G6.2", "G6.3", "G7.1", "G8.1", "G8.2", "G9.1", "G9.2", "G10.2", "G11.1",
                "G11.2",
            ])
        #expect(codes(.part) == ["G7.2", "G10.1"])
        #expect(codes(.people) == ["G6.4", "G7.3", "G8.3", "G9.3", "G10.3", "G11.3"])
        #expect(codes(.none) == [])
        // Whatever the program can recognise raises exactly one ground.
        for trigger in Rulebook.Trigger.allCases {
            #expect(book.grounds(raisedBy: trigger).count == 1, "\(trigger)")
        }
    }

    @Test("the regulations of 2019 know the steps and none of the notice's grounds or tasks")
    func before() throws {
        let book = try LawDocuments.rulebook("713-2019")
        #expect(book.grounds.isEmpty && book.tasks.isEmpty)
        #expect(book.steps.count == 5)
        #expect(!book.clocks.contains { $0.source.hasPrefix("XZZ") })
    }

    @Test("three steps can be done without, the last two never", arguments: LawDocuments.editions)
    func steps(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        #expect(
            book.steps.map(\.code) == [
                "participation", "expertReview", "riskAssessment", "legalityReview",
                "collectiveDiscussion",
            ])
        #expect(book.steps.map(\.isWaivable) == [true, true, true, false, false])
    }

    @Test("each clock is as long as the law says", arguments: LawDocuments.editions)
    func clocks(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        var expected: [String: String] = [
            "consultationMinimum": "30 days", "hearingNotice": "7 days",
            "legalityReviewMinimum": "7 workingDays", "publication": "20 workingDays",
            "employerDecision": "6 months", "employerDecisionMaximum": "12 months",
            "personnelChange": "1 month", "personnelChangeMaximum": "6 months",
            "reputationRestoration": "30 days",
            "transferAnswer": "60 days", "expertAnswer": "60 days",
            "A.reexamination.file": "1 month", "A.reexamination.decide": "1 month",
            "A.recheck.file": "1 month", "A.recheck.decide": "2 months",
            "B.review.file": "30 days", "B.review.decide": "30 days", "B.appeal.file": "15 days",
            "B.appeal.fileDirect": "30 days", "B.appeal.decide": "60 days",
            "B.appeal.extension": "30 days", "B.reappeal.file": "30 days",
            "B.reappeal.decide": "60 days",
        ]
        if edition.hasPrefix("xzz") {
            expected.merge([
                "D.review.file": "1 month", "D.review.decide": "1 month",
                "D.appeal.file": "1 month", "D.appeal.decide": "2 months",
                "D.appeal.extension": "1 month",
            ]) { $1 }
        }
        // Those of records of dishonesty stand in a test of their own.
        let clocks = book.clocks.filter { !CreditRulesTests.clocks.keys.contains($0.code) }
        #expect(
            Dictionary(uniqueKeysWithValues: clocks.map { ($0.code, $0.span.description) })
                == expected)
        let minimums = ["consultationMinimum", "hearingNotice", "legalityReviewMinimum"]
        #expect(clocks.filter { !$0.rolls }.map(\.code) == minimums)
    }

    @Test("route A cites Art. 49 of the supervision law, Art. 56 since its revision")
    func revision() throws {
        let law = try LawDocuments.law()
        for (text, source) in [("2025-05-31", "监察法#49"), ("2025-06-01", "监察法#56")] {
            #expect(law.bodies(on: day(text))?.clock("A.recheck.file")?.source == source)
        }
        // Nothing else changed.
        let (one, two) = (
            try LawDocuments.rulebook("xzz-2020-26"), try LawDocuments.rulebook("xzz-2020-26-v2")
        )
        #expect(one.measures == two.measures && one.grounds == two.grounds)
        #expect(one.steps == two.steps && one.articles == two.articles)
        #expect(one.mitigations == two.mitigations)
        // But the regulation on payments, which is another since that day, too.
        func settings(_ book: Rulebook) -> [Rulebook.Setting] {
            book.settings.filter { $0.code != "recognitionIsInstrument" }
        }
        #expect(settings(one) == settings(two) && one.settings.count == two.settings.count)
        #expect(one.clocks.map(\.span) == two.clocks.map(\.span))
    }

    @Test("routes and their stages", arguments: LawDocuments.editions)
    func routes(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        let isOfNotice = edition.hasPrefix("xzz")
        #expect(book.routes.map(\.code) == ["A", "B", "C"] + (isOfNotice ? ["D"] : []))
        #expect(book.route("A")?.stages.map(\.code) == ["reexamination", "recheck"])
        #expect(book.route("B")?.stages.map(\.code) == ["review", "appeal", "reappeal"])
        #expect(book.route("B")?.stage("appeal")?.directClock == "B.appeal.fileDirect")
        let asProvided = try #require(book.route("C")?.stage("asProvided"))
        #expect(asProvided.fileClock == nil && asProvided.decideClock == nil)
        let common = book.routes.prefix(3)
        #expect(common.map(\.authority) == [.supervision, .employer, .employer])
        #expect(common.map(\.isForLeadingMembers) == [false, false, true])
        guard isOfNotice else { return }
        #expect(book.route("C")?.personnel == ["civilServant", "congressElected"])
        let ofEnterprises = try #require(book.route("D"))
        #expect(ofEnterprises.authority == .employer && !ofEnterprises.isForLeadingMembers)
        #expect(ofEnterprises.personnel == ["stateEnterprise"])
        #expect(ofEnterprises.openFrom == day("2024-09-01"))
        #expect(ofEnterprises.stages.map(\.code) == ["review", "appeal"])
        #expect(ofEnterprises.stages.map(\.directClock) == [nil, nil])
    }

    @Test("from when a stage is to be decided", arguments: LawDocuments.editions)
    func starts(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        // 公务员法 96: 接到复核申请书后; 自受理之日起.
        let stages = try #require(book.route("B")).stages.map(\.decideFrom)
        #expect(stages == [.event(.filing), .event(.acceptance), .event(.acceptance)])
        // 监察法 is silent.
        let silent = try #require(book.route("A")).stages.map(\.decideFrom)
        #expect(silent == [.setting("routeADecisionStart"), .setting("routeADecisionStart")])
        let setting = try #require(book.setting("routeADecisionStart"))
        #expect(setting.value == .text("acceptance") && setting.confidence == .medium)
    }

    @Test(
        "post and pay change for demotion and heavier, of 政务处分 alone",
        arguments: LawDocuments.editions)
    func personnel(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        for code in ["personnelChange", "personnelChangeMaximum"] {
            let clock = try #require(book.clock(code))
            #expect(clock.measures == ["demotion", "removal", "dismissal"])
            #expect(clock.authority == .supervision)
        }
        for code in ["employerDecision", "employerDecisionMaximum"] {
            #expect(book.clock(code)?.authority == .employer)
        }
        #expect(book.clocks.count { $0.measures != nil || $0.authority != nil } == 4)
    }

    @Test("the six sanctions run 6, 12, 18 and 24 months", arguments: LawDocuments.editions)
    func sanctions(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        #expect(book.families.map(\.code) == ["accountability", "sanction", "party", "credit"])
        let six = book.measures.filter { $0.family == "sanction" }
        #expect(six.map(\.months) == [6, 12, 18, 24, 24, nil])
        #expect(six.map(\.rank) == Array(1...6))
        #expect(book.combination.maximumMonths == 48)
        #expect(book.family("party")?.isReferenceOnly == true)
    }

    @Test("settings are there under their names", arguments: LawDocuments.editions)
    func settings(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        #expect(book.flag("sanctionPeriodIncludesFirstDay") == true)
        #expect(book.flag("variationKeepsOriginalStart") == true)
        // What the law leaves open is said to be assumed, and cites no law that says otherwise.
        let firstDay = try #require(book.setting("sanctionPeriodIncludesFirstDay"))
        #expect(firstDay.source == (edition == "713-2019" ? "公务员法#64" : "政务处分法#8"))
        #expect(firstDay.noteChinese.contains("推定") && firstDay.noteEnglish.contains("Assumed"))
        #expect(book.number("admonitionMonths") == 6)
        #expect(book.number("leadingPostBarMonths") == 12)
        #expect(book.number("higherPostBarMonths") == 24)
        #expect(book.number("maximumCombinedMonths") == 48)
        #expect(book.number("panelMinimum") == 3)
        #expect(book.setting("routeCClock")?.value == .text("none"))
        #expect(book.number("routeCClock") == nil && book.flag("panelMinimum") == nil)
    }

    @Test(
        "mitigation by recorded dissent may lift responsibility", arguments: LawDocuments.editions)
    func mitigation(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        #expect(book.mitigation("dissent")?.mayExempt == true)
        #expect(book.mitigation("dissent")?.source == "713#38")
        // 处分条例 14 lightens by a step and may waive a warning; 政务处分法 12(2) knows who was coerced.
        let own = edition == "713-2019" ? "disclosureAndLossAverted" : "coerced"
        #expect(
            Set(book.mitigations.filter(\.mayExempt).map(\.code)) == [
                "dissent", "superiorOrder", "slight", "toleranceLocal", own,
            ])
    }

    /// I9: every rule cites its source. Walks the document itself, so that no list is forgotten.
    @Test("every entry cites a source", arguments: LawDocuments.allEditions)
    func sources(edition: String) throws {
        var entries = 0
        func walk(_ tree: Tree, _ at: String) {
            switch tree {
            case .array(let values):
                for (index, value) in values.enumerated() { walk(value, "\(at)[\(index)]") }
            case .object(let members):
                if members["code"] != nil || members["number"] != nil {
                    entries += 1
                    let cited = ["source", "article", "text", "rule"].contains {
                        if case .string(let text)? = members[$0] { text.count > 2 } else { false }
                    }
                    #expect(cited, "\(at)")
                }
                for (name, value) in members { walk(value, "\(at).\(name)") }
            default: break
            }
        }
        walk(try LawDocuments.tree("rules/\(edition).json"), edition)
        #expect(entries > 100)
    }
}
