import Application
import Chain
import Records
import Registry
import Vocabulary
import Wording

/// `stele record --file acts.jsonl`: many acts in one file, one JSON object a line, each with its
/// `verb` and the fields of that verb. All of them are recorded or none.
struct RecordMany: Writing {
    static let spoken = "record"
    static let help = [
        "": "help.record", "file": "help.record.file", "dryRun": "help.import.dryRun",
        "actor": "field.actor", "unit": "field.recorderUnit", "approver": "field.approver",
    ]
    let file: String
    let dryRun: Bool
    let actor: String?
    let unit: String?
    let approver: String?
    let now: String?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        dryRun = try fields.given("dryRun", \.dryRun, or: false)
        actor = try fields.given("actor", \.actor)
        unit = try fields.given("unit", \.unit)
        approver = try fields.given("approver", \.approver)
        now = try fields.given("now", \.now)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let text = program.text
        let bytes = try ActsFile.read(file, text)
        let now = try typed.now(in: text)
        let access = try program.access(typed)
        let acts = ActsFile(path: file, shared: typed, program: program)
        let lines = acts.lines(bytes)
        try refuse(lines.faults, in: program)
        if lines.acts.isEmpty {
            throw Failure(status: .dataRefused, message: text("record.empty", ["path": file]))
        }
        let application = Application(
            try dryRun ? access.reading(at: now) : access.writing(as: "stele record", at: now))
        var asked: [ActAsked<JSONFieldReader>] = []
        var faults: [(line: Int, says: String)] = []
        for act in lines.acts {
            do {
                let signed = Signature(
                    act.fields, unit: act.verb.recorderUnit, in: program.environment)
                try signed.checkNamed()
                asked.append(
                    ActAsked(
                        act.verb, act.fields.reader, by: try signed.actor(application),
                        of: try signed.recorderUnit(), approver: try signed.approver(application)))
            } catch let refusal as Refusal {
                faults.append((act.line, text.sentence(of: refusal)))
            }
        }
        try refuse(faults, in: program)
        do {
            try tell(asked, application, typed, in: program)
        } catch let many as ManyRefused {
            let faults = many.refused.map { one in
                (line: lines.acts[one.index].line, says: says(one, of: lines.acts, in: text))
            }
            try refuse(faults, in: program)
        } catch LedgerFault.clockBehind(let last, let moment) where now != nil {
            throw Failure(
                status: .usage,
                message: text("practice.behind", ["now": "\(moment)", "last": "\(last)"]))
        }
        return .sound
    }

    private func tell(
        _ asked: [ActAsked<JSONFieldReader>], _ application: Application, _ typed: Typed,
        in program: Program
    ) throws {
        let text = program.text
        if dryRun {
            let entries = try application.rehearse(together: asked)
            try program.tell(typed, of: application.ledger) { object in
                object.put("acts", asked.count)
                object.put("entries", entries)
            } lines: {
                [
                    text(
                        "record.wouldDo",
                        ["acts": text.number(asked.count), "entries": text.number(entries)])
                ]
            }
        } else {
            let answer = try application.record(together: asked)
            try program.tell(answer, of: application, typed) {
                ReceiptRenderer(text: text).page(answer)
            }
        }
    }

    /// What one refused act is told; where another line gave the number, which.
    private func says(
        _ refused: (index: Int, reason: any Error), of acts: [ActsFile.Act], in text: Text
    ) -> String {
        let says = Failure(explaining: refused.reason, in: text).message
        guard let refusal = refused.reason as? Refusal,
            case .numberTaken(_, let other)? = refusal.reason(IdentityRefusal.self),
            let first = acts[..<refused.index].first(where: { act in
                act.fields.text("subject").map(Officer.shaped) == other.text
            })
        else { return says }
        return text("record.numberAlso", ["says": says, "line": "\(first.line)"])
    }

    /// Ends with every fault of every line in one sentence; nothing is written then.
    private func refuse(_ faults: [(line: Int, says: String)], in program: Program) throws(Failure)
    {
        if faults.isEmpty { return }
        let text = program.text
        let listed = faults.map { fault in
            text("record.line", ["line": "\(fault.line)", "says": fault.says])
        }
        throw Failure(
            status: .dataRefused,
            message: text(
                "record.refused",
                [
                    "path": file, "count": text.number(faults.count),
                    "faults": listed.joined(separator: " "),
                ]))
    }
}

/// The lines of a file of acts, read strictly.
struct ActsFile {
    struct Act {
        let line: Int
        let verb: Verb
        let fields: Typed
    }

    let path: String
    /// What was typed beside the file holds for every line that says nothing else.
    let shared: Typed
    let program: Program

    private var text: Text { program.text }

    /// `-` is standard input.
    static func read(_ path: String, _ text: Text) throws(Failure) -> [UInt8] {
        path == "-"
            ? SmallFile.withoutMark(try SmallFile.readInput(text))
            : try SmallFile.readDocument(path, text)
    }

    /// Every act, and what is wrong with each line that is none. Empty lines say nothing.
    func lines(_ bytes: [UInt8]) -> (acts: [Act], faults: [(line: Int, says: String)]) {
        var acts: [Act] = []
        var faults: [(line: Int, says: String)] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { continue }
            do throws(Failure) {
                acts.append(try act(Array(line), at: index + 1))
            } catch {
                faults.append((index + 1, error.message))
            }
        }
        return (acts, faults)
    }

    private func act(_ bytes: [UInt8], at line: Int) throws(Failure) -> Act {
        let place = "\(path):\(line)"
        guard let value = try? JSONValue(parsing: bytes), case .object(let members) = value else {
            throw refused(text("file.notAnObject", ["path": place]))
        }
        guard case .string(let spoken)? = members.first(where: { $0.key == "verb" })?.value else {
            throw refused(text("record.noVerb", ["path": place]))
        }
        // A clock is corrected alone: what is dated by it cannot stand beside it.
        let verbs = program.duties.verbs.filter { $0.spoken != "correct-clock" }
        guard let verb = verbs.first(where: { $0.spoken == spoken || $0.name == spoken }) else {
            let near = nearest(to: spoken, among: verbs) { [$0.spoken, $0.name] }
            guard let near else { throw refused(text("record.unknownVerb", ["what": spoken])) }
            throw refused(
                text("record.nearestVerb", ["what": spoken, "nearest": near.spoken]))
        }
        var fields = try FieldsFile(path: place, verb: verb, text: text)
            .fields(of: members.filter { $0.key != "verb" })
        for (name, own) in [
            ("actor", "actor"), ("approver", "approver"), ("unit", verb.recorderUnit),
        ] where fields[own] == nil {
            fields[own] = shared.values[name]
        }
        let lacking = Recording.missing(
            verb.fields + verb.circumstances, of: verb, known: verb.known, fields, in: text,
            shown: { $0.name },
            isSigned: fields["actor"] != nil || program.isActorNamed)
        if !lacking.isEmpty {
            throw refused(
                text(
                    "usage.missingField",
                    ["what": lacking.joined(separator: text("help.comma")), "verb": verb.spoken]))
        }
        return Act(line: line, verb: verb, fields: Typed(values: fields))
    }

    private func refused(_ message: String) -> Failure {
        Failure(status: .dataRefused, message: message)
    }
}
