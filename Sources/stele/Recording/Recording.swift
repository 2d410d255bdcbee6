import Chain
import Law
import Records
import Vocabulary
import Wording

/// One thing to be recorded, as it was typed: what, by whom, when.
struct Recording {
    let command: Command
    let actor: Officer
    let unit: UnitID
    let approver: Officer?
    /// The entry whose place it takes.
    let corrected: Position?
    /// When it is recorded, in a practice ledger.
    let now: Instant?

    init(_ words: [String], for verb: RecordingVerb, in program: Program) throws {
        let text = program.text
        let typed = try TypedFields.read(words, for: verb, in: text)
        var fields: [String: JSONValue] = [:]
        if case .string(let path) = typed["file"] {
            fields = try FieldsFile(path: path, verb: verb, text: text).read()
        }
        fields.merge(typed) { $1 }
        for field in verb.fields + verb.circumstances
        where field.isRequired && field.name != "approver" {
            // Who must approve, and by which rule, the refusal says.
            if fields[field.name] == nil { throw Self.missing(field, of: verb, in: text) }
        }
        let reader = JSONFieldReader(fields)
        func plain(_ name: String) -> String? {
            if case .string(let value) = fields[name] { value } else { nil }
        }
        if case .integer(let position) = fields["correct"] {
            corrected = position
        } else {
            corrected = nil
        }
        now = try plain("now").map { try PracticeOptions.instant($0, in: text) }
        let recorder = verb.circumstances.first { $0.form == .identifier }?.name ?? "unit"
        let who = try Recorder(
            actor: plain("actor"), approver: plain("approver"), unit: plain(recorder),
            in: program.environment)
        actor = who.actor
        approver = who.approver
        unit = who.unit
        command = try Command(name: verb.name, reader: reader, in: program.duties)
    }

    private static func missing(
        _ field: Field, of verb: RecordingVerb, in text: Text
    ) -> Failure {
        let what = field == verb.about ? "<\(field.flag)>" : "--\(field.flagOfOne ?? field.flag)"
        return Failure(
            status: .usage,
            message: text("usage.missingField", ["what": what, "verb": verb.spoken]))
    }
}

/// Who records, who approved it, and for which unit.
struct Recorder {
    let actor: Officer
    let approver: Officer?
    let unit: UnitID

    init(
        actor: String?, approver: String?, unit: String?, in environment: [String: String]
    ) throws(Refusal) {
        guard let name = actor ?? environment["STELE_ACTOR"] else { throw .nobodyActs }
        guard let actor = Officer(name) else { throw .notAnOfficer(field: "actor", nearest: nil) }
        self.actor = actor
        self.approver = try approver.map { name throws(Refusal) in
            guard let officer = Officer(name) else {
                throw .notAnOfficer(field: "approver", nearest: nil)
            }
            return officer
        }
        let unit = UnitID(Officer.shaped(unit ?? environment["STELE_UNIT"] ?? "SYS"))
        guard let unit else { throw .notAnIdentifier("unit") }
        self.unit = unit
    }
}
