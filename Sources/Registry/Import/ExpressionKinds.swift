extension Expression {
    /// Whether it reads a date, so that it may say how exact that is.
    var givesDate: Bool {
        switch source {
        case .date: true
        case .firstOf(let choices): choices.contains(where: \.givesDate)
        case .column, .constant, .template, .ledger, .split, .identifier, .called: false
        }
    }

    /// What kind of field it fills.
    var yields: CommandVocabulary.Kind {
        if isSealed { return .sealed }
        if case .constant(let value) = source {
            switch value {
            case .text: return .text
            case .integer: return .integer
            case .boolean: return .boolean
            case .list: return .list
            case .sealed: return .sealed
            }
        }
        switch kind {
        case .text: return .text
        case .integer: return .integer
        case .boolean: return .boolean
        case .list: return .list
        }
    }

    /// Whether a value of this may come with what it is imputed from.
    var givesBasis: Bool {
        if basis != nil { return true }
        if case .firstOf(let choices) = source { return choices.contains { $0.givesBasis } }
        return false
    }
}
