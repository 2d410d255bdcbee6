import Chain
import Law
import Records
import Store
import Vocabulary

/// What the views must say, as keyed sums: flat memory, in parallel, in one reading of the lines.
///
/// Each thing that a row holds (a position under its class, a registration, the start of a clock)
/// adds a hash of itself with its view and key to one of 4,096 buckets when a line says it, and
/// subtracts the same when the stored row says it. A row is written in one way only, which is
/// compared byte for byte; so where a bucket comes out even, its rows are those of the lines. The
/// hash is SipHash under a key drawn for the run: nobody can aim for a cancellation. Where a bucket
/// does not, its rows are folded and compared one by one (``Audit/nameRows(_:of:_:)``).
struct ViewSums: Sendable {
    static let buckets = 4_096

    /// How far the views have followed the log.
    let followed: Int
    /// Which of them were built.
    let views: Set<String>
    let duties: DutyRegister
    /// What those who made the views did not know.
    let ignored: UnknownKinds
    private let seed: Hasher
    private var sums = [UInt64](repeating: 0, count: buckets)
    /// What the stored rows of the clocks hold, by the hash of the key.
    private var clockRows: [UInt64: ClockRow] = [:]
    /// The hashes of key and position of every mark in them.
    private var clockMarks: Set<UInt64> = []
    /// Rows that are not even well written.
    private(set) var misshapen: [String] = []
    /// Reads of an entry what the views depend on.
    private var fold: Fold

    private struct ClockRow {
        let first: Int
        let last: Int
    }

    init(
        _ key: Tally.Key, views: Set<String>, followed: Int, _ duties: DutyRegister,
        ignoring unknown: UnknownKinds
    ) {
        self.views = views
        self.followed = followed
        self.duties = duties
        ignored = unknown
        seed = key.seed
        fold = Fold(duties, ignoring: unknown)
    }

    /// The views as they are stored, and no line taken in yet; nil where what is said of them cannot
    /// be true, which is told elsewhere.
    init?(_ key: Tally.Key, of reader: any StoreReader, _ duties: DutyRegister) throws {
        var positions: [String: Int] = [:]
        for view in ViewName.all { positions[view] = try reader.viewPosition(view) }
        guard Set(positions.values).count <= 1,
            let unknown = try? UnknownKinds.stored(in: reader)
        else { return nil }
        let followed = positions.values.first ?? 0
        guard try (0...reader.size()).contains(followed) else { return nil }
        self.init(
            key, views: Set(positions.keys), followed: followed, duties, ignoring: unknown)
        try readClocks(reader)
    }

    /// What was met that nobody here knows.
    var unknown: UnknownKinds { fold.unknown }

    /// The same without anything taken in, for another thread.
    func emptied() -> ViewSums {
        var other = self
        other.sums = [UInt64](repeating: 0, count: Self.buckets)
        return other
    }

    mutating func add(_ other: ViewSums) {
        for bucket in sums.indices { sums[bucket] &+= other.sums[bucket] }
        fold.merge(other.fold)
    }

    /// The buckets that do not come out even.
    var uneven: Set<Int> { Set(sums.indices.filter { sums[$0] != 0 }) }

    /// In which bucket a row is.
    func bucket(_ view: String, _ key: String) -> Int {
        var key = key
        return key.withUTF8 { mark(view, UnsafeRawBufferPointer($0)).bucket }
    }

    // MARK: What the lines say

    private static let subject = Array((SubjectID.tagKind.name + ":").utf8)
    private static let `case` = Array((CaseID.tagKind.name + ":").utf8)

    /// Takes a line in; one whose fact cannot be read is told elsewhere.
    mutating func take(_ entry: EntryView) {
        let type = entry.type
        if type == LedgerIdentity.type { return }
        guard let read = try? fold.read(entry, type) else { return }
        let seq = entry.seq
        for link in entry.tags {
            if link.utf8.starts(with: Self.subject) {
                guard views.contains(ViewName.subject) else { continue }
                let identifier = UnsafeRawBufferPointer(rebasing: link.utf8[Self.subject.count...])
                let marked = mark(ViewName.subject, identifier)
                add(marked, read.amounts.place, seq)
                if let old = entry.supersedes { add(marked, Self.superseded, old) }
                if let fact = read.registered, fact.subject.text.utf8.elementsEqual(identifier) {
                    add(
                        marked,
                        RegistrationSaid(
                            position: seq, kind: fact.kind, title: fact.title, code: fact.code))
                }
                continue
            }
            let isCase = link.utf8.starts(with: Self.case)
            let view = isCase ? ViewName.case : ViewName.file
            guard views.contains(view) else { continue }
            let key =
                isCase
                ? UnsafeRawBufferPointer(rebasing: link.utf8[Self.case.count...]) : link.utf8
            let marked = mark(view, key)
            add(marked, read.amounts.place, seq)
            if let old = entry.supersedes { add(marked, Self.superseded, old) }
        }
        if views.contains(ViewName.clock) { takeClocks(entry, read.marks) }
    }

