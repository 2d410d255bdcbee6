import Chain
import Vocabulary
import Wording

/// What was typed after the words of a command.
struct Typed {
    let values: [String: JSONValue]

    var reader: JSONFieldReader { JSONFieldReader(values) }
    var wantsJSON: Bool { values["json"] == .bool(true) }

    func text(_ name: String) -> String? {
        if case .string(let text) = values[name] { text } else { nil }
    }

    func number(_ name: String) -> Int? {
        if case .integer(let number) = values[name] { number } else { nil }
    }
}

/// Reads what was typed after `stele decision propose` into fields: `D-1 --title 水库 --adopted`.
///
/// Nothing is guessed: a flag that there is not, one given twice, a value that is missing or of another
/// kind ends the reading with one sentence.
struct TypedFields {
    let spelling: Spelling
    let text: Text
    private var words: ArraySlice<String>
    private var values: [String: JSONValue] = [:]
    private var unexpected: [String] = []

    static func read(
        _ words: some Sequence<String>, as spelling: Spelling, in text: Text
    ) throws(Failure) -> Typed {
        var typed = TypedFields(spelling: spelling, text: text, words: Array(words)[...])
        try typed.readAll()
        return Typed(values: typed.values)
    }

    private var written: Written { Written(text: text, unclear: .usage) }

    private init(spelling: Spelling, text: Text, words: ArraySlice<String>) {
        self.spelling = spelling
        self.text = text
        self.words = words
    }

    private mutating func readAll() throws(Failure) {
        var onlyPlain = false
        while let word = words.popFirst() {
            if !onlyPlain, word == "--" {
                onlyPlain = true
            } else if !onlyPlain, word.hasPrefix("-"), word != "-" {
                try flag(word)
            } else {
                guard let about = spelling.about, values[about.name] == nil else {
                    unexpected.append(word)
                    continue
                }
                try take(word, for: about, called: word)
            }
        }
        if !unexpected.isEmpty {
            throw say(.unexpectedArgument, unexpected.joined(separator: " "))
        }
    }

