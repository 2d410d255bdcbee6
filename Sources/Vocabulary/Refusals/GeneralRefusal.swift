public import Law

/// Why anything at all may be refused, whatever it is about.
public enum GeneralRefusal: RefusalReason {
    /// A name that no command has.
    case unknownCommand(String)
    /// A required field is absent.
    case missing(String)
    /// The text is not 1…64 of `A–Z a–z 0–9 . _ -`.
    case notAnIdentifier(String)
    /// The day does not exist, or is not written `YYYY-MM-DD`. `value` is empty unless it is made
    /// of digits and separators alone: anything else might be somebody's name.
    case impossibleDate(field: String, value: String)
    /// The value is none of the codes the field knows.
    case notOneOf(String, [String])
    /// The number is outside what the field can hold.
    case outOfRange(field: String, lowest: Int, highest: Int, source: String)
    /// What has not happened yet cannot be recorded as having happened.
    case notYet(CalendarDate, today: CalendarDate)
    /// A digest that is none: not 64 hexadecimal digits.
    case notADigest(String)
    /// A weighty act without a second person behind it (双人复核).
    case needsApprover(String)
    /// Recorded and approved by the same person.
    case approverIsRecorder(Officer)
    /// Nobody said who records it.
    case nobodyActs
    /// Who acts is no identifier; the nearest that is registered, if any is near.
    case notAnOfficer(field: String, nearest: String?)
    /// What must be known to decide was written by a newer program: a kind that is not known here.
    case opaqueEntry(Position, type: String)
    /// The law that is activated gives no answer.
    case law(LawFault)

    public var wording: RefusalWording {
        let format = "schema/events"
        switch self {
        case .unknownCommand(let name):
            return RefusalWording(
                "unknownCommand", format,
                "没有「\(name)」这个命令。请对照映射说明，改用其中列出的命令。",
                "There is no command “\(name)”. Use one that the mapping document lists.")
        case .missing(let field):
            return RefusalWording(
                "missingField", format, "缺少字段 \(field)。请补上后重新提交。",
                "The field \(field) is missing. Fill it in and submit again.")
        case .notAnIdentifier(let field):
            return RefusalWording(
                "notAnIdentifier", format,
                "字段 \(field) 不是合格的编号。请使用 1 至 64 个字母、数字或 . _ - ，以字母或数字开头；不要填姓名或身份证号。",
                "The field \(field) is not an identifier. Use 1 to 64 letters, digits or . _ - beginning "
                    + "with a letter or digit; never a name or an ID number.")
        case .impossibleDate(let field, let value):
            let shown = value.isEmpty ? " " : " \(value) "
            return RefusalWording(
                "impossibleDate", format,
                "字段 \(field) 的日期\(value.isEmpty ? "" : shown)不存在或写法不对。请核对来源，写成 YYYY-MM-DD；日期不明则留空。",
                "The date\(shown)in \(field) does not exist or is not written YYYY-MM-DD. Check the source; "
                    + "leave it empty if the day is unknown.")
        case .notOneOf(let field, let allowed):
            return RefusalWording(
                "notOneOfTheCodes", field == "measure" ? Basis.measures : format,
                "字段 \(field) 的取值不在代码表内。请改用：\(allowed.joined(separator: "、"))。",
                "The value of \(field) is not one of its codes. Use one of: "
                    + "\(allowed.joined(separator: ", ")).")
        case .outOfRange(let field, let lowest, let highest, let source):
            return RefusalWording(
                "outOfRange", source,
                "字段 \(field) 应在 \(lowest) 至 \(highest) 之间。请核对决定文书后重新填写。",
                "The field \(field) must be \(lowest) to \(highest). Check the decision and enter it again."
            )
        case .notYet(let day, let today):
            return RefusalWording(
                "notYet", Basis.dueProcess,
                "\(day) 晚于登记之日 \(today)，尚未发生。请核对日期，发生之后再登记。",
                "\(day) lies after \(today), the day of recording: it has not happened. Check the day, or "
                    + "record it when it has.")
        case .notADigest(let field):
            return RefusalWording(
                "notADigest", "713#33",
                "字段 \(field) 应为 64 位十六进制的 SHA-256。请用 sha256sum 计算后填写。",
                "The field \(field) is a SHA-256 of 64 hexadecimal digits. Compute it with sha256sum."
            )
        case .needsApprover(let act):
            return RefusalWording(
                "needsApprover", Basis.dueProcess,
                "\(act) 须经第二人批准。请由另一人复核，并用 --approver 写明批准人。",
                "\(act) needs a second person. Have somebody else approve it and name them with --approver."
            )
        case .approverIsRecorder(let person):
            return RefusalWording(
                "approverIsRecorder", Basis.dueProcess,
                "登记人与批准人同为 \(person)。请由另一人批准。",
                "Recorded and approved by the same person, \(person). Have somebody else approve it."
            )
        case .nobodyActs:
            return RefusalWording(
                "nobodyActs", Basis.dueProcess,
                "没有写明由谁登记。请用 --actor 写明登记人的编号，或设 STELE_ACTOR。",
                "Nobody is named as the recorder. Give the recorder's identifier with --actor, or set "
                    + "STELE_ACTOR.")
        case .notAnOfficer(let field, let nearest):
            return RefusalWording(
                "notAnOfficer", Basis.dueProcess,
                "\(field) 不是人员编号：请使用 1 至 64 个字母、数字或 . _ - ，以字母或数字开头。"
                    + (nearest.map { "最接近的已登记编号是 \($0)。" } ?? ""),
                "\(field) is not the identifier of a person: use 1 to 64 letters, digits or . _ - beginning "
                    + "with a letter or digit."
                    + (nearest.map { " The nearest registered is \($0)." } ?? ""))
        case .opaqueEntry(let position, let type):
            return RefusalWording(
                "opaqueEntry", format,
                "第 \(position) 条是本程序不认识的类别 \(type)，由更新的程序写入；在它之上不能作出登记。请换用更新的程序。",
                "Entry \(position) is of the kind \(type), which a newer program wrote and this one does not "
                    + "know; nothing can be decided over it. Use the newer program.")
        case .law(let fault):
            return RefusalWording(fault.code, fault.source, fault.chinese, fault.english)
        }
    }
}

