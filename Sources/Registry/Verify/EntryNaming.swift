import Chain
import Records
import Vocabulary

extension EntryView {
    /// Its tags as texts: whose trails it belongs to.
    var trails: [String] { tags.map(\.tag) }
}

/// Whose values an entry holds: how their owners may stand in the vault.
struct EntryOwners {
    private static let subjectKind = Array("subject:".utf8)
    private let entry: EntryView
    private let kind: EventKind?
    /// The subject whose trail the entry is on; nobody's, when it is on none. Before owners were
    /// declared, all values of an entry stood under it.
    private let subject: String?

    init(_ entry: EntryView, _ duties: DutyRegister) {
        self.entry = entry
        kind = duties.kind(ofType: entry.type)
        subject =
            entry.tags.first { $0.utf8.starts(with: Self.subjectKind) }.map {
                String(decoding: $0.utf8.dropFirst(Self.subjectKind.count), as: UTF8.self)
            }
    }

    func of(_ path: String) -> ValueOwner {
        guard let kind else { return .unknown }
        // What is of nobody else is of the officer who wrote it; before, it was nobody's.
        let author = subject.map(ValueOwner.subject) ?? .declared("officer:\(entry.actor)", or: nil)
        if path == SourceRow.path { return author }
        var fields = kind.fields
        var place: JSONCursor? = entry.data
        var found: Field?
        for part in path.split(separator: ".").map(String.init) {
            if let index = Int(part) {
                place = place.flatMap { Array($0.elements).dropFirst(index).first }
                continue
            }
            found = fields.first { $0.name == part }
            switch found?.form {
            case .object(let inner), .objects(let inner):
                fields = inner
                place = place?.member(named: part)
            case .some, nil: continue
            }
        }
        guard let owner = found?.owner,
            let identifier = place?.member(named: owner.field)?.string
        else { return author }
        return .declared("\(owner.role):\(identifier)", or: subject)
    }
}

/// Whose a value is, as far as its entry tells.
enum ValueOwner {
    /// Only a newer program knows.
    case unknown
    /// The subject whose trail the entry is on, bare or as a person.
    case subject(String)
    /// Whom the kind's declaration names; before there was one, the subject.
    case declared(String, or: String?)

    func isWritten(as text: String?) -> Bool {
        switch self {
        case .unknown: return true
        case .subject(let subject):
            if text == subject { return true }
            guard let text else { return false }
            return text.utf8.count == subject.utf8.count + 7 && text.hasPrefix("person:")
                && text.hasSuffix(subject)
        case .declared(let owner, let subject): return text == owner || text == subject
        }
    }
}

/// One value of the vault, by where its commitment stands.
struct DestroyedValue: Hashable {
    let entry: Int
    let path: String
}

extension DestroyedValue {
    private static let type = Array(ValueDestroyed.type.name.utf8)

    /// What an entry says was destroyed by law; nil for entries that say no such thing, and for one
    /// that no second person stands behind (双人复核): nobody destroys alone.
    init?(_ said: EntryView) {
        guard said.typeUTF8.elementsEqual(Self.type), let entry = said.data["entry"]?.integer,
            let path = said.data["path"]?.string,
            ValueDestroyed.isLawful(by: said.actor, approvedBy: said.approver)
        else { return nil }
        self.init(entry: entry, path: path)
    }
}

extension Digest {
    /// Stands for the hash of a line that is not there; no line hashes to it.
    static var hole: Digest {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { bytes in
            bytes.initializeMemory(as: UInt8.self, repeating: 0)
            return Digest(rawBytes: UnsafeRawBufferPointer(bytes))
        }
    }
}

extension TileAddress {
    /// How a tile is named in reports: `level/index`.
    var name: String { "\(level)/\(index)" }
}

/// The delivered row that an entry says it is the first of.
struct SourceRow {
    /// Where the row itself stands in the entry.
    static let path = "source.row"

    /// Delivery, file and key, each behind its length.
    let key: [UInt8]
    let delivery: String
    let file: String
    let rowKey: String
    let count: Int

    init?(_ entry: EntryView) {
        guard let source = entry.data["source"], let delivery = source["delivery"]?.string,
            let file = source["file"]?.string, let rowKey = source["key"]?.string,
            let count = source["events"]?.integer
        else { return nil }
        self.delivery = delivery
        self.file = file
        self.rowKey = rowKey
        self.count = count
        key = Self.key(delivery, file, rowKey)
    }

    static func key(_ delivery: String, _ file: String, _ rowKey: String) -> [UInt8] {
        [delivery, file, rowKey].flatMap { part in
            Array(String(part.utf8.count).utf8) + [0x3A] + Array(part.utf8)
        }
    }
}
