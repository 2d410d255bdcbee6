public import Law
import Records
import Vocabulary

/// Why the registry did not do what it was asked. None carries personal data.
public enum LedgerFault: Error, Equatable, Sendable {
    /// The ledger has no first entry: its creation was cut short.
    case unfinished
    /// The entry cannot be read; `stele verify` says more.
    case damaged(entry: Int)
    /// The entry is not what others recorded of it; `stele verify` says more.
    case altered(entry: Int)
    /// Where the chain of a tag ends cannot be true; `stele verify` says more, `stele rebuild` mends.
    case damagedHead(of: String)
    /// What the table of delivered rows says of a row cannot be true; `stele verify` says more,
    /// `stele rebuild` mends.
    case damagedRow(file: String, key: String)
    /// A sealed value is not what its entry commits to; `stele verify` says more.
    case damagedValue(entry: Int)
    /// Something beside the entries is damaged, named as `stele verify` names it.
    case notSound(place: String)
    /// What is there disagrees on what was recorded; making things anew would hide it.
    case evidence([Damage])
    /// What was to be read is damaged: what a verification then found of it, and how many damages
    /// more.
    case unsound([Damage], more: Int)
    /// A stored view cannot be read; `stele rebuild` makes it anew.
    case damagedView(String)
    /// The clock is behind the last entry, so an entry recorded now would seem to precede it.
    case clockBehind(last: Instant, now: Instant)
    /// The clock is far ahead of the last entry, and nobody stands behind it: an entry recorded now
    /// would close the ledger until that day, should it be wrong.
    case clockAhead(last: Instant, now: Instant)
    /// Nobody stands behind the clock by which others are to be found wrong.
    case clockUnconfirmed(now: Instant)
    /// The entry is not the first that lies ahead of the clock; nil: none does.
    case notFirstAhead(entry: Int, first: Int?)
    /// The signing key is not the one the ledger names in entry 0.
    case foreignKey(expected: String, found: String)
    /// The ledger is shorter than, or another than, what its key has signed already; `signed` is how
    /// many entries that covers, nil where it cannot be read.
    case signedOtherwise(signed: Int?, size: Int)
    /// No entry at that position.
    case noSuchEntry(position: Int, size: Int)
    /// The checkpoint asked for does not fit the ledger.
    case noSuchSize(asked: Int, size: Int)
    /// No checkpoint of the ledger covers that entry.
    case noCheckpoint(over: Int)
    /// What was to be recorded does not fit into an entry. Units: bytes.
    case entryTooLarge(bytes: Int, limit: Int)
    /// Whether the entries from one position up to another were recorded is not known: the device
    /// or the line failed in the middle of the commit. The ledger is opened anew and its size read:
    /// `to` says that they were, `from` that they were not.
    /// `isFull` when it was for want of room.
    case unknownOutcome(from: Int, to: Int, isFull: Bool = false)
    /// The text is not an identifier of anything in the ledger.
    case notAnIdentifier
    /// The origin cannot name a key: it is empty, or holds white space or `+`.
    case unusableOrigin(String)
}

extension LedgerFault {
    /// What a verification found, as the reason not to go on.
    init(_ damage: Damage) {
        self =
            damage.entry.map { .damaged(entry: $0) }
            ?? .notSound(place: damage.place ?? damage.kind.rawValue)
    }
}