extension Refusal {
    public static func unknownCommand(_ name: String) -> Self {
        Self(GeneralRefusal.unknownCommand(name))
    }
    public static func missing(_ field: String) -> Self { Self(GeneralRefusal.missing(field)) }
    public static func notAnIdentifier(_ field: String) -> Self {
        Self(GeneralRefusal.notAnIdentifier(field))
    }
    public static func impossibleDate(field: String, value: String) -> Self {
        Self(GeneralRefusal.impossibleDate(field: field, value: value))
    }
    public static func notOneOf(_ field: String, _ allowed: [String]) -> Self {
        Self(GeneralRefusal.notOneOf(field, allowed))
    }
    /// - Parameter source: The rule that sets the range.
    public static func outOfRange(
        field: String, lowest: Int, highest: Int, source: String = "schema/events"
    ) -> Self {
        Self(
            GeneralRefusal.outOfRange(
                field: field, lowest: lowest, highest: highest, source: source))
    }
    public static func notYet(_ day: CalendarDate, today: CalendarDate) -> Self {
        Self(GeneralRefusal.notYet(day, today: today))
    }
    public static func notADigest(_ field: String) -> Self {
        Self(GeneralRefusal.notADigest(field))
    }
    public static func needsApprover(_ act: String) -> Self {
        Self(GeneralRefusal.needsApprover(act))
    }
    public static func approverIsRecorder(_ person: Officer) -> Self {
        Self(GeneralRefusal.approverIsRecorder(person))
    }
    public static var nobodyActs: Self { Self(GeneralRefusal.nobodyActs) }
    public static func notAnOfficer(field: String, nearest: String?) -> Self {
        Self(GeneralRefusal.notAnOfficer(field: field, nearest: nearest))
    }
    public static func opaqueEntry(_ position: Position, type: String) -> Self {
        Self(GeneralRefusal.opaqueEntry(position, type: type))
    }
    public static func law(_ fault: LawFault) -> Self { Self(GeneralRefusal.law(fault)) }

    /// What is wrong with a field of what was asked.
    public init(_ fault: FieldFault) {
        self =
            switch fault {
            case .missing(let field), .notPositions(let field): .missing(field)
            case .notAnIdentifier(let field): .notAnIdentifier(field)
            case .notADate(let field, let value): .impossibleDate(field: field, value: value)
            case .notOneOf(let field, let codes): .notOneOf(field, codes)
            case .notADigest(let field): .notADigest(field)
            }
    }
}
