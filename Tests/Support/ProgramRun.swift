public import Foundation
import Glibc

/// How a run of a program ended.
public struct ProgramEnd: Sendable {
    /// The exit status; nil when a signal ended it or time ran out.
    public let status: Int32?
    /// The signal that ended it.
    public let signal: Int32?
    public let timedOut: Bool
    public let out: Data
    public let error: Data

    public var text: String { String(decoding: out, as: UTF8.self) }
    public var errorText: String { String(decoding: error, as: UTF8.self) }

    /// What was printed, as JSON.
    public func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: out)
    }
}

/// A built program, run as a person runs it: arguments, environment, no shell.
public struct BuiltProgram: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The program that the tests were built with: it lies beside them.
    public static let stele = BuiltProgram(path: beside("stele"))

    /// Where a built program of that name lies.
    public static func beside(_ name: String) -> String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (own as NSString).deletingLastPathComponent + "/" + name
    }

    /// The program of that name that the shell would find.
    public static func installed(_ name: String) -> BuiltProgram? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return (folders.map(String.init) + ["/usr/sbin", "/sbin"]).lazy.map { $0 + "/" + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }.map(BuiltProgram.init)
    }

    /// Runs to the end. English unless `environment` says otherwise.
    public func run(
        _ arguments: [String], environment: [String: String] = [:], timeoutSeconds: Double = 120,
        outTo file: String? = nil
    ) throws -> ProgramEnd {
        try start(arguments, environment: environment, outTo: file)
            .finish(timeoutSeconds: timeoutSeconds)
    }

    public func run(_ arguments: String...) throws -> ProgramEnd { try run(arguments) }

    /// Starts and returns at once.
    public func start(
        _ arguments: [String], environment: [String: String] = [:], outTo file: String? = nil
    ) throws -> RunningProgram {
        try RunningProgram(path, arguments, environment, outTo: file)
    }
}

/// A program that runs. It is killed when it is let go of.
public final class RunningProgram {
    public let pid: pid_t
    private let scratch: Scratch
    private let outPath: String
    private var ended: Int32?

    init(
        _ path: String, _ arguments: [String], _ environment: [String: String], outTo file: String?
    ) throws {
        scratch = try Scratch()
        outPath = file ?? scratch("out")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | (file == nil ? O_TRUNC : 0)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outPath, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, scratch("error"), flags, 0o600)
        var words = [
            "PATH": "/usr/bin:/bin", "STELE_ACTOR": "clerk.a", "STELE_LANG": "en",
            "SWIFT_BACKTRACE": "enable=no",
        ]
        words.merge(environment) { $1 }
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = words.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, path, &actions, nil, &argv, &envp)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.pid = pid
    }

    deinit { if ended == nil { stop(SIGKILL) } }

    /// Whether it has ended.
    public func hasEnded() -> Bool {
        if ended != nil { return true }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return false }
        ended = status
        return true
    }

    /// Sends a signal and waits for the end.
    public func stop(_ signal: Int32) {
        guard !hasEnded() else { return }
        kill(pid, signal)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        ended = status
    }

    /// Waits; kills it when time runs out.
    public func finish(timeoutSeconds: Double = 120) throws -> ProgramEnd {
        let deadline = ContinuousClock.now + .seconds(timeoutSeconds)
        var timedOut = false
        while !hasEnded() {
            if ContinuousClock.now > deadline {
                timedOut = true
                stop(SIGKILL)
            }
            usleep(2_000)
        }
        let status = ended ?? 0
        let signal = status & 0x7f
        return ProgramEnd(
            status: signal == 0 ? (status >> 8) & 0xff : nil,
            signal: signal == 0 || timedOut ? nil : signal, timedOut: timedOut,
            out: FileManager.default.contents(atPath: outPath) ?? Data(),
            error: FileManager.default.contents(atPath: scratch("error")) ?? Data())
    }
}
