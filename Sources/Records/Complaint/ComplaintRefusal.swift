internal import Law
public import Vocabulary

/// Why a complaint is not recorded.
public enum ComplaintRefusal: RefusalReason {
    /// Received already, with other content.
    case alreadyReceived(ComplaintID)

    public var wording: RefusalWording {
        switch self {
        case .alreadyReceived(let id):
            RefusalWording(
                "complaintAlreadyReceived", Basis.socialSupervision,
                "投诉 \(id) 已受理，内容不同。请核对编号；若原记录有误，请提交更正。",
                "The complaint \(id) was received with other content. Check the number; if the record is "
                    + "wrong, submit a correction of it.")
        }
    }
}

extension Refusal {
    public static func complaintAlreadyReceived(_ id: ComplaintID) -> Refusal {
        Refusal(ComplaintRefusal.alreadyReceived(id))
    }
}
