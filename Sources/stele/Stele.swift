import Glibc

/// `stele`: the only place where all rooms are wired together.
@main
enum Stele {
    static let version = "0.1.0"

    static func main() async {
        let environment = Host.environment()
        let error = Output(descriptor: STDERR_FILENO, environment: environment)
        do {
            let program = try Program(
                arguments: Array(CommandLine.arguments.dropFirst()), environment: environment,
                out: Output(descriptor: STDOUT_FILENO, environment: environment), error: error)
            Glibc.exit(await program.run().rawValue)
        } catch {
            preconditionFailure("embedded catalogue: \(error)")
        }
    }
}
