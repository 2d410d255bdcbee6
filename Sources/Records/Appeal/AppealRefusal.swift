/// Why the rules on remedies do not allow what was asked, in order of precedence.
public enum AppealRefusal: Hashable, Sendable {
    /// Nothing is recorded under the identifier.
    case unknown(AppealID)

    var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownAppeal", Basis.dueProcess, "没有登记申诉 \(id)。请核对编号，或先登记。",
                "Nothing is recorded under \(id). Check the number, or record it first.")
        }
    }
}
