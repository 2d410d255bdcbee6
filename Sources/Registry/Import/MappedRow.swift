import Law
public import Records
public import Vocabulary

/// What one delivered row becomes.
public struct MappedRow: Sendable {
    /// The delivered file, as the mapping names it.
    public let file: String
    /// The physical line, from 1, on which the row starts.
    public let line: Int
    /// The row's key: unique in (delivery, file). Several columns are joined by `|`, and a `|` or
    /// `\` inside a column stands behind a `\`.
    public let key: String
    /// All columns of the row as canonical JSON (RFC 8785), for the vault: nothing delivered is lost.
    public let raw: [UInt8]
    /// In the order in which they are decided.
    public var commands: [MappedCommand]
    /// The columns of fields that were left out because they are not in their form.
    public let leftOut: [String]
}

/// A row's outcome in reading.
public enum MappedStep: Sendable {
    case row(MappedRow)
    /// A note or an example, which is no record.
    case skipped(line: Int)
    /// `key` where the row's key could be read.
    case fault(RowFault, key: String?)
    case end
}

/// One command with its fields, some of which the ledger still has to answer.
public struct MappedCommand: Sendable {
    /// A question to the ledger about what earlier rows have put there.
    public struct Question: Hashable, Sendable {
        /// What can be asked.
        public enum Asked: Hashable, Sendable {
            case `case`(LedgerFact)
            /// Who is called so.
            case called(SubjectKind?)

            /// As a mapping names it.
            var name: String {
                switch self {
                case .case(let fact): fact.rawValue
                case .called: "called"
                }
            }
        }

        /// What is asked.
        public let fact: Asked
        /// The identifier of the case it is asked of, or the name.
        public let of: String
        /// The field that takes the answer.
        public let field: String
        /// What the answer is imputed from; goes into the field `<field>Basis`.
        public let basis: String?
    }

    /// The name, as Records knows it.
    public let name: String
    /// What the command is made from: `Command(name:, from: fields)`.
    public private(set) var fields: MappedFields
    /// Open questions; empty when the command can be decided as it is.
    public private(set) var questions: [Question]

    /// Puts every question to the ledger. An answer of nil leaves the field out: a date that the
    /// ledger does not hold is not invented.
    ///
    /// Ask in the transaction that decides the command, over the same past, so that the answer is
    /// what the decider sees.
    public mutating func ask<Failure: Error>(
        _ ledger: (Question) throws(Failure) -> String?
    ) throws(Failure) {
        for question in questions {
            guard let answer = try ledger(question) else { continue }
            fields.set(question.field, .text(answer))
            if let basis = question.basis { fields.set(question.field + "Basis", .text(basis)) }
        }
        questions = []
    }
}

/// A value of one field.
enum MappedValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([String])
    case sealed(String)

    /// As an identifier is meant: two spellings of one are one.
    var shaped: MappedValue {
        switch self {
        case .text(let text): .text(Officer.shaped(text))
        case .list(let list): .list(list.map(Officer.shaped))
        case .integer, .boolean, .sealed: self
        }
    }
}

/// The names of a command's fields, shared by all rows.
final class FieldLayout: Sendable {
    let names: [String]

    init(_ names: [String]) { self.names = names }

    func index(of name: String) -> Int? { names.firstIndex(of: name) }

    /// Field names are ASCII and short: comparing the few of one length is quicker than hashing.
    func index(of name: StaticString) -> Int? {
        let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return names.firstIndex { candidate in
            candidate.utf8.count == wanted.count && candidate.utf8.elementsEqual(wanted)
        }
    }
}

/// The fields of one command of one row.
///
/// Commands are flat: ``object(_:)`` and ``array(_:)`` find nothing.
public struct MappedFields: FieldReader, Sendable, CustomStringConvertible {
    let layout: FieldLayout
    private(set) var values: [MappedValue?]

    init(_ layout: FieldLayout) {
        self.layout = layout
        values = Array(repeating: nil, count: layout.names.count)
    }

    mutating func set(_ index: Int, _ value: MappedValue) { values[index] = value }

    mutating func set(_ name: String, _ value: MappedValue) {
        guard let index = layout.index(of: name) else {
            preconditionFailure("the layout holds every field of its template")
        }
        values[index] = value
    }

    /// Every text that stands in clear.
    func eachText(_ body: (String) -> Void) {
        for value in values {
            switch value {
            case .text(let text): body(text)
            case .list(let list): list.forEach(body)
            case .integer, .boolean, .sealed, nil: continue
            }
        }
    }

    private func value(_ name: StaticString) -> MappedValue? {
        layout.index(of: name).flatMap { values[$0] }
    }

    public func string(_ name: StaticString) -> String? {
        if case .text(let text) = value(name) { text } else { nil }
    }

    public func integer(_ name: StaticString) -> Int? {
        if case .integer(let number) = value(name) { number } else { nil }
    }

    public func bool(_ name: StaticString) -> Bool? {
        if case .boolean(let truth) = value(name) { truth } else { nil }
    }

    public func strings(_ name: StaticString) -> [String]? {
        if case .list(let list) = value(name) { list } else { nil }
    }

    public func sealed(_ name: StaticString) -> Sealed? {
        if case .sealed(let text) = value(name) { .clear(text) } else { nil }
    }

    public func object(_ name: StaticString) -> MappedFields? { nil }
    public func array(_ name: StaticString) -> [MappedFields]? { nil }

    /// `name=value` of every field that is there; sealed values are not shown.
    public var description: String {
        var parts: [String] = []
        for (name, value) in zip(layout.names, values) {
            switch value {
            case nil: continue
            case .text(let text): parts.append("\(name)=\(text)")
            case .integer(let number): parts.append("\(name)=\(number)")
            case .boolean(let truth): parts.append("\(name)=\(truth)")
            case .list(let list): parts.append("\(name)=\(list)")
            case .sealed: parts.append("\(name)=(sealed)")
            }
        }
        return parts.joined(separator: " ")
    }
}
