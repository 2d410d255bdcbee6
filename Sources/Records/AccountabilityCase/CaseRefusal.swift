public import Law
public import Vocabulary

/// Why the rules on cases do not allow what was asked, in order of precedence.
public enum CaseRefusal: RefusalReason {
    /// No case of that number was opened.
    case unknown(CaseID)
    /// The person is not named in the case, so there is no role to hold responsible.
    case notNamed(SubjectID, CaseID)
    /// Opened already, by another organ, on another decision or on other grounds.
    case openedOtherwise(CaseID, on: CalendarDate?)
    /// The case is not on that decision.
    case notOnDecision(CaseID, DecisionID)
    /// Dated before the case was opened.
    case beforeOpening(CaseID, opened: CalendarDate)
    /// The case is closed.
    case closed(CaseID, on: CalendarDate?)
    /// The case is not closed.
    case notClosed(CaseID)
    /// Excluded from the case, and yet taking part. 政务处分法 Art. 47.
    case recused(SubjectID, since: CalendarDate?)
    /// Nobody acts, signs or approves in a case in which they are named. 政务处分法 Art. 47.
    case ownCase(SubjectID)
    /// The person lies with another organ.
    case transferred(SubjectID, to: UnitID, on: CalendarDate?)
    /// The whole case lies with another organ.
    case transferredWhole(CaseID, to: UnitID)
    /// Handed over to the organ that has it.
    case transferToItself(CaseID, UnitID)
    /// An answer of an organ to which nothing was handed over.
    case notTransferred(CaseID, UnitID)
    /// Another organ manages the official (干部管理权限).
    case managedElsewhere(SubjectID, by: UnitID, UnitID)
    /// Not told the facts. 政务处分法 Art. 43.
    case notNotified(SubjectID, CaseID)
    /// Told, and not heard. 政务处分法 Art. 43.
    case notHeard(SubjectID, CaseID)
    /// The rules in force know no such circumstance.
    case unknownMitigation(String, [String])
    /// Weighed without having been found.
    case mitigationNotFound(String, SubjectID)
    /// Evidence that lies outside the case, its decision and the person's file.
    case notEvidence(Position, CaseID)
    /// Took no part in the decision as an expert. 追责制度 Art. 15.
    case notAnExpert(SubjectID, CaseID)
    /// That department was not told of that expert.
    case expertNotNotified(SubjectID, UnitID)
    /// Benefits are adjusted for who has left; who has not is sanctioned. 政务处分法 Art. 27.
    case stillInService(SubjectID, on: CalendarDate)
    /// Benefits are adjusted in the place of the three heaviest only. 政务处分法 Art. 27.
    case fittingTooLight(Measure)
    /// Cleared of what was found.
    case foundResponsible(SubjectID, on: CalendarDate?)
}

