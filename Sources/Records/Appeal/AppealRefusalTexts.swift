import Law
public import Vocabulary

extension AppealRefusal: RefusalReason {
    private static var panelRule: String { "公务员申诉规定#5" }
    private static var recusalRule: String { "政务处分法#47" }
    private static var noAggravation: String { "政务处分法#56" }

    public var wording: RefusalWording {
        switch self {
        case .unknown(let id):
            RefusalWording(
                "unknownAppeal", Basis.remedies, "没有登记申诉 \(id)。请核对编号，或先登记提出申诉。",
                "No appeal \(id) was filed. Check the number, or record the filing first.")
        case .sanctionUnknown(let id):
            RefusalWording(
                "appealedSanctionUnknown", Basis.remedies,
                "没有登记处分或处理 \(id)，无从申诉。请核对编号，或先登记该处分。",
                "No sanction or measure \(id) was imposed. Check the number, or record it first.")
        case .numberTaken(let id):
            RefusalWording(
                "appealNumberTaken", Basis.remedies,
                "申诉编号 \(id) 已用于另一件申诉。请换用新编号；若原登记有误，请提交更正。",
                "The number \(id) belongs to another appeal. Use a new one; if the record is wrong, "
                    + "submit a correction of it.")
        case .beforeSanction(let id, let imposed):
            RefusalWording(
                "appealBeforeSanction", Basis.remedies,
                "处分 \(id) 于 \(imposed) 作出，此前不能申诉。请核对申诉日期。",
                "The sanction \(id) was imposed on \(imposed); nobody can have appealed before. Check "
                    + "the day of filing.")
        case .nothingToAppeal(let id, let annulled):
            RefusalWording(
                "nothingToAppeal", Basis.annulment,
                "处分 \(id) 已于 \(annulled) 撤销，无可申诉。请用 `stele sanction show \(id)` 查看。",
                "The sanction \(id) was annulled on \(annulled), so nothing is left to appeal. Look "
                    + "with `stele sanction show \(id)`.")
        case .unknownRoute(let route, let known):
            RefusalWording(
                "unknownRoute", Basis.remedies,
                "施行中的规则没有救济途径「\(route)」。请改用：\(known.joined(separator: "、"))。",
                "The rules in force know no route “\(route)”. Use one of: "
                    + "\(known.joined(separator: ", ")).")
        case .routeNotTold(let told, let asked):
            RefusalWording(
                "routeNotTold", Basis.remedies,
                "送达时告知的救济途径是 \(told)，不是 \(asked)。请按告知的途径登记；若告知有误，请先更正送达记录。",
                "At service the person was told route \(told), not \(asked). Use the route told; if "
                    + "that was wrong, correct the record of service first.")
        case .unknownStage(let route, let stage, let known):
            RefusalWording(
                "unknownStage", Basis.remedies,
                "途径 \(route) 没有阶段「\(stage)」。"
                    + "请改用：\(known.map(\.codedChinese).joined(separator: "、"))。",
                "Route \(route) has no stage “\(stage)”. Use one of: "
                    + "\(known.map(\.codedEnglish).joined(separator: ", ")).")
        case .alreadyFiled(let stage, let first):
            RefusalWording(
                "alreadyFiled", Basis.remedies,
                "对该处分已提出\(stage.titleChinese)（\(first)）。请在 \(first) 上继续办理。",
                "\(stage.titleEnglish) was filed already, as \(first). Go on with \(first).")
        case .notPrevious(let id):
            RefusalWording(
                "notPrevious", Basis.remedies,
                "\(id) 不是该处分上一阶段的申诉。请核对 after；不填则取上一阶段最近的一件。",
                "\(id) is no appeal of the stage before against this sanction. Check `after`; left "
                    + "out, the latest of that stage is taken.")
        case .stageTooEarly(let stage, let needs):
            RefusalWording(
                "stageTooEarly", Basis.remedies,
                "\(stage.titleChinese)须在\(needs.titleChinese)作出决定之后提出。"
                    + "请先登记\(needs.titleChinese)（\(needs.code)）及其结果。",
                "\(stage.titleEnglish) follows an outcome of \(needs.titleEnglish). Record "
                    + "\(needs.codedEnglish) and its outcome first.")
        case .previousPending(let id):
            RefusalWording(
                "previousPending", Basis.remedies,
                "上一阶段的 \(id) 当日尚未作出决定。请待其作出决定后再提出，或先登记该决定。",
                "\(id), the stage before, was not decided by that day. Wait for its outcome, or record "
                    + "it first.")
        case .remitted(let id, let on):
            RefusalWording(
                "remitted", "政务处分法#57",
                "\(id) 已于 \(on) 发回重新处理，由原机关另行作出决定；对新的决定另行救济。请先登记新的决定。",
                "\(id) was remitted on \(on): the organ decides anew, and that decision has remedies of "
                    + "its own. Record the new decision first.")
        case .beforeFiling(let id, let filed):
            RefusalWording(
                "beforeFiling", Basis.remedies, "申诉 \(id) 于 \(filed) 提出，其后的步骤不能早于该日。请核对日期。",
                "The appeal \(id) was filed on \(filed); nothing in it came before. Check the day.")
        case .decidedAlready(let id, let on):
            RefusalWording(
                "appealDecidedAlready", Basis.remedies,
                "申诉 \(id) 已于 \(on) 作出决定。请用 `stele appeal show \(id)` 查看；若决定登记有误，请提交更正。",
                "The appeal \(id) was decided on \(on). Look with `stele appeal show \(id)`; if that "
                    + "record is wrong, submit a correction of it.")
        case .withdrawn(let id, let on):
            RefusalWording(
                "appealWithdrawn", Basis.remedies,
                "申诉 \(id) 已于 \(on) 撤回，不再办理。请核对编号；若撤回登记有误，请更正。",
                "The appeal \(id) was withdrawn on \(on). Check the number; if that record is wrong, "
                    + "withdraw it.")
        case .inadmissible(let id, let on):
            RefusalWording(
                "appealInadmissible", Basis.remedies,
                "申诉 \(id) 已于 \(on) 决定不予受理，不再办理。请核对编号；若该决定有误，请提交更正。",
                "The appeal \(id) was ruled inadmissible on \(on). Check the number; if the ruling is "
                    + "wrong, submit a correction of it.")
        case .ruledAlready(let id, let on):
            RefusalWording(
                "ruledAlready", Basis.remedies,
                "申诉 \(id) 是否受理已于 \(on) 决定。请核对编号；若该决定有误，请提交更正。",
                "Whether \(id) is admitted was ruled on \(on). Check the number; if the ruling is "
                    + "wrong, submit a correction of it.")
        case .inTime(let id, let due?):
            RefusalWording(
                "appealInTime", Basis.remedies,
                "申诉 \(id) 的期限至 \(due)，并未逾期。请改用其他不予受理原因，或予以受理。",
                "The time to file \(id) ran until \(due), so it is not out of time. Use another reason, "
                    + "or admit it.")
        case .inTime(let id, nil):
            RefusalWording(
                "appealInTime", Basis.remedies,
                "申诉 \(id) 所循途径没有法定期限，不会逾期。请改用其他不予受理原因，或予以受理。",
                "No time is fixed for \(id), so it is not out of time. Use another reason, or admit it."
            )
        case .extendedAlready(let id, let until):
            RefusalWording(
                "extendedAlready", "公务员法#96", "申诉 \(id) 已延长至 \(until)，只能延长一次。请在该日前作出决定。",
                "The appeal \(id) was extended to \(until) already, and only once it can be. Use the "
                    + "time to that day.")
        case .noExtension(let route, let stage):
            RefusalWording(
                "noExtension", Basis.remedies,
                "途径 \(route) 的\(stage.titleChinese)不能延长办理期限。请在原期限内作出决定。",
                "\(stage.titleEnglish) of route \(route) knows no extension. Use the time the law gives."
            )
        case .extensionTooLate(let id, let due):
            RefusalWording(
                "extensionTooLate", "公务员法#96", "申诉 \(id) 的办理期限已于 \(due) 届满，届满后不能延长。请尽快作出决定。",
                "The time to decide \(id) ended on \(due) and cannot be extended afterwards. Go on and "
                    + "decide it.")
        case .notDecided(let id):
            RefusalWording(
                "appealNotDecided", Basis.remedies, "申诉 \(id) 尚未作出决定，没有可送达的结果。请先登记决定。",
                "The appeal \(id) is not decided, so there is no outcome to serve. Record the decision "
                    + "first; look with `stele appeal show \(id)`.")
        case .servedBeforeDecision(let id, let decided):
            RefusalWording(
                "servedBeforeDecision", Basis.remedies,
                "申诉 \(id) 于 \(decided) 作出决定，送达不能早于该日。请核对送达日期。",
                "The appeal \(id) was decided on \(decided) and cannot have been served before. Check "
                    + "the day of service.")
        case .servedAlready(let id, let on):
            RefusalWording(
                "appealServedAlready", Basis.remedies,
                "申诉 \(id) 的决定已于 \(on) 送达。请核对编号；若送达日期有误，请提交更正。",
                "The outcome of \(id) was served on \(on). Check the number; if the day is wrong, submit "
                    + "a correction of it.")
        case .memberTwice(let person):
            RefusalWording(
                "memberTwice", Self.panelRule, "\(person) 在公正委员会中列了两次。请核对成员名单。",
                "\(person) is listed twice in the panel. Check the list of members.")
        case .panelEven(let count):
            RefusalWording(
                "panelEven", Self.panelRule, "公正委员会人数须为单数，所列为 \(count) 人。请增减一人。",
                "A panel is odd in number; \(count) are listed. Give one more or one fewer.")
        case .panelTooSmall(let count, let minimum):
            RefusalWording(
                "panelTooSmall", Self.panelRule,
                "公正委员会至少 \(minimum) 人，所列为 \(count) 人。请补足成员。",
                "A panel has at least \(minimum) members; \(count) are listed. Give more members.")
        case .memberRecused(let person):
            RefusalWording(
                "memberRecused", Self.recusalRule, "\(person) 已回避，不能参与决定。请改由他人担任。",
                "\(person) is recused and cannot decide. Name somebody else.")
        case .memberTookPart(let person, let file):
            RefusalWording(
                "memberTookPart", Self.recusalRule,
                "\(person) 是 \(file) 的当事人或承办人，应当回避。请改由他人担任。",
                "\(person) is concerned by \(file) or had a hand in it, and is to keep away. Name "
                    + "somebody else.")
        case .memberDecidedBefore(let person, let id):
            RefusalWording(
                "memberDecidedBefore", Self.recusalRule,
                "\(person) 已参与决定 \(id)，不能再决定同一处分的其他申诉。请改由他人担任。",
                "\(person) decided \(id) and cannot decide another appeal against the same sanction. "
                    + "Name somebody else.")
        case .panelFormedAlready(let id, let on):
            RefusalWording(
                "panelFormedAlready", Self.panelRule,
                "申诉 \(id) 的公正委员会已于 \(on) 组成，一案一组。请由其办理；成员须回避的，请先登记回避。",
                "The panel of \(id) was formed on \(on), and one panel decides one case. Go on with it; "
                    + "if a member has to leave, record the recusal first.")
        case .noPanel(let id):
            RefusalWording(
                "noPanel", Self.panelRule, "申诉 \(id) 须由公正委员会审理。请先登记组成公正委员会。",
                "The appeal \(id) is decided by a panel. Go on by recording the panel first.")
        case .panelIncomplete(let id, let person):
            RefusalWording(
                "panelIncomplete", Self.panelRule,
                "申诉 \(id) 的公正委员会成员 \(person) 已回避。请先重新组成公正委员会。",
                "\(person) left the panel of \(id). Go on by recording the panel anew.")
        case .measureNotVaried(let outcome):
            RefusalWording(
                "measureNotVaried", "政务处分法#57、#58",
                "结果为「\(outcome.chinese)」的决定不另定处分。请删去处分（measure）和月数（months），或将结果改为「变更」（varied）。",
                "An outcome \(outcome.english) sets no other measure. Leave measure and months out, or "
                    + "use the outcome to vary (varied).")
        case .measureUnknown(let measure, let on, let known):
            RefusalWording(
                "measureUnknown", Basis.measures,
                "\(on) 施行的规则没有「\(measure.rawValue)」。请改用：\(known.joined(separator: "、"))。",
                "The rules in force on \(on) know no measure “\(measure.rawValue)”. Use one of: "
                    + "\(known.joined(separator: ", ")).")
        case .otherFamily(let appealed, let proposed):
            RefusalWording(
                "otherFamily", Self.noAggravation,
                "原为「\(appealed.chinese)」，拟改「\(proposed.chinese)」，两者不属同一类，不能互相变更。请在同一类中选择。",
                "From \(appealed.english) to \(proposed.english) is another family of measures. Use one "
                    + "of the same family.")
        case .heavier(let appealed, let proposed):
            RefusalWording(
                "heavier", Self.noAggravation,
                "申诉不得加重：原为「\(appealed.chinese)」，拟改「\(proposed.chinese)」。请改为不重于原处分，或予以维持。",
                "An appeal never aggravates: \(appealed.english) cannot become \(proposed.english). Use "
                    + "one that is not heavier, or maintain it.")
        case .unchanged(let name):
            RefusalWording(
                "unchanged", Self.noAggravation,
                "处分现为「\(name.chinese)」，变更后仍相同，不是变更。请将结果改为「维持」（maintained）。",
                "It is \(name.english) already, so nothing is varied. Use the outcome to maintain "
                    + "(maintained).")
        case .nothingLeft(let id, let annulled):
            RefusalWording(
                "nothingLeft", Basis.annulment,
                "处分 \(id) 已于 \(annulled) 撤销，不能再撤销或变更。请登记撤回申诉；若撤销登记有误，请更正。",
                "The sanction \(id) was annulled on \(annulled), so nothing is left to annul or vary. "
                    + "Record that the appeal is withdrawn; if the annulment is wrong, withdraw it."
            )
        }
    }
}
