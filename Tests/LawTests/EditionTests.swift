import Law
import LawSupport
import Testing

@Suite("Editions of one code, and bodies beside one another")
struct EditionTests {
    private static let later = "2026-02-01T01:00:00.000Z"

    private func activating(_ document: Tree, after law: Law) throws -> Law {
        var law = law
        try LawDocuments.activate(document, at: Self.later, in: &law)
        return law
    }

    @Test(
        "an edition is one of a code, whatever its version; what names none is a code",
        arguments: [
            ("XZZ-2020-26/7", "XZZ-2020-26"), ("XZZ-2020-26/12", "XZZ-2020-26"), ("713/6", "713"),
            ("713", "713"), ("A/B", "A/B"), ("A/B/2", "A/B"), ("A/", "A/"), ("", ""),
        ])
    func code(edition: String, code: String) {
        #expect(RulebookCode(ofEdition: edition) == RulebookCode(code))
    }

    @Test("every built-in edition names its code")
    func builtIn() throws {
        for edition in LawDocuments.editions {
            let book = try LawDocuments.rulebook(edition)
            #expect(RulebookCode(ofEdition: book.edition) == book.code)
        }
    }

    @Test(
        "a newer edition speaks from its first day; the day before is the older one's",
        arguments: [("2025-05-31", "监察法#49"), ("2025-06-01", "监察法#56")])
    func newer(text: String, source: String) throws {
        let law = try LawDocuments.law()
        #expect(try law.deadline("A.recheck.file", from: day(text)).source == source)
        #expect(law.bodies(on: day(text))?.route("A")?.source == source)
    }

    @Test("an edition lasts until the day before the next of its code, whichever came first")
    func lastDay() throws {
        let law = try LawDocuments.law()
        for (edition, last) in [
            ("713-2019", nil), ("xzz-2020-26", "2025-05-31"), ("xzz-2020-26-v2", nil),
        ] as [(String, String?)] {
            #expect(try law.lastDay(of: LawDocuments.rulebook(edition)) == last.map(day))
        }
    }

    @Test(
        "activated later with an earlier first day, a body speaks of its days, and of none before")
    func earlier() throws {
        let before = try LawDocuments.law()
        let after = try activating(
            LawDocuments.region(parent: nil, from: "2010-01-01"), after: before)
        #expect(after.firstDay == day("2010-01-01"))
        #expect(after.bodies(on: day("2009-12-31")) == nil)
        #expect(after.bodies(on: day("2010-01-01"))?.editions.map(\.edition) == ["U-1/1"])
        #expect(after.bodies(on: day("2019-08-31"))?.clock("publication")?.span == .days(90))
        // From the first day of those that were there before it, they keep their say.
        let joined = try #require(after.bodies(on: day("2019-09-01")))
        #expect(joined.clock("publication")?.span == .workingDays(20))
        #expect(joined.editions.map(\.edition) == ["713/6", "U-1/1"])
        let fault = LawFault.noRules(on: day("2009-12-31"), first: after.firstDay)
        #expect(fault.message.values["first"] == .text("2010-01-01"))
    }

    @Test("a body without any part takes none from the others, of a day or of all")
    func empty() throws {
        var document = try LawDocuments.region(code: "CREDIT", parent: nil, from: "2022-01-01")
        for list in ["steps", "grounds", "clocks", "routes", "measures", "mitigations"] {
            document.edit(list) { $0.removeAll() }
        }
        let before = try LawDocuments.law()
        let after = try activating(document, after: before)
        let on = day("2022-03-04")
        let (old, new) = (try before.inForce(on: on), try after.inForce(on: on))
        #expect(new.editions.count == old.editions.count + 1)
        #expect(new.steps == old.steps && new.clocks == old.clocks && new.routes == old.routes)
        #expect(new.measures == old.measures && new.mitigations == old.mitigations)
        #expect(new.catalogue == old.catalogue && new.combination == old.combination)
        #expect(new.grounds.map(\.ground) == old.grounds.map(\.ground))
        #expect(try after.replacement(by: #require(after.rules("CREDIT", on: on))) != nil)
        #expect(try before.replacement(by: #require(after.rules("CREDIT", on: on))) == nil)
    }

    @Test("a body judges by its own time where it has one, and else by that of the others")
    func ownTime() throws {
        let law = try activating(
            LawDocuments.region(parent: "713", from: "2021-01-01"), after: LawDocuments.law())
        let bodies = try law.inForce(on: day("2021-01-01"))
        let notice = try #require(bodies.edition(of: .notice))
        let region = try #require(bodies.edition(of: "U-1"))
        #expect(bodies.clock("publication", judgingBy: notice)?.span == .workingDays(20))
        #expect(bodies.clock("publication", judgingBy: region)?.span == .days(90))
        #expect(bodies.clock("U.local", judgingBy: notice)?.code == "U.local")
        #expect(bodies.clock("lunch", judgingBy: region) == nil)
    }

    @Test("what was known at a moment is told by when each document became known")
    func moments() throws {
        let law = try activating(
            LawDocuments.region(parent: nil, from: "2010-01-01"), after: LawDocuments.law())
        #expect(law.moments.count == 12)
        let known = law.moments.map { law.known(at: $0) }
        #expect(known.last?.rulebooks.count == 3)
        #expect(law.known(at: law.moments.max()) == law)
        #expect(Set(law.moments).count == 2)
        #expect(Law().known(at: law.moments.max()) == Law())
    }
}
