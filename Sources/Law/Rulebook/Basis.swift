/// The rules that events and refusals cite (I9). An article stands after `#`, a task after `-T`.
public enum Basis {
    /// 新左政发〔2020〕26号 task 8: what goes into the integrity record (政务失信记录).
    public static let integrityRecord = "XZZ-2020-26-T8"
    /// 新左政发〔2020〕26号 task 12: objection and correction (异议).
    public static let objection = "XZZ-2020-26-T12"
    /// 新左政发〔2020〕26号 task 19: complaints and tips (社会监督).
    public static let socialSupervision = "XZZ-2020-26-T19"
    /// 追责制度 Art. 3: whoever transferred, left, resigned or retired stays accountable.
    public static let lifelong = "XZZ-2020-26#3"
    /// 追责制度 Art. 4: facts, powers and evidence.
    public static let dueProcess = "XZZ-2020-26#4"
    /// 追责制度 Art. 14: the accountability measures.
    public static let measures = "XZZ-2020-26#14"
    /// 追责制度 Art. 16: remedies.
    public static let remedies = "XZZ-2020-26#16"
    /// 政务处分法 Art. 7: the six sanctions.
    public static let sanctions = "政务处分法#7"
    /// 政务处分法 Art. 8, 15: their periods.
    public static let periods = "政务处分法#8"
    /// 政务处分法 Art. 27: who has left is investigated, not sanctioned.
    public static let departed = "政务处分法#27"
    /// 政务处分法 Art. 57: wrong decisions are annulled.
    public static let annulment = "政务处分法#57"

    /// A cited rule as an officer would write it: `追责制度第14条`, `26号文任务12`. A text that is no
    /// code of ours, such as the number of a document, is shown as it is.
    public static func chinese(_ code: String) -> String {
        each(code).map {
            spoken($0, notice: "26号文任务", rules: "追责制度", order: "重大行政决策程序暂行条例") {
                "\($0)第\($1)条"
            }
        }.joined(separator: "、")
    }

    /// The same in English; names of laws stay as they are enacted.
    public static func english(_ code: String) -> String {
        each(code).map {
            spoken(
                $0, notice: "the notice, task ", rules: "Accountability Rules",
                order: "State Council Order 713"
            ) { "\($0) Art. \($1)" }
        }.joined(separator: ", ")
    }

    /// The laws of a citation, each with its articles: `公务员法#63、处分条例#39` are two.
    public static func each(_ code: String) -> [String] {
        code.split(separator: "、").reduce(into: []) { laws, part in
            if part.hasPrefix("#"), let last = laws.popLast() {
                laws.append("\(last)、\(part)")
            } else if part.contains("#") || laws.isEmpty {
                laws.append(String(part))
            } else if let last = laws.popLast() {
                laws.append("\(last)、\(part)")
            }
        }
    }

    private static let document = "XZZ-2020-26"

    private static func spoken(
        _ code: String, notice: String, rules: String, order: String,
        article: (_ law: String, _ number: String) -> String
    ) -> String {
        if code.hasPrefix(document + "-T") { return notice + code.dropFirst(document.count + 2) }
        let parts = code.split(separator: "#", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return code }
        // Several articles of one law: `政务处分法#8、#15`.
        let numbers = parts[1].filter { $0 != "#" }
        let law =
            switch parts[0] {
            case document: rules
            case "713": order
            default: parts[0]
            }
        return article(law, numbers)
    }
}
