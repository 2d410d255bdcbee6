public import Law
public import Vocabulary

/// Why the rules on sanctions do not allow what was asked, in order of precedence.
public enum SanctionRefusal: RefusalReason {
    /// The number belongs to another sanction.
    case numberTaken(SanctionID)
    /// No such sanction was imposed on this person in this case.
    case notImposedHere(SanctionID)
    /// Annulled already, by another body or on another ground.
    case alreadyAnnulled(SanctionID)
    /// No such sanction was imposed.
    case unknown(SanctionID)
    /// A period in days and in months at once.
    case daysAndMonths
    /// The rules in force know no such measure.
    case measureUnknown(Measure, on: CalendarDate, [String])
    /// The law counts its period in months, or gives it none.
    case periodInDays(MeasureName)
    /// Another period than the law's, and nothing is combined.
    case notStatutoryMonths(MeasureName, given: Int)
    /// A measure without a period cannot be combined.
    case notCombinable(MeasureName)
    /// It takes up a sanction that is not this person's, or not of this kind.
    case notIdentical(SanctionID, MeasureName)
    /// It takes up a sanction that does not run on the day.
    case notRunning(SanctionID, on: CalendarDate)
    /// Combined, the period lies between one period and what remains of all together.
    case combinedMonths(given: Int, lowest: Int, highest: Int)
    /// One of the same kind runs already, and is not taken up. 政务处分法 Art. 15.
    case notCombined(SanctionID, MeasureName, on: CalendarDate)
    /// A supervision organ and the employer for one act. 政务处分法 Art. 16.
    case sanctionedTwice(by: SanctionID)
    /// Heavier than what the person was told before the defence. 政务处分法 Art. 43.
    case heavierThanAnnounced(announced: MeasureName, proposed: MeasureName)
    /// Dated before the sanction was imposed.
    case beforeImposition(SanctionID, imposed: CalendarDate)
    /// The rules in force know no such route.
    case unknownRoute(String, [String])
    /// The route of another kind of organ: the deadline told would be wrong. 政务处分法 Art. 55; 公务员法
    /// Art. 95.
    case otherRoute(SanctionID, Authority, route: String, [String])
    /// Served already.
    case servedAlready(SanctionID, on: CalendarDate)
    /// Another family of consequence.
    case otherFamily(now: MeasureName, proposed: MeasureName)
    /// Varied to something that is not lighter.
    case notLighter(now: MeasureName, proposed: MeasureName)
    /// Varied to something that would last longer.
    case endsLater(now: CalendarDate, proposed: CalendarDate)
    /// Nothing was annulled.
    case notAnnulled(SanctionID)
    /// Restored in another range than the sanction had been announced in.
    case otherRange(SanctionID, announced: AnnouncementRange)
    case restoredAlready(SanctionID, on: CalendarDate)
    /// Neither annulled nor varied.
    case nothingToCompensate(SanctionID)
}

