import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

extension Verb {
    /// What every recording takes: when it happened, on what it rests, who records it.
    ///
    /// Where the fact itself has a unit, the recorder's is called `--recorder-unit`.
    var circumstances: [Field] {
        [
            Field("on", .date, isRequired: dating == .required),
            Field("onBasis", .text),
            Field("basis", .texts),
            Field("actor", .identifier),
            Field(recorderUnit, .identifier),
            Field("approver", .identifier, isRequired: second == .required),
        ]
    }

    /// The fields, those not required that the case or the sanction says.
    var askedFields: [Field] {
        let known = known
        return fields.map { known[$0.name] == nil ? $0 : $0.asOptional }
    }

    var recorderUnit: String { fields.contains { $0.name == "unit" } ? "recorderUnit" : "unit" }

    /// What is said to the program and is not part of the fact.
    static let orders = [
        Field("correct", .integer), Field("clear", .texts), Spelling.now, Field("file", .text),
    ]
}

extension Choice {
    /// `stele NOUN VERB ID --field value …`: records one thing, whatever it is.
    init(_ verb: Verb) {
        let spell = { @Sendable in
            let fields = verb.askedFields
            return Spelling(
                spoken: verb.spoken, about: fields.first { $0.name == verb.about },
                options: fields.filter { $0.name != verb.about } + verb.circumstances
                    + Verb.orders + Spelling.writing + Spelling.common, isVerb: true)
        }
        self.init(
            verb.spoken, spell: spell,
            summary: { text in
                // It is named for what it does: it may find nothing to record.
                verb.name == "detectGrounds"
                    ? text("help.decision.detectGrounds") : text.heading(of: verb.records)
            },
            sections: { HelpPage.sections(of: verb, spell(), in: $0) }
        ) { typed, program in
            try await Recording(verb, spell(), typed, in: program).run(in: program)
        }
    }
}

/// One thing to be recorded, as it was typed: what, by whom, when.
struct Recording {
    let verb: Verb
    let typed: Typed
    let fields: [String: JSONValue]
    let cleared: Set<String>

    init(
        _ verb: Verb, _ spelling: Spelling, _ typed: Typed, in program: Program
    ) throws(Failure) {
        let text = program.text
        self.verb = verb
        var fields: [String: JSONValue] = [:]
        if let path = typed.text("file") {
            fields = try FieldsFile(path: path, verb: verb, text: text).read()
        }
        fields.merge(typed.values) { $1 }
        cleared = Set(typed.reader.strings("clear") ?? [])
        let names = verb.fields.map(\.name) + ["on"]
        if let unknown = cleared.sorted().first(where: { !names.contains($0) }) {
            throw Failure(
                status: .usage,
                message: text("usage.unknownField", ["name": unknown, "verb": verb.spoken]))
        }
        let isCorrection = typed.number("correct") != nil
        let cleared = cleared
        let asked = (verb.fields + verb.circumstances).filter { field in
            // What is not given is kept.
            !isCorrection || cleared.contains(field.name)
        }
        let missing = Self.missing(
            asked, of: isCorrection ? nil : verb, known: isCorrection ? [:] : verb.known, fields,
            in: text,
            shown: { $0 == spelling.about ? spelling.shown($0) : "--\($0.shownFlag)" },
            isSigned: fields["actor"] != nil || program.isActorNamed)
        if !missing.isEmpty {
            throw Failure(
                status: .usage,
                message: text(
                    "usage.missingField",
                    ["what": missing.joined(separator: text("help.comma")), "verb": verb.spoken]))
        }
        self.fields = fields
        self.typed = Typed(values: fields)
    }

    /// Everything that is required and absent, as it is written; beside it, what the case may ask for.
    /// Empty where only a signature is missing, or what the case may say: which rule asks for the one,
    /// and what the case says, the ledger knows.
    ///
    /// - Parameters:
    ///   - verb: Whose demands are named; nil: of a correction, what it takes the place of says them.
    ///   - known: The fields that the file named in another field may say.
    static func missing(
        _ asked: [Field], of verb: Verb?, known: [String: String],
        _ fields: [String: JSONValue], in text: Text, shown: (Field) -> String, isSigned: Bool
    ) -> [String] {
        let missing = asked.flatMap { field in
            Self.missing(field, fields, shown: shown(field)).map { (field, $0) }
        }
        func isKnown(_ field: Field) -> Bool {
            known[field.name].map { fields[$0] != nil } ?? false
        }
        guard
            !isSigned || missing.contains(where: { $0.0.name != "approver" && !isKnown($0.0) })
                || verb?.demanded.contains(where: {
                    $0.demand == .always && fields[$0.field] == nil
                })
                    == true
        else { return [] }
        let named = missing.map { field, shown in
            isKnown(field) ? text("usage.unlessKnown", ["what": shown]) : shown
        }
        let already = Set(missing.map(\.0.name))
        let demanded = verb.map { Self.demanded($0, fields, in: text, shown: shown) } ?? []
        let more = demanded.filter { !already.contains($0.field) }.map(\.says)
        // A signature alone is asked for by the rule, which says how it is given.
        if named.isEmpty && more.isEmpty { return [] }
        return named + more + (isSigned ? [] : [shown(Field("actor", .identifier))])
    }

