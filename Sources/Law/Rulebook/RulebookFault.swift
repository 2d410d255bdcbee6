/// Why a rulebook is not activated. Each is one sentence and names the entry and its article.
public enum RulebookFault: Error, Explained, Hashable, Sendable {
    /// A member that must be there is absent or of another type.
    case missing(at: String, member: String)
    /// A member that means nothing here: most likely misspelt.
    case unknownMember(at: String, member: String)
    /// A value that is none of its codes.
    case notOneOf(at: String, member: String, value: String, allowed: [String])
    /// `inForceFrom` or `inForceUntil` is no day.
    case impossibleDay(member: String, String)
    /// It ends before it begins.
    case endsBeforeBeginning(from: CalendarDate, until: CalendarDate)
    /// The code of a body of law that entries could not be found by.
    case codeMisspelt(at: String, member: String, value: String)
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
    /// A route for a sort of public servant that there is not.
    case unknownPersonnel(route: String, personnel: String, source: String)
    /// A stage whose start is a setting that there is not, or that names no start.
    case unknownStart(route: String, stage: String, setting: String, source: String)
    /// A clock that a measure starts which there is not.
    case unknownMeasure(clock: String, measure: String, source: String)
    case unknownSetting(measure: String, setting: String, source: String)
    /// A sort of public servant can receive what is no measure.
    case unknownMeasureOfPersonnel(String, measure: String, source: String)
    /// A floor after a judgment that is no measure.
    case unknownMeasureOfFloor(String, measure: String, source: String)
    /// The most that can be combined is less than one sanction alone.
    case combinationTooShort(maximum: Int, measure: String, months: Int, source: String)
    /// A sort of organ that the rules do not describe.
    case unknownOrgan(at: String, organ: String, source: String)
    /// What hangs on a setting that there is not.
    case unknownSettingOf(String, setting: String, source: String)
    /// The longest time is shorter than the shortest.
    case maximumBelowMinimum(at: String, source: String)
    /// The setting and the rule of combination differ.
    case combinationDiffers(maximum: Int, setting: String, source: String)

    private static let format = "schema/rules"

    public var message: Message {
        switch self {
        case .missing(let at, let member):
            .fault("rulebookMissing", Self.format, ["at": at, "member": member])
        case .unknownMember(let at, let member):
            .fault("rulebookUnknownMember", Self.format, ["at": at, "member": member])
        case .notOneOf(let at, let member, let value, let allowed):
            .fault(
                "rulebookNotOneOf", Self.format,
                ["at": at, "member": member, "value": value, "allowed": allowed])
        case .codeMisspelt(let at, let member, let value):
            .fault(
                "rulebookCodeMisspelt", Self.format, ["at": at, "member": member, "value": value])
        case .impossibleDay(let member, let text):
            .fault("rulebookImpossibleDay", Self.format, ["member": member, "text": text])
        case .endsBeforeBeginning(let from, let until):
            .fault("rulebookEndsBeforeBeginning", Self.format, ["from": from, "until": until])
        case .unreadableSpan(let clock, let text, let source):
            .fault("rulebookUnreadableSpan", source, ["clock": clock, "text": text])
        case .outOfRange(let at, let member, let lowest):
            .fault(
                "rulebookOutOfRange", Self.format, ["at": at, "member": member, "lowest": lowest])
        case .noArticles: .fault("rulebookNoArticles", Self.format)
        case .noSource(let at): .fault("rulebookNoSource", Self.format, ["at": at])
        case .codeTwice(let at, let source): .fault("rulebookCodeTwice", source, ["at": at])
        case .unknownFamily(let measure, let family, let source):
            .fault("rulebookUnknownFamily", source, ["measure": measure, "family": family])
        case .rankTwice(let measure, let other, let family, let source):
            .fault(
                "rulebookRankTwice", source, ["family": family, "measure": measure, "other": other])
        case .monthsFall(let measure, let below, let source):
            .fault("rulebookMonthsFall", source, ["measure": measure, "below": below])
        case .termWithoutMonths(let measure, let source):
            .fault("rulebookTermWithoutMonths", source, ["measure": measure])
        case .unknownMeasureOfPersonnel(let personnel, let measure, let source):
            .fault(
                "rulebookPersonnelMeasure", source,
                ["personnel": personnel, "measure": measure])
        case .unknownMeasureOfFloor(let floor, let measure, let source):
            .fault("rulebookFloorMeasure", source, ["floor": floor, "measure": measure])
        case .unknownSetting(let measure, let setting, let source):
            .fault("rulebookUnknownSetting", source, ["measure": measure, "setting": setting])
        case .combinationTooShort(let maximum, let measure, let months, let source):
            .fault(
                "rulebookCombinationTooShort", source,
                ["maximum": maximum, "measure": measure, "months": months])
        case .unknownOrgan(let at, let organ, let source):
            .fault("rulebookUnknownOrgan", source, ["at": at, "organ": organ])
        case .unknownSettingOf(let at, let setting, let source):
            .fault("rulebookUnknownSettingOf", source, ["at": at, "setting": setting])
        case .maximumBelowMinimum(let at, let source):
            .fault("rulebookMaximumBelowMinimum", source, ["at": at])
        case .combinationDiffers(let maximum, let setting, let source):
            .fault("rulebookCombinationDiffers", source, ["maximum": maximum, "setting": setting])
        case .unknownArticle(let ground, let article):
            .fault("rulebookUnknownArticle", article, ["ground": ground, "article": article])
        case .unknownStep(let ground, let step, let source):
            .fault("rulebookUnknownStep", source, ["ground": ground, "step": step])
        case .triggerMissing(let ground, let source):
            .fault("rulebookTriggerMissing", source, ["ground": ground])
        case .triggerTooMany(let ground, let source):
            .fault("rulebookTriggerTooMany", source, ["ground": ground])
        case .triggerTwice(let ground, let other, let source):
            .fault("rulebookTriggerTwice", source, ["ground": ground, "other": other])
        case .unknownTrigger(let ground, let trigger, let source):
            .fault("rulebookUnknownTrigger", source, ["ground": ground, "trigger": trigger])
        case .unknownClock(let route, let stage, let clock, let source):
            .fault(
                "rulebookUnknownClock", source, ["route": route, "stage": stage, "clock": clock])
        case .noStages(let route, let source): .fault("rulebookNoStages", source, ["route": route])
        case .unknownPersonnel(let route, let personnel, let source):
            .fault(
                "rulebookUnknownPersonnel", source, ["route": route, "personnel": personnel])
        case .unknownStart(let route, let stage, let setting, let source):
            .fault(
                "rulebookUnknownStart", source,
                ["route": route, "stage": stage, "setting": setting])
        case .unknownMeasure(let clock, let measure, let source):
            .fault("rulebookUnknownMeasure", source, ["clock": clock, "measure": measure])
        }
    }
}
