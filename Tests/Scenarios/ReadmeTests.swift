import Foundation
import TestSupport
import Testing

@Suite("What the README shows is what happens")
struct ReadmeTests {
    private static let documents = ["README.md", "README.zh.md"].filter {
        FileManager.default.fileExists(atPath: Shared.checkout + "/" + $0)
    }

    @Test("every tested transcript, step by step", arguments: documents)
    func transcript(document: String) throws { try Self.replay(document) }

    /// Runs every tested step of a document of the checkout in a folder of its own, and compares.
    static func replay(_ document: String) throws {
        let text = try String(contentsOfFile: Shared.checkout + "/" + document, encoding: .utf8)
        let scratch = try Scratch()
        let shell = try #require(BuiltProgram.installed("bash"))
        let programs = (BuiltProgram.stele.path as NSString).deletingLastPathComponent
        let path = programs + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        // The checkout's tools and schema, read from where the reader stands.
        for folder in ["tools", "schema"] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch(folder), withDestinationPath: Shared.checkout + "/" + folder)
        }
        // What a reader exports holds for all that follows.
        var exported = ""
        for step in Transcript(text).steps {
            if step.command.hasPrefix("export ") { exported += step.command + "; " }
            let end = try shell.run(
                ["-c", "cd \"$PLACE\" && { \(exported)\(step.command)\n} 2>&1"],
                environment: [
                    "PATH": path, "PLACE": scratch.path, "HOME": scratch.path,
                    "STELE_LANG": document.contains(".zh.") ? "zh" : "en",
                ])
            let printed = end.text.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
            #expect(
                Transcript.matches(printed, step.expected),
                "$ \(step.command)\n\(end.text)")
        }
    }

    @Test("a transcript is read, and a false one is found out")
    func reads() {
        let transcript = Transcript(
            """
            <!-- tested -->
            ```console
            $ one
            root … here
            $ two
            …
            last
            ```
            ```console
            $ three
            ```
            """)
        #expect(transcript.steps.map(\.command) == ["one", "two"])
        let (one, two) = (transcript.steps[0].expected, transcript.steps[1].expected)
        #expect(Transcript.matches(["root abc here", ""], one))
        #expect(!Transcript.matches(["root abc there", ""], one))
        #expect(!Transcript.matches(["root abc here", "more"], one))
        #expect(!Transcript.matches([], one))
        #expect(Transcript.matches(["a", "b", "last"], two))
        #expect(!Transcript.matches(["a", "b"], two))
    }
}
