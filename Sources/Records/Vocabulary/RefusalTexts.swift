extension Refusal {
    /// Stable, for machines.
    public var code: String { wording.code }
    /// What happened, what to do next, and why: for officers.
    public var messageChinese: String { "\(wording.chinese)（\(Basis.chinese(source))）" }
    /// The same in English.
    public var messageEnglish: String { "\(wording.english) (\(Basis.english(source)))" }
    /// The rule it rests on (I9).
    public var source: String { wording.source }

    private var wording: (code: String, source: String, chinese: String, english: String) {
        switch self {
        case .unknownCommand, .missing, .notAnIdentifier, .impossibleDate, .notOneOf, .outOfRange,
            .needsApprover, .approverIsRecorder, .notYet, .notADigest:
            fieldWording
        case .unknownSubject, .notAPerson, .notAUnit, .mergedIntoItself, .alreadyMerged,
            .unknownCase, .alreadyRegistered, .predecessorUnknown,
            .complaintAlreadyReceived, .notNamedInCase:
            referenceWording
        case .subjectNotInService, .alreadyLeft, .notSuspended, .sanctionNumberTaken,
            .sanctionUnknown, .alreadyAnnulled, .unknownEntry, .alreadySuperseded,
            .correctionOfAnotherKind, .correctionOfOthers:
            ruleWording
        case .law(let fault): (fault.code, fault.source, fault.chinese, fault.english)
        case .decision(let refusal): refusal.wording.tuple
        case .proceeding(let refusal): refusal.wording.tuple
        case .measure(let refusal): refusal.wording.tuple
        case .appeal(let refusal): refusal.wording.tuple
        }
    }

    private var fieldWording: (code: String, source: String, chinese: String, english: String) {
        let format = "schema/events"
        switch self {
        case .unknownCommand(let name):
            return (
                "unknownCommand", format,
                "没有「\(name)」这个命令。请对照映射说明，改用其中列出的命令。",
                "There is no command “\(name)”. Use one that the mapping document lists."
            )
        case .missing(let field):
            return (
                "missingField", format, "缺少字段 \(field)。请补上后重新提交。",
                "The field \(field) is missing. Fill it in and submit again."
            )
        case .notAnIdentifier(let field):
            return (
                "notAnIdentifier", format,
                "字段 \(field) 不是合格的编号。请使用 1 至 64 个字母、数字或 . _ - ，以字母或数字开头；不要填姓名或身份证号。",
                "The field \(field) is not an identifier. Use 1 to 64 letters, digits or . _ - beginning "
                    + "with a letter or digit; never a name or an ID number."
            )
        case .impossibleDate(let field, let value):
            let shown = value.isEmpty ? "" : " \(value) "
            return (
                "impossibleDate", format,
                "字段 \(field) 的日期\(shown)不存在或写法不对。请核对来源，写成 YYYY-MM-DD；日期不明则留空。",
                "The date\(shown.isEmpty ? " " : shown)in \(field) does not exist or is not written YYYY-MM-DD. Check the source; "
                    + "leave it empty if the day is unknown."
            )
        case .notOneOf(let field, let allowed):
            return (
                "notOneOfTheCodes", field == "measure" ? Basis.measures : format,
                "字段 \(field) 的取值不在代码表内。请改用：\(allowed.joined(separator: "、"))。",
                "The value of \(field) is not one of its codes. Use one of: "
                    + "\(allowed.joined(separator: ", "))."
            )
        case .outOfRange(let field, let lowest, let highest):
            return (
                "outOfRange", field == "months" ? "\(Basis.periods)、#15" : format,
                "字段 \(field) 应在 \(lowest) 至 \(highest) 之间。请核对决定文书后重新填写。",
                "The field \(field) must be \(lowest) to \(highest). Check the decision and enter it again."
            )
        case .notYet(let day, let today):
            return (
                "notYet", Basis.dueProcess,
                "\(day) 晚于登记之日 \(today)，尚未发生。请核对日期，发生之后再登记。",
                "\(day) lies after \(today), the day of recording: it has not happened. Check the day, or "
                    + "record it when it has."
            )
        case .notADigest(let field):
            return (
                "notADigest", "713#33",
                "字段 \(field) 应为 64 位十六进制的 SHA-256。请用 sha256sum 计算后填写。",
                "The field \(field) is a SHA-256 of 64 hexadecimal digits. Compute it with sha256sum."
            )
        case .needsApprover(let act):
            return (
                "needsApprover", Basis.dueProcess,
                "\(act) 须经第二人批准。请由另一人复核，并用 --approver 写明批准人。",
                "\(act) needs a second person. Have somebody else approve it and name them with --approver."
            )
        case .approverIsRecorder(let person):
            return (
                "approverIsRecorder", Basis.dueProcess,
                "登记人与批准人同为 \(person)。请由另一人批准。",
                "Recorded and approved by the same person, \(person). Have somebody else approve it."
            )
        default: preconditionFailure("not about a field")
        }
    }

    private var referenceWording: (code: String, source: String, chinese: String, english: String) {
        switch self {
        case .unknownSubject(let id):
            return (
                "unknownSubject", Basis.integrityRecord,
                "没有登记 \(id)。请用 `stele subject find` 查找，或先登记。",
                "\(id) is not registered. Look with `stele subject find`, or register it first."
            )
        case .notAPerson(let id):
            return (
                "notAPerson", Basis.lifelong,
                "\(id) 登记为单位或机构，不是自然人。请改填责任人的编号。",
                "\(id) is registered as a unit or organisation, not a person. Give the person's identifier."
            )
        case .notAUnit(let id):
            return (
                "notAUnit", Basis.lifelong, "\(id) 登记为自然人，不是单位。请改填单位的编号。",
                "\(id) is registered as a person, not a unit. Give the unit's identifier."
            )
        case .mergedIntoItself(let id):
            return (
                "mergedIntoItself", Basis.lifelong, "承接单位与撤并单位同为 \(id)。请核对后改填承接单位。",
                "\(id) is given as both the unit that ended and the one that took over. Check the second."
            )
        case .alreadyMerged(let id, let into):
            return (
                "alreadyMerged", Basis.lifelong,
                "\(id) 已并入 \(into)。若原记录有误，请提交更正。",
                "\(id) was merged into \(into) already. If that record is wrong, submit a correction of it."
            )
        case .unknownCase(let id):
            return (
                "unknownCase", Basis.dueProcess, "没有立案 \(id)。请核对案号，或先立案。",
                "No case \(id) was opened. Check the number, or open the case first."
            )
        case .alreadyRegistered(let id):
            return (
                "alreadyRegistered", Basis.objection,
                "\(id) 已登记，内容不同。请核对编号；若原登记有误，请提交更正。",
                "\(id) is registered with other content. Check the identifier; if the registration is wrong, "
                    + "submit a correction of it."
            )
        case .predecessorUnknown(let id):
            return (
                "predecessorUnknown", Basis.lifelong, "前身单位 \(id) 没有登记。请先登记前身单位。",
                "The predecessor \(id) is not registered. Register it first."
            )
        case .complaintAlreadyReceived(let id):
            return (
                "complaintAlreadyReceived", Basis.socialSupervision,
                "投诉 \(id) 已受理，内容不同。请核对编号；若原记录有误，请提交更正。",
                "The complaint \(id) was received with other content. Check the number; if the record is "
                    + "wrong, submit a correction of it."
            )
        case .notNamedInCase(let person, let file):
            return (
                "notNamedInCase", Basis.dueProcess,
                "\(person) 未列为 \(file) 的责任人。请先列入该案，固定其当时职务。",
                "\(person) is not named in \(file). Name the person in the case first, so that the role held "
                    + "then is kept."
            )
        default: preconditionFailure("not about a reference")
        }
    }

    private var ruleWording: (code: String, source: String, chinese: String, english: String) {
        switch self {
        case .subjectNotInService(let id, let since, let reason):
            return (
                "subjectNotInService", Basis.departed,
                "\(id) 已于 \(since) \(reason.chinese)，不能给予该项处分或处理；可以继续调查、作出认定，并提出待遇调整建议。",
                "\(id) left the service on \(since) (\(reason.english)) and cannot receive this measure; go on "
                    + "with the investigation and the finding, and recommend an adjustment of benefits."
            )
        case .alreadyLeft(let id, let since, let reason):
            return (
                "alreadyLeft", Basis.lifelong,
                "\(id) 已于 \(since) \(reason.chinese)。若原记录有误，请提交更正；若重新任职，请先登记入职。",
                "\(id) left the service on \(since) (\(reason.english)). If that is wrong, submit a correction "
                    + "of it; if the person came back, record the new beginning first."
            )
        case .notSuspended(let id):
            return (
                "notSuspended", Basis.measures, "\(id) 没有停职记录，无从复职。请核对人员，或先登记停职。",
                "\(id) has no suspension to return from. Check the person, or record the suspension first."
            )
        case .sanctionNumberTaken(let id):
            return (
                "sanctionNumberTaken", Basis.sanctions,
                "处分编号 \(id) 已用于另一项处分。请换用新编号；若原记录有误，请提交更正。",
                "The number \(id) belongs to another sanction. Use a new one; if the record is wrong, submit a "
                    + "correction of it."
            )
        case .sanctionUnknown(let id):
            return (
                "sanctionUnknown", Basis.remedies,
                "本案中此人没有编号为 \(id) 的处分。请核对编号、人员和案号，或先登记该处分。",
                "There is no sanction \(id) on this person in this case. Check number, person and case, or "
                    + "record the sanction first."
            )
        case .alreadyAnnulled(let id):
            return (
                "alreadyAnnulled", Basis.annulment,
                "处分 \(id) 已被撤销。请用 `stele trace` 查看；若撤销记录有误，请提交更正。",
                "The sanction \(id) is annulled already. Look with `stele trace`; if that record is wrong, "
                    + "submit a correction of it."
            )
        case .unknownEntry(let position):
            return (
                "unknownEntry", Basis.objection,
                "第 \(position) 条不在所指人员或案件的记录中。请用 `stele trace` 查到正确的条目号。",
                "Entry \(position) is not in the file of the person or case given. Find the right number with "
                    + "`stele trace`."
            )
        case .alreadySuperseded(let position, let by):
            return (
                "alreadySuperseded", Basis.objection,
                "第 \(position) 条已被第 \(by) 条更正或撤回。请针对第 \(by) 条提交。",
                "Entry \(position) was corrected or withdrawn by entry \(by). Submit against entry \(by)."
            )
        case .correctionOfOthers(let position):
            return (
                "correctionOfOthers", Basis.objection,
                "更正第 \(position) 条不得改变所涉的人员或事项。请用 `stele withdraw \(position)` 撤回，再重新登记。",
                "A correction of entry \(position) may not change whom or what it concerns. Withdraw it with "
                    + "`stele withdraw \(position)` and record it anew."
            )
        case .correctionOfAnotherKind(let position):
            return (
                "correctionOfAnotherKind", Basis.objection,
                "对第 \(position) 条的更正须与原记录同类。请改用同类命令；若原记录本不应存在，请撤回。",
                "A correction of entry \(position) must be of the same kind. Use the same command; if the "
                    + "record should never have existed, withdraw it."
            )
        default: preconditionFailure("not about a rule")
        }
    }
}

extension Departure {
    fileprivate var chinese: String {
        switch self {
        case .resigned: "辞职"
        case .dismissed: "被辞退"
        case .expelled: "被开除"
        case .retired: "退休"
        case .died: "去世"
        case .unknown: "离任"
        }
    }
    fileprivate var english: String {
        switch self {
        case .resigned: "resigned"
        case .dismissed: "dismissed"
        case .expelled: "expelled"
        case .retired: "retired"
        case .died: "died"
        case .unknown: "reason unknown"
        }
    }
}

extension RefusalWording {
    fileprivate var tuple: (code: String, source: String, chinese: String, english: String) {
        (code, source, chinese, english)
    }
}
