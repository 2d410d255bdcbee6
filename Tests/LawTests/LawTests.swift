import Law
import LawSupport
import Testing

@Suite("The law that is activated")
struct LawTests {
    private static let january = Instant("2026-01-05T01:00:00.000Z")

    @Test(
        "a day is judged by the latest edition of every code in force on it",
        arguments: [
            ("2019-08-31", []), ("2019-09-01", ["713/6"]), ("2020-12-22", ["713/6"]),
            ("2020-12-23", ["713/6", "XZZ-2020-26/7"]),
            ("2025-05-31", ["713/6", "XZZ-2020-26/7"]),
            ("2025-06-01", ["713/6", "XZZ-2020-26/8"]),
            ("9999-12-31", ["713/6", "XZZ-2020-26/8"]),
        ])
    func inForce(text: String, editions: [String]) throws {
        let law = try LawDocuments.law()
        let bodies = law.bodies(on: day(text))
        #expect((bodies?.editions ?? []).map(\.edition) == editions)
        for code in [RulebookCode.order713, .notice] {
            #expect(
                law.rules(code, on: day(text))?.edition
                    == editions.first { $0.hasPrefix("\(code)/") })
        }
        #expect(law.rules("U-1", on: day(text)) == nil)
    }

    @Test("the order of activation does not matter, except between two of one day")
    func order() throws {
        let at = try #require(Self.january)
        var law = Law()
        for (position, edition) in LawDocuments.editions.reversed().enumerated() {
            let book = try LawDocuments.rulebook(edition)
            law.activate(.init(book, digest: edition, position: position, at: at, by: "init"))
        }
        #expect(law.rules(.notice, on: day("2020-12-23"))?.version == 7)
        #expect(law.rules(.notice, on: day("2026-01-01"))?.version == 8)
        let again = try LawDocuments.rulebook("xzz-2020-26-v2")
        law.activate(.init(again, digest: "again", position: 9, at: at, by: "init"))
        #expect(law.bodies(on: day("2026-01-01"))?.activation(of: .notice)?.digest == "again")
    }

    @Test("known at a moment is only what was activated by then")
    func known() throws {
        let before = try #require(Instant("2026-01-05T00:59:59.999Z"))
        let law = try LawDocuments.law()
        #expect(law.known(at: before) == Law())
        #expect(law.known(at: Self.january) == law)
        #expect(law.known(at: nil) == law)
    }

    @Test("before the first rules, and for a code they do not know, there is no deadline")
    func faults() throws {
        let law = try LawDocuments.law()
        let (early, late) = (day("2019-08-31"), day("2024-01-01"))
        let first = day("2019-09-01")
        #expect(law.firstDay == first && Law().firstDay == nil)
        #expect(throws: LawFault.noRules(on: early, first: first)) {
            try law.deadline("publication", from: early)
        }
        #expect(throws: LawFault.noRules(on: early, first: first)) { try law.inForce(on: early) }
        #expect(throws: LawFault.noRules(on: late, first: nil)) { try Law().inForce(on: late) }
        #expect(try law.inForce(on: first).editions.count == 1)
        let told = LawFault.noRules(on: early, first: first)
        #expect(told.message.values["first"] == .text("2019-09-01"))
        #expect(LawFault.noRules(on: early, first: nil).message.key == "fault.noRules.ever")
        #expect(throws: LawFault.unknownClock("lunch")) { try law.deadline("lunch", from: late) }
        for fault in [
            told, .noRules(on: early, first: nil), .unknownClock("lunch"), .calendarMissing(2027),
        ] {
            #expect(!fault.source.isEmpty && !fault.code.isEmpty)
        }
    }

    @Test("the rules of the day that is asked for, not those of the start")
    func rulesOfTheDay() throws {
        let law = try LawDocuments.law()
        let start = day("2025-05-30")
        #expect(try law.deadline("A.recheck.file", from: start).source == "监察法#49")
        #expect(
            try law.deadline("A.recheck.file", from: start, on: day("2025-06-01")).source
                == "监察法#56")
    }

    @Test("within a family the rank decides, then the months; across families nothing does")
    func heavier() throws {
        let rules = try LawDocuments.rulebook("xzz-2020-26")
        func heavier(_ one: Rulebook.Imposed, _ other: Rulebook.Imposed) -> Bool? {
            rules.isHeavier(one, than: other)
        }
        #expect(heavier(("demotion", 24), ("seriousDemerit", 18)) == true)
        #expect(heavier(("warning", nil), ("seriousDemerit", nil)) == false)
        #expect(heavier(("removal", 24), ("demotion", 24)) == true)
        #expect(heavier(("demerit", 24), ("demerit", 12)) == true)
        #expect(heavier(("demerit", 12), ("demerit", nil)) == false)
        #expect(heavier(("demerit", 13), ("demerit", nil)) == true)
        // Rank first: 48 months of demerit are lighter than 24 of removal.
        #expect(heavier(("demerit", 48), ("removal", 24)) == false)
        // Without an end is longer than any period.
        #expect(heavier(("suspensionPending", nil), ("suspensionPending", 3)) == true)
        #expect(heavier(("criticism", nil), ("criticism", nil)) == false)
        // D2, 4: another family is refused, not compared.
        #expect(heavier(("criticism", nil), ("dismissal", nil)) == nil)
        #expect(heavier(("dismissal", nil), ("criticism", nil)) == nil)
        // Nor what Art. 14 leaves open.
        #expect(heavier(("otherAccountability", nil), ("criticism", nil)) == nil)
        #expect(heavier(("criticism", nil), ("otherAccountability", nil)) == nil)
        #expect(heavier(("flogging", nil), ("warning", nil)) == nil)
        let law = try LawDocuments.law()
        #expect(
            law.isHeavier(("removal", nil), than: ("warning", nil), on: day("2024-01-01")) == true)
        #expect(
            law.isHeavier(("removal", nil), than: ("warning", nil), on: day("2019-01-01")) == nil)
    }

    /// 政务处分法 Art. 67: 从旧兼从轻.
    @Test("an act is judged by the rules of its day, and by the lighter measure if they changed")
    func lighter() throws {
        let at = try #require(Self.january)
        func law(_ months: (then: Int, now: Int)) throws -> Law {
            var law = Law()
            for (edition, months) in [("xzz-2020-26", months.then), ("xzz-2020-26-v2", months.now)]
            {
                guard case .object(var members) = try LawDocuments.tree("rules/\(edition).json"),
                    case .array(var measures)? = members["measures"],
                    case .object(var demotion) = measures[11]
                else { throw CalendarMissing(year: 0) }
                demotion["months"] = .integer(months)
                measures[11] = .object(demotion)
                members["measures"] = .array(measures)
                let book = try Rulebook(from: #require(TreeReader(Tree.object(members))))
                law.activate(.init(book, digest: "", position: 0, at: at, by: "init"))
            }
            return law
        }
        for (then, now, expected, version) in [(18, 24, 18, 7), (24, 18, 18, 8), (24, 24, 24, 7)] {
            let rules = try #require(
                law((then, now)).rules(judging: day("2024-01-01"), on: day("2026-01-01")))
            #expect(rules.ofTheAct.foremost.version == 7)
            #expect(rules.ofTheDecision.foremost.version == 8)
            #expect(rules.measure("demotion")?.months == expected)
            #expect(rules.rules(of: "demotion")?.version == version)
        }
        let whole = try LawDocuments.law()
        #expect(whole.rules(judging: day("2019-01-01"), on: day("2026-01-01")) == nil)
        let rules = try #require(whole.rules(judging: day("2020-01-01"), on: day("2021-06-01")))
        #expect(rules.ofTheAct.foremost.code == .order713 && rules.ofTheAct.grounds.isEmpty)
        #expect(rules.measure("flogging") == nil)
    }
}
