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

extension LabelFamily {
    /// Every code that this version can meet; the catalogues have a word for each.
    var codes: [String] {
        switch self {
        case .damage:
            [
                "bundle", "checkpointBeyondEnd", "checkpointRoot", "checkpointSignature", "head",
                "link", "notCanonical", "reference", "sealed", "sequence", "source", "tagLink",
                "tile", "time",
            ]
        case .unit: ProgressBar.Unit.allCases.map(\.rawValue)
        default: []
        }
    }
}
