/// Positions as runs of neighbours, ascending: sixteen bytes a run.
struct Runs {
    private var firsts: [Int] = []
    private var lasts: [Int] = []

    /// - Precondition: `range` begins after everything that is in it already.
    mutating func add(_ range: ClosedRange<Int>) {
        if let last = lasts.last, last == range.lowerBound - 1 {
            lasts[lasts.count - 1] = range.upperBound
        } else {
            firsts.append(range.lowerBound)
            lasts.append(range.upperBound)
        }
    }

    func contains(_ position: Int) -> Bool {
        let index = Self.lowest(of: lasts) { $0 >= position }
        return index < lasts.count && firsts[index] <= position
    }

    /// The first `limit` runs of 0 to `size` − 1 that lie between these, and how many there are.
    func between(_ size: Int, limit: Int) -> (runs: [ClosedRange<Int>], count: Int) {
        let index = Self.lowest(of: firsts) { $0 >= size }
        var count = index - (index > 0 && firsts[0] == 0 ? 1 : 0)
        if size > 0, index == 0 || lasts[index - 1] < size - 1 { count += 1 }
        var runs: [ClosedRange<Int>] = []
        var first = 0
        for hole in 0..<index where runs.count < limit {
            if first < firsts[hole] { runs.append(first...firsts[hole] - 1) }
            first = lasts[hole] + 1
        }
        if runs.count < min(limit, count), first < size { runs.append(first...size - 1) }
        return (runs, count)
    }

    /// The first index whose number fits; all after it do, too.
    private static func lowest(of numbers: [Int], _ fits: (Int) -> Bool) -> Int {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if fits(numbers[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
