import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele rebuild`: makes every derived table again from the entries; with `--check` changes
/// nothing and says whether they were right.
struct Rebuild: Writing {
    static let spoken = "rebuild"
    static let help = ["": "help.rebuild", "check": "help.rebuild.check"]
    let check: Bool

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        check = try fields.given("check", \.check, or: false)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let access = try program.access(typed)
        let ledger = try check ? access.reading() : access.writing(as: "stele rebuild")
        let done = try program.showing(program.text("progress.rebuild")) { bar in
            let show: @Sendable (Int, Int) -> Void = { bar.show(done: $0, total: $1) }
            return try check
                ? ledger.checkViews(cores: program.cores, progress: show)
                : ledger.rebuild(cores: program.cores, progress: show)
        }
        try program.tell(typed, of: ledger) { object in
            object.put("check", check)
            object.put("differing", done.differing)
            object.put("entries", done.entries)
            object.put("rows", done.rows)
        } lines: {
            lines(done, in: program.text)
        }
        // A rebuild that found differences has mended them; a check has only found them.
        return check && !done.differing.isEmpty ? .damaged : .sound
    }

    private func lines(_ done: RebuildSummary, in text: Text) -> [String] {
        let values = ["entries": text.number(done.entries), "rows": text.number(done.rows)]
        let differing = done.differing.map { name in
            "  " + text("rebuild.differs", ["view": harmless(name)])
        }
        if !check { return [text("rebuild.done", values)] + differing }
        return [text("rebuild.checked", values)] + differing
            + [done.differing.isEmpty ? text("rebuild.equal") : text("rebuild.unequal")]
    }
}
