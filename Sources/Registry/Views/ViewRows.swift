import Chain
import Law
import Records
import Store
import Vocabulary

/// The stored views. Derived: rebuilt from the entries at any time.
enum ViewName {
    /// Key: subject. Row: the ``TrailIndex`` of its entries; what `subject find` reads.
    static let subject = "subject"
    /// Key: case. Row: the ``TrailIndex`` of its entries.
    static let `case` = "case"
    /// Key: tag of a decision, case or sanction. Row: the ``ClockLog`` of its file; what
    /// `deadlines` reads.
    static let clock = "deadline"
    /// Key: any other tag. Row: the ``TrailIndex`` of its entries.
    static let file = "file"

    static let all = [`case`, clock, file, subject]
    /// Views of earlier programs, which nobody reads any more: the clocks as they were before their
    /// terms and owners were told. They go when views are written.
    static let retired: Set = ["clock"]

    /// Where the index of a trail is stored.
    static func index(of tag: Tag) -> (view: String, key: String) {
        switch tag.kind {
        case .subject: (subject, tag.identifier)
        case .case: (`case`, tag.identifier)
        default: (file, tag.description)
        }
    }
}

/// One row of a view: its check, then its canonical bytes.
///
///     row = H(view ‖ 0x00 ‖ key ‖ 0x00 ‖ position as 8 bytes, big-endian ‖ body) ‖ body
///
/// The check finds accidents and clumsy hands without folding the log again; that a row *says*
/// what the entries say is what `verify` proves, and whoever answers from rows (``Ledger/eachRow``).
enum CheckedRow {
    static let checkBytes = 32

    static func seal(
        _ body: [UInt8], view: String, key: String, position: Int,
        using digest: inout DigestContext
    ) -> [UInt8] {
        let check: Digest = body.withUnsafeBytes {
            Self.check($0, view: view, key: key, position: position, using: &digest)
        }
        return check.bytes + body
    }

    /// The check a row must have.
    static func check(
        _ body: UnsafeRawBufferPointer, view: String, key: String, position: Int,
        using digest: inout DigestContext
    ) -> Digest {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(view.utf8.count + key.utf8.count + 10)
        bytes += view.utf8
        bytes.append(0)
        bytes += key.utf8
        bytes.append(0)
        withUnsafeBytes(of: UInt64(truncatingIfNeeded: position).bigEndian) { bytes += $0 }
        // The body is not copied: an index has some five bytes an entry.
        return bytes.withUnsafeBytes { digest.digest($0, body) }
    }

    /// The body of a stored row; nil when its check does not hold.
    static func open(
        _ row: UnsafeRawBufferPointer, view: String, key: String, position: Int,
        using digest: inout DigestContext
    ) -> UnsafeRawBufferPointer? {
        guard row.count > checkBytes else { return nil }
        let body = UnsafeRawBufferPointer(rebasing: row[checkBytes...])
        let check = check(body, view: view, key: key, position: position, using: &digest)
        return check.withUnsafeBytes({ $0.elementsEqual(row[..<checkBytes]) }) ? body : nil
    }
}

/// How many rows a view has and the sum of their checks, so that a row that was dropped or slipped
/// in shows. It is kept with the position up to which the view has followed the log.
struct ViewTally: Hashable {
    var rows = 0
    var sum: UInt64 = 0

    init() {}

    /// Reads `rows:sum:position`; the position is the store's to tell.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let rows = Int(parts[0]), (0...Self.most).contains(rows),
            let sum = UInt64(parts[1], radix: 16)
        else { return nil }
        self.rows = rows
        self.sum = sum
    }

    /// No view has more rows than a store has entries, so that counting on cannot overflow.
    private static let most = 1 << 45

    func text(at position: Int) -> String { "\(rows):\(String(sum, radix: 16)):\(position)" }

    static func factName(of view: String) -> String { "view." + view }

    /// Whether a fact of that name says something of our views.
    static func isFact(_ name: String) -> Bool {
        name == UnknownKinds.factName
            || (ViewName.all + ViewName.retired).contains { factName(of: $0) == name }
    }

    mutating func add(_ row: some Collection<UInt8>) {
        rows += 1
        sum &+= Self.word(row)
    }

    mutating func subtract(_ row: some Collection<UInt8>) {
        // A tally that is not true must not stop what finds it out.
        rows = max(0, rows - 1)
        sum &-= Self.word(row)
    }

    private static func word(_ row: some Collection<UInt8>) -> UInt64 {
        row.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
