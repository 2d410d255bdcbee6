public import Law
public import Vocabulary

/// Why a complaint is not recorded.
public enum ComplaintRefusal: RefusalReason {
    /// Received already, with other content.
    case alreadyReceived(ComplaintID)

    public var message: Message {
        switch self {
        case .alreadyReceived(let id):
            .refusal("complaintAlreadyReceived", Basis.socialSupervision, ["complaint": id])
        }
    }
}

extension Refusal {
    public static func complaintAlreadyReceived(_ id: ComplaintID) -> Refusal {
        Refusal(ComplaintRefusal.alreadyReceived(id))
    }
}