    private mutating func flag(_ word: String) throws(Failure) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let called = String(parts[0])
        guard called.hasPrefix("--"), let field = spelling.field(flag: called.dropFirst(2)) else {
            throw say(.unknownOption, called)
        }
        if parts.count == 2 {
            try take(String(parts[1]), for: field, called: called)
        } else if field.form == .flag {
            // Bare, it means yes.
            let isSaid = spelling.isVerb && words.first.flatMap(Written.flag) != nil
            try take(isSaid ? words.removeFirst() : "true", for: field, called: called)
        } else {
            guard let value = words.first, !value.hasPrefix("--") else {
                throw say(.missingValue, spelling.isVerb ? called : spelling.shown(field))
            }
            try take(words.removeFirst(), for: field, called: called)
        }
    }

    private mutating func take(
        _ value: String, for field: Field, called: String
    ) throws(Failure) {
        if value.isEmpty, spelling.isVerb { throw say(.missingValue, called) }
        let value = try read(value, as: field, called: called)
        guard field.isRepeated else {
            guard values.updateValue(value, forKey: field.name) == nil else {
                throw say(.repeated, called)
            }
            return
        }
        guard case .array(let before) = values[field.name] ?? .array([]) else { return }
        values[field.name] = .array(before + [value])
    }

    /// One value; of a list, one element.
    private func read(
        _ value: String, as field: Field, called: String
    ) throws(Failure) -> JSONValue {
        switch field.form {
        case .code where Spelling.common.contains(field):
            guard let code = written.meant(by: value, of: field) else {
                throw say(.invalidValue, value)
            }
            return .string(code)
        case .code where !spelling.isVerb:
            guard let code = written.meant(by: value, of: field) else {
                throw Failure(status: .usage, message: written.noSuchCode(value, of: field))
            }
            return .string(code)
        case .code, .codes: return .string(try written.code(value, of: field))
        case .date: return .string(try written.day(value))
        case .identifier, .text, .sealed, .identifiers, .texts: return .string(value)
        case .integer:
            if Written.isAmount(field) {
                guard let fen = Written.fen(value), (-Self.greatest...Self.greatest).contains(fen)
                else { throw say(.notAnAmount, "\(called) \(value)") }
                return .integer(fen)
            }
            let isEntry = Self.entries.contains(field.name)
            let read = isEntry ? Written.entry(value) : Written.number(value)
            guard let number = read, (-Self.greatest...Self.greatest).contains(number) else {
                throw spelling.isVerb
                    ? say(.notANumber, "\(called) \(value)") : say(.invalidValue, value)
            }
            return .integer(number)
        case .flag:
            guard let truth = Written.flag(value) else {
                throw say(.notAFlag, "\(called) \(value)")
            }
            return .bool(truth)
        case .object(let inner), .objects(let inner):
            return try object(value, of: inner, called: called)
        }
    }

    /// Fields that hold the number of an entry.
    private static let entries: Set = ["correct", "entry", "evidence", "position", "step"]
    /// The greatest integer an entry can hold.
    private static let greatest = (1 << 53) - 1

    /// `subject=P-0001,part=head,opinion=agree`. A comma that no known name follows is part of the
    /// value before it; where there is one field only, the value may stand alone.
    private func object(
        _ value: String, of inner: [Field], called: String
    ) throws(Failure) -> JSONValue {
        var pieces: [(field: Field, value: String)] = []
        for piece in value.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            if parts.count == 2,
                let field = inner.first(where: { $0.flag == name || $0.name == name })
            {
                pieces.append((field, String(parts[1])))
            } else if inner.count == 1, let only = inner.first, pieces.isEmpty {
                pieces.append((only, String(piece)))
            } else if parts.count == 1, !pieces.isEmpty {
                pieces[pieces.count - 1].value += "," + piece
            } else {
                throw shape(called, inner)
            }
        }
        var members: [JSONValue.Member] = []
        for (field, value) in pieces {
            if value.isEmpty { throw shape(called, inner) }
            if field.isRepeated, let index = members.firstIndex(where: { $0.key == field.name }),
                case .array(let before) = members[index].value
            {
                members[index] = .init(
                    field.name, .array(before + [try read(value, as: field, called: called)]))
                continue
            }
            if members.contains(where: { $0.key == field.name }) {
                throw say(.repeated, "\(called) \(field.flag)")
            }
            let read = try read(value, as: field, called: "\(called) \(field.flag)")
            members.append(.init(field.name, field.isRepeated ? .array([read]) : read))
        }
        return .object(members)
    }

    private func shape(_ called: String, _ inner: [Field]) -> Failure {
        let example = inner.map { "\($0.flag)=…" }.joined(separator: ",")
        return Failure(
            status: .usage, message: text("usage.object", ["what": called, "example": example]))
    }

    /// What can be wrong with a word of the command line.
    private enum Problem {
        case unexpectedArgument, unknownOption, missingValue, invalidValue, repeated, notANumber
        case notAFlag, notAnAmount
    }

    /// An option that there is not, and the one that may be meant.
    private func unknown(_ what: String) -> String {
        let all = [spelling.about].compactMap { spelling.isVerb ? $0 : nil } + spelling.options
        let near = nearest(to: String(what.drop { $0 == "-" }), among: all) { field in
            [field.flag, field.shownFlag, text.label(.field, field.name)]
        }
        if let near {
            return text(
                "usage.nearestOption",
                ["what": what, "nearest": "--\(near.shownFlag)", "verb": spelling.spoken])
        }
        return spelling.isVerb
            ? text("usage.noSuchField", ["what": what, "verb": spelling.spoken])
            : text("usage.unknownOption", ["what": what])
    }

    private func say(_ problem: Problem, _ what: String) -> Failure {
        let message =
            switch problem {
            case .unexpectedArgument: text("usage.unexpectedArgument", ["what": what])
            case .unknownOption:
                unknown(what)
            case .missingValue: text("usage.missingValue", ["what": what])
            case .invalidValue: text("usage.invalidValue", ["what": what])
            case .repeated: text("usage.repeated", ["what": what])
            case .notANumber: text("usage.notANumber", ["what": what])
            case .notAFlag: text("usage.notAFlag", ["what": what])
            case .notAnAmount: text("usage.notAnAmount", ["what": what])
            }
        return Failure(status: .usage, message: message)
    }
}
