import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// The water project under two bodies of law: the built-in one, and that of an invented region (虚构),
/// which uses the codes of the notice for grounds of its own.
enum SecondBody {
    static let id = "D-2021-001"
    static let opened = "2021-01-04T01:00:00.000Z"

    /// The built-in law, and the region's beside it, both activated before anything was recorded.
    static func law(from day: String = "2021-01-01") throws -> Law {
        var law = try LawDocuments.law(since: opened)
        try LawDocuments.activate(
            LawDocuments.region(parent: "713", from: day), at: opened, in: &law)
        return law
    }

    /// The same, the region's activated before all others, so that its grounds come first.
    static func lawOfTheRegionFirst(from day: String) throws -> Law {
        var law = Law()
        try LawDocuments.activate(
            LawDocuments.region(parent: "713", from: day), at: opened, in: &law)
        let builtIn = try LawDocuments.law(since: opened)
        for one in builtIn.rulebooks { law.activate(one) }
        for one in builtIn.loadedCalendars { law.load(one) }
        return law
    }

    /// Told up to the meeting, unlawful, without an assessment of risks.
    static func discussed(under law: Law) throws -> Register {
        var register = try WaterProject.register()
        register.law = law
        try WaterProject.prepare(&register)
        try WaterProject.discuss(&register)
        return register
    }

    /// Adopted on 2021-04-20 and published.
    static func adopted(under law: Law) throws -> Register {
        var register = try discussed(under: law)
        try WaterProject.adopt(&register)
        try register.act(
            "decision.publish", id, ["channels": ["网站（虚构）"]], on: "2021-04-25")
        return register
    }

    /// `XZZ-2020-26/7 G6.1`, of each ground that was raised, in the order recorded.
    static func grounds(_ events: [RecordedEvent]) -> [String] {
        events.compactMap { $0.event[GroundDetected.self] }.map { "\($0.rulebook) \($0.ground)" }
    }

    static func dossier(
        _ register: Register, on day: String = "2021-06-01", knownAt moment: String? = nil
    ) throws -> Dossier {
        try #require(
            register.decision(WaterProject.decision)?.dossier(
                on: RecordsTests.day(day), knownAt: moment.map(instant), under: register.law))
    }

    /// `U-1 G6.1 open`, of each ground that the dossier shows.
    static func states(_ register: Register, on day: String = "2021-06-01") throws -> [String] {
        try dossier(register, on: day).grounds.map {
            "\($0.name.body) \($0.ground) \($0.state.rawValue)"
        }
    }
}
