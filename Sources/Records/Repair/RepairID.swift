public import Vocabulary

/// An application to repair a record of dishonesty (信用修复).
public struct RepairID: Identifier {
    public static let tagKind: TagKind = .repair
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

extension TagKind {
    public static let repair: TagKind = "repair"
}

/// Where it was applied for (申请渠道).
public enum RepairChannel: String, Code {
    /// 认定单位窗口、信用中国网站.
    case unit, creditChina
}

/// What was decided on an application (修复决定).
public enum RepairOutcome: String, Code {
    /// 准予修复、不予修复.
    case granted, denied
}

/// Why a repair was taken back (撤销修复原因).
public enum RepairFall: String, Code {
    /// 提供虚假材料、违反信用承诺.
    case falseMaterial, promiseBroken
}

/// How far an application has come (修复状态).
public enum RepairState: String, Code {
    /// 已申请、已受理、不予受理、准予、不予修复、已修复、已撤销.
    case applied, accepted, refused, granted, denied, effected, revoked
}
