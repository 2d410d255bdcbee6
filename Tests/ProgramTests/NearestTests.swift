import Chain
import Records
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("A command line that is not understood is told all that is wrong and what is near")
struct NearestTests {
    @Test("everything that is missing is named in one sentence")
    func missing() async throws {
        let run = try await ProgramRun("sanction", "impose", "--ledger", "L")
        #expect(run.status == .usage)
        for one in ["<sanction>", "--case", "--subject", "--measure", "--actor"] {
            #expect(run.error.contains(one), "\(one) in \(run.error)")
        }
        #expect(run.error.split(separator: "\n").count == 1)
        let signed = try await ProgramRun(
            "sanction", "impose", "S-1", "--on", "2024-01-05", "--ledger", "L",
            environment: ["STELE_ACTOR": "clerk.a"])
        #expect(signed.error.contains("--subject"))
        for there in ["<sanction>", "--actor"] { #expect(!signed.error.contains(there)) }
    }

    @Test("who approves is named among what is missing, where the verb asks for it")
    func approver() async throws {
        let verb = try #require(
            Duties.register.verbs.first { verb in
                verb.circumstances.contains { $0.name == "approver" && $0.isRequired }
            })
        let run = try await ProgramRun(
            arguments: verb.spoken.split(separator: " ").map(String.init))
        #expect(run.error.contains("--approver"), "\(run.error)")
    }

    @Test("of a part that was given, what it lacks is named too")
    func parts() async throws {
        let run = try await ProgramRun(
            "decision", "discuss", "D-1", "--attendee", "subject=P-1", "--ledger", "L")
        #expect(run.error.contains("--attendee part=…"))
        #expect(run.error.contains("--on"))
        #expect(!run.error.contains("--attendee subject=…"))
    }

    @Test("a question names all that is missing as well")
    func question() async throws {
        let run = try await ProgramRun("import", "--ledger", "L")
        #expect(run.status == .usage)
        #expect(run.error.contains("--mapping"))
        #expect(run.error.contains("<directory>"))
    }

    @Test(
        "a wrong word offers the nearest, by its letters or by what is said of it",
        arguments: [
            (["sanciton", "impose", "S-1"], "stele sanction"),
            (["case", "opne", "C-1"], "stele case open"),
            (["sanction", "imposed"], "stele sanction impose"), (["verfy"], "stele verify"),
            (["申诉"], "stele appeal"), (["help", "sanctoin"], "stele sanction"),
            (["sanciton", "--help"], "stele sanction"),
        ])
    func words(_ arguments: [String], _ nearest: String) async throws {
        let run = try await ProgramRun(arguments: arguments)
        #expect(run.status == .usage)
        #expect(run.error.contains(nearest), "\(run.error)")
        #expect(run.out.isEmpty)
    }

    @Test("what is near to nothing is one word too many")
    func far() async throws {
        for word in ["nosuch", "啊", "zzz"] {
            let run = try await ProgramRun(word)
            #expect(run.error.contains("多出了“\(word)”"), "\(run.error)")
        }
    }

    @Test("a wrong option offers the nearest, in either language's words")
    func options() async throws {
        for (option, nearest) in [
            ("--mesure", "--measure"), ("--subjekt", "--subject"), ("--approvr", "--approver"),
        ] {
            let run = try await ProgramRun("sanction", "impose", "S-1", option, "x")
            #expect(run.status == .usage)
            #expect(run.error.contains("最接近的 \(nearest)"), "\(run.error)")
        }
        let far = try await ProgramRun("sanction", "impose", "S-1", "--xyzxyz", "x")
        #expect(!far.error.contains("最接近"))
    }

    @Test(
        "the number of an entry is taken as pages write it",
        arguments: ["46", "#46", "＃46", "４６", "46号", "第46号", "第 46 号记录", "46 号记录", "#４６"])
    func entries(_ written: String) throws {
        #expect(Written.entry(written) == 46)
        for (name, field, words) in [
            ("show", "entry", [written]), ("prove", "entry", [written]),
            ("subject leave", "correct", ["P-1", "--correct", written]),
            ("withdraw", "position", [written]),
        ] {
            let spelling = try #require(
                Choices(Duties.register).all.first { $0.spelling.spoken == name }
            ).spelling
            let values = try TypedFields.read(words, as: spelling, in: Text(.english)).values
            #expect(values[field] == .integer(46), "\(name)")
        }
    }

    @Test(
        "anything else is none",
        arguments: ["#", "##46", "#-46", "号", "第号", "46#", "#46号", "4 6", "#4.6"])
    func noEntries(_ written: String) {
        #expect(Written.entry(written) == nil)
    }

    @Test("a number of an entry where somebody is asked for says where to look")
    func entryForSubject() async throws {
        let run = try await ProgramRun("trace", "#46", "--ledger", "L")
        #expect(run.status == .usage)
        #expect(run.error.contains("stele show 46"))
    }
}
