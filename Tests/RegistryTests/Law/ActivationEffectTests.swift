import Chain
import Law
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What activating an edition changes: what it replaces, and which open files it judges")
struct ActivationEffectTests {
    private static let today = "2024-09-02T02:00:00.000Z"

    /// Two decisions adopted on 2024-06-03, of which one is closed; a sanction of 2024-07-01 served
    /// on the 2nd and appealed on the 15th; one of before, and one that was annulled.
    private func place() throws -> TestLedger {
        let place = try TestLedger(at: Self.today, law: BuiltInLaw.documents)
        let ledger = place.ledger
        for unit in ["U-WATER", "U-GOV"] {
            try ledger.perform(
                SubjectRegistered(
                    subject: SubjectID(wellFormed: unit), kind: .unit, title: "示例机关（虚构）"))
        }
        try ledger.perform(SubjectRegistered(subject: "P-1", kind: .person))
        try ledger.perform(EmploymentBegan(subject: "P-1"), on("2010-07-01"))
        for id in [DecisionID(wellFormed: "D-1"), DecisionID(wellFormed: "D-2")] {
            try ledger.perform(
                DecisionInitiated(decision: id, lead: "U-WATER", head: "P-1"), on("2024-01-02"))
            try ledger.perform(DecisionAdopted(decision: id), on("2024-06-03"))
            try ledger.perform(
                DecisionPublished(decision: id, channels: ["网站（虚构）"]), on("2024-06-04"))
        }
        try ledger.perform(
            DecisionClosed(decision: DecisionID(wellFormed: "D-2")), on("2024-08-01"))
        let file = CaseID(wellFormed: "C-1")
        try ledger.perform(CaseOpened(case: file, recordedFrom: "旧案卷"), on("2024-01-02"))
        try ledger.perform(PersonNamed(case: file, subject: "P-1"), on("2024-01-02"))
        try ledger.perform(
            FindingMade(case: file, subject: "P-1", finding: .sustained), on("2024-01-10"))
        for (sanction, measure, day) in [
            ("S-1", Measure.seriousDemerit, "2024-07-01"), ("S-2", .demerit, "2024-02-01"),
            ("S-3", .warning, "2024-07-03"),
        ] {
            try ledger.perform(
                SanctionImposed(
                    sanction: SanctionID(wellFormed: sanction), case: file, subject: "P-1",
                    measure: measure), on(day))
        }
        try ledger.perform(
            SanctionAnnulled(
                sanction: SanctionID(wellFormed: "S-3"), case: file, subject: "P-1", by: .organ),
            on("2024-07-20"))
        try ledger.perform(
            SanctionServed(sanction: SanctionID(wellFormed: "S-1"), route: "A"), on("2024-07-02"))
        try ledger.perform(
            AppealFiled(
                appeal: AppealID(wellFormed: "A-1"), sanction: SanctionID(wellFormed: "S-1"),
                route: "A", stage: "reexamination"), on("2024-07-15"))
        return place
    }

    /// The notice under another code, version or first day.
    private func document(_ changes: (String, String)...) throws -> LawDocument {
        var text = try BuiltInLaw.rulebook("XZZ-2020-26/7").text
        for (old, new) in changes {
            #expect(text.contains(old))
            text = text.replacing(old, with: new, maxReplacements: 1)
        }
        return try LawDocument(rulebook: Array(text.utf8))
    }

    private func edition(_ version: Int, from day: String) throws -> LawDocument {
        try document(
            ("\"version\": 7", "\"version\": \(version)"), ("2020-12-23", day))
    }

    @Test("a newer edition says what it replaces, from when until when, and what is open")
    func newerEdition() throws {
        let place = try place()
        let foretold = try place.ledger.effect(
            ofActivating: edition(9, from: "2024-06-03"))
        let (receipt, effect) = try place.ledger.activate(
            edition(9, from: "2024-06-03"), actor: "test", unit: "U-TEST")
        let found = try #require(effect)
        #expect(receipt.positions.count == 1 && foretold == found)
        #expect(found.edition == "XZZ-2020-26/9" && found.from == day("2024-06-03"))
        #expect(found.replaced?.content.edition == "XZZ-2020-26/7")
        #expect(found.replaced?.position == 6)
        #expect(found.through == day("2025-05-31"))
        #expect(found.decisions.map(\.text) == ["D-1"])
        #expect(found.sanctions.map(\.text) == ["S-1"])
        #expect(found.appeals.map(\.text) == ["A-1"])
        let clocks = found.clocks.map { "\($0.tag) \($0.code) \($0.start)" }
        #expect(clocks == ["sanction:S-1 A.reexamination.decide 2024-07-15"])
        #expect(
            found.files.map(\.description) == ["appeal:A-1", "decision:D-1", "sanction:S-1"])
    }

    @Test(
        "what was adopted, imposed or filed the day before its first day is not touched",
        arguments: [
            ("2024-06-04", [], ["S-1"], ["A-1"]), ("2024-07-02", [], [], ["A-1"]),
            ("2024-07-16", [], [], []),
        ] as [(String, [String], [String], [String])])
    func edges(from: String, decisions: [String], sanctions: [String], appeals: [String]) throws {
        let place = try place()
        let effect = try #require(
            try place.ledger.effect(ofActivating: edition(9, from: from)))
        #expect(effect.decisions.map(\.text) == decisions)
        #expect(effect.sanctions.map(\.text) == sanctions)
        #expect(effect.appeals.map(\.text) == appeals)
    }

    @Test("an edition whose first day is still to come touches nothing, and says what it replaces")
    func future() throws {
        let place = try place()
        let size = try place.ledger.size()
        for (from, replaced) in [
            ("2024-09-03", "XZZ-2020-26/7"), ("2030-01-01", "XZZ-2020-26/8"),
        ] {
            let effect = try #require(
                try place.ledger.effect(ofActivating: edition(9, from: from)))
            #expect(effect.replaced?.content.edition == replaced && effect.files.isEmpty)
        }
        #expect(try place.ledger.size() == size)
    }

    @Test("another code replaces nothing: it claims decisions, and touches no clock")
    func otherCode() throws {
        let place = try place()
        let region = try document(
            ("\"code\": \"XZZ-2020-26\"", "\"code\": \"U-1\""), ("2020-12-23", "2024-01-01"))
        let effect = try #require(
            place.ledger.activate(region, actor: "test", unit: "U-TEST").effect)
        #expect(effect.replaced == nil && effect.through == nil)
        #expect(effect.files.map(\.description) == ["decision:D-1"])
    }

    @Test("what is the law already, and a calendar, change nothing that is told")
    func nothing() throws {
        let place = try place()
        for document in try [BuiltInLaw.rulebook("XZZ-2020-26/8"), BuiltInLaw.calendar(2024)] {
            let (receipt, effect) = try place.ledger.activate(
                document, actor: "test", unit: "U-TEST")
            #expect(receipt.positions.isEmpty && effect == nil)
        }
        #expect(throws: LawDocumentFault.self) {
            try place.ledger.effect(ofActivating: edition(7, from: "2024-06-03"))
        }
    }
}
