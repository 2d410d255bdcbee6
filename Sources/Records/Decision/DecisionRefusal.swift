public import Law
public import Vocabulary

/// Why the rules on decisions do not allow what was asked, in order of precedence.
///
/// The ledger records reality: an improper decision is accepted and raises its grounds. Refused is
/// only what cannot have happened, or what would leave the record without meaning.
public enum DecisionRefusal: RefusalReason {
    /// Neither proposed nor initiated.
    case unknown(DecisionID)
    /// Recorded already, with other content.
    case recordedOtherwise(DecisionID, EventType, on: CalendarDate)
    /// The catalogue in force has no such item.
    case notInCatalogue(String, [String])
    /// Something ends before it starts; the rule that sets the order.
    case endBeforeStart(
        field: String, start: CalendarDate, end: CalendarDate, source: String = "713#15")
    /// Comments cannot be closed that were never invited.
    case consultationNotOpened(DecisionID)
    /// The comment is not in the register.
    case opinionUnknown(String)
    /// A step that no rule allows to do without. 713 Art. 25, 30.
    case stepNotWaivable(ProceduralStep, source: String)
    /// A meeting that lists nobody. 713 Art. 30.
    case meetingOfNobody
    /// A person twice in one meeting. 713 Art. 30.
    case attendeeTwice(SubjectID)
    /// More than one head in one meeting. 713 Art. 30.
    case twoHeads(SubjectID, SubjectID)
    /// A step of the procedure dated after the adoption it should have prepared.
    case stepAfterAdoption(ProceduralStep, adoptedOn: CalendarDate)
    /// Adopted already. 713 Art. 30, 37.
    case alreadyAdopted(DecisionID, on: CalendarDate)
    /// Adopted before the procedure was opened.
    case beforeInitiation(initiatedOn: CalendarDate)
    /// What follows an adoption, without one.
    case notAdopted(DecisionID, by: CalendarDate)
    /// Execution is suspended already, or is not.
    case alreadySuspended(DecisionID)
    case notSuspended(DecisionID)
    /// Nobody was charged with carrying it out.
    case notAssigned(DecisionID)
    /// Who assessed before does not evaluate afterwards. 713 Art. 36.
    case evaluatorAssessed(SubjectID)
    /// No such evaluation was ordered.
    case evaluationNotOrdered(SubjectID)
    /// A decision made in time was not dragged out.
    case decidedInTime(on: CalendarDate)
    /// The rules in force know no such ground.
    case unknownGround(String, [String])
    /// Several bodies of law have a ground of that code.
    case groundOfSeveral(String, [String])
    /// The ground was not raised, or is dismissed already.
    case groundNotOpen(String)
    /// Evidence that lies outside the file of the decision.
    case notEvidence(Position)
}

