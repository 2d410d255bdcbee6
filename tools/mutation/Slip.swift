internal import Glibc

// Stands in every room of the copy in which tools/mutate has planted slips; never in the product.

/// Which of the planted slips is on, and a note of each that a run comes past.
///
/// Both are told by the environment, STELE_SLIP (its number) and STELE_SLIP_MET (a file). A program
/// that a test starts with an environment of its own asks the process that started it.
enum Slip {
    private static let on: Int32 = atoi(told("STELE_SLIP") ?? "0")
    private static let notes: Int32 =
        told("STELE_SLIP_MET").map {
            open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        } ?? -1
    /// What was noted once is noted; two threads may do it twice.
    private nonisolated(unsafe) static let met = {
        let met = UnsafeMutablePointer<Bool>.allocate(capacity: 1_000)
        met.initialize(repeating: false, count: 1_000)
        return met
    }()

    static func isOn(_ number: Int32) -> Bool {
        if notes >= 0, !met[Int(number)] {
            met[Int(number)] = true
            let line = "\(number)\n"
            _ = line.withCString { write(notes, $0, strlen($0)) }
        }
        return number == on
    }

    private static func told(_ name: String) -> String? {
        if let value = getenv(name) { return String(cString: value) }
        var pid = getppid()
        while pid > 1 {
            let words = read("/proc/\(pid)/environ").split(separator: 0)
            for word in words where word.starts(with: "\(name)=".utf8) {
                return String(decoding: word.dropFirst(name.utf8.count + 1), as: UTF8.self)
            }
            // After the name in brackets: the state, then the parent.
            let status = read("/proc/\(pid)/stat")
            guard let close = status.lastIndex(of: UInt8(ascii: ")")) else { return nil }
            let rest = status[close...].split(separator: UInt8(ascii: " "))
            guard rest.count > 2, let parent = Int32(String(decoding: rest[2], as: UTF8.self))
            else { return nil }
            pid = parent
        }
        return nil
    }

    private static func read(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &part, part.count)
            guard count > 0 else { return bytes }
            bytes += part[..<count]
        }
    }
}
