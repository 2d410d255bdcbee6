import Law
public import Records
import Store
public import Vocabulary

/// Which part of a list is asked for: lists are long, and a page is not (翻页).
public struct ListWindow: Hashable, Sendable {
    /// How many lines at the most; at least 1.
    public let limit: Int
    /// The identifier after which it goes on; nil: from the first.
    public let after: String?

    /// How many a list shows where nobody says.
    public static let usual = 200

    public init(limit: Int = ListWindow.usual, after: String? = nil) {
        self.limit = max(1, limit)
        self.after = after
    }

    /// Everything.
    public static let whole = ListWindow(limit: .max)
}

/// A part of a list.
public struct Windowed<Row: Sendable>: Sendable {
    public let rows: [Row]
    /// How many identifiers follow that were not looked at; 0: the list ends here.
    public let more: Int
    /// The last identifier that was looked at, where more follow.
    public let next: String?
}

extension Ledger {
    /// The lines of a list by identifier, read until the window is full.
    ///
    /// - Parameter read: Gives the line under a tag; nil where it belongs to none.
    func windowed<Row: Sendable>(
        _ kind: TagKind, _ window: ListWindow, _ reader: any StoreReader,
        read: (Tag) throws -> Row?
    ) throws -> Windowed<Row> {
        let prefix = kind.name + ":"
        var after = window.after.map { prefix + $0 }
        var rows: [Row] = []
        var more = 0
        var next: String?
        while true {
            let heads = try reader.tags(prefix: prefix, after: after, limit: Self.headsAtOnce)
            for head in heads {
                if rows.count == window.limit {
                    more += 1
                    continue
                }
                guard let tag = Tag(head.tag) else { throw LedgerFault.damagedHead(of: head.tag) }
                if let row = try read(tag) { rows.append(row) }
                next = tag.identifier
            }
            guard heads.count == Self.headsAtOnce, let last = heads.last else { break }
            after = last.tag
        }
        return Windowed(rows: rows, more: more, next: more > 0 ? next : nil)
    }

    /// The trails under the tags of one kind, by identifier; those of which nothing is known by then
    /// are left out.
    public func trails(
        of kind: TagKind, at times: Times = Times(), in window: ListWindow = .whole
    ) throws -> Windowed<(tag: Tag, trail: Trail)> {
        try read { reader in
            try reader.proveHeadsByLines()
            let files = FileReading(self, reader, opening: true)
            return try windowed(kind, window, reader) { tag in
                let trail = LifelongTrail.build(
                    events: try files.trail(tag), asOf: times.asOf, knownAt: times.knownAt)
                return trail.items.isEmpty ? nil : (tag, trail)
            }
        }
    }

    private static var headsAtOnce: Int { 1_024 }
}
