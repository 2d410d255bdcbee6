/// What one command answered.
struct FrozenEnd: Sendable {
    /// The command line, without its ledger.
    var command: String
    var status: Int32
    var out = ""
    var error = ""
}

/// The answer to a question as it stands in a file: each command with its exit status, what it
/// printed and what it said of failure.
struct FrozenAnswer: Sendable {
    var ends: [FrozenEnd]

    init(_ ends: [FrozenEnd]) { self.ends = ends }

    private enum Mark {
        static let command = "$ "
        static let exit = "── exit "
        static let out = "── stdout"
        static let error = "── stderr"
        static let noNewline = "\n── no newline at the end\n"
    }

    /// As `tools/compare --record` writes it.
    var text: String {
        ends.map { end in
            "\(Mark.command)\(end.command)\n\(Mark.exit)\(end.status)\n"
                + "\(Mark.out)\n\(Self.closed(end.out))\(Mark.error)\n\(Self.closed(end.error))"
        }.joined()
    }

    private static func closed(_ text: String) -> String {
        text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + Mark.noNewline
    }

    /// Reads what ``text`` wrote.
    init(reading text: String) {
        ends = []
        var isError = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        var index = lines.startIndex
        while index < lines.endIndex {
            let line = lines[index]
            let next = index + 1 < lines.endIndex ? lines[index + 1] : ""
            if line.hasPrefix(Mark.command), next.hasPrefix(Mark.exit),
                let status = Int32(next.dropFirst(Mark.exit.count))
            {
                ends.append(FrozenEnd(command: String(line.dropFirst(2)), status: status))
                isError = false
                index += 3  // The command, its status and the heading of what it printed.
                continue
            }
            index += 1
            if !isError, line == Mark.error {
                isError = true
            } else if let last = ends.indices.last {
                if isError {
                    ends[last].error += line + "\n"
                } else {
                    ends[last].out += line + "\n"
                }
            }
        }
        for index in ends.indices {
            if ends[index].out.hasSuffix(Mark.noNewline) {
                ends[index].out.removeLast(Mark.noNewline.count)
            }
            if ends[index].error.hasSuffix(Mark.noNewline) {
                ends[index].error.removeLast(Mark.noNewline.count)
            }
        }
    }

    /// The first place where two answers differ, a few words of each; nil where no byte does.
    static func difference(_ before: String, _ today: String) -> String? {
        // Texts that look alike are equal to Swift; here their bytes are asked for.
        if before.utf8.elementsEqual(today.utf8) { return nil }
        let old = before.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let new = today.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = zip(old, new).enumerated().first { !$1.0.elementsEqual($1.1) }?.offset
        let index = line ?? min(old.count, new.count)
        let one = index < old.count ? Array(old[index]) : []
        let two = index < new.count ? Array(new[index]) : []
        let place = zip(one, two).enumerated().first { $1.0 != $1.1 }?.offset
        return "line \(index + 1)\n  then:  \(part(of: one, at: place))\n"
            + "  today: \(part(of: two, at: place))"
    }

    private static func part(of line: [UInt8], at place: Int?) -> String {
        let first = max(0, (place ?? 0) - 60)
        let part = String(decoding: line.dropFirst(first).prefix(160), as: UTF8.self)
        return (first > 0 ? "…" : "") + part + (line.count > first + 160 ? "…" : "")
    }
}
