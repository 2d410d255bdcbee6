import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

extension LawDocuments {
    /// Everything, as if it had been activated at that moment.
    static func law(since moment: String) throws -> Law {
        var law = Law()
        for (index, edition) in editions.enumerated() {
            law.activate(
                .init(
                    try rulebook(edition), digest: "", position: index, at: instant(moment),
                    by: "init"))
        }
        for (index, year) in years.enumerated() {
            law.load(
                .init(
                    try calendar(year), digest: "", position: 9 + index, at: instant(moment),
                    by: "init"))
        }
        return law
    }
}

extension Register {
    /// The director of the water bureau received a serious demerit on 2024-01-15, served on
    /// 2024-01-18 with the route told.
    static func sanctioned(
        _ measure: Measure = .seriousDemerit, on imposed: String = "2024-01-15",
        served: String? = "2024-01-18", route: String = "A"
    ) throws -> Register {
        var register = try withDirector(now: "2023-12-01T01:00:00.000Z")
        register.law = try LawDocuments.law(since: "2023-12-01T01:00:00.000Z")
        try register.openCase(incident: "2021-04-20")
        try register.perform(PersonNamed(case: file, subject: director), dated("2024-01-02"))
        try register.perform(
            FindingMade(case: file, subject: director, finding: .sustained), dated("2024-01-10"))
        try register.impose(measure, on: imposed)
        if let served { try register.serve(on: served, route: route) }
        return register
    }

    private static func dated(_ text: String) -> Circumstances { Circumstances(on: day(text)) }

    mutating func serve(on day: String, route: String = "A") throws {
        try act(
            "sanction.serve", "S-1",
            ["route": .string(route), "subject": "P-0003", "case": "C-1"], on: day)
    }

    @discardableResult
    mutating func file(
        _ appeal: String, _ route: String, _ stage: String, on day: String
    ) throws(Refusal) -> [RecordedEvent] {
        try act(
            "appeal.file", appeal,
            ["sanction": "S-1", "route": .string(route), "stage": .string(stage)], on: day)
    }

    func filed(_ appeal: AppealID) throws -> AppealFiled {
        try #require(appealFile(appeal).course()?.filing.fact)
    }

    func appealFile(_ id: AppealID) -> AppealFile { appeal(id) ?? AppealFile(about: id) }

    @discardableResult
    mutating func decide(
        _ appeal: String, _ outcome: String, _ fields: [String: Tree] = [:], on day: String
    ) throws(Refusal) -> [RecordedEvent] {
        var fields = fields
        fields["outcome"] = .string(outcome)
        return try act("appeal.decide", appeal, fields, on: day, approvedBy: "chief.b")
    }

    mutating func refusalOfFiling(_ appeal: String, _ stage: String, on day: String) -> Refusal? {
        refusal(
            "appeal.file", appeal, ["sanction": "S-1", "route": "A", "stage": .string(stage)],
            on: day)
    }

    mutating func refusalOfDeciding(
        _ appeal: String, _ outcome: String, _ fields: [String: Tree] = [:], on day: String
    ) -> Refusal? {
        var fields = fields
        fields["outcome"] = .string(outcome)
        return refusal("appeal.decide", appeal, fields, on: day, approvedBy: "chief.b")
    }

    func timeline(asOf day: String, knownAt: String? = nil) throws -> AppealTimeline {
        let file = try #require(sanction("S-1"))
        return try #require(
            AppealTimeline(
                of: file, under: law, asOf: RecordsTests.day(day), knownAt: knownAt.map(instant)
            ) { appeal($0) })
    }
}

/// A stage as the built-in rules name it.
func stageName(_ route: String, _ stage: String) throws -> StageName {
    let rules = try LawDocuments.rulebook("xzz-2020-26")
    return StageName(try #require(rules.route(route)?.stage(stage)))
}
