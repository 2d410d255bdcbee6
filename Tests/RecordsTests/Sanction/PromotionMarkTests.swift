import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Whoever was lowered and comes back up is promoted — 政务处分法 Art. 19, 26(2)")
struct PromotionMarkTests {
    /// Posts taken one after another around a sanction of 15 January 2024; the marks on them.
    private func marks(
        _ measure: Measure, before: String = "乡科级正职", _ posts: [(day: String, rank: String)]
    ) throws -> [Irregularity] {
        var register = try Reprimand.register()
        register.now = instant("2026-06-01T01:00:00.000Z")
        try take(&register, "甲", before, on: "2020-01-01")
        try register.reprimand(measure, as: "S-2024-10", ["authority": "supervision"])
        for (index, post) in posts.enumerated() {
            try take(&register, "乙\(index)", post.rank, on: post.day)
        }
        return register.file(Reprimand.person).marks(by: day("2026-06-01"), under: register.law) {
            register.view($0) ?? CaseFile(about: $0)
        }.map(\.code).filter { $0 == .promotedWhileBarred || $0 == .postWhileBarred }
    }

    private func take(
        _ register: inout Register, _ post: String, _ rank: String, on text: String
    ) throws {
        try register.perform(
            TakePost(subject: Reprimand.person, unit: "U-JY", post: post, rank: rank),
            Circumstances(on: day(text)))
    }

    @Test("back to the old height within the period", arguments: [Measure.removal, .demotion])
    func back(measure: Measure) throws {
        let down = ("2024-02-01", "乡科级副职")
        #expect(try marks(measure, [down]).isEmpty)
        #expect(try marks(measure, [down, ("2025-01-10", "乡科级正职")]) == [.promotedWhileBarred])
        // 24 months end on 14 January 2026.
        #expect(try marks(measure, [down, ("2026-01-14", "乡科级正职")]) == [.promotedWhileBarred])
        #expect(try marks(measure, [down, ("2026-01-15", "乡科级正职")]).isEmpty)
    }

    @Test("on the first day of the sanction, too, and not the day before")
    func firstDay() throws {
        #expect(try marks(.demerit, [("2024-01-15", "县处级副职")]) == [.promotedWhileBarred])
        #expect(try marks(.demerit, [("2024-01-14", "县处级副职")]).isEmpty)
        #expect(try marks(.demerit, [("2024-01-15", "乡科级正职")]).isEmpty)
    }
}
