/// The rules by which one act is judged (从旧兼从轻).
///
/// - Source: 政务处分法 Art. 67.
public struct JudgingRules: Hashable, Sendable {
    /// In force when it was done: what was wrong with it is read here, and only here.
    public let ofTheAct: Bodies
    /// In force when it is decided on.
    public let ofTheDecision: Bodies

    /// The measure as the lighter of the two has it; nil where either does not know it: what
    /// could not be imposed then is not imposed now, nor what was abolished since.
    public func measure(_ code: String) -> Rulebook.MeasureRule? { lighter(code)?.measure }

    /// The body that ``measure(_:)`` was taken from.
    public func rules(of code: String) -> Rulebook? {
        lighter(code)?.bodies.body(ofMeasure: code)
    }

    private func lighter(_ code: String) -> (bodies: Bodies, measure: Rulebook.MeasureRule)? {
        guard let then = ofTheAct.measure(code), let now = ofTheDecision.measure(code) else {
            return nil
        }
        return then.isHeavier(than: now) ? (ofTheDecision, now) : (ofTheAct, then)
    }
}
