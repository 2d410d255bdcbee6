public import Law
public import Vocabulary

/// How long a sanction lasts.
public enum SanctionTerm: Hashable, Sendable {
    /// In effect from its first day to this day, both included.
    case until(CalendarDate)
    /// In effect until something ends it.
    case indefinite
    /// Done on its day; nothing runs on.
    case momentary
    /// The source gives no length. Nothing is invented: shown as such, never counted in effect.
    case unknown
}

extension SanctionImposed {
    /// The last day of the period it gives from that day, the day included: 15 days from 1 March end on
    /// 15 March. Nil where it gives none.
    public func lastDay(from first: CalendarDate) -> CalendarDate? {
        let term = SanctionTerm(days: days, months: months, from: first, otherwise: .unknown)
        guard case .until(let last) = term else { return nil }
        return last
    }
}

extension SanctionTerm {
    /// The period given, from that day, the day included; without one as the law has it.
    ///
    /// Source: 政务处分法 Art. 8; 民法典 Art. 202.
    init(days: Int?, months: Int?, from first: CalendarDate, otherwise term: SanctionTerm) {
        if let days {
            self =
                days > 0
                ? first.adding(days: days - 1).map(SanctionTerm.until) ?? .indefinite : .unknown
        } else if let months {
            self =
                months > 0
                ? first.lastDay(ofMonths: months).map(SanctionTerm.until) ?? .indefinite : .unknown
        } else {
            self = term
        }
    }
}

/// Why a sanction was not executed (未执行原因).
public enum NotExecutedReason: String, Code {
    /// 已离任: the person left before.
    case departed
    /// 未执行: the source says it was not served.
    case notServed
    /// 其他.
    case other
}

/// Who annulled a sanction (撤销机关).
public enum AnnulledBy: String, Code {
    /// 复审、复核、申诉机构: a board of review or appeal.
    case board
    /// 法院.
    case court
    /// 原决定机关或其上级: the organ that decided, or the one above it.
    case organ
}

/// How far something was made known (公布范围).
public enum AnnouncementRange: String, Code {
    /// 本人、本单位、本系统、全旗、社会公开.
    case person, unit, system, banner, `public`
}

/// Who imposes a sanction (处分机关).
public enum Authority: String, Code {
    /// 监察机关；任免机关、单位.
    case supervision, employer
}

/// What a sanction rests on beside a finding (依据文书).
public enum InstrumentKind: String, Code {
    /// 处分决定、问责决定.
    case decision
    /// 生效刑事判决、裁定: 政务处分法 Art. 49.
    case criminalJudgment
    /// 行政处罚决定: 政务处分法 Art. 49.
    case administrativePenalty
    /// 党纪处分决定.
    case partyDecision
}

/// What becomes of the finding when its sanction is annulled (责任认定的处理).
public enum FindingFate: String, Code {
    /// 一并撤销: it falls with the sanction.
    case annulled
    /// 发回重新认定: to be decided anew.
    case remitted
    /// 仍然成立: only the sanction was wrong.
    case stands
}

/// Who corrects a sanction that was wrong, without anybody's appeal (纠正机关).
public enum RectifiedBy: String, Code {
    /// 原决定机关；上级机关责令.
    case organ, superior
}
