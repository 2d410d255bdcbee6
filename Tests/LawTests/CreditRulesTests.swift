import LawSupport
import Testing

@testable import Law

@Suite("What the rules say of records of dishonesty")
struct CreditRulesTests {
    /// As the provisions that each names give them, worked out apart from the product.
    static let clocks = [
        "record.notify": "10 workingDays", "record.explanation": "30 days",
        "record.restore": "30 days", "objection.flag": "1 workingDay",
        "objection.own": "3 workingDays", "objection.source": "7 workingDays",
        "objection.sourceAnswer": "3 workingDays", "objection.tellViewers": "3 workingDays",
        "objection.review": "15 workingDays", "creditComplaint.answer": "30 days",
        "repair.decide": "3 workingDays", "repair.extension": "3 workingDays",
        "repair.overall": "10 workingDays", "repair.bar": "12 months",
        "platform.update": "1 workingDay", "platform.withdrawBasis": "3 workingDays",
        "publicity.upload": "7 workingDays", "publicity.withdraw": "3 workingDays",
        "disclosure.publish": "20 workingDays", "inspection.publish": "20 workingDays",
    ]
    static let editions = ["xzz-2020-26", "xzz-2020-26-v2"]

    private func credit(on text: String) throws -> CreditRules {
        try #require(try LawDocuments.law().bodies(on: day(text))?.credit)
    }

    @Test(
        "each clock is as long as its provision says; a bar alone does not roll",
        arguments: editions)
    func clocks(edition: String) throws {
        let book = try LawDocuments.rulebook(edition)
        for (code, span) in Self.clocks {
            let clock = try #require(book.clock(code))
            #expect(clock.span.description == span, "\(code)")
            #expect(clock.rolls == (code != "repair.bar"), "\(code)")
        }
        // What a national law itself says is certain; the rest says that it is not.
        let certain = Self.clocks.keys.filter { book.clock($0)?.confidence == .high }
        #expect(Set(certain) == ["publicity.withdraw", "disclosure.publish"])
    }

    @Test("before the notice no rules of records are known")
    func before() throws {
        let law = try LawDocuments.law()
        #expect(law.bodies(on: day("2020-12-22"))?.credit == nil)
        #expect(law.bodies(on: day("2020-12-23"))?.credit != nil)
    }

    @Test(
        "of a catalogue the day alone tells the regime, both sides of each change",
        arguments: [
            ("2023-04-30", "pre58"), ("2023-05-01", "order58"), ("2026-03-31", "order58"),
            ("2026-04-01", "order36"), ("2099-01-01", "order36"),
        ])
    func inside(text: String, expected: String) throws {
        let credit = try credit(on: "2026-05-01")
        for kind in ["judgment", "confirmedBreach"] {
            #expect(credit.profile(inside: true, kind: kind, on: day(text))?.code == expected)
        }
    }

    @Test(
        "outside, a confirmed breach has its own regime from the day of its document, others none")
    func outside() throws {
        let credit = try credit(on: "2026-05-01")
        func code(_ kind: String, _ text: String) -> String? {
            credit.profile(inside: false, kind: kind, on: day(text))?.code
        }
        #expect(code("confirmedBreach", "2023-08-09") == "local")
        #expect(code("confirmedBreach", "2023-08-10") == "ndrc1103")
        #expect(code("accountability", "2023-08-10") == "local")
        #expect(credit.profile("ndrc1103")?.repairAtOnce == true)
        #expect(credit.profile("local")?.repairAtOnce == false)
    }

    @Test("how long each regime shows a record, and from when it is repaired")
    func months() throws {
        let credit = try credit(on: "2026-05-01")
        let order36 = try #require(credit.profile("order36"))
        #expect(order36.grades.map(\.code) == ["minor", "general", "serious"])
        #expect(order36.grades.map(\.minimumMonths) == [nil, 3, 12])
        #expect(order36.grades.map(\.maximumMonths) == [3, 12, 36])
        let order58 = try #require(credit.profile("order58"))
        #expect((order58.minimumMonths, order58.maximumMonths) == (3, 36))
        #expect(order58.safetyMinimumMonths == 12 && order58.grades.isEmpty)
        let local = try #require(credit.profile("local"))
        #expect(local.minimumMonths == nil && local.maximumSetting == "localMaximumMonths")
        #expect(credit.profile("pre58")?.maximumMonths == nil)
    }

    @Test(
        "what puts on record: four kinds of the notice, two by settings, and the Party's by one that says no"
    )
    func kinds() throws {
        let credit = try credit(on: "2026-05-01")
        let bare = credit.instrumentKinds.filter { $0.setting == nil }.map(\.code)
        #expect(
            bare == ["judgment", "administrativePenalty", "disciplinarySanction", "accountability"])
        let bodies = try #require(try LawDocuments.law().bodies(on: day("2026-05-01")))
        let hanging = credit.instrumentKinds.compactMap { kind in
            kind.setting.map { (kind.code, bodies.flag($0)) }
        }
        #expect(hanging.map(\.0) == ["confirmedBreach", "recognition", "partyDiscipline"])
        #expect(hanging.map(\.1) == [true, true, false])
        #expect(credit.instrumentKind("confirmedBreach")?.subjects == [.unit])
        #expect(credit.instrumentKind("confirmedBreach")?.from == day("2023-08-10"))
        #expect(credit.instrumentKind("disciplinarySanction")?.subjects == [.person])
    }

    @Test("the sort of an organ is told by its name, one name may tell two, most tell none")
    func organs() throws {
        let credit = try credit(on: "2026-05-01")
        func sorts(_ name: String) -> [String] {
            credit.sorts(ofUnitNamed: name).map(\.code)
        }
        #expect(sorts("示例旗纪委监委") == ["discipline"])
        #expect(sorts("示例旗人民法院") == ["court"])
        #expect(sorts("示例旗公安局交管大队") == ["police"])
        #expect(sorts("示例旗水利局").isEmpty)
        #expect(sorts("中共示例旗委组织部") == ["organisation", "partyOrgan"])
    }

    @Test("an item is found in a loaded edition alone; none is loaded so far")
    func catalogue() throws {
        let credit = try credit(on: "2026-05-01")
        let asked = credit.item("A-1", of: "2024", .nationalBasic, on: day("2026-05-01"))
        #expect(!asked.isLoaded && asked.item == nil)
    }

    @Test("a measure is on the list with those whom it concerns and who applies it")
    func measures() throws {
        let credit = try credit(on: "2026-05-01")
        #expect(credit.measure("honour")?.subjects == [.unit, .person])
        #expect(credit.measure("newProjects")?.organs == ["development"])
        #expect(credit.measure("ndrcFunds")?.organs.isEmpty == true)
        #expect(credit.measure("blacklist") == nil)
        // The regulation on payments was another before June 2025.
        #expect(
            try self.credit(on: "2025-05-31").measure("funding")?.source
                == "保障中小企业款项支付条例（2020）#19")
        #expect(
            try self.credit(on: "2025-06-01").measure("funding")?.source
                == "保障中小企业款项支付条例#26")
    }
}
