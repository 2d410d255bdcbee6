public import Vocabulary

/// Something about a delivered record that cannot be as it stands, or should not have been.
///
/// Reality is recorded, marked, never dropped: an irregularity refuses nothing and changes no
/// status; it tells the reader what to look at.
public enum Irregularity: String, Code {
    /// 结案早于受理: the case was closed on a day before its complaint was received.
    case closedBeforeReceived
    /// 事发晚于受理: the incident lies after the complaint about it.
    case incidentAfterReceipt
    /// 离任早于入职: the end of service lies before its beginning.
    case endedBeforeBegan
    /// 离任后被列为责任人: the person had left when named. Lawful: leaving detaches nothing.
    case namedAfterLeaving
    /// 事由缺失: the source gives no category.
    case categoryMissing
    /// 认定结论缺失: the source gives no finding, or a person named has none at closing.
    case findingMissing
    /// 调查人即被调查人: the investigator is accused in the same case.
    case investigatorIsAccused
    /// 单位未登记: the unit is not in the register.
    case unitNotRegistered
    /// 起始日期不明: the source gives no first day.
    case beginUnknown
    /// 离任后仍有任职记录: a post begins after the person left the service.
    case postAfterLeaving
    /// 无属实认定而予处理: a sanction in a case without a sustained finding on this person.
    case sanctionWithoutSustainedFinding
    /// 去世后仍有任职记录: a post or service begins after the person died.
    case afterDeath
    /// 任期重叠: a post of which a last day is given covers days of another.
    case postsOverlap
    /// 任职早于单位设立: the post begins before the day as of which the unit is registered.
    case beforeUnit
    /// 任职晚于单位撤并: the post begins after the unit was merged or replaced.
    case afterUnitEnded
    /// 号码有误: a number that its own check digit, length or day of birth contradicts.
    case numberUnsound
    /// 号码重复: a number by which somebody else goes, too.
    case numberShared
    /// 离任后处理: a delivered measure takes effect after the person left the service.
    case sanctionAfterLeaving
}
