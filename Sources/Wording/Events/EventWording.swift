public import Law
public import Records
public import Vocabulary

/// What the lines of one trail say.
///
/// A suspicion says that it is one, a recommendation that it is only that; neither borrows a word
/// from findings or sanctions. A kind without words of its own is told by its declared fields.
public struct EventWording: Sendable {
    public let text: Text
    /// Whose trail it is: others are named, the subject is not named again on every line.
    public let subject: SubjectID
    /// By which the codes of routes, grounds and mitigations are read; nil: they stand as they are.
    public let law: Law?

    public init(text: Text, subject: SubjectID, law: Law? = nil) {
        self.text = text
        self.subject = subject
        self.law = law
    }

    public func line(_ item: TrailItem) -> EventLine {
        let event = item.recorded.event
        var line = EventLine(
            heading: text.heading(of: event), text: text, subject: subject, on: item.on,
            roleThen: item.role, rules: rules(on: item.on))
        line.add(item.caseID?.text)
        if let kind = event.kind {
            if let words = EventWords.of(kind) {
                words.tell(event, &line)
            } else {
                line.declared(kind, event.tree, besides: [subject.text, item.caseID?.text ?? ""])
            }
        }
        if let position = item.recorded.supersedes {
            line.phrase(
                event.isWithdrawal ? "trace.withdraws" : "trace.corrects",
                ["entry": "#\(position)"])
        }
        return line
    }

    /// Unit and post as they were called then, with the rank.
    public func words(_ post: Post) -> String { text.words(post) }

    /// The rules in force then, as far as they were handed in; before any of them the latest.
    private func rules(on day: CalendarDate?) -> Bodies? {
        guard let law else { return nil }
        return day.flatMap { law.bodies(on: $0) } ?? law.periods.last?.bodies
    }
}

extension Text {
    /// What an entry is called: its kind in two to six characters; of what cannot be read here the type,
    /// and whether it is the kind that is not known or a code in it.
    public func heading(of event: Event) -> String {
        if !event.isOpaque { return heading(of: event.type) }
        return self(
            event.unknownCodes.isEmpty ? "trace.unknownKind" : "trace.unknownCode",
            ["type": harmless(event.type.name)])
    }

    /// What entries of a kind are called, in whatever version.
    public func heading(of type: EventType) -> String { label(.eventKind, String(type.base)) }
}
