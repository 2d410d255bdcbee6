import ArgumentParser
import Chain
import Registry

/// `stele prove`: the inclusion proof of one entry, as one JSON object or a page.
struct Prove: SteleCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: abstract("help.prove"))
    }

    @OptionGroup var options: LedgerOptions

    @Option(help: help("help.prove.size"))
    var size: Int?

    @Argument(help: help("help.prove.entry"))
    var entry: Int

    func run(in program: Program) async throws -> ExitStatus {
        let ledger = try options.ledger(in: program).reading()
        let proof = try ledger.prove(seq: entry, size: size)
        if options.json {
            var object = CanonicalObject()
            object.set("entry", proof.seq)
            object.set("leaf", proof.leaf)
            object.set("path", proof.path)
            object.set("root", proof.root)
            object.set("size", proof.size)
            program.out.json(object)
            return .sound
        }
        let text = program.text
        program.out.line(
            text("prove.head", ["entry": "\(proof.seq)", "size": text.number(proof.size)]))
        program.out.line(text("prove.leaf", ["leaf": proof.leaf]))
        for (level, hash) in proof.path.enumerated() {
            program.out.line(text("prove.step", ["level": "\(level)", "hash": hash]))
        }
        program.out.line(text("prove.root", ["root": proof.root]))
        return .sound
    }
}
