import Foundation
import Records
import TestSupport
import Testing
import Vocabulary

@testable import Wording

@Suite("The message catalogues")
struct CatalogueTests {
    let chinese: Catalogue
    let english: Catalogue

    struct Call: Hashable {
        let key: String
        /// Names of the values, nil where they are put together elsewhere.
        let values: Set<String>?
    }

    init() throws {
        chinese = try Catalogue(.chinese)
        english = try Catalogue(.english)
    }

    /// The sources of whoever speaks: this room, and those that answer and print with its words.
    static let sources: Result<String, any Error> = Result {
        var sources = ""
        for room in ["Wording", "Application", "stele"] {
            let root = Shared.checkout + "/Sources/" + room
            guard FileManager.default.fileExists(atPath: root) else { continue }
            for path in try FileManager.default.subpathsOfDirectory(atPath: root)
            where path.hasSuffix(".swift") {
                sources += try String(contentsOfFile: root + "/" + path, encoding: .utf8) + "\n"
            }
        }
        return sources
    }

    /// Messages are asked for by `text(…)`, by `self(…)` within `Text`, by a line's `phrase(…)` and
    /// `count(…)`, and in help.
    static func calls(in sources: String) -> [Call] {
        let pattern =
            /(?:\b(?:text|self|phrase)|\babstract|\bhelp)\(\s*"([a-zA-Z]+\.[a-zA-Z.]+)"(?:,\s*\[((?:[^\[\]]|\[[^\[\]]*\])*)\])?/
            // `line.text` is two words, whatever Unicode says of a full stop between letters.
            .wordBoundaryKind(.simple)
        let listed = sources.matches(of: pattern).map { match in
            guard let list = match.2 else { return Call(key: String(match.1), values: nil) }
            // Lists within it belong to other calls.
            let own = list.replacing(/\[[^\[\]]*\]/, with: "")
            let names = own.matches(of: /(?:^|[\s,])"([a-zA-Z]+)":/).map { String($0.1) }
            return Call(key: String(match.1), values: Set(names))
        }
        let one = sources.matches(of: /(?:\.|\s)phrase\(\s*"([a-zA-Z.]+)",\s*"([a-zA-Z]+)",/).map {
            Call(key: String($0.1), values: [String($0.2)])
        }
        let counted = sources.matches(of: /(?:\.|\s)count\("([a-zA-Z.]+)",/).map {
            Call(key: String($0.1), values: ["count"])
        }
        return listed + one + counted
    }

    @Test("calls are found however they are written")
    func found() {
        let source = #"""
            text("a.b"); self("a.c", ["x": "1", "y": f(["z": 1])])
            line.phrase("a.d", "hole", fact.value); line.count("a.e", 3); plain("a.f"); fields.text("a")
            line.phrase(
                "a.g", ["x": y])
            """#
        #expect(
            Set(Self.calls(in: source)) == [
                Call(key: "a.b", values: nil), Call(key: "a.c", values: ["x", "y"]),
                Call(key: "a.d", values: nil), Call(key: "a.d", values: ["hole"]),
                Call(key: "a.e", values: ["count"]), Call(key: "a.g", values: ["x"]),
            ])
    }

    @Test("both languages have the same keys and, in each message, the same holes")
    func sameKeys() {
        #expect(chinese.templates.count > 100)
        #expect(Set(chinese.templates.keys) == Set(english.templates.keys))
        for (key, template) in chinese.templates {
            #expect(template.holes == english.templates[key]?.holes, "\(key)")
        }
    }

    @Test("who is merely named in a case is not called responsible")
    func named() {
        for key in ["case.heading.persons", "cases.column.persons", "case.nobody"] {
            #expect(chinese.templates[key].map { "\($0)".contains("责任") } == false, "\(key)")
        }
    }

    @Test("every key that the sources use exists, with the values that it has holes for")
    func usedKeysExist() throws {
        let calls = Self.calls(in: try Self.sources.get())
        #expect(calls.count > 60)
        for call in calls {
            guard let template = chinese.templates[call.key] else {
                Issue.record("no message for \(call.key)")
                continue
            }
            if let values = call.values {
                #expect(values == template.holes, "\(call.key)")
            }
        }
    }

    @Test("every message is used, and every code has its word")
    func everyKeyIsUsed() throws {
        let written = Set(
            try Self.sources.get().matches(of: /"([a-zA-Z.]+)"/).map { String($0.1) })
        let families = Dictionary(
            uniqueKeysWithValues: LabelFamily.allCases.map { ($0.rawValue, $0.codes()) })
        var codes: Set<String> = []
        for (family, list) in families {
            for code in list {
                #expect(chinese.templates["\(family).\(code)"] != nil, "\(family).\(code)")
                codes.insert("\(family).\(code)")
            }
        }
        // Of what others explain, see `MessageTests`.
        let told = ["refusal.", "fault.", "said.", "list."]
        for key in chinese.templates.keys
        where !codes.contains(key) && !told.contains(where: key.hasPrefix) {
            #expect(written.contains(key), "\(key) is not used")
        }
    }

    @Test("the files are in order, so that two people's changes meet in one place")
    func sortedFiles() throws {
        for language in Language.allCases {
            let path = Shared.checkout + "/schema/text/\(language.rawValue).json"
            let keys = try String(contentsOfFile: path, encoding: .utf8)
                .matches(of: /\n  "([^"]+)":/).map { String($0.1) }
            #expect(keys.count == chinese.templates.count)
            #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }
}

@Suite("A catalogue that was edited badly is refused")
struct BadCatalogueTests {
    private func load(_ json: String) throws {
        _ = try Catalogue(.english, file: "text/en.json", bytes: Array(json.utf8))
    }

    @Test("a sound one loads")
    func sound() throws { try load(#"{"a.b":"one {two}"}"#) }

    @Test("a value that is not text")
    func notText() {
        #expect(throws: CatalogueFault.notText(file: "text/en.json", key: "a")) {
            try load(#"{"a":1}"#)
        }
    }

    @Test(
        "an unbalanced brace, an empty hole, a hole with a space",
        arguments: ["one {two", "one }", "{}", "{a b}"])
    func badTemplate(_ message: String) {
        #expect(throws: CatalogueFault.badTemplate(file: "text/en.json", key: "a")) {
            try load("{\"a\":\"\(message)\"}")
        }
    }

    @Test("a key twice, a list instead of an object, nothing at all", arguments: ["[]", "", "{"])
    func malformed(_ json: String) {
        #expect(throws: CatalogueFault.malformed(file: "text/en.json")) { try load(json) }
    }

    @Test("words that are added are held to the same, and change none that is there")
    func added() throws {
        let text = try Text(
            .english, adding: ["eventKind.well.dug": "Well dug", "list.comma": "!"])
        #expect(text.lookUp("eventKind.well.dug") == "Well dug")
        #expect(text("list.comma") == ", ")
        #expect(throws: CatalogueFault.badTemplate(file: "text", key: "a")) {
            try Text(.english, adding: ["a": "{"])
        }
    }

    @Test("a message with holes is no word for a code")
    func notAWord() throws {
        let text = try Text(.english)
        #expect(text.lookUp("case.state") == nil)
        #expect(text.lookUp("state.left") == "left service")
    }

    @Test("a value may hold braces; they are not looked into")
    func bracesInValues() throws {
        let template = try #require(Template("a {b} c"))
        #expect(template.filled(with: ["b": "{b}"]) == "a {b} c")
    }
}
