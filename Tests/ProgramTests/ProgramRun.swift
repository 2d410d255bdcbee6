import Testing

@testable import stele

/// The program run as a person runs it, without a process.
struct ProgramRun {
    let status: stele.ExitStatus
    let out: String
    let error: String

    init(_ arguments: String..., environment: [String: String] = [:]) async throws {
        try await self.init(arguments: arguments, environment: environment)
    }

    init(arguments: [String], environment: [String: String] = [:]) async throws {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: arguments, environment: environment, out: out, error: error)
        status = await program.run()
        self.out = out.text
        self.error = error.text
    }
}

/// The package's own directory: `Sources`, `schema` lie below it.
func packagePath(_ file: StaticString = #filePath) -> String {
    let parts = "\(file)".split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
}