extension SanctionRefusal {
    public var wording: RefusalWording {
        switch self {
        case .numberTaken(let id):
            RefusalWording(
                "sanctionNumberTaken", Basis.sanctions,
                "处分编号 \(id) 已用于另一项处分。请换用新编号；若原记录有误，请提交更正。",
                "The number \(id) belongs to another sanction. Use a new one; if the record is wrong, submit a "
                    + "correction of it.")
        case .notImposedHere(let id):
            RefusalWording(
                "sanctionUnknown", Basis.remedies,
                "本案中此人没有编号为 \(id) 的处分。请核对编号、人员和案号，或先登记该处分。",
                "There is no sanction \(id) on this person in this case. Check number, person and case, or "
                    + "record the sanction first.")
        case .alreadyAnnulled(let id):
            RefusalWording(
                "alreadyAnnulled", Basis.annulment,
                "处分 \(id) 已被撤销。请用 `stele trace` 查看；若撤销记录有误，请提交更正。",
                "The sanction \(id) is annulled already. Look with `stele trace`; if that record is wrong, "
                    + "submit a correction of it.")
        case .daysAndMonths:
            RefusalWording(
                "daysAndMonths", Basis.periods, "处分期不能同时以日和月填写。请按决定文书只填一项。",
                "A period is given in days or in months, not in both. Give what the decision says.")
        case .measureUnknown(let measure, let day, let known):
            RefusalWording(
                "measureUnknown",
                measure.family == .sanction ? Basis.sanctions : Basis.measures,
                "\(day) 施行的规则没有「\(measure.rawValue)」。请改用：\(known.joined(separator: "、"))。",
                "The rules in force on \(day) know no measure “\(measure.rawValue)”. Use one of: "
                    + "\(known.joined(separator: ", ")).")
        case .periodInDays(let name):
            RefusalWording(
                "periodInDays", Basis.periods, "「\(name.chinese)」不以日计期。请不填日数。",
                "“\(name.english)” has no period in days. Leave the days out.")
        case .notStatutoryMonths(let name, let given):
            RefusalWording(
                "notStatutoryMonths", Basis.periods,
                "「\(name.chinese)」的处分期由法律规定，不能定为 \(given) 个月。请不填月数；合并执行的，请列出被合并的处分。",
                "The law sets the period of “\(name.english)”; it cannot be \(given) months. Leave the "
                    + "months out, or name the sanctions that are combined.")
        case .notCombinable(let name):
            RefusalWording(
                "notCombinable", "政务处分法#15", "「\(name.chinese)」没有处分期，不能合并。请另行登记。",
                "“\(name.english)” has no period, so there is nothing to combine. Leave out the sanctions "
                    + "that it should take up.")
        case .notIdentical(let id, let name):
            RefusalWording(
                "notIdentical", "政务处分法#15",
                "\(id) 不是此人的「\(name.chinese)」，不能合并。请只列此人相同的处分。",
                "\(id) is no “\(name.english)” of this person, and only identical sanctions of one person "
                    + "are combined. Check the number.")
        case .notRunning(let id, let day):
            RefusalWording(
                "notRunning", "政务处分法#15", "\(id) 在 \(day) 不在处分期内，不能合并。请核对编号和日期。",
                "\(id) does not run on \(day) and cannot be combined. Check the number and the day."
            )
        case .combinedMonths(let given, let lowest, let highest):
            RefusalWording(
                "combinedMonths", "政务处分法#15",
                "合并执行的处分期应在一个处分期以上、各处分期之和以下，最长四十八个月；此处为 \(lowest) 至 \(highest) 个月，不能定为 \(given) 个月。请核对决定文书。",
                "Combined, the period lies between one period and the sum of all, at most 48 months: "
                    + "here \(lowest) to \(highest), not \(given). Check the decision.")
        case .notCombined(let id, let name, let day):
            RefusalWording(
                "notCombined", "政务处分法#15",
                "\(day) 此人的「\(name.chinese)」（\(id)）仍在处分期内，相同的处分应当合并执行。请将 \(id) 列为被合并的处分，并填写合并后的月数。",
                "On \(day) the “\(name.english)” \(id) of this person still runs, and identical sanctions "
                    + "are combined. Name \(id) as taken up, and give the months of all together.")
        case .sanctionedTwice(let other):
            RefusalWording(
                "sanctionedTwice", "政务处分法#16",
                "同一行为已由另一机关以 \(other) 处分，监察机关与任免机关不得重复处分。请核对违法行为编号；组织处理可以并用。",
                "Another organ sanctioned this act already (\(other)); the supervision organ and the "
                    + "employer do not both. Check the act; accountability measures may stand beside it."
            )
        case .heavierThanAnnounced(let announced, let proposed):
            RefusalWording(
                "heavierThanAnnounced", "政务处分法#43",
                "不得因申辩或减免情形加重：拟处分为「\(announced.chinese)」，不能改为「\(proposed.chinese)」。有新的事实的，请重新提出建议、告知并听取申辩。",
                "Neither a defence nor a mitigation makes the outcome heavier: the person was told of "
                    + "“\(announced.english)” and does not receive “\(proposed.english)”. Give what was "
                    + "recommended, or recommend anew on new facts, notify and hear the person.")
        case .unknown(let id):
            RefusalWording(
                "unknownMeasure", Basis.remedies, "没有登记处分 \(id)。请核对编号，或先登记。",
                "Nothing is recorded under \(id). Check the number, or record it first.")
        case .beforeImposition(let id, let imposed):
            RefusalWording(
                "beforeImposition", "政务处分法#45", "日期早于 \(id) 作出之日 \(imposed)。请核对日期。",
                "The day lies before \(id) was imposed on \(imposed). Check the day.")
        case .unknownRoute(let route, let known):
            RefusalWording(
                "unknownRoute", Basis.remedies,
                "施行中的规则没有救济途径「\(route)」。请改用：\(known.joined(separator: "、"))。",
                "The rules in force know no route “\(route)”. Use one of: "
                    + "\(known.joined(separator: ", ")).")
        case .otherRoute(let id, let authority, let route, let routes):
            RefusalWording(
                "otherRoute", authority == .supervision ? "政务处分法#55" : "公务员法#95",
                "\(id) 由\(authority == .supervision ? "监察机关" : "任免机关、单位")作出，不适用救济途径 \(route)。请改用：\(routes.joined(separator: "、"))。",
                "\(id) was imposed by \(authority == .supervision ? "a supervision organ" : "the employer"); "
                    + "route \(route) does not apply. Use one of: \(routes.joined(separator: ", "))."
            )
        case .servedAlready(let id, let on):
            RefusalWording(
                "servedAlready", "政务处分法#45",
                "\(id) 已于 \(on) 送达。救济期限自该日起算；若送达记录有误，请提交更正。",
                "\(id) was served on \(on), and the clock of the remedy runs from there. If that is "
                    + "wrong, submit a correction of it.")
        case .otherFamily(let now, let proposed):
            RefusalWording(
                "otherFamily", "政务处分法#58",
                "「\(now.chinese)」与「\(proposed.chinese)」不是同类处理，不能相互变更。请核对文书。",
                "“\(now.english)” and “\(proposed.english)” are of different families; one is not "
                    + "varied to the other. Check the document.")
        case .notLighter(let now, let proposed):
            RefusalWording(
                "notLighter", "政务处分法#56",
                "变更只能减轻：现为「\(now.chinese)」，不能变更为「\(proposed.chinese)」。请核对文书。",
                "A variation only lightens: it is “\(now.english)” and does not become "
                    + "“\(proposed.english)”. Check the document.")
        case .endsLater(let now, let proposed):
            RefusalWording(
                "endsLater", "政务处分法#56",
                "变更不得使处分更晚结束：现至 \(now) 期满，变更后至 \(proposed)。请核对文书和变更日期。",
                "A variation never makes it end later: it ends on \(now), and would on \(proposed). "
                    + "Check the document and the day.")
        case .notAnnulled(let id):
            RefusalWording(
                "notAnnulled", "政务处分法#60", "\(id) 没有被撤销，无须恢复名誉。请先登记撤销，或核对编号。",
                "\(id) was not annulled, so there is nothing to restore. Check the number, or record "
                    + "the annulment first.")
        case .otherRange(let id, let announced):
            RefusalWording(
                "otherRange", "政务处分法#60",
                "\(id) 公布的范围是「\(announced.chinese)」。请在同一范围内恢复名誉。",
                "\(id) had been announced to \(announced.english). Use the same range to restore "
                    + "the reputation.")
        case .restoredAlready(let id, let on):
            RefusalWording(
                "restoredAlready", "政务处分法#60", "\(id) 已于 \(on) 恢复名誉。若原记录有误，请提交更正。",
                "The reputation was restored for \(id) on \(on). If that is wrong, submit a correction "
                    + "of it.")
        case .nothingToCompensate(let id):
            RefusalWording(
                "nothingToCompensate", "政务处分法#60",
                "\(id) 既未撤销也未变更，无从赔偿。请先登记撤销或变更，或核对编号。",
                "\(id) was neither annulled nor varied. Check the number, or record that first.")
        }
    }
}

extension Refusal {
    /// What the rules on sanctions do not allow.
    public static func sanction(_ reason: SanctionRefusal) -> Refusal { Refusal(reason) }
    public static func sanctionNumberTaken(_ id: SanctionID) -> Refusal {
        .sanction(.numberTaken(id))
    }
    public static func sanctionUnknown(_ id: SanctionID) -> Refusal {
        .sanction(.notImposedHere(id))
    }
    public static func alreadyAnnulled(_ id: SanctionID) -> Refusal {
        .sanction(.alreadyAnnulled(id))
    }
}
