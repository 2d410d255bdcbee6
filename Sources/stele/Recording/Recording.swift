import Chain
import Records

/// One thing to be recorded, as it was typed: what, by whom, when.
struct Recording {
    let command: Command
    let actor: String
    let unit: String
    let approver: String?
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
        actor = plain("actor") ?? program.account
        approver = plain("approver")
        let recorder = verb.circumstances.first { $0.kind == .identifier }?.name ?? "unit"
        let unit = plain(recorder) ?? program.environment["STELE_UNIT"] ?? "SYS"
        guard UnitID(unit) != nil else { throw Refusal.notAnIdentifier(recorder) }
        self.unit = unit
        command = try Command(name: verb.name, reader: reader)
    }

    private static func missing(
        _ field: CommandField, of verb: RecordingVerb, in text: Text
    ) -> Failure {
        let what = field == verb.about ? "<\(field.flag)>" : "--\(field.flagOfOne ?? field.flag)"
        return Failure(
            status: .usage,
            message: text("usage.missingField", ["what": what, "verb": verb.spoken]))
    }
}
