/// Why a rulebook is not activated. Each is one sentence and names the entry and its article.
public enum RulebookFault: Error, Hashable, Sendable {
    /// A member that must be there is absent or of another type.
    case missing(at: String, member: String)
    /// A member that means nothing here: most likely misspelt.
    case unknownMember(at: String, member: String)
    /// A value that is none of its codes.
    case notOneOf(at: String, member: String, value: String, allowed: [String])
    /// `inForceFrom` is no day.
    case impossibleDay(String)
    /// Not `30 days`, `7 workingDays`, `2 months`.
    case unreadableSpan(clock: String, text: String, source: String)
    /// A number outside what it can be.
    case outOfRange(at: String, member: String, lowest: Int)
    /// A rulebook without articles is none.
    case noArticles
    /// The entry cites nothing, or something that does not read as a source.
    case noSource(at: String)
    /// Two entries with one code.
    case codeTwice(at: String, source: String)
    case unknownFamily(measure: String, family: String, source: String)
    case rankTwice(measure: String, other: String, family: String, source: String)
    /// A heavier measure with a shorter period.
    case monthsFall(measure: String, below: String, source: String)
    /// A period without months, or months without a period.
    case termWithoutMonths(measure: String, source: String)
    case unknownArticle(ground: String, article: String)
    case unknownStep(ground: String, step: String, source: String)
    /// The machine is to raise it and is not told on what.
    case triggerMissing(ground: String, source: String)
    /// People find it, and yet the machine is told to raise it.
    case triggerTooMany(ground: String, source: String)
    /// One trigger that would raise two grounds.
    case triggerTwice(ground: String, other: String, source: String)
    case unknownTrigger(ground: String, trigger: String, source: String)
    case unknownClock(route: String, stage: String, clock: String, source: String)
    case noStages(route: String, source: String)
    case unknownSetting(measure: String, setting: String, source: String)
    /// The most that can be combined is less than one sanction alone.
    case combinationTooShort(maximum: Int, measure: String, months: Int, source: String)
    /// The setting and the rule of combination differ.
    case combinationDiffers(maximum: Int, setting: String, source: String)

    /// The article concerned; of what cites none, the format.
    public var source: String {
        switch self {
        case .missing, .unknownMember, .notOneOf, .impossibleDay, .outOfRange, .noArticles,
            .noSource:
            "schema/rules"
        case .unknownArticle(_, let article): article
        case .unreadableSpan(_, _, let source), .codeTwice(_, let source),
            .unknownFamily(_, _, let source), .rankTwice(_, _, _, let source),
            .monthsFall(_, _, let source), .termWithoutMonths(_, let source),
            .unknownStep(_, _, let source), .triggerMissing(_, let source),
            .triggerTooMany(_, let source), .triggerTwice(_, _, let source),
            .unknownTrigger(_, _, let source), .unknownClock(_, _, _, let source),
            .noStages(_, let source), .unknownSetting(_, _, let source),
            .combinationTooShort(_, _, _, let source), .combinationDiffers(_, _, let source):
            source
        }
    }

    public var messageChinese: String { "\(wording.chinese)（\(Basis.chinese(source))）" }
    public var messageEnglish: String { "\(wording.english) (\(Basis.english(source)))" }

