import Law
import LawSupport
import Testing

@Suite("Many bodies of law in force at once")
struct BodiesTests {
    private static let start = "2022-01-01"

    /// The built-in law, and then the rules of a region.
    private func law(with parent: String?) throws -> Law {
        var law = try LawDocuments.law()
        try LawDocuments.activate(
            LawDocuments.region(parent: parent, from: Self.start), at: "2026-02-01T01:00:00.000Z",
            in: &law)
        return law
    }

    @Test(
        "another code changes no answer, whoever it was made under",
        arguments: [nil, "713", "XZZ-2020-26", "U-0"])
    func nothingChanges(parent: String?) throws {
        let (before, after) = (try LawDocuments.law(), try law(with: parent))
        for text in ["2021-12-31", Self.start, "2025-05-31", "2025-06-01"] {
            let old = try #require(before.bodies(on: day(text)))
            let new = try #require(after.bodies(on: day(text)))
            #expect(old.foremost == new.foremost)
            #expect(!old.clocks.isEmpty && !old.mitigations.isEmpty && !old.routes.isEmpty)
            for clock in old.clocks { #expect(new.clock(clock.code) == clock) }
            for rule in old.measures {
                #expect(new.measure(rule.code) == rule)
                for other in old.measures {
                    #expect(
                        new.isHeavier((rule.code, nil), than: (other.code, nil))
                            == old.isHeavier((rule.code, nil), than: (other.code, nil)))
                }
            }
            for one in old.mitigations { #expect(new.mitigation(one.code) == one) }
            for one in old.routes { #expect(new.route(one.code) == one) }
            for one in old.steps { #expect(new.step(one.code) == one) }
            for one in old.foremost.settings { #expect(new.setting(one.code) == one) }
            for one in old.grounds {
                #expect(new.ground(one.ground.code)?.ground == one.ground)
                #expect(new.ground(one.ground.code)?.body == one.body)
            }
            #expect(new.catalogue == old.catalogue && new.combination == old.combination)
        }
    }

    @Test(
        "another code adds a body from its day: its grounds, and what nobody said before it",
        arguments: [("2021-12-31", false), (BodiesTests.start, true)])
    func adds(text: String, isThere: Bool) throws {
        let law = try law(with: "713")
        let bodies = try #require(law.bodies(on: day(text)))
        let region = isThere ? ["U-1/1"] : []
        #expect(bodies.editions.map(\.edition) == ["713/6", "XZZ-2020-26/7"] + region)
        #expect((law.rules("U-1", on: day(text)) != nil) == isThere)
        #expect((bodies.clock("U.local") != nil) == isThere)
        #expect((bodies.measure("expulsion") != nil) == isThere)
        #expect(bodies.body(ofMeasure: "expulsion")?.edition == region.first)
        #expect(bodies.body(ofMeasure: "demotion")?.edition == "XZZ-2020-26/7")
        #expect((bodies.ground("U6.9")?.body.code == "U-1") == isThere)
        // The notice says 19; the region the same 19 and one more.
        #expect(bodies.grounds.count == (isThere ? 39 : 19))
        #expect(
            bodies.grounds(raisedBy: .riskAssessmentAbsent).map(\.body.edition)
                == ["XZZ-2020-26/7"] + region)
    }

    @Test("ranks of two bodies are never compared: the body that knows both measures says")
    func heavierAcross() throws {
        let bodies = try #require(law(with: "713").bodies(on: day(Self.start)))
        #expect(bodies.isHeavier(("expulsion", nil), than: ("removal", nil)) == true)
        #expect(bodies.isHeavier(("removal", nil), than: ("expulsion", nil)) == false)
        // Both are in the notice, which gives them 24 months, the region 30.
        #expect(bodies.isHeavier(("removal", 25), than: ("removal", nil)) == true)
        #expect(bodies.isHeavier(("expulsion", nil), than: ("flogging", nil)) == nil)
    }

    @Test("rules made under none leave the word to the first made under them, from its day")
    func implementing() throws {
        let law = try LawDocuments.law()
        for (text, source) in [
            ("2019-09-01", "监察法#34"), ("2020-12-22", "监察法#34"),
            ("2020-12-23", "XZZ-2020-26#14"),
        ] {
            let bodies = try #require(law.bodies(on: day(text)))
            #expect(bodies.clock("transferAnswer")?.source == source)
            #expect(bodies.article("713#14") != nil)
        }
        // A second one made under them finds the word taken; without the first it has it.
        var alone = Law()
        for document in [
            try LawDocuments.tree("rules/713-2019.json"),
            try LawDocuments.region(parent: "713", from: "2021-01-01"),
            try LawDocuments.tree("rules/xzz-2020-26.json"),
        ] {
            try LawDocuments.activate(document, at: "2026-02-01T01:00:00.000Z", in: &alone)
        }
        for (text, foremost) in [
            ("2020-12-22", "713/6"), ("2020-12-31", "XZZ-2020-26/7"), ("2021-01-01", "U-1/1"),
        ] {
            #expect(alone.bodies(on: day(text))?.foremost.edition == foremost)
        }
    }

    @Test("the order is that of first activation, whatever the editions and their days")
    func order() throws {
        var law = Law()
        for document in [
            try LawDocuments.region(parent: "XZZ-2020-26", from: "2030-01-01", version: 2),
            try LawDocuments.tree("rules/xzz-2020-26-v2.json"),
            try LawDocuments.tree("rules/713-2019.json"),
            try LawDocuments.region(parent: "XZZ-2020-26", from: Self.start),
            try LawDocuments.tree("rules/xzz-2020-26.json"),
        ] {
            try LawDocuments.activate(document, at: "2026-02-01T01:00:00.000Z", in: &law)
        }
        for (text, editions) in [
            ("2019-08-31", []), ("2019-09-01", ["713/6"]),
            ("2020-12-23", ["XZZ-2020-26/7", "713/6"]),
            (Self.start, ["U-1/1", "XZZ-2020-26/7", "713/6"]),
            ("2025-06-01", ["U-1/1", "XZZ-2020-26/8", "713/6"]),
            ("2029-12-31", ["U-1/1", "XZZ-2020-26/8", "713/6"]),
            ("2030-01-01", ["U-1/2", "XZZ-2020-26/8", "713/6"]),
        ] {
            let bodies = law.bodies(on: day(text))
            #expect((bodies?.editions ?? []).map(\.edition) == editions)
            #expect(bodies?.foremost.edition == editions.first)
        }
        #expect(law.firstDay == day("2019-09-01"))
    }

    @Test("a body is known from the moment of its activation, and not before")
    func known() throws {
        let law = try law(with: "713")
        for (moment, isKnown) in [
            ("2026-01-31T23:59:59.999Z", false), ("2026-02-01T01:00:00.000Z", true),
        ] {
            let then = law.known(at: instant(moment))
            #expect((then.rules("U-1", on: day(Self.start)) != nil) == isKnown)
            #expect((then == law) == isKnown)
        }
        #expect(law.known(at: instant("2026-01-05T00:59:59.999Z")).firstDay == nil)
    }

    @Test("an edition replaces the one of its code, from its day until the next")
    func replaces() throws {
        func edition(_ from: String, code: String = "XZZ-2020-26") throws -> Rulebook {
            let document = try LawDocuments.region(
                code: code, parent: "713", from: from, version: 3)
            return try Rulebook(from: #require(TreeReader(document)))
        }
        let law = try LawDocuments.law()
        for (from, replaced, through) in [
            ("2020-12-23", "XZZ-2020-26/7", "2025-05-31"),
            ("2023-01-01", "XZZ-2020-26/7", "2025-05-31"),
            ("2025-05-31", "XZZ-2020-26/7", "2025-05-31"),
            ("2025-06-01", "XZZ-2020-26/8", nil), ("2027-01-01", "XZZ-2020-26/8", nil),
        ] as [(String, String, String?)] {
            let replacement = try #require(law.replacement(by: edition(from)))
            #expect(replacement.replaced.content.edition == replaced)
            #expect(replacement.from == day(from))
            #expect(replacement.through == through.map(day))
        }
        // Nothing of its code is in force yet, though a later edition waits.
        #expect(try law.replacement(by: edition("2020-12-22")) == nil)
        #expect(try law.replacement(by: edition("2023-01-01", code: "U-1")) == nil)
        // What is foretold is what happens.
        var after = law
        let document = try LawDocuments.region(
            code: "XZZ-2020-26", parent: "713", from: "2023-01-01", version: 9)
        try LawDocuments.activate(document, at: "2026-02-01T01:00:00.000Z", in: &after)
        for (text, version) in [
            ("2022-12-31", 7), ("2023-01-01", 9), ("2025-05-31", 9), ("2025-06-01", 8),
        ] {
            #expect(after.rules(.notice, on: day(text))?.version == version)
            #expect(after.rules(.order713, on: day(text))?.version == 6)
        }
    }

    /// 政务处分法 Art. 67: 从旧兼从轻.
    @Test("an act is judged by what was in force on its day, by every body of that day alone")
    func judging() throws {
        let law = try law(with: "713")
        let (eve, first) = (day("2021-12-31"), day(Self.start))
        let old = try #require(law.rules(judging: eve, on: first))
        #expect(old.ofTheAct.editions.count == 2 && old.ofTheDecision.editions.count == 3)
        #expect(old.measure("demotion")?.months == 24)
        #expect(old.rules(of: "demotion")?.edition == "XZZ-2020-26/7")
        // The region's own measure did not exist when it was done.
        #expect(old.measure("expulsion") == nil && old.rules(of: "expulsion") == nil)
        let new = try #require(law.rules(judging: first, on: first))
        #expect(new.measure("expulsion") != nil)
        #expect(new.rules(of: "expulsion")?.edition == "U-1/1")
        #expect(law.rules(judging: day("2019-08-31"), on: first) == nil)
    }
}
