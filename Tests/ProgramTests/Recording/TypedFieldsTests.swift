import Chain
import Foundation
import Records
import Registry
import Testing
import Wording

@testable import stele

@Suite("What is typed after a recording verb is read strictly")
struct TypedFieldsTests {
    private func verb(_ name: String) throws -> RecordingVerb {
        try #require(RecordingVerb.all.first { $0.spoken == name })
    }

    private func read(_ name: String, _ words: String...) throws -> [String: JSONValue] {
        try TypedFields.read(words, for: verb(name), in: Text(.english))
    }

    private func message(_ name: String, _ words: String...) throws -> String {
        do {
            _ = try TypedFields.read(words, for: verb(name), in: Text(.english))
        } catch let failure as Failure {
            #expect(failure.status == .usage)
            return failure.message
        }
        Issue.record("\(words) was taken")
        return ""
    }

    @Test("the first word is what it is about; flags may stand before it, and after a =")
    func order() throws {
        let one = try read("decision propose", "D-1", "--title", "A dam", "--catalogue-item", "K1")
        let two = try read("decision propose", "--title=A dam", "--catalogue-item=K1", "D-1")
        let three = try read(
            "decision propose", "--title=A dam", "--catalogue-item=K1", "--", "D-1")
        #expect(one == two)
        #expect(two == three)
        #expect(one["decision"] == .string("D-1"))
        #expect(one["catalogueItem"] == .string("K1"))
    }

    @Test("a value keeps its own = and a single minus; only -- begins the next flag")
    func values() throws {
        let read = try read("decision propose", "D-1", "--title=a=b", "--proposer", "-x")
        #expect(read["title"] == .string("a=b"))
        #expect(read["proposer"] == .string("-x"))
        #expect(try message("decision propose", "D-1", "--title", "--on").contains("--title"))
    }

    @Test("a bare flag says yes, and true or false may follow")
    func flags() throws {
        let bare = try read("decision discuss", "D-1", "--head-spoke-last")
        #expect(bare["headSpokeLast"] == .bool(true))
        let no = try read("decision discuss", "--head-spoke-last", "false", "D-1")
        #expect(no["headSpokeLast"] == .bool(false))
        #expect(no["decision"] == .string("D-1"))
        // Another word is what it is about, not the flag's.
        let about = try read("decision discuss", "--head-spoke-last", "D-1")
        #expect(about["decision"] == .string("D-1"))
        #expect(try message("decision discuss", "D-1", "--head-spoke-last=yes").contains("true or"))
    }

    @Test("a list grows by repeating its flag, in the singular or as the field is called")
    func lists() throws {
        let read = try read(
            "decision publish", "D-1", "--channel", "web", "--channels", "paper", "--basis", "R-1")
        #expect(read["channels"] == .array([.string("web"), .string("paper")]))
        #expect(read["basis"] == .array([.string("R-1")]))
    }

    @Test("a part of an object may hold a comma that begins no other part")
    func objects() throws {
        let read = try read(
            "decision discuss", "D-1", "--attendee", "subject=P-0001,part=head,opinion=agree",
            "--attendee", "opinion=a,b,part=member,subject=P-0002")
        guard case .array(let attendees) = read["attendees"], attendees.count == 2 else {
            Issue.record("no attendees")
            return
        }
        #expect(attendees[0]["part"]?.string == "head")
        #expect(attendees[1]["opinion"]?.string == "a,b")
    }

