import Application
import Records
import Vocabulary
import Wording

/// Everything that the program can be told, as a tree of words.
struct Choices: Sendable {
    let all: [Choice]

    /// What is asked and done; the verbs are those of the duties.
    init(_ duties: DutyRegister) {
        let own =
            [
                Choice(Init.self), Choice(Import.self), Choice(TemplateCommand.self),
                Choice(RecordMany.self),
            ]
            + Choice.ofSubjects + Choice.ofComplaints + Choice.ofDecisions + Choice.ofCases
            + Choice.ofDishonesty + Choice.ofObjections
            + Choice.ofClocks
            + Choice.ofEntries + Choice.ofPrints + Choice.ofLaw + [
                Choice(RulesCheck.self), Choice(RulesActivate.self), Choice(RulesCalendar.self),
                Choice(Verify.self), Choice(CheckpointCommand.self), Choice(Prove.self),
                Choice(Export.self), Choice(Backup.self), Choice(Restore.self),
                Choice(Rebuild.self), Choice(Demo.self), Choice(CompletionCommand.self),
            ]
        let nouns = Set(own.compactMap { $0.words.count > 1 ? $0.words[0] : nil })
        let others = duties.duties.map(\.noun).filter { noun in
            duties.nouns.contains(noun.name) && !nouns.contains(noun.name)
        }
        // A list of its own, and the page that every noun has.
        let complaint = Choice.ofFiles(Duty.complaint.noun).filter { $0.words.last == "show" }
        all = own + complaint + others.flatMap(Choice.ofFiles) + duties.verbs.map { Choice($0) }
    }

    /// In the order of the first page; a noun that is not here follows `appeal`.
    private static let order = [
        "init", "import", "template", "record", "subject", "trace", "status", "decision",
        "complaint", "case",
        "sanction",
        "appeal", "", "deadlines", "withdraw", "destroy", "correct-clock", "rules", "show",
        "print", "verify",
        "checkpoint", "prove", "export", "backup", "restore", "rebuild", "demo", "completion",
    ]

    /// What help says of the nouns.
    private static let nouns = [
        "subject": "help.subject", "decision": "help.decision", "complaint": "help.complaint",
        "case": "help.case", "sanction": "help.sanction", "appeal": "help.appeal",
        "rules": "help.rules", "print": "help.print",
    ]

    func choice(_ path: [String]) -> Choice? { all.first { $0.words == path } }

    /// Whether anything is called by words that begin so.
    func begins(_ path: [String]) -> Bool {
        all.contains { $0.words.starts(with: path) }
    }

    /// What may follow the words, each once; those of a noun in the order in which they are told.
    func next(after path: [String]) -> [String] {
        var seen: Set<String> = []
        let words = all.map(\.words).filter { $0.starts(with: path) }
            .compactMap { $0.count > path.count ? $0[path.count] : nil }
            .filter { seen.insert($0).inserted }
        guard path.isEmpty else { return words }
        let known = Self.order.flatMap { word in
            word.isEmpty ? words.filter { !Self.order.contains($0) } : [word]
        }
        return known.filter(seen.contains)
    }

    /// What a word may mean that nothing is called by, as it is typed: the nearest word that may stand
    /// there, else what is spoken of in that word.
    func meant(by word: String, after path: [String], in text: Text) -> String? {
        let following = next(after: path)
        if let near = nearest(to: word, among: following, spelled: { [$0] }) {
            return "stele " + (path + [near]).joined(separator: " ")
        }
        let folded = Officer.shaped(word).lowercased()
        // A letter or two stand in any sentence.
        guard folded.contains(where: { !$0.isASCII }) ? folded.count > 1 : folded.count > 3 else {
            return nil
        }
        let told = { (path: [String]) in
            summary(of: path, in: text).lowercased().contains(folded)
        }
        let nouns = following.map { path + [$0] }.filter(told)
        let found = nouns.isEmpty ? all.map(\.words).filter(told) : nouns
        let shown = found.prefix(3).map { "stele " + $0.joined(separator: " ") }
        return shown.isEmpty ? nil : shown.joined(separator: text("help.comma"))
    }

    /// The line that tells of a command or a noun.
    func summary(of path: [String], in text: Text) -> String {
        if let choice = choice(path) { return choice.summary(text) }
        if let key = path.first.flatMap({ Self.nouns[$0] }) { return text(key) }
        let name = path.joined(separator: " ")
        return path.isEmpty ? text("help.stele") : text.lookUp("help.\(name)") ?? name
    }
}