extension CaseRefusal {
    public var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownCase", Basis.dueProcess, "没有立案 \(id)。请核对案号，或先立案。",
                "No case \(id) was opened. Check the number, or open the case first.")
        case .notNamed(let person, let file):
            RefusalWording(
                "notNamedInCase", Basis.dueProcess,
                "\(person) 未列为 \(file) 的责任人。请先列入该案，固定其当时职务。",
                "\(person) is not named in \(file). Name the person in the case first, so that the role held "
                    + "then is kept.")
        case .openedOtherwise(let id, let on):
            RefusalWording(
                "openedOtherwise", Basis.objection,
                "案件 \(id) 已于 \(on.written) 立案，内容不同。请核对案号；若原记录有误，请提交更正。",
                "The case \(id) was opened on \(on.written) with other content. Check the number; if "
                    + "that is wrong, submit a correction of it.")
        case .notOnDecision(let id, let decision):
            RefusalWording(
                "notOnDecision", Basis.lifelong,
                "案件 \(id) 不是就决策 \(decision) 立案的。请核对编号，或不填决策。",
                "The case \(id) was not opened on \(decision). Check the number, or leave it out.")
        case .beforeOpening(let id, let opened):
            RefusalWording(
                "beforeOpening", Basis.dueProcess, "日期早于 \(id) 立案之日 \(opened)。请核对日期。",
                "The day lies before \(id) was opened on \(opened). Check the day.")
        case .closed(let id, let on):
            RefusalWording(
                "caseClosed", Basis.dueProcess,
                "案件 \(id) 已于 \(on.written) 结案。请先登记重新启动：`stele case reopen`。",
                "The case \(id) was closed on \(on.written). Use `stele case reopen` first.")
        case .notClosed(let id):
            RefusalWording(
                "notClosed", Basis.dueProcess, "案件 \(id) 没有结案，无须重新启动。请核对案号和日期。",
                "The case \(id) is not closed. Check the number and the day.")
        case .ownCase(let person):
            RefusalWording(
                "ownCase", "政务处分法#47",
                "\(person) 在本案中被列名，不得办理、登记或批准本案事项。请另行指定人员。",
                "\(person) is named in this case and may not act, record or approve in it. Name somebody "
                    + "else.")
        case .recused(let officer, let since):
            RefusalWording(
                "recused", "政务处分法#47",
                "\(officer) 自 \(since.written) 起回避本案，不得参与办理。请由他人办理。",
                "\(officer) is excluded from this case since \(since.written). Name somebody else.")
        case .transferred(let person, let organ, let on):
            RefusalWording(
                "personTransferred", Basis.measures,
                "\(person) 已于 \(on.written) 移送 \(organ)，不能在本案认定或处理。请等待其答复；退回的，请先登记移送结果。",
                "\(person) was handed over to \(organ) on \(on.written) and is not judged in this case. "
                    + "Look for the answer; if it gave the matter back, record that first.")
        case .transferredWhole(let id, let organ):
            RefusalWording(
                "caseTransferred", Basis.measures,
                "案件 \(id) 已移送 \(organ)。请等待其答复；退回的，请先登记移送结果。",
                "The case \(id) was handed over to \(organ). Look for the answer; if it gave the matter "
                    + "back, record that first.")
        case .transferToItself(let id, let organ):
            RefusalWording(
                "transferToItself", Basis.measures, "案件 \(id) 就是 \(organ) 立案的，无从移送。请核对接收机关。",
                "The case \(id) was opened by \(organ) itself. Check the organ that takes it.")
        case .notTransferred(let id, let organ):
            RefusalWording(
                "notTransferred", Basis.measures,
                "案件 \(id) 没有将所指人员移送 \(organ) 的记录。请核对机关和人员，或先登记移送。",
                "In the case \(id) nothing of that was handed over to \(organ). Check the organ and the "
                    + "person, or record the transfer first.")
        case .managedElsewhere(let person, let managing, let authority):
            RefusalWording(
                "managedElsewhere", Basis.measures,
                "\(person) 按干部管理权限归 \(managing) 管理，\(authority) 不能认定或处理。请用 `stele case transfer` 移送。",
                "\(person) is managed by \(managing); \(authority) does not judge here. Use `stele case "
                    + "transfer` to hand the person over.")
        case .notNotified(let person, let id):
            RefusalWording(
                "notNotified", "政务处分法#43",
                "\(person) 在 \(id) 中尚未被告知事实和依据。请先用 `stele case notify` 登记告知。",
                "\(person) was not told the facts in \(id). Use `stele case notify` first.")
        case .notHeard(let person, let id):
            RefusalWording(
                "notHeard", "政务处分法#43",
                "\(person) 在 \(id) 中被告知后尚未陈述申辩。请先登记听取申辩，或登记书面放弃。",
                "\(person) was told the facts in \(id) and not heard since. Use `stele case "
                    + "hear-defence`, or `waive-defence` with the written waiver.")
        case .unknownMitigation(let code, let known):
            RefusalWording(
                "unknownMitigation", "XZZ-2020-26#13",
                "施行中的规则没有减免情形「\(code)」。请改用：\(known.joined(separator: "、"))。",
                "The rules in force know no circumstance “\(code)”. Use one of: "
                    + "\(known.joined(separator: ", ")).")
        case .mitigationNotFound(let code, let person):
            RefusalWording(
                "mitigationNotFound", "XZZ-2020-26#13",
                "没有为 \(person) 认定减免情形「\(code)」。请先登记该情形及其依据。",
                "No circumstance “\(code)” was found for \(person). Use `stele case find-mitigation` "
                    + "first.")
        case .notEvidence(let entry, let id):
            RefusalWording(
                "notCaseEvidence", Basis.dueProcess,
                "第 \(entry) 条不在 \(id)、其所涉决策或此人的记录中，不能作为依据。请用 `stele case show` 核对条目号。",
                "Entry \(entry) is not in the files of \(id), of its decision or of the person. Find the "
                    + "number with `stele case show`.")
        case .notAnExpert(let expert, let id):
            RefusalWording(
                "notAnExpert", "XZZ-2020-26#15",
                "\(expert) 没有参与 \(id) 所涉决策的专家论证或风险评估。请核对编号。",
                "\(expert) neither reviewed nor assessed the decision of \(id). Check the identifier."
            )
        case .expertNotNotified(let expert, let department):
            RefusalWording(
                "expertNotNotified", "XZZ-2020-26#15",
                "没有就 \(expert) 通报 \(department) 的记录。请先登记通报，或核对编号。",
                "\(department) was not told of \(expert). Check the identifiers, or record the letter "
                    + "first.")
        case .stillInService(let person, let day):
            RefusalWording(
                "stillInService", Basis.departed,
                "\(person) 在 \(day) 仍在职，不适用待遇调整建议。请依法给予处分，或先登记离任。",
                "\(person) is in service on \(day), so no adjustment of benefits is recommended. Use a "
                    + "sanction, or record the departure first.")
        case .fittingTooLight(let measure):
            RefusalWording(
                "fittingTooLight", Basis.departed,
                "「\(measure.rawValue)」不涉及待遇调整；只有应当给予降级、撤职、开除的才调整待遇。请核对拟给予的处分。",
                "“\(measure.rawValue)” touches no benefits; they are adjusted where demotion, removal or "
                    + "dismissal would fit. Check the sanction that would have been given.")
        case .foundResponsible(let person, let on):
            RefusalWording(
                "foundResponsible", Basis.dueProcess,
                "\(person) 已于 \(on.written) 被认定属实，不能澄清正名。若认定有误，请先更正认定。",
                "\(person) was found responsible on \(on.written) and is not cleared. If that is wrong, "
                    + "submit a correction of the finding.")
        }
    }
}

extension Refusal {
    /// What the rules on cases do not allow.
    public static func `case`(_ reason: CaseRefusal) -> Refusal { Refusal(reason) }
    public static func unknownCase(_ id: CaseID) -> Refusal { .case(.unknown(id)) }
    public static func notNamedInCase(_ person: SubjectID, _ id: CaseID) -> Refusal {
        .case(.notNamed(person, id))
    }
}

extension CalendarDate? {
    /// The day, or that it is not known.
    fileprivate var written: String { self?.description ?? "—" }
}
