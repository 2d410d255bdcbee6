import Records
import Registry
import Wording

@testable import stele

/// The page of one person of the demonstration banner.
struct DemoPage {
    let trail: Trail
    let status: CurrentStatus
    let registration: SubjectRegistered?

    init(_ id: String? = nil, asOf: String? = nil, knownAt: String? = nil) throws {
        let script = DemoScript(seed: 1)
        let subject = id.flatMap { SubjectID($0) } ?? script.hero
        let all = try script.events()
        var file = SubjectFile(subject: subject)
        var past = FoldedPast()
        for event in all {
            file.apply(event)
            past.apply(event)
        }
        let day = asOf.flatMap { CalendarDate($0) }
        let moment = knownAt.flatMap { Instant($0) }
        let events = LifelongTrail.select(
            of: subject, own: all.filter { $0.event.tags.contains(subject.tag) }, knownAt: moment
        ) { tag in all.filter { $0.event.tags.contains(tag) } }
        trail = LifelongTrail.build(events: events, of: subject, asOf: day, knownAt: moment)
        status = file.status(
            on: day ?? CalendarDate("2026-11-24") ?? Instant(milliseconds: 0).dateUTC,
            knownAt: moment, under: past.law)
        registration = file.registration
    }

    func rendered(
        _ language: Language = .chinese, colour: Bool = false, columns: Int = 100
    ) throws -> String {
        let renderer = TraceRenderer(
            text: try Text(language), paint: Paint(isOn: colour), columns: columns)
        return renderer.page(trail, status: status, registration: registration)
    }
}
