import ArgumentParser
import Chain
import Registry
import Vocabulary
import Wording

/// `stele prove`: the inclusion proof of one entry, or with `--since` the proof that the ledger
/// only grew, as one JSON object or a page.
struct Prove: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.prove"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.prove.size"))
    var size: Int?

    @Option(help: help("help.prove.since"))
    var since: Int?

    @Argument(help: help("help.prove.entry"))
    var entry: Int?

    func run(in program: Program) async throws -> ExitStatus {
        switch (entry, since) {
        case (let entry?, nil):
            let ledger = try options.ledger(in: program).reading()
            show(try ledger.proveInclusion(of: entry, in: size), in: program)
        case (nil, let since?):
            let ledger = try options.ledger(in: program).reading()
            show(try ledger.proveConsistency(from: since, to: size), in: program)
        case (nil, nil), (_?, _?):
            throw Failure(status: .usage, message: program.text("usage.proveWhat"))
        }
        return .sound
    }

    /// One object: `entry`, `leaf`, `line`, `path[]`, `root`, `size`; hashes in hexadecimal.
    private func show(_ proof: EntryProof, in program: Program) {
        let text = program.text
        if options.json {
            var object = CanonicalObject()
            object.set("entry", proof.position)
            object.set("leaf", proof.leaf.hex)
            object.set("line", String(decoding: proof.line, as: UTF8.self))
            object.set("path", proof.path.map(\.hex))
            object.set("root", proof.root.hex)
            object.set("size", proof.size)
            return program.out.json(object)
        }
        program.out.line(
            text("prove.head", ["entry": "\(proof.position)", "size": text.number(proof.size)]))
        program.out.line(text("prove.leaf", ["leaf": proof.leaf.hex]))
        steps(proof.path, in: program)
        program.out.line(text("prove.root", ["root": proof.root.hex]))
    }

    /// One object: `new`, `newRoot`, `old`, `oldRoot`, `path[]`.
    private func show(_ proof: GrowthProof, in program: Program) {
        let text = program.text
        if options.json {
            var object = CanonicalObject()
            object.set("new", proof.new)
            object.set("newRoot", proof.newRoot.hex)
            object.set("old", proof.old)
            object.set("oldRoot", proof.oldRoot.hex)
            object.set("path", proof.path.map(\.hex))
            return program.out.json(object)
        }
        program.out.line(
            text(
                "prove.grown", ["old": text.number(proof.old), "new": text.number(proof.new)]))
        program.out.line(text("prove.oldRoot", ["root": proof.oldRoot.hex]))
        steps(proof.path, in: program)
        program.out.line(text("prove.newRoot", ["root": proof.newRoot.hex]))
    }

    private func steps(_ path: [Digest], in program: Program) {
        for (level, hash) in path.enumerated() {
            program.out.line(
                program.text("prove.step", ["level": "\(level)", "hash": hash.hex]))
        }
    }
}
