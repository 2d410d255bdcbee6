import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// A ledger that was written once answers the same for ever, whoever wrote the program since.
@Suite("Ledgers of earlier releases answer as they did", .serialized)
struct FrozenLedgerTests {
    private static let seeded = FrozenAnswer(
        reading: """
            $ trace P-1 --json
            ── exit 0
            ── stdout
            {"dated":[{"position":7}],"subject":"P-1"}
            ── stderr
            $ status P-2 --json
            ── exit 66
            ── stdout
            ── stderr
            {"error":{"message":"no","status":66}}

            """)

    /// Of how many questions one is asked.
    private static let stride = ProcessInfo.processInfo.environment["STELE_FAST"] == nil ? 1 : 4

    @Test(
        "every question is answered as then, byte for byte",
        arguments: FrozenFolder.all, FrozenList.allCases)
    func answers(folder: FrozenFolder, list: FrozenList) throws {
        let shapes = try FrozenShapes.read()
        let questions = try folder.questions(list)
        #expect(try folder.answers(list) == questions.count)
        let differences = Mutex<[Int: String]>([:])
        let asked = Array(Swift.stride(from: 0, to: questions.count, by: Self.stride))
        DispatchQueue.concurrentPerform(iterations: asked.count) { turn in
            let index = asked[turn]
            let told = difference(folder, list, index + 1, questions[index], shapes)
            if let told { differences.withLock { $0[index] = told } }
        }
        for (index, told) in differences.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            Issue.record("\(folder.title(list, index + 1)): \(questions[index])\n\(told)")
        }
    }

    private func difference(
        _ folder: FrozenFolder, _ list: FrozenList, _ number: Int, _ question: String,
        _ shapes: FrozenShapes
    ) -> String? {
        do {
            let title = folder.title(list, number)
            let isChanged = shapes.changed[title] != nil
            let then = try folder.answer(title, isChanged: isChanged)
            let today = try folder.ask(question, of: .stele)
            let fitted = shapes.fitted(then, today)
            return FrozenAnswer.difference(isChanged ? then.text : fitted.then, fitted.today)
        } catch {
            return "\(error)"
        }
    }

    @Test("there is a ledger of November 2026, with two hundred questions")
    func there() throws {
        let folder = try #require(FrozenFolder.all.first { $0.name == "2026-11" })
        #expect(try folder.questions(.questions).count == 200)
        #expect(try !folder.questions(.recordings).isEmpty)
    }

    @Test("an answer is read as it is written")
    func written() {
        #expect(Self.seeded.ends.map(\.status) == [0, 66])
        #expect(Self.seeded.ends[0].out == "{\"dated\":[{\"position\":7}],\"subject\":\"P-1\"}\n")
        #expect(Self.seeded.ends[1].out.isEmpty && !Self.seeded.ends[1].error.isEmpty)
        #expect(FrozenAnswer(reading: Self.seeded.text).text == Self.seeded.text)
        var open = Self.seeded
        open.ends[0].error = "half a line"
        #expect(FrozenAnswer(reading: open.text).ends[0].error == "half a line")
    }

    @Test("one byte is seen, and where")
    func oneByte() throws {
        var altered = Self.seeded
        altered.ends[0].out = altered.ends[0].out.replacing("P-1", with: "P-2")
        let told = try #require(FrozenAnswer.difference(Self.seeded.text, altered.text))
        #expect(told.hasPrefix("line 4\n") && told.contains("P-2"))
        // Alike to the eye, other bytes.
        #expect(FrozenAnswer.difference("\u{e9}\n", "e\u{301}\n") != nil)
        #expect(FrozenAnswer.difference(Self.seeded.text, Self.seeded.text) == nil)
    }

    @Test("what the table of shapes names may differ, in its kind and place alone")
    func shapes() {
        var today = Self.seeded
        today.ends[0].out = "{\"dated\":[{\"entry\":7}],\"root\":\"ab\",\"subject\":\"P-1\"}\n"
        func differ(
            _ rename: [String: [String: String]], _ added: [String: [String]]
        ) -> Bool {
            let shapes = FrozenShapes(
                rename: rename, gone: [:], added: added, changed: [:], foot: [])
            let pair = shapes.fitted(Self.seeded, today)
            return FrozenAnswer.difference(pair.then, pair.today) != nil
        }
        #expect(!differ(["trace": ["position": "entry"]], ["*": [".root"]]))
        #expect(!differ(["trace": [".dated.position": "entry"]], ["trace": ["root"]]))
        #expect(differ(["trace": [".position": "entry"]], ["*": [".root"]]))
        #expect(differ(["status": ["position": "entry"]], ["*": [".root"]]))
        #expect(differ(["trace": ["position": "entry"]], [:]))
        #expect(differ([:], [:]))
    }

    @Test(
        "each command line has its kind of answer",
        arguments: [
            ("trace P-1 --json", "trace"), ("decision show D-1", "decision show"),
            ("decision adopt D-1", "receipt"), ("withdraw 7 --subject P-1", "receipt"),
            ("rules list", "rules list"), ("complaint receive T-1", "receipt"),
        ])
    func kinds(command: String, kind: String) {
        #expect(FrozenShapes.kind(of: command) == kind)
    }
}
