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

    /// What was lost, whole and in parts, with what it caused.
    ///
    /// - Parameter whole: Whether the one amount that a page has told already is told, too.
    func loss(_ loss: Loss, whole: Bool = false) -> [String] {
        if loss.isPlain, !whole || loss.whole == nil { return [] }
        func yuan(_ fen: Int) -> String { text("dossier.amount", ["amount": text.yuan(fen)]) }
        var lines: [String] = []
        if let all = loss.whole {
            let kinds = LossKind.allCases.compactMap { kind in
                loss.whole(of: kind).map { text.label(.lossKind, kind) + " " + yuan($0) }
            }
            lines += wrapped(
                ([text("loss.whole", ["amount": yuan(all)])] + kinds).joined(separator: " · "))
        }
        for part in loss.parts {
            var words = [
                part.item.map(harmless) ?? text("loss.undivided"),
                part.kind.map { text.label(.lossKind, $0) }, yuan(part.amount),
                text.label(.harmAttribution, part.attribution),
                part.assessment.map { text("loss.assessment", ["document": harmless($0)]) },
                part.lossOn.map { text("loss.arose", ["on": "\($0)"]) },
            ].compactMap(\.self)
            if !part.replaces.isEmpty {
                let list = part.replaces.map { "#\($0)" }.joined(separator: text("list.comma"))
                words.append(text("loss.replaces", ["entries": list]))
            }
            lines += wrapped(
                dated(part.on, part.position) + words.joined(separator: " · "), indent: 4)
        }
        for one in loss.caused {
            let amount = one.amount.map(yuan) ?? text("loss.notConfirmed")
            lines += wrapped(
                dated(one.on, one.position)
                    + text("loss.caused", ["amount": amount, "decision": one.decision.text]))
        }
        if !loss.caused.isEmpty, let all = loss.withCaused {
            lines += wrapped(text("loss.withCaused", ["amount": yuan(all)]))
        }
        return lines
    }
}