    private mutating func takeClocks(_ entry: EntryView, _ marks: [ClockMark]) {
        guard !marks.isEmpty || entry.supersedes != nil else { return }
        var changed: [String] = []
        for mark in marks {
            let key = mark.tag.description
            if !changed.contains(key) { changed.append(key) }
            let marked = self.mark(clock: key)
            let row = clockRows[marked.id]
            switch mark.kind {
            case .start(let start):
                // Without a clock of the new duties there is no row; it begins with the first.
                guard let row, start.position >= row.first else {
                    if !start.isOfOldKind { add(marked, start) }
                    continue
                }
                add(marked, start)
            case .end(let end):
                if let row, end.position >= row.first { add(marked, end) }
            }
        }
        if let superseded = entry.supersedes {
            for link in entry.tags {
                guard let tag = Tag(link.tag), duties.clockedTags.contains(tag.kind) else {
                    continue
                }
                if !changed.contains(link.tag) { changed.append(link.tag) }
                let marked = mark(clock: link.tag)
                guard clockRows[marked.id] != nil,
                    clockMarks.contains(marked.hash(Self.mark, superseded))
                else { continue }
                add(
                    marked,
                    ClockSupersession(
                        superseded: superseded, by: entry.seq,
                        at: Instant(milliseconds: Int64(entry.atMilliseconds))))
            }
        }
        for key in changed {
            let marked = mark(clock: key)
            guard let row = clockRows[marked.id] else { continue }
            if entry.seq >= row.last { add(marked, Self.last, entry.seq) }
        }
    }

    // MARK: What is stored

    /// Takes in what the stored rows of the clocks hold; before any line.
    mutating func readClocks(_ reader: any StoreReader) throws {
        guard views.contains(ViewName.clock) else { return }
        var tape = LineTape(limits: .file)
        try reader.scanView(ViewName.clock) { key, position, row in
            guard row.count > CheckedRow.checkBytes,
                let log = try? ClockLog.reading(
                    UnsafeRawBufferPointer(rebasing: row[CheckedRow.checkBytes...]), on: &tape),
                let first = log.starts.first(where: { !$0.isOfOldKind })?.position
            else { return }
            let marked = mark(clock: key)
            clockRows[marked.id] = ClockRow(first: first, last: position)
            for start in log.starts { clockMarks.insert(marked.hash(Self.mark, start.position)) }
            for end in log.ends { clockMarks.insert(marked.hash(Self.mark, end.position)) }
        }
    }

    /// Takes a stored row off.
    mutating func subtract(
        _ view: String, _ key: String, position: Int, _ body: UnsafeRawBufferPointer,
        on tape: inout LineTape
    ) {
        guard views.contains(view) else { return }
        let isWell =
            view == ViewName.clock
            ? subtractClock(key, position, body, &tape)
            : subtractIndex(view, key, position, body, &tape)
        if !isWell { misshapen.append("\(view)/\(key)") }
    }

    private mutating func subtractIndex(
        _ view: String, _ key: String, _ position: Int, _ body: UnsafeRawBufferPointer,
        _ tape: inout LineTape
    ) -> Bool {
        guard let index = try? TrailIndex.reading(body, on: &tape),
            index.viewBody.elementsEqual(body)
        else { return false }
        var name = key
        let marked = name.withUTF8 { mark(view, UnsafeRawBufferPointer($0)) }
        var last = -1
        for one in TrailClass.allCases {
            for entry in index[one] {
                subtract(marked, one.place, entry)
                last = max(last, entry)
            }
        }
        for old in index.superseded { subtract(marked, Self.superseded, old) }
        for one in index.registrations {
            subtract(
                marked,
                RegistrationSaid(
                    position: one.position, kind: one.kind, title: one.title, code: one.code))
        }
        return last == position
    }

    private mutating func subtractClock(
        _ key: String, _ position: Int, _ body: UnsafeRawBufferPointer, _ tape: inout LineTape
    ) -> Bool {
        guard let log = try? ClockLog.reading(body, on: &tape), !log.isEmpty,
            log.viewBody.elementsEqual(body)
        else { return false }
        let marked = mark(clock: key)
        for start in log.starts { subtract(marked, start) }
        for end in log.ends { subtract(marked, end) }
        for one in log.supersessions { subtract(marked, one) }
        subtract(marked, Self.last, position)
        return true
    }

    // MARK: Sums

    private static let superseded = -1
    private static let last = -2
    private static let mark = -3

    /// A view and a key, under the key of the run.
    private struct Marked {
        let hasher: Hasher
        let id: UInt64
        var bucket: Int { Int(id % UInt64(ViewSums.buckets)) }

        init(_ hasher: Hasher) {
            self.hasher = hasher
            id = UInt64(bitPattern: Int64(hasher.finalized))
        }

        func hash(_ what: Int, _ position: Int) -> UInt64 {
            var hasher = hasher
            hasher.combine(what)
            hasher.combine(position)
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }

        func hash(_ one: some Hashable) -> UInt64 {
            var hasher = hasher
            hasher.combine(one)
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }
    }

    private func mark(_ view: String, _ key: UnsafeRawBufferPointer) -> Marked {
        var hasher = seed
        hasher.combine(view.utf8.count)
        hasher.combine(bytes: key)
        return Marked(hasher)
    }

    private func mark(clock key: String) -> Marked {
        var key = key
        return key.withUTF8 { mark(ViewName.clock, UnsafeRawBufferPointer($0)) }
    }

    private mutating func add(_ marked: Marked, _ what: Int, _ position: Int) {
        sums[marked.bucket] &+= marked.hash(what, position)
    }

    private mutating func subtract(_ marked: Marked, _ what: Int, _ position: Int) {
        sums[marked.bucket] &-= marked.hash(what, position)
    }

    private mutating func add(_ marked: Marked, _ one: some Hashable) {
        sums[marked.bucket] &+= marked.hash(one)
    }

    private mutating func subtract(_ marked: Marked, _ one: some Hashable) {
        sums[marked.bucket] &-= marked.hash(one)
    }
}

/// A registration as a row holds it.
private struct RegistrationSaid: Hashable {
    let position: Int
    let kind: SubjectKind
    let title: String?
    let code: String?
}

extension Hasher {
    /// What it comes to, going on afterwards.
    fileprivate var finalized: Int {
        let copy = self
        return copy.finalize()
    }
}
