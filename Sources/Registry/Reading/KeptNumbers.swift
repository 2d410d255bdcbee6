import Chain
import Records
import Store
import Vocabulary

/// Which entries give whom a number, by the numbers: personal ones lie in the vault, unit codes in the
/// entries themselves.
///
/// Personal numbers are read once and then followed, so that a delivery of a hundred thousand people
/// asks a table and not the vault; unit codes are asked for by hand alone, and looked up each time.
///
/// What it finds is a hint for the decider, who reads the entry. It keeps no number, only what a number
/// hashes to in this process.
struct KeptNumbers {
    private var places = Places()
    /// Up to which entry (exclusive) the vault was read.
    private var read = 0
    /// Of entries that were decided and are not in the store yet.
    private var kept: [(position: Position, hash: Int)] = []
    private var staged: [(position: Position, hash: Int)] = []

    mutating func stage(_ event: RecordedEvent) {
        guard Self.givesNumbers(event.event),
            let number = event.event.tree.number(of: .identityNumber)
        else { return }
        staged.append((event.position, number.hashValue))
    }

    mutating func keep() {
        kept += staged
        staged = []
    }

    mutating func discard() { staged = [] }

    /// After a transaction that did not commit, or to make room.
    mutating func forget() { self = KeptNumbers() }

    mutating func entries(
        numbered number: String, as shape: NumberShape, in store: any StoreReader,
        _ duties: DutyRegister
    ) throws -> [Position] {
        switch shape {
        case .identityNumber:
            try follow(store)
            let hash = number.hashValue
            let pending = (kept + staged).filter { $0.position >= read && $0.hash == hash }
            return (places[hash] + pending.map(\.position)).sorted()
        case .creditCode: return try coded(number, in: store, duties)
        }
    }

    private mutating func follow(_ store: any StoreReader) throws {
        let size = try store.size()
        guard read < size else { return }
        let path = NumberShape.identityNumber.field
        // Moved out and back, so that it is not copied for every batch.
        var places = Places()
        swap(&places, &self.places)
        defer { self.places = places }
        try store.scanSealed(read..<size) { value in
            guard value.path == path else { return }
            let number = NumberShape.identityNumber.shaped(
                String(decoding: value.value, as: UTF8.self))
            places.note(value.seq, under: number.hashValue)
        }
        read = size
        kept.removeAll { $0.position < size }
    }

    /// Where the code is given: the index of the subjects tells, and of what it has not followed the
    /// entries.
    private func coded(
        _ code: String, in store: any StoreReader, _ duties: DutyRegister
    ) throws -> [Position] {
        let view = ViewName.subject
        var found: Set<Position> = []
        var tape = LineTape(limits: .file)
        let bytes = Array(code.utf8)
        try store.scanView(view) { _, _, row in
            let body = UnsafeRawBufferPointer(rebasing: row.dropFirst(CheckedRow.checkBytes))
            guard body.holds(bytes), let index = try? TrailIndex.reading(body, on: &tape) else {
                return
            }
            for one in index.names where one.code.map(NumberShape.creditCode.shaped) == code {
                found.insert(one.position)
            }
        }
        var entries = EntryReader(duties)
        let size = try store.size()
        let followed = min(try store.viewPosition(view) ?? 0, size)
        try store.scan(followed..<size) { position, line in
            guard line.holds(bytes), let entry = try entries.read(at: position, line),
                Self.givesNumbers(entry.event),
                entry.event.tree.number(of: .creditCode) == code
            else { return }
            found.insert(position)
        }
        return found.sorted()
    }

    private static func givesNumbers(_ event: Event) -> Bool {
        event.is(SubjectRegistered.self) || event.is(SubjectRenamed.self)
    }
}

/// Nearly every number is one entry's: the others lie apart.
private struct Places {
    private var first: [Int: Position] = [:]
    private var more: [Int: [Position]] = [:]

    subscript(hash: Int) -> [Position] {
        first[hash].map { [$0] + (more[hash] ?? []) } ?? []
    }

    mutating func note(_ position: Position, under hash: Int) {
        if first[hash] == nil {
            first[hash] = position
        } else {
            more[hash, default: []].append(position)
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes stand in it somewhere.
    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, count >= bytes.count else { return false }
        for start in 0...(count - bytes.count)
        where self[start] == first && self[start..<start + bytes.count].elementsEqual(bytes) {
            return true
        }
        return false
    }
}
