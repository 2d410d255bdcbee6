/// What was found on a person's responsibility in a case (认定结论).
public enum Finding: String, Code {
    /// 属实: responsibility is established.
    case sustained
    /// 未能认定: not established on the evidence.
    case notSustained
    /// 不属实: it did not happen.
    case unfounded
    /// 免责、澄清: it happened and was proper.
    case exonerated
    /// 无宣誓陈述: closed because the complainant swore no affidavit.
    case noAffidavit
    /// 来源未作说明: a code the source does not explain.
    case unexplained
    /// 不明: the source gives none.
    case unknown
}

/// How the role in a snapshot is known.
public enum RoleBasis: String, Code {
    /// 事发时任职: the post the register shows for the day of the incident.
    case postHeldOnIncident = "post-held-on-incident"
    /// 受理时登记: the unit written down at intake.
    case recordedAtIntake = "recorded-at-intake"
    /// 无从得知.
    case none
}

/// What a person was when it happened (当时职务).
///
/// - Invariant: Copied into the event and never joined to today's post, so that no transfer, merger
///   or retirement detaches responsibility.
/// - Source: 追责制度 Art. 3.
public struct RoleSnapshot: Hashable, Sendable {
    public let unit: UnitID?
    public let unitTitle: String?
    public let post: String?
    public let rank: String?
    public let basis: RoleBasis

    public init(
        unit: UnitID? = nil, unitTitle: String? = nil, post: String? = nil, rank: String? = nil,
        basis: RoleBasis
    ) {
        self.unit = unit
        self.unitTitle = unitTitle
        self.post = post
        self.rank = rank
        self.basis = basis
    }

    /// The member `role` of an event's data.
    init(in reader: some FieldReader) throws(MalformedPayload) {
        guard let role = try RoleSnapshot(at: "role", in: reader) else { throw .missing("role") }
        self = role
    }

    /// A member of that name, where there is one.
    init?(at name: StaticString, in reader: some FieldReader) throws(MalformedPayload) {
        guard let inner = reader.object(name) else { return nil }
        self.init(
            unit: try inner.payload.optionalID("unit"), unitTitle: inner.string("unitTitle"),
            post: inner.string("post"), rank: inner.string("rank"),
            basis: try inner.payload.code("basis"))
    }

    func write(to writer: inout some FieldWriter) {
        writer.put("basis", code: basis)
        writer.put("post", ifPresent: post)
        writer.put("rank", ifPresent: rank)
        writer.put("unit", ifPresent: unit)
        writer.put("unitTitle", ifPresent: unitTitle)
    }
}

extension Finding {
    /// Whether it answers the suspicion, either way. A source that gives no conclusion, or one that
    /// it does not explain, clears nobody and finds nobody: the suspicion stays what it was.
    public var isAnswer: Bool {
        switch self {
        case .sustained, .notSustained, .unfounded, .exonerated, .noAffidavit: true
        case .unexplained, .unknown: false
        }
    }
}
