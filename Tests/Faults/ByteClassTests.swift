import TestSupport
import Testing

/// The ledgers under attack, made once.
enum UnderAttack {
    static let scratch = Result { try Scratch() }

    /// A ledger with a row in every table.
    static func ledger(_ suite: String) throws -> String {
        try (suite == "sm3" ? sm3 : sha256).get()
    }

    private static let sha256 = Result {
        try scratch.get().ledger("sha256", suite: "sha256", people: 300, checkpoint: true)
    }
    private static let sm3 = Result {
        try scratch.get().ledger("sm3", suite: "sm3", people: 300, checkpoint: true)
    }
}

@Suite("I8: what an outsider changes, removes or adds is found and named, in every table")
struct ByteClassTests {
    @Test(
        "the ledger under attack is sound, and has a row in every table",
        arguments: ["sha256", "sm3"])
    func sound(suite: String) throws {
        let ledger = try UnderAttack.ledger(suite)
        let (end, answer) = try BuiltProgram.stele.verify(ledger)
        #expect(end.status == 0)
        #expect(answer?.sound == true)
        #expect(answer?.entries == Deed.last + 1)
        let rows = try Outsider.contents(of: ledger)
        for table in Outsider.tables { #expect(rows.contains { $0.hasPrefix(table + " ") }) }
    }

    @Test("entry", arguments: Deed.entry) func entry(deed: Deed) throws { try attack(deed) }
    @Test("checkpoint", arguments: Deed.checkpoint) func checkpoint(deed: Deed) throws {
        try attack(deed)
    }
    @Test("vault", arguments: Deed.vault) func vault(deed: Deed) throws { try attack(deed) }
    @Test("tag_head", arguments: Deed.tagHead) func tagHead(deed: Deed) throws { try attack(deed) }
    @Test("tile", arguments: Deed.tile) func tile(deed: Deed) throws { try attack(deed) }
    @Test("source_span", arguments: Deed.sourceSpan) func span(deed: Deed) throws {
        try attack(deed)
    }
    @Test("view", arguments: Deed.view) func view(deed: Deed) throws { try attack(deed) }
    @Test("view_position", arguments: Deed.viewPosition) func position(deed: Deed) throws {
        try attack(deed)
    }
    @Test("meta", arguments: Deed.meta) func meta(deed: Deed) throws { try attack(deed) }
    @Test("what the file says of its tables", arguments: Deed.schema) func schema(deed: Deed) throws
    {
        try attack(deed)
    }

    @Test("a trigger that is gone is noticed")
    func trigger() throws {
        let scratch = try Scratch()
        let ledger = try scratch.copy(ledger: UnderAttack.ledger("sha256"), as: "ledger")
        try Outsider(ledger: ledger).run([], keepingTriggers: false)
        let (end, _) = try BuiltProgram.stele.verify(ledger)
        #expect(end.status == 1)
        #expect(end.errorText.contains("trigger"))
    }

    @Test(
        "what is derived is mended by rebuild, and then is sound",
        arguments: [
            Deed.tagHead, Deed.tile, Deed.sourceSpan, Deed.view, Deed.viewPosition, Deed.meta,
        ])
    func mended(deeds: [Deed]) throws {
        let scratch = try Scratch()
        let ledger = try scratch.copy(ledger: UnderAttack.ledger("sha256"), as: "ledger")
        for deed in deeds where deed.name.contains("added") || deed.name.contains("removed") {
            // How many checkpoints there were is evidence, and follows from no entry.
            if deed.place == "checkpoints" { continue }
            // Some of these stand in each other's way.
            _ = try? Outsider(ledger: ledger).run(deed.statements)
        }
        #expect(try BuiltProgram.stele.run("rebuild", "--check", "--ledger", ledger).status == 1)
        #expect(try BuiltProgram.stele.run("rebuild", "--ledger", ledger).status == 0)
        let (end, answer) = try BuiltProgram.stele.verify(ledger)
        #expect(end.status == 0, "\(answer?.damages ?? [])")
        #expect(try BuiltProgram.stele.run("rebuild", "--check", "--ledger", ledger).status == 0)
    }

    private func attack(_ deed: Deed) throws {
        let scratch = try Scratch()
        for suite in ["sha256", "sm3"] {
            let ledger = try scratch.copy(ledger: UnderAttack.ledger(suite), as: suite)
            let isAltered = try Outsider(ledger: ledger).run(deed.statements)
            // A tally may be spelt the same in capitals, when it has no letter.
            guard isAltered || deed.kind == nil else { continue }
            let (end, answer) = try BuiltProgram.stele.verify(ledger)
            #expect(end.status == 1, "\(end.errorText)")
            guard let kind = deed.kind else {
                #expect(end.errorText.split(separator: "\n").count == 1)
                continue
            }
            #expect(answer?.sound == false)
            let damages = answer?.damages ?? []
            #expect(
                damages.contains {
                    $0.kind == kind && (deed.entry == nil || $0.entry == deed.entry)
                        && (deed.place == nil || $0.place == deed.place)
                        && isOn(deed.trail, $0)
                },
                "\(damages.prefix(5))")
        }
    }

    private func isOn(_ trail: String?, _ damage: VerifyAnswer.Damage) -> Bool {
        trail.map { damage.trails?.contains($0) == true } ?? true
    }
}
