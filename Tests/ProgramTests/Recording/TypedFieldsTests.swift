import Chain
import Foundation
import Records
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("What is typed after a recording verb is read strictly")
struct TypedFieldsTests {
    private func spelling(_ name: String) throws -> Spelling {
        try #require(Choices(Duties.register).all.first { $0.spelling.spoken == name }).spelling
    }

    private func read(_ name: String, _ words: String...) throws -> [String: JSONValue] {
        try TypedFields.read(words, as: spelling(name), in: Text(.english)).values
    }

    private func message(_ name: String, _ words: String...) throws -> String {
        do {
            _ = try TypedFields.read(words, as: spelling(name), in: Text(.english))
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
            "--attendee", "subject=a,b,part=member,opinion=agree")
        guard case .array(let attendees) = read["attendees"], attendees.count == 2 else {
            Issue.record("no attendees")
            return
        }
        #expect(attendees[0]["part"]?.string == "head")
        #expect(attendees[1]["subject"]?.string == "a,b")
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
            _ = try TypedFields.read(words, as: spelling("decision propose"), in: Text(.english))
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
struct VerbTests {
    static let choices = Choices(Duties.register).all

    @Test("no two commands share their words, no two fields of one a flag")
    func unambiguous() {
        let spellings = Self.choices.map(\.spelling)
        #expect(Set(spellings.map(\.spoken)).count == spellings.count)
        for spelling in spellings {
            let fields = [spelling.about].compactMap(\.self) + spelling.options
            let flags = fields.flatMap { [$0.flag] + ($0.flagOfOne.map { [$0] } ?? []) }
            #expect(Set(flags).count == flags.count, "\(spelling.spoken)")
            #expect(!flags.contains("help") && !flags.contains("version"), "\(spelling.spoken)")
        }
    }

    @Test("every act and every command has its place in the program")
    func complete() async throws {
        #expect(
            Set(Duties.register.nouns)
                == [
                    "", "appeal", "case", "complaint", "decision", "dishonesty", "instrument",
                    "rule", "sanction", "subject",
                ])
        for spelling in Self.choices.map(\.spelling) {
            let run = try await ProgramRun(arguments: spelling.words + ["--help"])
            #expect(run.status == .sound)
            #expect(run.out.contains("stele \(spelling.spoken)"), "\(run.out)")
            if let about = spelling.about { #expect(run.out.contains("<\(about.flag)>")) }
        }
    }

    @Test(
        "its help says every field in both languages, within eighty columns",
        arguments: Duties.register.verbs.map(\.spoken))
    func help(_ spoken: String) async throws {
        let verb = try #require(Duties.register.verbs.first { $0.spoken == spoken })
        let spelling = Choice(verb).spelling
        for language in Language.allCases {
            let run = try await ProgramRun(
                arguments: spelling.words + ["--help", "--lang", language.rawValue])
            for field in spelling.options {
                #expect(run.out.contains("--\(field.shownFlag)"), "\(field.name)")
            }
            for field in verb.fields {
                guard case .code = field.form else { continue }
                let page = run.out.filter { !$0.isWhitespace }
                for code in field.offered { #expect(page.contains(code), "\(code)") }
            }
            for line in run.out.split(separator: "\n") where !line.contains("stele") {
                #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
            }
            #expect(!run.out.contains(/(field|fieldKind|help)\.[a-z]/))
        }
    }
}

@Suite("An option given twice is refused, whatever the command")
struct RepeatedOptionTests {
    static let choices = Choices(Duties.register).all

    @Test("unless it is a list")
    func repeated() throws {
        for spelling in Self.choices.map(\.spelling) {
            for field in spelling.options {
                let value: [String] =
                    switch field.form {
                    case .flag: []
                    case .integer: ["1"]
                    case .code(let codes), .codes(let codes): [codes[0]]
                    case .object(let inner), .objects(let inner): ["\(inner[0].flag)=1"]
                    case .identifier, .text, .sealed, .date, .identifiers, .texts: ["x"]
                    }
                let words = ["--\(field.flag)"] + value
                func read() throws {
                    _ = try TypedFields.read(words + words, as: spelling, in: Text(.english))
                }
                if field.isRepeated {
                    try read()
                } else {
                    let failure = #expect(
                        throws: Failure.self, "\(spelling.spoken)", performing: read)
                    #expect(failure?.message.contains("once only") == true, "\(field.name)")
                }
            }
        }
    }
}
