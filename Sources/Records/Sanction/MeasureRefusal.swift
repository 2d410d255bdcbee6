/// Why the rules on sanctions do not allow what was asked, in order of precedence.
public enum MeasureRefusal: Hashable, Sendable {
    /// Nothing is recorded under the identifier.
    case unknown(SanctionID)

    var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownMeasure", Basis.dueProcess, "没有登记处分 \(id)。请核对编号，或先登记。",
                "Nothing is recorded under \(id). Check the number, or record it first.")
        }
    }
}
