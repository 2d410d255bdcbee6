import Chain
import Glibc

/// The command line: `benchmark PHASE name=value …`.
struct Options {
    let phase: String
    private let values: [String: String]

    init(_ arguments: [String]) {
        phase = arguments.dropFirst().first ?? ""
        var values: [String: String] = [:]
        for argument in arguments.dropFirst(2) {
            let parts = argument.split(separator: "=", maxSplits: 1)
            values[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
        }
        self.values = values
    }

    func text(_ name: String) -> String {
        guard let value = values[name] else { fail("\(name)= is missing") }
        return value
    }

    func number(_ name: String) -> Int {
        guard let value = Int(text(name)) else { fail("\(name)= takes an integer") }
        return value
    }
}

func fail(_ why: String) -> Never {
    let sentence = Array("benchmark: \(why)\n".utf8)
    _ = sentence.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(64)
}

/// What one phase found: one JSON object on standard output. Units are in the names.
struct Findings {
    private var object = CanonicalObject()

    mutating func set(_ name: String, _ value: Int) { object.set(name, value) }

    /// Events and how long they took, as whole events per second.
    mutating func set(_ name: String, _ events: Int, in seconds: Double) {
        object.set(name, Int(Double(events) / seconds))
    }

    /// Times in seconds, as percentiles in nanoseconds.
    mutating func set(_ name: String, percentilesOf times: [Double]) {
        let sorted = times.sorted()
        guard !sorted.isEmpty else { return }
        object.set(name + "P50ns", Int(sorted[sorted.count / 2] * 1e9))
        object.set(
            name + "P99ns", Int(sorted[min(sorted.count - 1, sorted.count * 99 / 100)] * 1e9))
    }

    mutating func report() {
        object.set("peakKiB", peakKiB())
        print(String(decoding: object.bytes, as: UTF8.self))
    }
}

/// The most memory this process has had at once.
func peakKiB() -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
        let text = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        if text.hasPrefix("VmHWM:") {
            return Int(text.split(whereSeparator: \.isWhitespace)[1]) ?? 0
        }
    }
    return 0
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now()
    try body()
    return now() - start
}

func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
