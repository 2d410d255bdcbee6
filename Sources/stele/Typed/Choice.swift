import Application
import Law
import Registry
import Vocabulary
import Wording

/// Something that the program can be told: a verb, a question, or a command on the ledger itself.
struct Choice: Sendable {
    /// The words that call it: `appeal show`.
    let words: [String]
    /// What may be typed; put together when it is called, of a hundred choices one at a time.
    let spell: @Sendable () -> Spelling
    /// Its line in a list of commands.
    let summary: @Sendable (Text) -> String
    /// What its help page says below the usage line.
    let sections: @Sendable (Text) -> [HelpPage.Section]
    let run: @Sendable (Typed, Program) async throws -> ExitStatus

    init(
        _ spoken: String, spell: @escaping @Sendable () -> Spelling,
        summary: @escaping @Sendable (Text) -> String,
        sections: @escaping @Sendable (Text) -> [HelpPage.Section],
        run: @escaping @Sendable (Typed, Program) async throws -> ExitStatus
    ) {
        words = spoken.split(separator: " ").map(String.init)
        self.spell = spell
        self.summary = summary
        self.sections = sections
        self.run = run
    }

    var spelling: Spelling { spell() }
}

/// A command on the ledger itself, its fields declared as those of facts and questions are.
protocol Directive: FieldRecord {
    static var spoken: String { get }
    /// The field that stands first; nil, unless said: every field has a flag.
    static var about: String? { get }
    /// What help says, by field; of the command itself under the empty name.
    static var help: [String: String] { get }
    /// What fields hold that are left out, where help says so.
    static var defaults: [String: String] { get }
    /// What is said to the program and not to the command.
    static var common: [Field] { get }
    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus
}

extension Directive {
    static var about: String? { nil }
    static var defaults: [String: String] { [:] }
    static var common: [Field] { Spelling.common }
}

/// A command that writes to a ledger.
protocol Writing: Directive {}

extension Writing {
    static var common: [Field] { Spelling.common + Spelling.writing }
}

extension Choice {
    init<Told: Directive>(_ directive: Told.Type) {
        let spell = { @Sendable in
            Spelling(Told.spoken, about: Told.about, Told.fields, common: Told.common)
        }
        self.init(Told.spoken, spell, HelpPage.Words(Told.help, Told.defaults)) { typed, program in
            try await typed.read(as: spell(), in: program.text) {
                reader throws(FieldFault) in try Told(asked: reader)
            }.run(typed, in: program)
        }
    }

    /// A question as people ask it.
    ///
    /// - Parameters:
    ///   - help: What help says, by field; of the question itself under the empty name.
    ///   - defaults: What fields hold that are left out, where help says so.
    ///   - noun: The noun that it is asked of, where it may be asked of any.
    ///   - meaning: What the noun adds to what was typed.
    ///   - objection: What cannot be asked so.
    ///   - nothing: What is said where there is no answer.
    ///   - page: How the answer looks.
    init<Asked: Question>(
        _ question: Asked.Type, _ help: [String: String], defaults: [String: String] = [:],
        of noun: String? = nil, meaning: @escaping @Sendable (Asked) -> Asked = { $0 },
        objection: @escaping @Sendable (Asked, Text) -> String? = { _, _ in nil },
        nothing: @escaping @Sendable (Asked, Text, Ledger) throws -> String = { _, _, _ in "" },
        page: @escaping @Sendable (Asked, Asked.Reply, Sheet) -> String
    ) {
        let spoken = (noun.map { $0 + " " } ?? "") + Asked.spoken
        let spell = { @Sendable in
            Spelling(
                spoken, about: Asked.about, Asked.fields, common: Spelling.common,
                now: Spelling.now)
        }
        self.init(spoken, spell, HelpPage.Words(help, defaults)) { typed, program in
            let text = program.text
            let asked = meaning(
                try typed.read(as: spell(), in: text) {
                    reader throws(FieldFault) in
                    try Application.question(Asked.self, from: reader)
                })
            if let objection = objection(asked, text) ?? Self.objection(to: typed, Asked.self, text)
            {
                throw Failure(status: .usage, message: objection)
            }
            let now = try typed.now(in: text)
            let application = Application(try program.access(typed).reading(at: now))
            if typed.wantsJSON, let answer = try application.json(asking: asked) {
                program.out.json(answer)
            } else if !typed.wantsJSON, let (reply, reach) = try application.asking(asked) {
                program.out.write(page(asked, reply, program.sheet))
                program.out.write(program.sheet.foot(reach))
            } else {
                let unrecorded = try application.unrecorded(in: asked)
                let message =
                    try unrecorded.map(text.sentence(of:))
                    ?? nothing(asked, text, application.ledger)
                throw Failure(
                    status: .inputMissing,
                    message: try application.offering(
                        unrecorded?.identifier.map { ($0, unrecorded?.kind) }
                            ?? spell().about.flatMap { field in
                                typed.text(field.name).map { ($0, field.tagKind) }
                            }, behind: message, program))
            }
            return .sound
        }
    }

