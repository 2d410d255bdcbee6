import Records
import Vocabulary
import Wording

/// A help page in the language being spoken: what it is, how it is typed, what may follow.
struct HelpPage {
    /// A heading, and under it words with what they mean.
    struct Section {
        let heading: String
        let lines: [String]

        /// - Parameter width: Display columns of a line.
        init(_ heading: String, _ entries: [(shown: String, says: String)], width: Int = 80) {
            self.heading = heading
            lines = entries.flatMap { Self.lines($0.shown, $0.says, width) }
        }

        /// Display columns of what is shown before it is explained.
        private static let shown = 26

        private static func lines(_ shown: String, _ says: String, _ width: Int) -> [String] {
            let space = String(repeating: " ", count: Self.shown)
            var wrapped = Layout.wrap(says, to: width - Self.shown)
            let head = "  " + shown
            if DisplayWidth.of(head) < Self.shown {
                wrapped[0] = Layout.pad(head, to: Self.shown) + wrapped[0]
                return [wrapped[0]] + wrapped.dropFirst().map { space + $0 }
            }
            return [head] + wrapped.map { space + $0 }
        }
    }

    /// What help says of the fields of a question or a command.
    struct Words {
        /// Keys of the catalogue, by field.
        let help: [String: String]
        let defaults: [String: String]

        init(_ help: [String: String] = [:], _ defaults: [String: String] = [:]) {
            self.help = help
            self.defaults = defaults
        }
    }

    let text: Text
    let choices: Choices

    /// The page of what the words lead to: a command, a noun or the program.
    func page(of path: [String]) -> String {
        guard let choice = choices.choice(path) else { return list(path) }
        return page(
            choices.summary(of: path, in: text), Self.usage(choice.spelling),
            choice.sections(text))
    }

    private func list(_ path: [String]) -> String {
        let following = choices.next(after: path)
        func entries(_ words: [String]) -> [(String, String)] {
            words.map { ($0, choices.summary(of: path + [$0], in: text)) }
        }
        func records(_ word: String) -> Bool {
            choices.choice(path + [word]).map { choice in
                choice.spelling.isVerb || choice.spelling.options.contains { $0.name == "actor" }
            } ?? false
        }
        let lang = Spelling.common.filter { path.isEmpty && $0.name == "lang" }
        let options = Section(
            text("help.heading.options"),
            lang.map { ("--lang <lang>", Self.says($0, Words(), text)) } + Self.always(text))
        let lists =
            path.isEmpty
            ? [Section(text("help.heading.subcommands"), entries(following))]
            : [
                Section(text("help.heading.ask"), entries(following.filter { !records($0) })),
                Section(text("help.heading.record"), entries(following.filter(records))),
            ].filter { !$0.lines.isEmpty }
        let usage =
            ["stele"] + path + (path.isEmpty ? ["[--lang <lang>]"] : [])
            + [text("help.subcommand")]
        return page(
            choices.summary(of: path, in: text), usage.joined(separator: " "),
            [options] + lists, "  " + text("help.seeMore"))
    }

    private func page(
        _ summary: String, _ usage: String, _ sections: [Section], _ last: String? = nil
    ) -> String {
        var parts = [
            Layout.wrap(summary, to: 80).joined(separator: "\n"),
            text("help.heading.usage") + usage,
        ]
        parts += sections.map { ([$0.heading] + $0.lines).joined(separator: "\n") }
        return (parts + [last].compactMap(\.self)).joined(separator: "\n\n") + "\n"
    }

    private static func usage(_ spelling: Spelling) -> String {
        var words = ["stele", spelling.spoken]
        func isAsked(_ field: Field) -> Bool { field.isRequired && field != spelling.about }
        if spelling.isVerb {
            words += [spelling.about].compactMap { $0.map(spelling.shown) }
            words += spelling.options.filter(isAsked).map { "--\($0.shownFlag) …" }
            return words.joined(separator: " ")
        }
        for field in spelling.options {
            let shown = spelling.shown(field) + (field.isRepeated ? " ..." : "")
            words.append(field.isRequired ? shown : "[\(shown)]")
        }
        if let about = spelling.about {
            words.append(about.isRequired ? spelling.shown(about) : "[\(spelling.shown(about))]")
        }
        return words.joined(separator: " ")
    }

    // MARK: What is said of fields

