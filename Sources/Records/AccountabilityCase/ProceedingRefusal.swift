/// Why the rules on cases do not allow what was asked, in order of precedence.
public enum ProceedingRefusal: Hashable, Sendable {
    /// Nothing is recorded under the identifier.
    case unknown(CaseID)

    var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownProceeding", Basis.dueProcess, "没有登记案件 \(id)。请核对编号，或先登记。",
                "Nothing is recorded under \(id). Check the number, or record it first.")
        }
    }
}
