public import Vocabulary

/// What was done to a person. Four families of consequence are never compared across; here stand
/// the six sanctions, the accountability measures, and what foreign sources deliver.
public enum Measure: String, Code {
    // The six sanctions: 政务处分法 Art. 7, lightest first.
    /// 警告、记过、记大过、降级、撤职、开除.
    case warning, demerit, seriousDemerit, demotion, removal, dismissal

    // The accountability measures: 追责制度 Art. 14.
    /// 批评教育、责令公开道歉、通报批评、诫勉谈话、停职检查.
    case criticism, publicApology, publicCriticism, admonition, suspensionPending
    /// 引咎辞职、责令辞职、免职.
    case blamedResignation, orderedResignation, dutyRemoval
    /// 其他方式: Art. 14 leaves the list open (等).
    case otherAccountability

    // Party discipline (党纪处分): for reference only; nothing here is imposed by a government organ.
    /// 党内警告、党内严重警告、撤销党内职务、留党察看、开除党籍.
    case partyWarning, partySeriousWarning, partyRemoval, partyProbation, partyExpulsion

    // Credit measures (失信惩戒): task 11.
    /// 取消荣誉评选资格.
    case honourDisqualification

    // As delivered by sources under other law; recorded, never translated into the above.
    /// 训诫 (reprimand).
    case reprimand
    /// 停职若干日 (suspension for a number of days).
    case suspension
    /// 无限期停职 (suspension without a term).
    case suspensionIndefinite
    /// 解除任用关系 (separation).
    case separation
    /// 终止任用 (administrative termination).
    case administrativeTermination
    /// 记录违规 (violation noted).
    case violationNoted
    /// 其他: see the source's text.
    case other
    /// 未说明: the source gives none.
    case unspecified

    /// The family, by the law it stands in.
    public enum Family: String, Sendable, CaseIterable, Hashable {
        /// 政务处分: the six.
        case sanction
        /// 责任追究方式: Art. 14.
        case accountability
        /// 党纪处分: for reference.
        case party
        /// 失信惩戒: credit measures.
        case credit
        /// 来源所载: as delivered.
        case delivered
    }

    public static let unoffered = Set(
        allCases.filter { $0.family == .delivered }.map(\.rawValue))

    public var family: Family {
        switch self {
        case .warning, .demerit, .seriousDemerit, .demotion, .removal, .dismissal: .sanction
        case .criticism, .publicApology, .publicCriticism, .admonition, .suspensionPending,
            .blamedResignation, .orderedResignation, .dutyRemoval, .otherAccountability:
            .accountability
        case .partyWarning, .partySeriousWarning, .partyRemoval, .partyProbation,
            .partyExpulsion:
            .party
        case .honourDisqualification: .credit
        case .reprimand, .suspension, .suspensionIndefinite, .separation,
            .administrativeTermination, .violationNoted, .other, .unspecified:
            .delivered
        }
    }

    /// Whether only a person in service can receive it: the six sanctions (政务处分法 Art. 27) and
    /// what takes away a duty that a person who left no longer has. Where rules are in force, they say.
    public var needsService: Bool {
        switch self {
        case .warning, .demerit, .seriousDemerit, .demotion, .removal, .dismissal,
            .suspensionPending, .blamedResignation, .orderedResignation, .dutyRemoval:
            true
        case .criticism, .publicApology, .publicCriticism, .admonition, .reprimand, .suspension,
            .suspensionIndefinite, .separation, .administrativeTermination, .violationNoted,
            .other, .unspecified, .otherAccountability, .partyWarning, .partySeriousWarning,
            .partyRemoval, .partyProbation, .partyExpulsion, .honourDisqualification:
            false
        }
    }

    /// The period the law gives it, in calendar months; where rules are in force, they say. Source:
    /// 政务处分法 Art. 8.
    public var statutoryMonths: Int? {
        switch self {
        case .warning: 6
        case .demerit: 12
        case .seriousDemerit: 18
        case .demotion, .removal: 24
        case .dismissal, .suspensionPending, .blamedResignation, .orderedResignation, .dutyRemoval,
            .criticism, .publicApology, .publicCriticism, .admonition, .reprimand, .suspension,
            .suspensionIndefinite, .separation, .administrativeTermination, .violationNoted,
            .other, .unspecified, .otherAccountability, .partyWarning, .partySeriousWarning,
            .partyRemoval, .partyProbation, .partyExpulsion, .honourDisqualification:
            nil
        }
    }

    /// How long it lasts where neither days nor months are given; where rules are in force, they say.
    public var termWithoutPeriod: SanctionTerm {
        switch self {
        case .dismissal, .suspensionPending, .blamedResignation, .orderedResignation, .dutyRemoval,
            .suspensionIndefinite, .separation, .administrativeTermination, .partyRemoval,
            .partyProbation, .partyExpulsion, .honourDisqualification:
            .indefinite
        case .criticism, .publicApology, .publicCriticism, .admonition, .reprimand, .violationNoted,
            .partyWarning, .partySeriousWarning:
            .momentary
        case .warning, .demerit, .seriousDemerit, .demotion, .removal, .suspension, .other,
            .unspecified, .otherAccountability:
            .unknown
        }
    }
}
