import Chain
import Foundation

/// What a program answered.
struct Answer: Equatable {
    var status: Int32
    var out: String
    var error: String
}

/// The two verifiers as a person runs them.
enum Verifier: CaseIterable {
    case swift, python

    func run(_ arguments: [String], in directory: URL) throws -> Answer {
        try Programs.run(
            URL(fileURLWithPath: "/usr/bin/env"), command + arguments, in: directory)
    }

    /// What is typed to run it.
    var command: [String] {
        get throws {
            switch self {
            case .swift: [try Programs.built("stele-verify").path]
            case .python:
                [
                    "python3", "-B",
                    Programs.package.appendingPathComponent("tools/verify.py").path,
                ]
            }
        }
    }
}

enum Programs {
    /// The checkout.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let vectors = package.appendingPathComponent("schema/vectors")

    /// A program of this package, which is built into the folder that this test runs from.
    static func built(_ name: String) throws -> URL {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name)
    }

    static func run(_ program: URL, _ arguments: [String], in directory: URL) throws -> Answer {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = directory
        var environment = ProcessInfo.processInfo.environment
        environment["STELE_LANG"] = nil
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        process.environment = environment
        // Files, not pipes: nothing can fill up.
        return try withTemporaryDirectory { scratch in
            let out = scratch.appendingPathComponent("out")
            let error = scratch.appendingPathComponent("error")
            for file in [out, error] { try Data().write(to: file) }
            let writers = try (FileHandle(forWritingTo: out), FileHandle(forWritingTo: error))
            process.standardOutput = writers.0
            process.standardError = writers.1
            process.standardInput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return Answer(
                status: process.terminationStatus,
                out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
                error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
        }
    }
}

func withTemporaryDirectory<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let directory = FileManager.default.temporaryDirectory
        .appendingPathComponent("verifier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try body(directory)
}

/// The object that `--json` printed.
struct Finding {
    let value: JSONValue

    init(_ answer: Answer) throws {
        value = try JSONValue(parsing: Array(answer.out.utf8))
    }

    var isSound: Bool { value["sound"]?.bool == true }

    /// Without the trails, as `expect.json` has them.
    var damages: [JSONValue] {
        (value["damages"]?.array ?? []).map { damage in
            .object((damage.members ?? []).filter { $0.key != "trails" })
        }
    }

    var proven: [[Int]] {
        (value["proven"]?.array ?? []).map { run in
            ["first", "last", "checkpoint"].compactMap { run[$0]?.integer }
        }
    }

    var firstEntry: Int? { damages.first?["entry"]?.integer }
}
