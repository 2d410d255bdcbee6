/// A family of codes that people read as words. The message key is `family.code`.
enum LabelFamily: String, CaseIterable, Sendable {
    case annulledBy, damage, departure, eventKind, filedBy, finding, imputation, irregularity
    case measure, notExecuted, roleBasis, subjectKind, unit
}

extension Text {
    /// The word for a code; a code that this version does not know is shown as it stands.
    func label(_ family: LabelFamily, _ code: String) -> String {
        lookUp("\(family.rawValue).\(code)") ?? harmless(code)
    }
}
