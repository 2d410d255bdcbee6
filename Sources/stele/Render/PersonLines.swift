import Law
import Records
import Vocabulary
import Wording

/// What pages of several kinds show of a person, and of what lasts for life.
extension Renderer {
    /// `示例·甲一  P-0001  自然人`, underlined, then the two times in words.
    func headed(
        _ subject: SubjectID, _ registration: SubjectRegistered?, asOf: String, knownAt: Instant?
    ) -> [String] {
        let name = registration.flatMap { $0.title.map(harmless) ?? $0.name.map(text.words) }
        let kind = registration.map { text.label(.subjectKind, $0.kind) }
        let parts = [name, subject.text, kind].compactMap(\.self)
        return headed(parts.joined(separator: "  "), asOf: asOf, knownAt: knownAt)
    }

    /// In which role somebody took part, where they are now, what they said then.
    func standing(
        _ role: RoleSnapshot, successor: UnitID?, now place: String, opinion: Opinion?,
        dissent: Position?
    ) -> [String] {
        var lines = [
            text("backTrace.then", ["role": text.role(role)])
                + (successor.map { text("backTrace.successor", ["unit": $0.text]) } ?? ""),
            text("backTrace.now", ["where": place]),
        ]
        if let opinion {
            lines.append(text("backTrace.opinion", ["opinion": text.label(.opinion, opinion)]))
        }
        if let dissent {
            lines.append(
                paint("✓ ", .lifted) + text("backTrace.dissent", ["entry": "#\(dissent)"]))
        }
        return lines.flatMap { wrapped($0, indent: 6) }
    }

    /// Whether those who answer for a decision do so for life (终身追责).
    func lifelong(
        _ trigger: LifelongTrigger?, _ fault: LawFault?, _ lack: LifelongLack?
    ) -> [String] {
        guard let trigger else {
            if let fault { return wrapped(text.sentence(of: fault)) }
            let why = lack.map { wrapped(text.label(.lifelongLack, $0)) } ?? []
            return why + wrapped(text("dossier.notLifelong"))
        }
        return wrapped(
            text(
                "dossier.lifelong",
                [
                    "since": "\(trigger.since)",
                    "element": text.label(.harmAttribution, trigger.element),
                    "evidence": text.evidence(trigger.evidence),
                    "source": text.cited(trigger.source),
                ]))
    }
}
