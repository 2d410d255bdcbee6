import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele prove`: the inclusion proof of one entry, or with `--since` the proof that the ledger
/// only grew, as one JSON object or a page.
struct Prove: Directive {
    static let spoken = "prove"
    static let about: String? = "entry"
    static let help = [
        "": "help.prove", "entry": "help.prove.entry", "since": "help.prove.since",
        "size": "help.prove.size", "to": "help.prove.to",
    ]
    let size: Int?
    let since: Int?
    let to: String?
    let entry: Int?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        size = try fields.given("size", \.size)
        since = try fields.given("since", \.since)
        to = try fields.given("to", \.to)
        entry = try fields.given("entry", \.entry)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        switch (entry, since) {
        case (let entry?, nil):
            if let to { return try write(entry, to: to, typed, in: program) }
            let ledger = try program.access(typed).reading()
            let proof = try ledger.namingDamage {
                try ledger.proveInclusion(of: entry, in: size)
            }
            try show(proof, of: ledger, typed, in: program)
        case (nil, let since?):
            if to != nil {
                throw Failure(status: .usage, message: program.text("usage.proveToFile"))
            }
            let ledger = try program.access(typed).reading()
            let proof = try ledger.namingDamage {
                try ledger.proveConsistency(from: since, to: size)
            }
            try show(proof, of: ledger, typed, in: program)
        case (nil, nil), (_?, _?):
            throw Failure(status: .usage, message: program.text("usage.proveWhat"))
        }
        return .sound
    }

    /// Writes line, path and checkpoint as one file, and says who is to be asked for the key.
    private func write(
        _ entry: Int, to file: String, _ typed: Typed, in program: Program
    ) throws -> ExitStatus {
        let ledger = try program.access(typed).reading()
        let proven = try ledger.proveUnderCheckpoint(entry, of: size)
        try SmallFile.create(file, proven.file, isSecret: false, program.text)
        let text = program.text
        let key = ledger.identity.key.vkey
        try program.tell(typed, of: ledger) { object in
            object.put("at", ifPresent: proven.at)
            object.put("file", file)
            object.put("key", key)
            write(proven.proof, to: &object)
        } lines: {
            let at =
                proven.at.map { " " + text("verify.madeAt", ["at": text.moment(written: $0)]) }
                ?? ""
            return [
                text(
                    "prove.written",
                    [
                        "entry": "\(entry)", "size": text.number(proven.proof.size),
                        "file": harmless(file),
                    ]) + at,
                text("prove.checkedBy", ["file": harmless(file), "key": harmless(key)]),
            ]
        }
        return .sound
    }

    /// Hashes in hexadecimal.
    private func write(_ proof: EntryProof, to object: inout AnswerWriter) {
        object.put("entry", proof.position)
        object.put("leaf", proof.leaf.hex)
        object.put("line", String(decoding: proof.line, as: UTF8.self))
        object.put("path", proof.path.map(\.hex))
        object.put("root", proof.root.hex)
        object.put("size", proof.size)
    }

    /// One object: `entry`, `leaf`, `line`, `path[]`, `root`, `size`; hashes in hexadecimal.
    private func show(
        _ proof: EntryProof, of ledger: Ledger, _ typed: Typed, in program: Program
    ) throws {
        let text = program.text
        try program.tell(typed, of: ledger) { object in
            write(proof, to: &object)
        } lines: {
            [
                text(
                    "prove.head", ["entry": "\(proof.position)", "size": text.number(proof.size)]),
                text("prove.leaf", ["leaf": proof.leaf.hex]),
            ] + steps(proof.path, in: text) + [text("prove.root", ["root": proof.root.hex])]
        }
    }

    /// One object: `new`, `newRoot`, `old`, `oldRoot`, `path[]`.
    private func show(
        _ proof: GrowthProof, of ledger: Ledger, _ typed: Typed, in program: Program
    ) throws {
        let text = program.text
        try program.tell(typed, of: ledger) { object in
            object.put("new", proof.new)
            object.put("newRoot", proof.newRoot.hex)
            object.put("old", proof.old)
            object.put("oldRoot", proof.oldRoot.hex)
            object.put("path", proof.path.map(\.hex))
        } lines: {
            [
                text(
                    "prove.grown", ["old": text.number(proof.old), "new": text.number(proof.new)]),
                text("prove.oldRoot", ["root": proof.oldRoot.hex]),
            ] + steps(proof.path, in: text) + [text("prove.newRoot", ["root": proof.newRoot.hex])]
        }
    }

    private func steps(_ path: [Digest], in text: Text) -> [String] {
        path.enumerated().map { level, hash in
            text("prove.step", ["level": "\(level)", "hash": hash.hex])
        }
    }
}