    /// What a case or the law asks for beside what the verb requires, as far as it is absent.
    private static func demanded(
        _ verb: Verb, _ fields: [String: JSONValue], in text: Text, shown: (Field) -> String
    ) -> [(field: String, says: String)] {
        let all = verb.fields + verb.circumstances
        func flag(_ name: String) -> String? {
            all.first { $0.name == name }.map(shown)
        }
        return verb.demanded.compactMap { field, demand in
            guard fields[field] == nil, let what = flag(field) else { return nil }
            let says: String
            switch demand {
            case .whereConducted:
                // What is recorded from elsewhere says so, and is not asked what is asked here.
                if fields["recordedFrom"] != nil { return nil }
                says = text("usage.whereConducted", ["what": what])
            case .unlessKnown: says = text("usage.unlessKnown", ["what": what])
            case .always: says = what
            case .anyOf(let names):
                if names.contains(where: { fields[$0] != nil }) { return nil }
                let flags = names.compactMap(flag)
                says = flags.dropFirst().reduce(flags[0]) {
                    text("usage.either", ["one": $0, "other": $1])
                }
            }
            return (field, says)
        }
    }

    /// The field where it is required and absent; of a part that was given, its fields.
    private static func missing(
        _ field: Field, _ fields: [String: JSONValue], shown: String
    ) -> [String] {
        let parts: [JSONValue]
        switch fields[field.name] {
        case nil: return field.isRequired ? [shown] : []
        case .array(let list)?: parts = list
        case let one?: parts = [one]
        }
        var lacking: [String] = []
        for case .object(let members) in parts {
            for inner in field.form.parts
            where inner.isRequired && !members.contains(where: { $0.key == inner.name }) {
                let name = "\(shown) \(inner.flag)=…"
                if !lacking.contains(name) { lacking.append(name) }
            }
        }
        return lacking
    }

    /// What the rules miss, by its flags; nil where something else is wrong, or no flag says it.
    private func flagged(_ refusal: Refusal, in text: Text) -> (any Error)? {
        let all = verb.fields + verb.circumstances
        let lacking = refusal.reason(GeneralRefusal.self)?.lacking ?? []
        let flags = lacking.compactMap { name in
            all.first { $0.name == name && name != verb.about }.map { "--\($0.shownFlag)" }
        }
        guard !flags.isEmpty, flags.count == lacking.count else { return nil }
        return Failure(
            status: .dataRefused,
            message: text(
                "usage.missingField",
                ["what": flags.joined(separator: text("help.comma")), "verb": verb.spoken]))
    }

    /// Which of several persons is meant, and whatever else is missing; nil: something else is wrong.
    private func together(_ refusal: Refusal, in text: Text) -> (any Error)? {
        guard case .severalNamed? = refusal.reason(CaseRefusal.self), typed.number("correct") == nil
        else { return nil }
        let known = verb.known
        var lacking = (verb.fields + verb.circumstances).filter { field in
            field.isRequired && fields[field.name] == nil && known[field.name] == nil
        }.map { "--\($0.shownFlag)" }
        lacking += Self.demanded(verb, fields, in: text, shown: { "--\($0.shownFlag)" }).map(\.says)
            .filter { !lacking.contains($0) }
        if lacking.isEmpty { return nil }
        return Failure(
            status: .dataRefused,
            message: text(
                "usage.andMissing",
                [
                    "says": text.sentence(of: refusal),
                    "what": lacking.joined(separator: text("help.comma")),
                ]))
    }

    func run(in program: Program) async throws -> ExitStatus {
        let text = program.text
        let now = try typed.now(in: text)
        let signed = Signature(typed, unit: verb.recorderUnit, in: program.environment)
        // Said before the ledger is looked for: it is wrong whatever is in it.
        try signed.checkNamed()
        let application = Application(
            try program.access(typed).writing(as: "stele \(verb.spoken)", at: now))
        do {
            let answer = try await application.record(
                verb: verb, fields: JSONFieldReader(fields), by: try signed.actor(application),
                unit: try signed.recorderUnit(), approver: try signed.approver(application),
                correcting: typed.number("correct"), clearing: cleared)
            try program.tell(answer, of: application, typed) {
                ReceiptRenderer(text: text).page(answer)
            }
            return .sound
        } catch let refusal as Refusal {
            throw flagged(refusal, in: text) ?? together(refusal, in: text) ?? refusal
        } catch LedgerFault.clockBehind(let last, let moment) where now != nil {
            throw Failure(
                status: .usage,
                message: text("practice.behind", ["now": "\(moment)", "last": "\(last)"]))
        }
    }
}

/// Who records, who approved it, and for which unit: what was typed, else what the environment says.
struct Signature {
    private let typedActor: String?
    private let typedApprover: String?
    private let typedUnit: String
    private let unitField: String

    init(_ typed: Typed, unit field: String, in environment: [String: String]) {
        func said(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        typedActor = typed.text("actor") ?? said("STELE_ACTOR")
        typedApprover = typed.text("approver")
        typedUnit = typed.text(field) ?? said("STELE_UNIT") ?? "SYS"
        unitField = field
    }

    /// Recording without saying who is a refusal, never a silent account name.
    func checkNamed() throws(Refusal) {
        if typedActor == nil { throw .nobodyActs }
        _ = try recorderUnit()
    }

    func actor(_ application: Application) throws -> Officer? {
        try application.officer(typedActor, as: "actor")
    }

    func approver(_ application: Application) throws -> Officer? {
        try application.officer(typedApprover, as: "approver")
    }

    func recorderUnit() throws(Refusal) -> UnitID {
        guard let unit = UnitID(Officer.shaped(typedUnit)) else {
            throw .notAnIdentifier(unitField)
        }
        return unit
    }
}
