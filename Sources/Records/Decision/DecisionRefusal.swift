/// Why the rules on decisions do not allow what was asked, in order of precedence.
public enum DecisionRefusal: Hashable, Sendable {
    /// Nothing is recorded under the identifier.
    case unknown(DecisionID)

    var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownDecision", Basis.dueProcess, "没有登记决策 \(id)。请核对编号，或先登记。",
                "Nothing is recorded under \(id). Check the number, or record it first.")
        }
    }
}
