public import Law
internal import Registry
public import Vocabulary
public import Wording

/// The rulebooks and calendars that are activated.
public struct LawAnswer: Answer {
    public let law: Law
    /// The entries of law that this program cannot read, in the order recorded.
    public let unread: [RecordedEvent]
    public let knownAt: Instant?

    public func write(to writer: inout some FieldWriter) {
        law.write(to: &writer)
        writer.put(unread: unread)
        writer.put("knownAt", ifPresent: knownAt?.description)
    }
}

/// The rulebooks in force on a day, or what they say under one code.
public struct RulesAnswer: Answer {
    /// A line in both languages.
    public struct Line: Sendable {
        public let chinese: RuleLine
        public let english: RuleLine
    }

    /// One rulebook, and of its lines those asked for.
    public struct Body: Sendable {
        public let activation: Law.Activation<Rulebook>
        public let lines: [Line]
    }

    public let asOf: CalendarDate
    /// One of each code, the one that speaks first first; none that says nothing under the code asked
    /// for.
    public let bodies: [Body]
    /// The entries of law that this program cannot read, in the order recorded.
    public let unread: [RecordedEvent]

    public func write(to writer: inout some FieldWriter) {
        writer.put("asOf", asOf.description)
        writer.put(unread: unread)
        writer.list("rulebooks", bodies) { body, inner in
            body.activation.write(to: &inner)
            inner.list("entries", body.lines) { line, entry in
                entry.put("code", line.chinese.code)
                entry.put("confidence", code: line.chinese.confidence)
                entry.object("facts") { facts in
                    facts.put("en", line.english.facts)
                    facts.put("zh", line.chinese.facts)
                }
                entry.put("kind", code: line.chinese.kind)
                entry.put("says", chinese: line.chinese.says, english: line.english.says)
                entry.put("source", line.chinese.source)
            }
        }
    }
}

extension FieldWriter {
    /// Entries of law that cannot be read; an empty list writes no member.
    fileprivate mutating func put(unread: [RecordedEvent]) {
        if unread.isEmpty { return }
        list("unread", unread) { one, inner in
            inner.put("entry", one.position)
            inner.put("on", ifPresent: one.on)
            inner.put("type", one.event.type.name)
        }
    }
}

extension Law {
    /// What is activated, without what it says.
    public func write(to writer: inout some FieldWriter) {
        writer.list("calendars", loadedCalendars) { one, inner in
            one.writeActivation(to: &inner)
            inner.put("source", one.content.source)
            inner.put("year", one.content.year)
        }
        writer.list("rulebooks", rulebooks) { $0.write(to: &$1) }
    }
}

extension BodyName {
    /// Writes code, edition and title, for programs.
    func write(to writer: inout some FieldWriter) {
        writer.put("code", code.text)
        writer.put("title", ifPresent: titleChinese)
        writer.put("version", ifPresent: version)
    }
}

extension Law.Activation {
    fileprivate func writeActivation(to writer: inout some FieldWriter) {
        writer.put("at", at.description)
        writer.put("by", by)
        writer.put("digest", digest)
        writer.put("entry", position)
    }
}

extension Law.Activation<Rulebook> {
    func write(to writer: inout some FieldWriter) {
        writeActivation(to: &writer)
        writer.put("code", content.code.text)
        writer.put("inForceFrom", content.inForceFrom.description)
        writer.put("inForceUntil", ifPresent: content.inForceUntil)
        writer.put("title", content.titleChinese)
        writer.put("version", content.version)
    }
}
