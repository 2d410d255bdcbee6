import Foundation

/// One phase of the benchmark in a process of its own, so that its peak memory is its own.
@main
enum Benchmark {
    static func main() async throws {
        let options = Options(CommandLine.arguments)
        switch options.phase {
        case "build": try Writing.build(options)
        case "append": try Writing.append(options)
        case "writers": try await Writing.writers(options)
        case "import": try Writing.import(options)
        case "verify": try Reading.verify(options)
        case "spent": try Reading.spent(options)
        case "trail": try Reading.trail(options)
        case "prove": try Reading.prove(options)
        case "rebuild": try Reading.rebuild(options)
        case "size": try Reading.size(options)
        case "digests": Reading.digests(options)
        case "deadlines": try Deadlines.build(options)
        case "board": try Deadlines.board(options)
        case "longtrail": try Deadlines.longTrail(options)
        default: fail("no phase \(options.phase)")
        }
    }
}

func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}
