import Application
import Vocabulary
import Wording

/// What may stand where the cursor is (命令补全), from the same declarations that help and reading are
/// made of, so that it knows every verb, flag and code there is and no other.
struct Completion {
    let choices: Choices

    /// - Parameter words: What was typed after the program's name; the last is begun, and may be empty.
    /// - Returns: Empty where a shell does better, as with files.
    func candidates(for words: [String]) -> [String] {
        var typed = Self.split(words)[...]
        let last = words.last ?? ""
        // `--measure=w` in one word is answered with whole words, as the shell replaces it whole.
        let before =
            last.hasPrefix("--") && last.contains("=")
            ? String(last.prefix { $0 != "=" }) + "=" : ""
        let begun = typed.popLast() ?? ""
        if typed.first == "help" { typed.removeFirst() }
        if let language = language(after: &typed) {
            return language.filter { $0.hasPrefix(begun) }.map { before + $0 }
        }
        var path: [String] = []
        while let word = typed.first, choices.choice(path) == nil, choices.begins(path + [word]) {
            path.append(word)
            typed.removeFirst()
        }
        let found: [String]
        if let choice = choices.choice(path) {
            found = following(Array(typed), of: choice.spelling, begun)
        } else {
            let first = path.isEmpty && words.count == 1 ? ["help"] : []
            found =
                typed.isEmpty
                ? choices.next(after: path) + first + ["--help", "--\(Self.language.flag)"] : []
        }
        return found.filter { $0.hasPrefix(begun) }.map { before + $0 }
    }

    /// `--measure=w` as the two words that it is; `--measure`, `=`, `w` as a shell breaks it, likewise.
    private static func split(_ words: [String]) -> [String] {
        var split: [String] = []
        for (index, word) in words.enumerated() {
            let isLast = index == words.count - 1
            if word == "=", split.last?.hasPrefix("--") ?? false {
                if isLast { split.append("") }
            } else if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
                split.append(String(word[..<equals]))
                split.append(String(word[word.index(after: equals)...]))
            } else {
                split.append(word)
            }
        }
        return split
    }

    private static let language =
        Spelling.common.first { $0.name == "lang" } ?? Field("lang", .text)

    /// The language may be said anywhere before the command: what it may be where it comes next;
    /// where it has been said it is taken away.
    private func language(after typed: inout ArraySlice<String>) -> [String]? {
        let flag = "--\(Self.language.flag)"
        var left: [String] = []
        while let word = typed.first, choices.choice(left) == nil {
            typed.removeFirst()
            guard word == flag else {
                left.append(word)
                continue
            }
            if typed.isEmpty { return Self.language.offered }
            typed.removeFirst()
        }
        typed = (left + typed)[...]
        return nil
    }

    /// After the words of a command: the codes of the flag before, else its flags.
    private func following(
        _ typed: [String], of spelling: Spelling, _ begun: String
    ) -> [String] {
        let fields = typed.map { word in
            word.hasPrefix("--") ? spelling.field(flag: word.dropFirst(2)) : nil
        }
        if let field = fields.last ?? nil, field.form != .flag { return codes(of: field, spelling) }
        let given = Set(fields.compactMap { $0 }.filter { !$0.isRepeated }.map(\.name))
        let flags = spelling.options.filter { !given.contains($0.name) }.map { "--\($0.shownFlag)" }
        // The first word may be a code itself.
        let isFirst = typed.isEmpty && !begun.hasPrefix("-")
        let first = isFirst ? spelling.about.map { codes(of: $0, spelling) } ?? [] : []
        return first + flags + ["--help"]
    }

    private func codes(of field: Field, _ spelling: Spelling) -> [String] {
        let own = field.offered
        return own.isEmpty ? RuleCodes.offered(for: field, of: spelling) : own
    }
}

/// `stele completion`: the lines that a shell reads once, so that it asks the program itself from then
/// on.
struct CompletionCommand: Directive {
    static let spoken = "completion"
    static let about: String? = "shell"
    static let help = ["": "help.completion", "shell": "help.completion.shell"]
    static var common: [Field] { Spelling.common.filter { $0.name == "lang" } }

    let shell: Shell

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        shell = try fields.given("shell", \.shell)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        program.out.write(shell.script)
        return .sound
    }

    /// What follows `stele completion` where a shell asks.
    static let asking = "words"
}

/// A shell that can complete.
enum Shell: String, Code {
    case bash, zsh, fish

    fileprivate var script: String {
        switch self {
        case .bash:
            #"""
            _stele() {
                local IFS=$'\n'
                COMPREPLY=($("$1" completion words "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
            }
            complete -o default -F _stele stele

            """#
        case .zsh:
            #"""
            #compdef stele
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
            _stele() {
                local -a found
                found=("${(@f)$("${words[1]}" completion words "${(@)words[2,CURRENT]}" 2>/dev/null)}")
                if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
            }
            compdef _stele stele

            """#
        case .fish:
            #"""
            function __stele_words
                set -l typed (commandline -opc)
                set -l program $typed[1]
                set -e typed[1]
                $program completion words $typed (commandline -ct) 2>/dev/null
            end
            function __stele_knows
                set -l found (__stele_words)
                test (count $found) -gt 0
            end
            complete -c stele -n __stele_knows -f -a '(__stele_words)'

            """#
        }
    }
}