    /// A list of no lines is none.
    private static func objection<Asked: Question>(
        to typed: Typed, _ question: Asked.Type, _ text: Text
    ) -> String? {
        guard Asked.isList, let limit = typed.number("limit"), limit < 1 else { return nil }
        return text("usage.limit")
    }

    /// What help says of the options that every list has.
    static func listHelp(_ own: [String: String]) -> [String: String] {
        [
            "limit": "help.list.limit", "after": "help.list.after",
            "complete": "help.list.complete",
        ].merging(own) { _, own in own }
    }

    private init(
        _ spoken: String, _ spell: @escaping @Sendable () -> Spelling, _ words: HelpPage.Words,
        run: @escaping @Sendable (Typed, Program) async throws -> ExitStatus
    ) {
        self.init(
            spoken, spell: spell,
            summary: { text in words.help[""].map { text($0) } ?? spoken },
            sections: { text in HelpPage.sections(of: spell(), words, in: text) }, run: run)
    }
}

extension Application {
    /// Behind a sentence that something is not there: how else it is written.
    ///
    /// - Parameter asked: What was asked about, and what it is an identifier of; nil: of anything.
    func offering(
        _ asked: (text: String, kind: TagKind?)?, behind message: String, _ program: Program
    ) throws -> String {
        guard let asked else { return message }
        // An appeal's page may be asked for by its sanction: what the field says is looked for first.
        let found =
            try otherCase(of: asked.text, among: [asked.kind].compactMap(\.self))
            ?? otherCase(of: asked.text, among: program.duties.duties.map(\.noun.tag))
        return found.map {
            program.text("usage.otherCase", ["message": message, "identifier": $0])
        } ?? message
    }
}

extension Unrecorded {
    fileprivate var identifier: String? {
        switch self {
        case .nothing(let subject): subject.text
        case .otherKind: nil
        case .noPlace(let place): place
        }
    }

    fileprivate var kind: TagKind? {
        switch self {
        case .nothing, .otherKind: SubjectID.tagKind
        case .noPlace: nil
        }
    }
}

extension Spelling {
    /// The two times come first, then what time it is.
    init(
        _ spoken: String, about: String?, _ fields: [Field], common: [Field], now: Field? = nil
    ) {
        let times = fields.filter { ["asOf", "knownAt"].contains($0.name) }
        let rest = fields.filter { $0.name != about && !times.contains($0) }
        let known = Set(rest.map(\.name))
        self.init(
            spoken: spoken, about: fields.first { $0.name == about },
            options: common.filter { !known.contains($0.name) } + times
                + [now].compactMap(\.self) + rest,
            isVerb: false)
    }
}

extension Typed {
    /// Reads a record; what is wrong with what was typed is said as of a command line.
    func read<Record>(
        as spelling: Spelling, in text: Text,
        _ reading: (JSONFieldReader) throws(FieldFault) -> Record
    ) throws(Failure) -> Record {
        do throws(FieldFault) {
            return try reading(reader)
        } catch {
            let fields = [spelling.about].compactMap(\.self) + spelling.options
            let field = fields.first { $0.name == error.field }
            let what = self.text(error.field) ?? ""
            let message =
                switch error {
                case .missing(let name):
                    text(
                        "usage.missingArgument",
                        [
                            "what": Set(missing(of: fields).map(spelling.shown))
                                .union([field.map(spelling.shown) ?? name]).sorted()
                                .joined(separator: text("help.comma"))
                        ])
                case .notAnIdentifier:
                    // The number of an entry, where somebody or something is asked for.
                    Written.entry(what).map { text("usage.entryNotSubject", ["entry": "\($0)"]) }
                        ?? text("usage.badSubject", ["what": what])
                case .notADate:
                    field?.form == .date
                        ? text("usage.badDate", ["what": what])
                        : text("usage.badInstant", ["what": what])
                case .notOneOf, .unknownCodes, .notPositions, .notADigest:
                    text("usage.invalidValue", ["what": what])
                }
            throw Failure(status: .usage, message: message)
        }
    }

    /// The required ones that were not typed.
    private func missing(of fields: [Field]) -> [Field] {
        fields.filter { $0.isRequired && values[$0.name] == nil }
    }

    /// What time it is, in a practice ledger: an instant, or a day, which means its noon in the
    /// banner.
    func now(in text: Text) throws(Failure) -> Instant? {
        guard let typed = self.text("now") else { return nil }
        return try Self.instant(typed, in: text)
    }

    static func instant(_ typed: String, in text: Text) throws(Failure) -> Instant {
        guard let moment = Moment(typed, dayAt: "12:00:00+08:00") else {
            throw Failure(status: .usage, message: text("usage.badInstant", ["what": typed]))
        }
        return moment.instant
    }
}
