import Chain
import Records
import Store

/// Opens sealed values from the vault of one reading.
///
/// The vault is not trusted: a value is shown only when it opens the commitment in its entry. A name
/// that somebody altered would put another person's life on the page.
final class Opener {
    private let store: any StoreReader
    private var digest: DigestContext
    private var tape = LineTape()
    /// What reading ran into while an event was read; an event reader cannot throw it.
    private var failure: (any Error)?

    init(_ suite: Suite, _ store: any StoreReader) {
        self.store = store
        digest = DigestContext(suite)
    }

    /// The value behind `commitment`; nil when it is not in the vault (any more).
    ///
    /// - Throws: ``LedgerFault/damagedValue(entry:)`` when it does not open the commitment.
    func open(_ path: String, at position: Int, commitment: String) throws -> String? {
        guard let sealed = try store.sealed(seq: position, path: path) else { return nil }
        let isTrue =
            sealed.salt.count >= 16
            && sealed.salt.withUnsafeBytes { salt in
                sealed.value.withUnsafeBytes { digest.commitment(salt: salt, value: $0) }
            } == Digest(hex: commitment)
        guard isTrue else { throw LedgerFault.damagedValue(entry: position) }
        return String(decoding: sealed.value, as: UTF8.self)
    }

    /// The value of a member of an entry's `data`; nil when it is not there.
    func open(_ path: String, at position: Int) throws -> String? {
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
