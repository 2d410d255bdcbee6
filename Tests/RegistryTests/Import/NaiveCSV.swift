/// A reader of comma-separated text that is too slow to use and too short to be wrong: the whole
/// text in memory, read as RFC 4180 says. What the streaming reader is compared with.
enum NaiveCSV {
    enum Record: Equatable {
        case fields(line: Int, [[UInt8]])
        case fault(line: Int, code: String)
    }

    static func records(_ text: [UInt8]) -> [Record] {
        var records: [Record] = []
        var index = 0
        var columns: Int?
        while index < text.count {
            if text[index] == 10 || text[index] == 13 {
                index += 1
                continue
            }
            let line = lineNumber(text, at: index)
            var fields: [[UInt8]] = []
            var codes = Set<String>()
            repeat {
                if fields.count > 0 { index += 1 }  // the comma
                fields.append(field(text, &index, &codes))
            } while index < text.count && text[index] == 44
            if let columns, codes.isEmpty {
                // Padding says nothing: rows of blanks, and blanks behind the last column.
                if fields.allSatisfy(isBlank) { continue }
                while fields.count > columns, isBlank(fields[fields.count - 1]) {
                    fields.removeLast()
                }
            }
            if columns == nil { columns = fields.count }
            if fields.count != columns { codes.insert("raggedRow") }
            let order = ["unterminatedQuote", "nulByte", "textAfterQuote", "raggedRow"]
            if let code = order.first(where: codes.contains) {
                records.append(.fault(line: line, code: code))
            } else {
                records.append(.fields(line: line, fields))
            }
        }
        return records
    }

    private static func isBlank(_ field: [UInt8]) -> Bool {
        field.allSatisfy { $0 == 32 || $0 == 9 }
    }

    private static func field(_ text: [UInt8], _ index: inout Int, _ codes: inout Set<String>)
        -> [UInt8]
    {
        var field: [UInt8] = []
        if index < text.count, text[index] == 34 {
            index += 1
            while true {
                guard index < text.count else {
                    codes.insert("unterminatedQuote")
                    break
                }
                if text[index] != 34 {
                    field.append(text[index])
                    index += 1
                } else if index + 1 < text.count, text[index + 1] == 34 {
                    field.append(34)
                    index += 2
                } else {
                    index += 1
                    break
                }
            }
            if index < text.count, ![44, 10, 13].contains(text[index]) {
                codes.insert("textAfterQuote")
            }
        }
        while index < text.count, ![44, 10, 13].contains(text[index]) {
            field.append(text[index])
            index += 1
        }
        if field.contains(0) { codes.insert("nulByte") }
        return field
    }

    private static func lineNumber(_ text: [UInt8], at offset: Int) -> Int {
        var line = 1
        for index in 0..<offset {
            let isBreak =
                text[index] == 13 || text[index] == 10 && (index == 0 || text[index - 1] != 13)
            if isBreak { line += 1 }
        }
        return line
    }
}

/// A small generator with a seed, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// True once in so many times.
    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }
    mutating func pick<T>(_ from: [T]) -> T { from[Int.random(in: 0..<from.count, using: &self)] }
}
