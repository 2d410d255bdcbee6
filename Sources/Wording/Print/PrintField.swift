/// What a document can be printed of (文书).
public enum PrintDocument: String, CaseIterable, Sendable {
    /// 受理通知书、处分决定书、送达回证、履历摘录、证明.
    case acceptance, decision, service, trail, certificate
    /// 列入告知书、异议处理决定书、信用修复决定书.
    case recordNotice = "notice-record", objectionDecision = "objection-decision"
    case repairDecision = "repair-decision"
}

/// A fact that a template of a document has a hole for: its name there, in answers, and in the list
/// of what is left blank.
public enum PrintField: String, CaseIterable, Sendable {
    // Of every document: what it rests on, and as of when.
    case asOf, checkpoint, entries, knownAt, origin, practice, root, size

    // Who it is about, and who issues it.
    case issuedOn, issuer, kind, name, organ, person, post, roleThen, seal

    // A sanction, its grounds and its service.
    case act, actOn, announcedTo, `case`, decidedOn, document, evidence, facts, finding, findingOn
    case heardOn, instrument, measure, mitigations, notifiedOn, period, recordedFrom, rules
    case sanction, servedOn, since, state, title, until, waivedOn
    case method, place, recipient, refusal, remark, server, substitute

    // The remedy.
    case admitted, appeal, asProvided, by, decider, due, filedOn, filingDue, last, reason, remedy
    case remedyTerm, remedyUntil, route, ruledOn, stage

    // A record of dishonesty, what is objected to it, and its repair.
    case consequence, ground, objection, outcome, record, regime, repair, repairFrom, shownUntil

    // What counts on a day.
    case bars, day, employment, fallen, findings, marks, posts, records, sanctions, settings,
        suspicions

    // A trail, line by line.
    case count, line, lineEntry, lineOn, postEntry, postHeld, postPeriod
}