extension DecisionRefusal {
    public var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownDecision", "713#12",
                "没有登记决策 \(id)。请核对编号，或先用 `stele decision initiate` 登记启动。",
                "No decision \(id) is recorded. Check the number, or record its opening first with "
                    + "`stele decision initiate`.")
        case .recordedOtherwise(let id, let type, let on):
            RefusalWording(
                "recordedOtherwise", "XZZ-2020-26-T12",
                "决策 \(id) 已于 \(on) 登记同类事项，内容不同。若原记录有误，请提交更正。",
                "\(id) has a record of this kind of \(on) (\(type)) with other content. If that is "
                    + "wrong, submit a correction of it.")
        case .notInCatalogue(let item, let items):
            RefusalWording(
                "notInCatalogue", "713#3",
                "现行决策事项目录没有「\(item)」。请改用：\(items.joined(separator: "、"))。",
                "The catalogue in force has no item “\(item)”. Use one of: "
                    + "\(items.joined(separator: ", ")).")
        case .endBeforeStart(let field, let start, let end, let source):
            RefusalWording(
                "endBeforeStart", source,
                "\(field) 为 \(end)，早于起始日 \(start)。请核对日期后重新提交。",
                "\(field) is \(end), before the start on \(start). Check the days and submit again."
            )
        case .consultationNotOpened(let id):
            RefusalWording(
                "consultationNotOpened", "713#15",
                "\(id) 没有正在进行的公开征求意见，无从结束。请先登记征求意见。",
                "\(id) has no open invitation of comments to close. Record the invitation first.")
        case .opinionUnknown(let opinion):
            RefusalWording(
                "opinionUnknown", "713#18",
                "没有收到编号为 \(opinion) 的意见。请核对编号，或先登记收到意见。",
                "No comment \(opinion) was received. Check the number, or record its receipt first."
            )
        case .stepNotWaivable(let step, let source):
            RefusalWording(
                "stepNotWaivable", source,
                "\(step.chinese)不得以「不适用」代替。请补办；已经作出决策的，如实登记即可。",
                "The \(step.english) cannot be declared not applicable. Carry it out; if the decision was made "
                    + "without it, record it as it was.")
        case .meetingOfNobody:
            RefusalWording(
                "meetingOfNobody", "713#30",
                "会议没有列出参会人员。请按会议记录逐人登记身份与表态。",
                "The meeting lists nobody. Enter everyone from the minutes, with part and opinion.")
        case .attendeeTwice(let id):
            RefusalWording(
                "attendeeTwice", "713#30",
                "参会人员 \(id) 出现两次。请按会议记录每人只登记一次。",
                "\(id) is listed twice in the meeting. Enter each person once, as in the minutes.")
        case .twoHeads(let one, let two):
            RefusalWording(
                "twoHeads", "713#30",
                "\(one) 与 \(two) 都登记为行政首长。请核对会议记录，只保留一位。",
                "\(one) and \(two) are both entered as the head. Check the minutes and keep one.")
        case .stepAfterAdoption(let step, let adoptedOn):
            RefusalWording(
                "stepAfterAdoption", "XZZ-2020-26#5",
                "决策已于 \(adoptedOn) 作出，其后的\(step.chinese)不是该决策的前置程序。请核对日期；如属调整决策，请先登记调整。",
                "The decision was adopted on \(adoptedOn); a later \(step.english) did "
                    + "not prepare it. Check the day, or record the adjustment first if the decision was reopened."
            )
        case .alreadyAdopted(let id, let on):
            RefusalWording(
                "alreadyAdopted", "713#37",
                "决策 \(id) 已于 \(on) 作出。决策不得随意变更；确需调整的，请先登记调整并重新履行程序。",
                "\(id) was adopted on \(on). A decision is not changed at will: record its adjustment "
                    + "first and go through the steps again.")
        case .beforeInitiation(let initiatedOn):
            RefusalWording(
                "beforeInitiation", "713#13",
                "决策日期早于程序启动日 \(initiatedOn)。请核对日期。",
                "The decision is dated before the procedure was opened on \(initiatedOn). Check the day."
            )
        case .notAdopted(let id, let by):
            RefusalWording(
                "notAdopted", "713#32",
                "截至 \(by)，决策 \(id) 尚未作出。请核对日期，或先登记作出决策。",
                "By \(by) \(id) was not adopted. Check the day, or record the adoption first.")
        case .alreadySuspended(let id):
            RefusalWording(
                "alreadySuspended", "713#37", "决策 \(id) 已中止执行。请核对，或先登记恢复执行。",
                "Execution of \(id) is suspended already. Check, or record its resumption first.")
        case .notSuspended(let id):
            RefusalWording(
                "decisionNotSuspended", "713#37", "决策 \(id) 没有中止执行，无从恢复。请核对编号。",
                "Execution of \(id) is not suspended. Check the number.")
        case .notAssigned(let id):
            RefusalWording(
                "notAssigned", "713#34",
                "决策 \(id) 尚未确定执行单位。请先登记执行单位。",
                "No unit was charged with carrying out \(id). Record the assignment first.")
        case .evaluatorAssessed(let id):
            RefusalWording(
                "evaluatorAssessed", "713#36",
                "\(id) 参与过该决策的论证或评估，不得承担后评估。请另行委托。",
                "\(id) took part in the review or assessment and may not evaluate the decision. Charge "
                    + "somebody else.")
        case .evaluationNotOrdered(let id):
            RefusalWording(
                "evaluationNotOrdered", "713#36",
                "没有委托 \(id) 开展后评估的记录。请先登记决定开展后评估。",
                "\(id) was not charged with an evaluation. Record the order first.")
        case .decidedInTime(let on):
            RefusalWording(
                "decidedInTime", "713#38",
                "决策已于 \(on) 作出，未超过应当决策的日期，不属于久拖不决。请核对日期。",
                "The decision was made on \(on), not after the day by which it was due. Check the days."
            )
        case .unknownGround(let code, let codes):
            RefusalWording(
                "unknownGround", "XZZ-2020-26#6",
                "现行规则没有情形 \(code)。请改用：\(codes.joined(separator: "、"))。",
                "The rules in force know no ground \(code). Use one of: "
                    + "\(codes.joined(separator: ", ")).")
        case .groundOfSeveral(let code, let names):
            RefusalWording(
                "groundOfSeveral", "XZZ-2020-26#6",
                "情形 \(code) 在多部规则中都有。请写明是哪一部的：\(names.joined(separator: "、"))。",
                "More than one body of rules has a ground \(code). Say whose: "
                    + "\(names.joined(separator: ", ")).")
        case .groundNotOpen(let code):
            RefusalWording(
                "groundNotOpen", "XZZ-2020-26#4",
                "没有待核查的疑似情形 \(code)。请用 `stele decision show` 核对。",
                "No suspected ground \(code) is open. Look with `stele decision show`.")
        case .notEvidence(let position):
            RefusalWording(
                "notEvidence", "XZZ-2020-26#4",
                "第 \(position) 条不在该决策的记录中，不能作为依据。请用 `stele decision show` 核对条目号。",
                "Entry \(position) is not in the file of this decision and is no evidence here. Find "
                    + "the number with `stele decision show`.")
        }
    }
}

extension Refusal {
    public static func decision(_ reason: DecisionRefusal) -> Refusal { Refusal(reason) }
}

extension ProceduralStep {
    fileprivate var chinese: String {
        switch self {
        case .participation: "公众参与"
        case .expertReview: "专家论证"
        case .riskAssessment: "风险评估"
        case .legalityReview: "合法性审查"
        case .collectiveDiscussion: "集体讨论"
        }
    }

    fileprivate var english: String {
        switch self {
        case .participation: "public participation"
        case .expertReview: "expert review"
        case .riskAssessment: "risk assessment"
        case .legalityReview: "review of legality"
        case .collectiveDiscussion: "collective discussion"
        }
    }
}
