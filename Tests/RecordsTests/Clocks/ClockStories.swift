import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// A small register, and its clocks as of a day.
struct ClockStory {
    var register: Register

    init() throws {
        register = try Register.withDirector(now: "2023-12-01T01:00:00.000Z")
        register.law = try LawDocuments.law(since: "2023-12-01T01:00:00.000Z")
    }

    init(_ register: Register) { self.register = register }

    @discardableResult
    mutating func act(
        _ name: String, _ about: String, _ fields: [String: Tree] = [:], on day: String
    ) throws -> Position {
        let recorded = try register.act(name, about, fields, on: day, approvedBy: "chief.b")
        return try #require(recorded.first?.position)
    }

    func readings(asOf day: String, knownAt: String? = nil) -> [ClockReading] {
        var tags: Set<Vocabulary.Tag> = []
        for event in register.events {
            for tag in event.tags where Duties.register.clockedTags.contains(tag.kind) {
                tags.insert(tag)
            }
        }
        var reader = ClockReader(
            law: register.law, asOf: RecordsTests.day(day), knownAt: knownAt.map(instant))
        var readings: [ClockReading] = []
        for tag in tags.sorted() {
            var log = ClockLog()
            for event in register.events(about: tag) { log.apply(event, under: tag) }
            readings += reader.readings(of: log, under: tag)
        }
        return readings
    }

    func board(
        asOf day: String, knownAt: String? = nil, _ selection: DeadlineBoard.Selection = .init()
    ) -> DeadlineBoard {
        DeadlineBoard(
            readings(asOf: day, knownAt: knownAt), asOf: RecordsTests.day(day),
            knownAt: knownAt.map(instant), selecting: selection)
    }

    /// The last clock of that code.
    func reading(_ clock: String, asOf day: String) throws -> ClockReading {
        try #require(readings(asOf: day).last { $0.clock == clock })
    }
}
