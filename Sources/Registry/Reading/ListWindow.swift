import Law
public import Records
import Store
public import Vocabulary

/// Which part of a list is asked for: lists are long, and a page is not (翻页).
public struct ListWindow: Hashable, Sendable {
    /// How many lines at the most; at least 1.
    public let limit: Int
    /// The place after which it goes on, as ``Windowed/next`` gave it; nil: from the first.
    public let after: String?
    /// With what it is compared.
    public let completeness: Completeness

    /// How many a list shows where nobody says.
    public static let usual = 100
    /// How many files are read for a page of a ledger that is not compared with every entry, where
    /// few of them are such as asked for.
    static let read = 1_000

    public init(
        limit: Int = ListWindow.usual, after: String? = nil, completeness: Completeness = .usual
    ) {
        self.limit = max(1, limit)
        self.after = after
        self.completeness = completeness
    }

    /// Everything.
    public static let whole = ListWindow(limit: .max)
}

/// A part of a list.
public struct Windowed<Row: Sendable>: Sendable {
    public let rows: [Row]
    /// How many follow that were not looked at; 0: the list ends here.
    public let more: Int
    /// Where it goes on: the last that was looked at, where more follow.
    public let next: String?

    public init(rows: [Row], more: Int = 0, next: String? = nil) {
        self.rows = rows
        self.more = more
        self.next = next
    }
}

extension Windowed: Equatable where Row: Equatable {}
extension Windowed: Hashable where Row: Hashable {}

extension Ledger {
    /// The lines of a list by identifier, read until the window is full.
    ///
    /// - Parameter read: Gives the lines under a tag; none where nothing of it belongs to the list.
    func windowed<Row: Sendable>(
        _ kind: TagKind, _ window: ListWindow, _ reader: ProvenReader,
        read: (Tag) throws -> [Row]
    ) throws -> Windowed<Row> {
        let prefix = kind.name + ":"
        let bound = reader.comparesLists() || window.limit == .max ? Int.max : ListWindow.read
        try reader.proveListedHeads()
        var after = window.after.map { prefix + $0 }
        var rows: [Row] = []
        var looked = 0
        while true {
            let heads = try reader.provenTags(
                of: kind, after: after, limit: min(Self.headsAtOnce, bound))
            for head in heads {
                if rows.count >= window.limit || looked == bound {
                    return Windowed(
                        rows: rows, more: try reader.countTags(prefix: prefix, after: after),
                        next: after.map { String($0.dropFirst(prefix.count)) })
                }
                guard let tag = Tag(head.tag) else { throw LedgerFault.damagedHead(of: head.tag) }
                rows += try read(tag)
                looked += 1
                after = head.tag
            }
            if heads.isEmpty { return Windowed(rows: rows) }
        }
    }

    /// The same of files that were found another way.
    func windowed<Row: Sendable>(
        _ tags: Set<Tag>, _ window: ListWindow, read: (Tag) throws -> [Row]
    ) throws -> Windowed<Row> {
        var left = tags.sorted { $0.identifier.utf8.lexicographicallyPrecedes($1.identifier.utf8) }[
            ...]
        if let after = window.after {
            left = left.drop { !after.utf8.lexicographicallyPrecedes($0.identifier.utf8) }
        }
        var rows: [Row] = []
        var next: String?
        while let tag = left.first, rows.count < window.limit {
            rows += try read(tag)
            next = tag.identifier
            left.removeFirst()
        }
        return Windowed(rows: rows, more: left.count, next: left.isEmpty ? nil : next)
    }

    /// The trails under the tags of one kind, by identifier; those of which nothing is known by then
    /// are left out.
    public func trails(
        of kind: TagKind, at times: Times = Times(), in window: ListWindow = .whole
    ) throws -> Windowed<(tag: Tag, trail: Trail)> {
        try read { reader in
            let files = FileReading(self, reader, opening: true)
            return try windowed(kind, window, reader) { tag in
                let trail = LifelongTrail.build(
                    events: try files.trail(tag), asOf: times.asOf, knownAt: times.knownAt)
                return trail.items.isEmpty ? [] : [(tag, trail)]
            }
        }
    }

    private static var headsAtOnce: Int { 1_024 }
}
