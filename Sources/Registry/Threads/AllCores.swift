import Dispatch
import Glibc
import Synchronization

/// How many threads long reading may use.
enum AllCores {
    static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// The results of `transform` in order, computed on up to `cores` threads.
    package func mapOnAllCores<Result: Sendable, Failure: Error>(
        _ cores: Int, _ transform: @Sendable (Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let results = Mutex([Swift.Result<[Result], Failure>?](repeating: nil, count: cores))
        let share = (count + cores - 1) / cores
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            let part = self.dropFirst(core * share).prefix(share)
            let result = Swift.Result { () throws(Failure) in try part.map(transform) }
            results.withLock { $0[core] = result }
        }
        var all: [Result] = []
        for result in results.withLock({ $0 }) { all += try result?.get() ?? [] }
        return all
    }
}

extension Range<Int> {
    /// Up to `count` runs of about the same length that make up the range.
    func split(into pieces: Int) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        let size = (count + pieces - 1) / pieces
        return stride(from: lowerBound, to: upperBound, by: size).map {
            $0..<Swift.min($0 + size, upperBound)
        }
    }
}

/// Does two things at once when there are cores for it, else one after the other. The first stays
/// on this thread.
func together<First, Second: Sendable>(
    cores: Int, _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
) throws -> (First, Second) {
    guard cores > 1 else { return (try first(), try second()) }
    let aside = Aside<Second>()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        aside.result.withLock { $0 = Result { try second() } }
    }
    let result = Result { try first() }
    group.wait()
    guard let other = aside.result.withLock({ $0 }) else { preconditionFailure("both were done") }
    return (try result.get(), try other.get())
}

private final class Aside<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
}
