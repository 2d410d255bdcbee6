import Chain
import Law
import Records
import Store
import Vocabulary

/// Opens sealed values from the vault of one reading.
///
/// The vault is not trusted: a value is shown only when it opens the commitment in its entry. A name
/// that somebody altered would put another person's life on the page.
final class Opener {
    private let store: any StoreReader
    private var digest: DigestContext
    private var tape = LineTape()
    private var entries: EntryReader
    /// What reading ran into while an event was read; an event reader cannot throw it.
    private var failure: (any Error)?

    init(_ suite: Suite, _ store: any StoreReader, _ duties: DutyRegister) {
        self.store = store
        entries = EntryReader(duties)
        digest = DigestContext(suite)
    }

    /// What became of the value behind `commitment`: opened, or destroyed by law.
    ///
    /// - Throws: ``LedgerFault/damagedValue(entry:)`` when it does not open the commitment, or is not
    ///   there and no entry says that it was destroyed.
    func open(_ path: String, at position: Int, commitment: String) throws -> Sealed {
        guard let sealed = try store.sealed(seq: position, path: path) else {
            guard let destroyed = try destruction(of: path, at: position) else {
                throw LedgerFault.damagedValue(entry: position)
            }
            return .destroyed(
                commitment: commitment, on: destroyed.on?.description, by: destroyed.position)
        }
        guard let committed = Digest(hex: commitment),
            DigestSeal.opens(sealed, committed, using: &digest)
        else { throw LedgerFault.damagedValue(entry: position) }
        return .clear(String(decoding: sealed.value, as: UTF8.self))
    }

    /// The entry by which a value was destroyed.
    private func destruction(of path: String, at position: Int) throws -> Recorded<ValueDestroyed>?
    {
        try store.trail(
            of: ValueDestroyed.tag(of: position).description, using: &entries
        ).lazy.compactMap(ValueDestroyed.lawful).first { $0.fact.path == path }
    }

    /// What became of the sealed member of an entry's `data`; nil when there is none.
    func open(_ path: String, at position: Int) throws -> Sealed? {
        let commitment = try store.withLine(at: position) { line -> String? in
            guard let entry = try? EntryView.read(line, tape: &tape) else {
                throw LedgerFault.damaged(entry: position)
            }
            var value: JSONCursor? = entry.data
            for part in path.split(separator: ".") { value = value?.member(named: String(part)) }
            return value?["sealed"]?.string
        }
        guard let commitment = commitment ?? nil else { return nil }
        return try open(path, at: position, commitment: commitment)
    }

    /// An event read through `read` with its sealed fields opened.
    func reading<Event>(
        at position: Int, _ read: (@escaping OpeningReader.Open) throws -> Event
    ) throws -> Event {
        failure = nil
        let event = try read { [self] path, commitment in
            do {
                return try open(path, at: position, commitment: commitment)
            } catch {
                failure = failure ?? error
                return nil
            }
        }
        if let failure { throw failure }
        return event
    }
}
