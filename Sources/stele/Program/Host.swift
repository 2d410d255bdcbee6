@preconcurrency import Glibc

/// What the program is told by the machine it runs on. Without Foundation, which would take longer
/// to load than a trail takes to answer.
enum Host {
    /// The variables of the environment as they were when it was asked; of two of one name the
    /// first.
    static func environment() -> [String: String] {
        var values: [String: String] = [:]
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if let mark = text.firstIndex(of: "=") {
                let name = String(text[..<mark])
                values[name] = values[name] ?? String(text[text.index(after: mark)...])
            }
            place += 1
        }
        return values
    }

    /// How many processors are switched on; at least 1.
    static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