    /// What help says of a field of every command.
    private static let common = [
        "ledger": "help.ledger", "json": "help.json", "lang": "help.lang", "now": "help.now",
        "asOf": "help.asOf", "knownAt": "help.knownAt", "wait": "help.wait",
        "clockConfirmed": "help.clockConfirmed",
    ]

    /// What every command understands.
    static func always(_ text: Text) -> [(shown: String, says: String)] {
        [("--version", text("help.showVersion")), ("-h, --help", text("help.showHelp"))]
    }

    static func says(_ field: Field, _ words: Words, _ text: Text) -> String {
        let says = (words.help[field.name] ?? common[field.name]).map { text($0) } ?? field.name
        let value = words.defaults[field.name]
        guard case .code(let codes) = field.form else {
            return value.map { text("help.default", ["what": says, "value": $0]) } ?? says
        }
        let listed = codes.joined(separator: ", ")
        guard let value else { return text("help.values", ["what": says, "codes": listed]) }
        return text(
            "help.valuesAndDefault", ["what": says, "codes": listed, "value": value])
    }

    /// The sections of a question or a command.
    static func sections(
        of spelling: Spelling, _ words: Words, in text: Text
    ) -> [Section] {
        let about = spelling.about.map {
            Section(
                text("help.heading.arguments"), [(spelling.shown($0), says($0, words, text))])
        }
        let options = spelling.options.map { (spelling.shown($0), says($0, words, text)) }
        return [about].compactMap(\.self)
            + [Section(text("help.heading.options"), options + always(text))]
    }

    /// The sections of a verb: what is recorded, how, and what the program is told.
    static func sections(of verb: Verb, _ spelling: Spelling, in text: Text) -> [Section] {
        func shown(_ field: Field) -> String {
            if field == spelling.about { return spelling.shown(field) }
            if field.form == .flag { return "--\(field.shownFlag)" }
            let kind =
                Written.isAmount(field)
                ? text("help.yuan") : text.label(.fieldKind, field.form.name)
            return "--\(field.shownFlag) <\(kind)>"
        }
        let known = verb.known
        func entry(_ field: Field, _ label: String? = nil) -> (String, String) {
            (
                shown(field),
                told(field, label ?? field.name, text, isKnown: known[field.name] != nil)
            )
        }
        let others = verb.fields.filter { $0.name != verb.about }
        let circumstances = (verb.circumstances + Verb.orders).map { field in
            entry(field, field.name == "unit" ? "recorderUnit" : nil)
        }
        let common = (Spelling.writing + Spelling.common).map {
            (spelling.shown($0), says($0, Words(), text))
        }
        return [
            Section(
                text("help.fields"),
                [spelling.about].compactMap { $0.map { entry($0) } } + others.map { entry($0) },
                width: 78),
            Section(text("help.circumstances"), circumstances, width: 78),
            Section(text("help.heading.options"), common + always(text)),
        ]
    }

    /// What a field of a verb holds, and how it is written.
    private static func told(
        _ field: Field, _ label: String, _ text: Text, isKnown: Bool
    ) -> String {
        var says =
            Written.isAmount(field)
            ? text("help.amount")
            : label == field.name ? text.label(of: field) : text.label(.field, label)
        if isKnown {
            says = text("usage.unlessKnown", ["what": says])
        } else if field.isRequired {
            says = text("help.required", ["what": says])
        }
        if field.isRepeated { says = text("help.repeated", ["what": says]) }
        switch field.form {
        case .sealed: says = text("help.sealed", ["what": says])
        case .code, .codes:
            says = text(
                "help.oneOf", ["what": says, "codes": words(field.offered, of: field, text)])
        case .object(let inner), .objects(let inner):
            let example = inner.map { "\($0.flag)=…" }.joined(separator: ",")
            says = text("help.object", ["what": says, "example": example])
            for one in inner {
                switch one.form {
                case .code, .codes:
                    says = text(
                        "help.part",
                        [
                            "what": says, "name": one.flag,
                            "codes": words(one.offered, of: one, text),
                        ])
                case .identifier, .text, .sealed, .integer, .flag, .date, .identifiers, .texts,
                    .object, .objects:
                    continue
                }
            }
        case .identifier, .text, .integer, .flag, .date, .identifiers, .texts: break
        }
        return says
    }

    /// The codes with their words, where anybody has words for them.
    private static func words(_ codes: [String], of field: Field, _ text: Text) -> String {
        codes.map { code in
            guard text.language == .chinese, let word = text.word(for: code, of: field) else {
                return code
            }
            return "\(code) \(word)"
        }.joined(separator: text("help.comma"))
    }
}
