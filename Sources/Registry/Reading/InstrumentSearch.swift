import Chain
public import Law
import Records
import Store
public import Vocabulary

/// An entry that carries the number of an instrument (文号).
public struct CitedEntry: Sendable {
    public let position: Position
    public let on: CalendarDate?
    public let event: Event
    /// What the entry is about.
    public let tags: [Tag]
}

extension Ledger {
    /// The entries that carry exactly this number of an instrument, or rest on it: every line is read.
    ///
    /// - Returns: At most `limit`, the oldest first; none where the words are no such number.
    public func entries(citing words: String, limit: Int) throws -> [CitedEntry] {
        let sought = InstrumentNumber(words)
        guard sought.isOne else { return [] }
        return try read { reader in
            var entries = EntryReader(duties)
            var found: [CitedEntry] = []
            try reader.scan(0..<reader.count) { position, line in
                guard found.count < limit, sought.mayStand(in: line),
                    let entry = try entries.read(at: position, line),
                    sought.stands(in: entry)
                else { return }
                found.append(
                    CitedEntry(
                        position: position, on: entry.on, event: entry.event, tags: entry.tags))
            }
            return found
        }
    }
}

/// What may be the number of an instrument: `虚构旗纪监立〔2024〕3号`.
///
/// Brackets and width are typed in many ways, and mean the same.
struct InstrumentNumber {
    private let shaped: String
    /// A run of it that stands in the line however its brackets are written.
    private let bytes: [UInt8]

    init(_ words: String) {
        shaped = Self.shaped(words)
        let runs = shaped.split { !$0.isLetter && !$0.isNumber }
        bytes = Array((runs.max { $0.utf8.count < $1.utf8.count } ?? "").utf8)
    }

    /// It has digits and the word for a number, or brackets.
    var isOne: Bool {
        shaped.contains { $0.isNumber } && shaped.count >= 4
            && (shaped.contains("号") || shaped.contains("["))
    }

    /// Before the line is read: half-width letters of it are in most lines as they are sought.
    func mayStand(in line: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, line.count >= bytes.count else { return false }
        for start in 0...(line.count - bytes.count) where line[start] == first {
            if line[start..<start + bytes.count].elementsEqual(bytes) { return true }
        }
        return false
    }

    func stands(in entry: RecordedEvent) -> Bool {
        entry.basis.contains { Self.shaped($0) == shaped }
            || ["document", "instrument", "number"].contains { name in
                entry.event.tree.text(name).map(Self.shaped) == shaped
            }
    }

    private static func shaped(_ text: String) -> String {
        String(
            ReadText.folded(text).map { character in
                switch character {
                case "〔", "（", "(", "【", "［": "["
                case "〕", "）", ")", "】", "］": "]"
                case _: character
                }
            })
    }
}
