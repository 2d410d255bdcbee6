public import Law
public import Vocabulary

/// Why a complaint is not recorded.
public enum ComplaintRefusal: RefusalReason {
    /// Received already, with other content.
    case alreadyReceived(ComplaintID)
    /// None of that number was received.
    case unknown(ComplaintID)

    public var message: Message {
        switch self {
        case .alreadyReceived(let id):
            .refusal("complaintAlreadyReceived", Basis.socialSupervision, ["complaint": id])
        case .unknown(let id):
            .refusal("unknownComplaint", Basis.socialSupervision, ["complaint": id])
        }
    }
}

extension Refusal {
    public static func complaintAlreadyReceived(_ id: ComplaintID) -> Refusal {
        Refusal(ComplaintRefusal.alreadyReceived(id))
    }
    public static func unknownComplaint(_ id: ComplaintID) -> Refusal {
        Refusal(ComplaintRefusal.unknown(id))
    }
}