    private var wording: (chinese: String, english: String) {
        switch self {
        case .missing(let at, let member):
            (
                "规则文件 \(at) 缺少 \(member)，或其写法不对，请补正。",
                "\(at) of the rulebook lacks \(member), or it is not written as it should be."
            )
        case .unknownMember(let at, let member):
            (
                "规则文件 \(at) 没有 \(member) 这一项，请核对拼写。",
                "\(at) of the rulebook has no member \(member); check the spelling."
            )
        case .notOneOf(let at, let member, let value, let allowed):
            (
                "规则文件 \(at) 的 \(member)「\(value)」不在 \(allowed.joined(separator: "、")) 之列。",
                "“\(value)” is no \(member) of \(at); it is one of "
                    + "\(allowed.joined(separator: ", "))."
            )
        case .impossibleDay(let text):
            (
                "施行日期「\(text)」不存在或写法不对，请写成 YYYY-MM-DD。",
                "The day in force “\(text)” does not exist or is not written YYYY-MM-DD."
            )
        case .unreadableSpan(let clock, let text, _):
            (
                "时限 \(clock) 的「\(text)」读不懂，请写成 30 days、7 workingDays 或 2 months。",
                "“\(text)” of the clock \(clock) is no period; write 30 days, 7 workingDays or "
                    + "2 months."
            )
        case .outOfRange(let at, let member, let lowest):
            (
                "规则文件 \(at) 的 \(member) 至少为 \(lowest)。",
                "\(member) of \(at) must be \(lowest) or more."
            )
        case .noArticles:
            ("规则文件没有任何条文，不能作为依据。", "The rulebook has no articles and can be no basis.")
        case .noSource(let at):
            ("规则文件 \(at) 没有写明依据。", "\(at) of the rulebook cites no source.")
        case .codeTwice(let at, _):
            ("\(at) 列了两次，请留一个。", "\(at) stands in the rulebook twice; keep one.")
        case .unknownFamily(let measure, let family, _):
            (
                "措施 \(measure) 的类别 \(family) 不存在。",
                "The measure \(measure) is of a family \(family) that does not exist."
            )
        case .rankTwice(let measure, let other, let family, _):
            (
                "类别 \(family) 中 \(measure) 与 \(other) 轻重等级相同，无从比较。",
                "\(measure) and \(other) have one rank in the family \(family) and cannot be compared."
            )
        case .monthsFall(let measure, let below, _):
            (
                "措施 \(measure) 重于 \(below)，期间却更短。",
                "\(measure) is heavier than \(below), yet its period is shorter."
            )
        case .termWithoutMonths(let measure, _):
            (
                "措施 \(measure) 的期间与其存续方式不一致。",
                "The months of \(measure) do not agree with how it lasts."
            )
        case .unknownSetting(let measure, let setting, _):
            (
                "措施 \(measure) 引用的设定 \(setting) 不存在。",
                "The measure \(measure) refers to a setting \(setting) that does not exist."
            )
        case .combinationTooShort(let maximum, let measure, let months, _):
            (
                "合并最长 \(maximum) 个月，短于 \(measure) 一项的 \(months) 个月。",
                "The most that can be combined, \(maximum) months, is less than the \(months) of "
                    + "\(measure) alone."
            )
        case .combinationDiffers(let maximum, let setting, _):
            (
                "合并最长 \(maximum) 个月，与设定 \(setting) 不一致。",
                "The most that can be combined, \(maximum) months, is not what the setting "
                    + "\(setting) says."
            )
        case .unknownArticle(let ground, let article):
            (
                "情形 \(ground) 所在的条文 \(article) 不存在。",
                "The ground \(ground) stands in an article \(article) that does not exist."
            )
        case .unknownStep(let ground, let step, _):
            (
                "情形 \(ground) 所属的程序 \(step) 不存在。",
                "The ground \(ground) belongs to a step \(step) that does not exist."
            )
        case .triggerMissing(let ground, _):
            (
                "情形 \(ground) 由系统识别，却没有写明识别条件。",
                "The machine is to raise \(ground), and no trigger says on what."
            )
        case .triggerTooMany(let ground, _):
            (
                "情形 \(ground) 由人认定，不应写识别条件。",
                "People find \(ground), so it has no trigger."
            )
        case .triggerTwice(let ground, let other, _):
            (
                "情形 \(ground) 与 \(other) 的识别条件相同，会重复提示。",
                "\(ground) and \(other) have one trigger and would be raised twice."
            )
        case .unknownTrigger(let ground, let trigger, _):
            (
                "情形 \(ground) 的识别条件 \(trigger) 是系统不认识的。",
                "The program knows no trigger \(trigger), which \(ground) names."
            )
        case .unknownClock(let route, let stage, let clock, _):
            (
                "途径 \(route) 的 \(stage) 引用的时限 \(clock) 不存在。",
                "The stage \(stage) of route \(route) refers to a clock \(clock) that does not exist."
            )
        case .noStages(let route, _):
            ("途径 \(route) 没有任何阶段。", "The route \(route) has no stage.")
        }
    }
}
