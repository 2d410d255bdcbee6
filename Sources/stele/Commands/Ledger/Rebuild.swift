import Application
import Chain
import Registry
import Vocabulary
import Wording

/// `stele rebuild`: makes every derived table again from the entries; with `--check` changes
/// nothing and says whether they were right.
struct Rebuild: Directive {
    static let spoken = "rebuild"
    static let about: String? = nil
    static let help = [
        "": "help.rebuild",
        "check": "help.rebuild.check",
    ]
    let check: Bool

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        check = try fields.given("check", \.check, or: false)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        let access = try program.access(typed)
        let ledger = try check ? access.reading() : access.writing(as: "stele rebuild")
        let bar = ProgressBar(program, label: program.text("progress.rebuild"), unit: .entries)
        defer { bar.finish() }
        let show: @Sendable (Int, Int) -> Void = { bar.show(done: $0, total: $1) }
        let done =
            try check
            ? ledger.checkViews(cores: program.cores, progress: show)
            : ledger.rebuild(cores: program.cores, progress: show)
        bar.finish()
        if typed.wantsJSON {
            var object = CanonicalObject()
            object.set("check", check)
            object.set("differing", done.differing)
            object.set("entries", done.entries)
            object.set("rows", done.rows)
            program.out.json(object, of: try ledger.standing())
        } else {
            say(done, in: program)
        }
        // A rebuild that found differences has mended them; a check has only found them.
        return check && !done.differing.isEmpty ? .damaged : .sound
    }

    private func say(_ done: RebuildSummary, in program: Program) {
        let text = program.text
        let values = ["entries": text.number(done.entries), "rows": text.number(done.rows)]
        program.out.line(check ? text("rebuild.checked", values) : text("rebuild.done", values))
        for name in done.differing {
            program.out.line("  " + text("rebuild.differs", ["view": harmless(name)]))
        }
        if check {
            program.out.line(
                done.differing.isEmpty ? text("rebuild.equal") : text("rebuild.unequal"))
        }
    }
}