    @Test("evidence is given by entry number, with or without its name")
    func evidence() throws {
        let read = try read(
            "case find-mitigation", "C-1", "--evidence", "12", "--evidence", "entry=15")
        #expect(
            read["evidence"]
                == .array([
                    .object([.init("entry", .integer(12))]),
                    .object([.init("entry", .integer(15))]),
                ]))
        #expect(
            try message("case find-mitigation", "C-1", "--evidence", "twelve").contains("whole"))
    }

    @Test("the recorder's unit has another name where the fact has a unit of its own")
    func units() throws {
        let post = try read(
            "subject take-post", "P-1", "--unit", "U-1", "--recorder-unit", "U-2")
        #expect(post["unit"] == .string("U-1"))
        #expect(post["recorderUnit"] == .string("U-2"))
        #expect(
            try message("decision propose", "D-1", "--recorder-unit", "U").contains("no option"))
    }

    @Test(
        "each mistake has its sentence",
        arguments: [
            (["D-1", "--foo", "1"], "no option \"--foo\""),
            (["D-1", "-t"], "no option \"-t\""),
            (["D-1", "--title"], "needs a value"),
            (["D-1", "--title="], "needs a value"),
            (["D-1", "--title", "a", "--title", "b"], "once only"),
            (["D-1", "D-2"], "one too many"),
            (["--decision", "D-1", "D-2"], "one too many"),
            (["D-1", "--decision", "D-2"], "once only"),
            (["D-1", "--correct", "x"], "whole number"),
            (["D-1", "--correct", "9007199254740992"], "whole number"),
            (["D-1", "--correct", "99999999999999999999"], "whole number"),
        ])
    func mistakes(_ words: [String], _ expected: String) throws {
        do {
            _ = try TypedFields.read(words, for: verb("decision propose"), in: Text(.english))
            Issue.record("\(words) was taken")
        } catch let failure as Failure {
            #expect(failure.status == .usage)
            #expect(failure.message.contains(expected), "\(failure.message)")
        }
    }

    @Test("of an object: an unknown part, a part twice, one without a value")
    func objectMistakes() throws {
        for bad in ["foo=1", "subject=P-1,subject=P-2", "subject=", "P-0001", ""] {
            #expect(try message("decision discuss", "D-1", "--attendee", bad) != "")
        }
    }
}

@Suite("Every verb can be typed")
struct RecordingVerbTests {
    @Test("no two verbs share a name, no two fields of a verb a flag")
    func unambiguous() {
        #expect(Set(RecordingVerb.all.map(\.spoken)).count == RecordingVerb.all.count)
        for verb in RecordingVerb.all {
            let flags = verb.everything.flatMap { [$0.flag] + ($0.flagOfOne.map { [$0] } ?? []) }
            #expect(Set(flags).count == flags.count, "\(verb.spoken)")
            // What the parser itself takes.
            for taken in ["ledger", "json", "lang", "help", "version"] {
                #expect(!flags.contains(taken), "\(verb.spoken)")
            }
        }
    }

    @Test("every act and every command has its place in the program")
    func complete() async throws {
        let nouns = Set(RecordingVerb.all.map(\.act.noun)).subtracting([""])
        #expect(nouns == ["appeal", "case", "complaint", "decision", "sanction", "subject"])
        for verb in RecordingVerb.all {
            let run = try await ProgramRun(
                arguments: verb.spoken.split(separator: " ").map(String.init) + ["--help"])
            #expect(run.status == .sound)
            #expect(run.out.contains("stele \(verb.spoken) <\(verb.about.flag)>"), "\(run.out)")
        }
    }

    @Test(
        "its help says every field in both languages, within eighty columns",
        arguments: RecordingVerb.all.map(\.spoken))
    func help(_ spoken: String) async throws {
        let verb = try #require(RecordingVerb.all.first { $0.spoken == spoken })
        for language in Language.allCases {
            let run = try await ProgramRun(
                arguments: ["--help", "--lang", language.rawValue].reduce(
                    into: spoken.split(separator: " ").map(String.init)
                ) { $0.append($1) })
            for field in verb.everything where field != verb.about {
                #expect(run.out.contains("--\(field.flagOfOne ?? field.flag)"), "\(field.name)")
            }
            for field in verb.fields {
                guard case .code(let codes) = field.kind else { continue }
                let page = run.out.filter { !$0.isWhitespace }
                for code in codes { #expect(page.contains(code), "\(code)") }
            }
            let own = run.out.components(
                separatedBy: language == .chinese ? "选项\u{FF1A}" : "Options:")
            for line in own[0].split(separator: "\n") where !line.contains("stele") {
                #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
            }
            #expect(!run.out.contains(/(field|fieldKind|help)\.[a-z]/))
        }
    }
}
