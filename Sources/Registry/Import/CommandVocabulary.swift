import Law
import Records
import Vocabulary

/// The commands a mapping may name and the fields each takes.
///
/// A mapping that names anything else is refused before a row is read: a misspelt field, or a name
/// given in clear where the command looks for a sealed one, would otherwise lose what the column
/// says without anybody noticing. Withdrawing a record is not among them: a delivery that leaves
/// something out does not say that it never was.
struct CommandVocabulary: Sendable {
    /// What a field holds.
    enum Kind: String, Sendable {
        case text
        case integer
        case boolean
        case list
        case sealed

        /// How a mapping writes it.
        var spelling: String { self == .sealed ? "\"sealed\":true" : "\"as\":\"\(rawValue)\"" }
    }

    /// Kinds of fields by command and field name.
    let fields: [String: [String: Kind]]
    /// Which of them identify something.
    let identifiers: [String: Set<String>]
}

extension CommandVocabulary {
    /// Every verb that a delivery may ask for.
    init(_ duties: DutyRegister) {
        // What every command takes: when it happened, and what it rests on.
        let common: [String: Kind] = ["on": .text, "onBasis": .text, "basis": .list]
        var fields: [String: [String: Kind]] = [:]
        var identifiers: [String: Set<String>] = [:]
        for verb in duties.verbs {
            switch verb.delivery {
            case .byHand: continue
            case .mapped: break
            }
            var kinds = common
            for field in verb.fields { kinds[field.name] = Kind(field.form) }
            fields[verb.name] = kinds
            identifiers[verb.name] = Set(
                verb.fields.filter { $0.form == .identifier || $0.form == .identifiers }
                    .map(\.name))
        }
        self.init(fields: fields, identifiers: identifiers)
    }
}

extension CommandVocabulary.Kind {
    /// What a mapping may deliver into such a field; nil for what does not fit into one column.
    fileprivate init?(_ form: FieldForm) {
        switch form {
        case .identifier, .text, .date, .code: self = .text
        case .integer: self = .integer
        case .flag: self = .boolean
        case .identifiers, .texts, .codes: self = .list
        case .sealed: self = .sealed
        case .object, .objects: return nil
        }
    }
}
