import ArgumentParser
import Foundation
import Glibc
import Records

/// `stele`: the only place where all rooms are wired together.
@main
struct Stele: ParsableCommand {
    static let version = "0.1.0"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stele",
            abstract: abstract("help.stele"),
            version: version,
            subcommands: [
                Init.self, Import.self, SubjectCommand.self, Trace.self, Status.self,
                DecisionCommand.self, ComplaintCommand.self, CaseCommand.self,
                SanctionCommand.self, AppealCommand.self, Deadlines.self,
                RulesCommand.self, Verify.self,
                CheckpointCommand.self, Prove.self, Export.self, Rebuild.self, Demo.self,
            ])
    }

    @OptionGroup var speech: SpeechOptions

    static func main() async {
        let environment = ProcessInfo.processInfo.environment
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
