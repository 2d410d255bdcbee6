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
    /// 离任日期不明: the end of service has no day, and counts from the day by which it was recorded.
    case endUnknown
    /// 离任后仍有任职记录: a post begins after the person left the service.
    case postAfterLeaving
    /// 无属实认定而予处理: a sanction in a case without a sustained finding on this person.
    case sanctionWithoutSustainedFinding
    /// 去世后办理: something that only the living can receive or do, or a post, after the death. 政务处分法
    /// Art. 27.
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
    /// 同一违法行为重复处分: another sanction for the same act stands. 政务处分法 Art. 16.
    case sanctionedTwice
    /// 可能为同一违法行为: another sanction was imposed, and nobody says for which act, or what both rest
    /// on is one.
    case possiblySameAct
    /// 申诉后加重: heavier than before the person's own appeal. 政务处分法 Art. 56.
    case heavierAfterAppeal
    /// 该类人员不适用: such persons cannot receive the measure. 政务处分法 Art. 22, 23.
    case measureNotForPersonnel
    /// 未先免职: a post by election or appointment of a congress was not ended first. 政务处分法 Art. 50.
    case notRelievedFirst
    /// 疑似未先免职: the same of a post that by its title alone is taken for one of that kind.
    case possiblyNotRelievedFirst
    /// 未经告知、未听取申辩: found or sanctioned in a case of an organ here without having been told and
    /// heard. 政务处分法 Art. 43.
    case unheard
    /// 未经第二人批准: found or sanctioned in a case of an organ here, and nobody approved it.
    case singleHanded
    /// 早于立案或认定: the sanction is dated before the opening or the finding it rests on. 政务处分法 Art. 44.
    case beforeItsBasis
    /// 影响期内晋升: a higher post within a period that bars promotion. 政务处分法 Art. 19.
    case promotedWhileBarred
    /// 影响期内任职，职级不明: a post within such a period, and no rank tells whether it is higher.
    case postWhileBarred
    /// 立案调查期间调动: moved to another post while under investigation. 政务处分法 Art. 52.
    case movedUnderInvestigation
    /// 立案调查期间离任: retired or resigned while under investigation. 政务处分法 Art. 52.
    case leftUnderInvestigation
    /// 低于刑事判决对应的处分下限: lighter than what follows from a judgment. 政务处分法 Art. 14.
    case belowCriminalFloor
    /// 事后同意: the investigating organ consented after the fact, which heals nothing. 政务处分法 Art. 52.
    case consentedAfterwards
    /// 被开除后录用: entered the service again though barred from it. 政务处分法 Art. 24.
    case recruitedWhileBarred
    /// 立案调查期间受处分: sanctioned by the employer while another organ investigates. 政务处分法 Art. 52.
    case sanctionedUnderInvestigation
    /// 撤职后仍列原职: the post held at the removal has not been ended.
    case postAfterRemoval
    /// 认定所依处分已撤销: the sanction resting on the finding was annulled, and the decision says nothing
    /// of the finding. 政务处分法 Art. 57, 60.
    case findingInDoubt
    /// 发回后未重新决定: sent back, and not decided anew. 政务处分法 Art. 57.
    case notDecidedAnew
    /// 期满后加重: made heavier by the organ itself when its period was over. 政务处分法 Art. 26.
    case heavierAfterEnd
    /// 依据文书已改变: what the sanction rests on was changed. 政务处分法 Art. 49.
    case basisChanged
    /// 党的机关人员: an official of a Party organ then, for whom its own rules are. 追责制度 Art. 2.
    case partyOfficial
    /// 目录未载入: which items the edition of the catalogue has nobody here knows. 信用修复管理办法 Art. 4.
    case catalogueNotLoaded
}
