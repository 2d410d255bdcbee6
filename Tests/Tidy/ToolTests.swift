import Foundation
import Testing

@Suite("The two commands on a machine that cannot build")
struct ToolTests {
    /// Runs a tool with nothing but bash, dirname and a `swift` of the given version, if any.
    private func run(
        _ tool: String, _ arguments: [String] = [], swift version: String?
    ) throws -> (status: Int32, out: String, error: String) {
        let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: place) }
        if let version {
            let fake = place.appending(path: "swift")
            try "#!/usr/bin/env bash\necho 'Swift version \(version) (swift)'\n"
                .write(to: fake, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: fake.path(percentEncoded: false))
        }
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        for name in ["bash", "dirname"] {
            let found = search.split(separator: ":").map { "\($0)/\(name)" }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
            try FileManager.default.createSymbolicLink(
                at: place.appending(path: name), withDestinationURL: URL(filePath: found ?? name))
        }
        let process = Process()
        let out = Pipe()
        let error = Pipe()
        process.executableURL = URL(filePath: "\(Checkout.root)/\(tool)")
        process.arguments = arguments
        process.environment = ["PATH": place.path(percentEncoded: false)]
        process.standardOutput = out
        process.standardError = error
        try process.run()
        process.waitUntilExit()
        let words = [out, error].map {
            String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        return (process.terminationStatus, words[0], words[1])
    }

    @Test(
        "no Swift, or one that is too old: one sentence, status 69",
        arguments: ["tools/run", "tools/test"], [nil, "5.10.1", "6.0.3"])
    func noSwift(tool: String, version: String?) throws {
        let chinese = try run(tool, swift: version)
        #expect(chinese.status == 69)
        #expect(chinese.out == "")
        #expect(chinese.error.hasPrefix("这台机器上"))
        let english = try run(tool, ["--lang", "en"], swift: version)
        #expect(english.status == 69)
        let sentence = "^(There is no Swift|The Swift) on this machine.* and run this again\\.\n$"
        #expect(try english.error.contains(Regex(sentence)), "\(english.error)")
    }

    @Test("Swift 6.1 and newer gets past that", arguments: ["6.1", "6.3.1", "7.0"])
    func newEnough(version: String) throws {
        let found = try run("tools/run", ["--lang", "en"], swift: version)
        #expect(found.status == 69)
        #expect(found.error.hasPrefix("There is no apt-get here"))
    }

    @Test(
        "what is not an option: how to use it, status 64", arguments: ["tools/run", "tools/test"])
    func usage(tool: String) throws {
        let found = try run(tool, ["--lang", "en", "--nonsense"], swift: nil)
        #expect(found.status == 64)
        #expect(found.error.hasPrefix("Usage: \(tool) "))
        #expect(try run(tool, ["--lang", "tlh"], swift: nil).status == 64)
        #expect(try run(tool, ["--lang"], swift: nil).status == 64)
    }
}
