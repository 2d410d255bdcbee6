import Law
import Records
import Vocabulary
import Wording

/// Who a page is about and by which two times it answers.
struct SubjectHeading {
    let text: Text
    let paint: Paint

    /// `示例·甲一  P-0001  自然人`, underlined, then the two times in words.
    func lines(
        _ subject: SubjectID, _ registration: SubjectRegistered?, asOf: String, knownAt: Instant?,
        columns: Int
    ) -> [String] {
        var parts = [name(registration), subject.text].compactMap { $0 }
        if let registration { parts.append(text.label(.subjectKind, registration.kind)) }
        let title = parts.joined(separator: "  ")
        let known =
            knownAt.map { text("trace.knownAt", ["moment": Self.shown($0)]) }
            ?? text("trace.knownNow")
        return [
            paint(title, .heading),
            String(repeating: "═", count: min(columns, max(24, DisplayWidth.of(title)))),
            paint(asOf + " · " + known, .quiet),
        ]
    }

    private func name(_ registration: SubjectRegistered?) -> String? {
        guard let registration else { return nil }
        return registration.title.map(harmless) ?? registration.name.map(text.words)
    }

    /// In the banner's time, UTC+8, to the minute: `2024-05-01 08:30 (UTC+8)`.
    static func shown(_ moment: Instant) -> String {
        let there = Instant(milliseconds: min(moment.milliseconds, latest) + 8 * 3_600_000)
        let written = there.description
        return "\(written.prefix(10)) \(written.dropFirst(11).prefix(5)) (UTC+8)"
    }

    /// Moments so late that adding the zone would leave the calendar are shown eight hours early.
    private static let latest: Int64 = 253_402_300_799_999 - 8 * 3_600_000
}
