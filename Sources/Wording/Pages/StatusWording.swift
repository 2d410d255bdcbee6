public import Records
public import Vocabulary

/// What is said of what counts on a day: service, suspicions, findings, sanctions.
public struct StatusWording: Sendable {
    /// What is said, and the entry that says it.
    public struct Line: Hashable, Sendable {
        public let words: String
        public let entry: Position
        /// What was decided since on what rests on it.
        public internal(set) var others: [Other] = []

        public struct Other: Hashable, Sendable {
            public let words: String
            public let entry: Position
        }

        init(_ words: String, _ entry: Position) {
            self.words = words
            self.entry = entry
        }
    }

    public let text: Text

    public init(text: Text) { self.text = text }

    public func employment(_ state: EmploymentState) -> String {
        let word = text.label(.state, state.code)
        switch state {
        case .inPost, .inService, .suspended, .unknown: return word
        case .left(let reason, let on):
            return word
                + text("status.left", ["reason": text.label(.departure, reason), "on": "\(on)"])
        case .deceased(let on): return word + " " + "\(on)"
        }
    }

    public func post(_ held: PostHeld) -> Line {
        Line(
            text(
                "status.held",
                [
                    "post": text.words(held.post),
                    "since": text.day(held.since, isImputed: held.isImputed, held.precision),
                ]), held.position)
    }

    public func suspicion(_ one: OpenSuspicion) -> Line {
        let on = text.day(
            one.on, isImputed: one.isImputed, isUndated: one.isUndated, one.precision)
        let file = one.fact.case.text
        let said =
            one.closing.map { closed in
                let day = text.day(
                    closed.on, isImputed: closed.isImputed, isUndated: closed.isUndated,
                    closed.precision)
                return text("trace.suspicionClosed", ["case": file, "on": on, "closed": day])
            } ?? text("trace.suspicion", ["case": file, "on": on])
        return Line(said, one.position)
    }

    public func finding(_ one: SustainedFinding) -> Line { finding(one, "trace.finding") }

    /// One that no longer stands.
    public func fallen(_ one: SustainedFinding) -> Line {
        finding(
            one, one.course.isAnnulled ? "status.findingAnnulled" : "status.findingSentBack")
    }

    /// A finding, and what was decided since on what rests on it.
    private func finding(_ one: SustainedFinding, _ key: String) -> Line {
        let said = text(
            key,
            [
                "case": one.fact.case.text,
                "on": text.day(
                    one.on, isImputed: one.isImputed, isUndated: one.isUndated, one.precision),
            ])
        var line = Line(said, one.position)
        line.others = one.course.annulments.map { annulled in
            Line.Other(
                words: text(
                    "status.restedOn",
                    ["sanction": annulled.fact.sanction.text, "on": text.day(annulled.on)]),
                entry: annulled.position)
        }
        return line
    }

    /// A record of dishonesty that counts.
    public func record(_ one: DishonestyView) -> Line {
        let document = one.document?.fact.number ?? one.course.proposal.fact.instrument.text
        var parts = [one.record.text, text.label(.dishonestyState, one.state), harmless(document)]
        if let until = one.shownUntil {
            parts.append(text("dishonesty.shownUntil", ["until": "\(until)"]))
        } else if let rule = one.continuing {
            parts.append(
                text("dishonesty.continues", ["rule": harmless(rule.fact.number)]))
        } else {
            parts.append(text("dishonesty.untilUnknown"))
        }
        return Line(parts.joined(separator: " · "), one.course.proposal.position)
    }

    public func sanction(_ one: SanctionInEffect) -> Line {
        var parts = [text.label(.measure, one.measure), one.fact.sanction.text]
        let since = text.day(
            one.since, isImputed: one.isImputed, isUndated: one.isUndated, one.precision)
        parts.append(one.isUndated ? since : text("status.since", ["since": since]))
        switch one.term {
        case .until(let last): parts.append(text("trace.termUntil", ["until": "\(last)"]))
        case .indefinite: parts.append(text("status.indefinite"))
        case .momentary: break
        case .unknown:
            parts.append(one.termFault.map(text.sentence(of:)) ?? text("status.termUnknown"))
        }
        return Line(parts.joined(separator: " · "), one.position)
    }
}
