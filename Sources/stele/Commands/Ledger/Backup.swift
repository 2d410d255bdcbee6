import Application
import Chain
import Law
import Registry
import Store
import StoreSQLite
import Vocabulary
import Wording

/// `stele backup`: copies the ledger as it is at one moment, whoever else is writing, verifies the
/// copy, and writes the newest signed checkpoint beside it.
struct Backup: Directive {
    static let spoken = "backup"
    static let help = [
        "": "help.backup", "checkpointTo": "help.backup.checkpointTo", "to": "help.backup.to",
    ]
    let to: String
    let checkpointTo: String?

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        to = try fields.given("to", \.to)
        checkpointTo = try fields.given("checkpointTo", \.checkpointTo)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let text = program.text
        let access = try program.access(typed)
        let file = try access.newOutput(to)
        let notePath = try access.newOutput(
            checkpointTo ?? to + ".checkpoint", sparing: [access.keyPath, to])
        let store = try access.store()
        let copied = try program.showing(text("progress.verify")) { bar in
            try store.copy(to: file) { copy in
                try CopiedLedger(copy, in: program, bar: bar)
            }
        }
        let checkpoint = copied.checkpoint
        if let checkpoint {
            try SmallFile.create(notePath, checkpoint.note, isSecret: false, text)
        }
        if typed.wantsJSON {
            var object = Application.object { object in
                object.put("entries", copied.report.size)
                object.put("path", file)
            }
            if let checkpoint {
                object.set("checkpoint", notePath)
                object.set("checkpointSize", checkpoint.size)
            }
            program.out.json(object, of: copied.report.standing)
            return .sound
        }
        let entries = text.number(copied.report.size)
        program.out.line(text("backup.done", ["entries": entries, "path": harmless(file)]))
        if let checkpoint {
            program.out.line(
                text(
                    "backup.checkpoint",
                    ["path": harmless(notePath), "size": text.number(checkpoint.size)]))
        } else {
            program.out.line(text("backup.noCheckpoint"))
        }
        program.out.line(text("backup.noKey", ["path": harmless(access.keyPath)]))
        return .sound
    }
}

/// `stele restore`: makes a new ledger of a backup, and says what it holds.
struct Restore: Directive {
    static let spoken = "restore"
    static let about: String? = "file"
    static let help = [
        "": "help.restore", "checkpoints": "help.restore.checkpoint", "file": "help.restore.file",
    ]
    let checkpoints: [String]
    let file: String

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        checkpoints = try fields.given("checkpoints", \.checkpoints)
        file = try fields.given("file", \.file)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let text = program.text
        let access = try program.access(typed)
        let kept = try checkpoints.map { path in
            OutsideCheckpoint(name: path, note: try SmallFile.read(path, text))
        }
        try access.checkNew()
        let backup = try backup(in: text)
        let copied = try program.showing(text("progress.verify")) { bar in
            try backup.copy(to: access.path) { copy in
                try CopiedLedger(copy, against: kept, in: program, bar: bar)
            }
        }
        if typed.wantsJSON {
            var object = Application.object { object in
                object.put("entries", copied.report.size)
                object.put("path", access.path)
                object.put("recordedUntil", copied.recordedUntil)
            }
            if let checkpoint = copied.checkpoint {
                object.set("checkpointSize", checkpoint.size)
            }
            program.out.json(object, of: copied.report.standing)
            return .sound
        }
        program.out.line(
            text(
                "restore.done",
                [
                    "entries": text.number(copied.report.size), "path": harmless(access.path),
                    "until": text.moment(written: copied.recordedUntil),
                ]))
        program.out.line(
            copied.checkpoint.map {
                text("restore.checkpoint", ["size": text.number($0.size)])
            } ?? text("restore.noCheckpoint"))
        program.out.line(text("restore.missing", ["path": harmless(access.path)]))
        program.out.line(text("restore.key", ["path": harmless(access.keyPath)]))
        return .sound
    }
}

extension Restore {
    /// What is to be restored; where it is missing nobody is told to make a ledger.
    private func backup(in text: Text) throws -> SQLiteStore {
        do {
            return try SQLiteStore(file, for: .reading)
        } catch StoreFault.missing(let path) {
            throw Failure(
                status: .inputMissing, message: text("restore.noFile", ["path": path]))
        }
    }
}

/// A copy that was verified before it got its name.
private struct CopiedLedger {
    let report: VerificationReport
    /// The newest that the ledger itself holds.
    let checkpoint: StoredCheckpoint?
    /// When its last entry was recorded, RFC 3339.
    let recordedUntil: String

    /// - Throws: What is wrong with it; then there is no copy.
    init(
        _ copy: SQLiteStore, against kept: [OutsideCheckpoint] = [], in program: Program,
        bar: ProgressBar
    ) throws {
        report = try LedgerVerifier(copy, duties: program.duties, cores: program.cores)
            .requireSound(against: kept) { bar.show(done: $0, total: $1) }
        checkpoint = try copy.read { try $0.checkpoints() }.max { $0.size < $1.size }
        recordedUntil = try Ledger(copy, duties: program.duties).lastRecorded().description
    }
}
