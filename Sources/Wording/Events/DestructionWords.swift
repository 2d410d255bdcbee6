internal import Records
internal import Vocabulary

/// What lines of a trail say of values that were destroyed by law.
extension EventWords {
    static let destruction: [EventWords] = [
        .words(ValueDestroyed.self) { fact, line in
            line.phrase(
                "trace.destroys",
                ["entry": "#\(fact.entry)", "path": line.text.label(.field, fact.path)])
            line.label(.destructionGround, fact.ground)
            line.phrase("trace.by", "subject", fact.organ)
            line.document(fact.instrument)
        }
    ]
}
