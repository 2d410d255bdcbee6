import Chain
public import Law
public import Records
import Store
public import Vocabulary

extension Ledger {
    /// Registered subjects whose identifier begins with the words, or whose title, name or code
    /// contains them, today or ever, or who go by that number.
    ///
    /// - Parameter day: As of which they are shown; nil: today.
    /// - Returns: At most `limit`, by identifier.
    public func subjects(
        matching words: String, limit: Int, asOf day: CalendarDate? = nil
    ) throws -> [FoundSubject] {
        let sought = SoughtSubject(words)
        let day = day ?? clock.now().dateInChina
        return try read { reader in
            let opener = Opener(identity.suite, reader, duties)
            let called = reader.comparesLists() ? nil : try called(sought, reader)
            var found: [FoundSubject] = []
            try eachSubject(reader) { id, index in
                guard found.count < limit, let registration = index.registration else { return }
                let isMeant =
                    try called.map { $0.contains(registration.position) }
                    ?? sought.isMet(by: index, registration, as: id) {
                        try opener.open($0, at: $1)?.text
                    }
                if isMeant {
                    found.append(
                        try self.found(id, index, registration, sought, on: day, opener, reader))
                }
            }
            return try toldApart(found, opener)
        }
    }

    /// The registrations of those who are looked for, where not every line is compared: thousands of
    /// names are then read as they lie in the vault, in its order. One that fits is opened when its
    /// line is made; one that is not there was destroyed, or is damage.
    private func called(_ sought: SoughtSubject, _ reader: ProvenReader) throws -> Set<Position> {
        var found: Set<Position> = []
        var unread: [(named: Position, registered: Position)] = []
        try eachSubject(reader) { id, index in
            guard let registration = index.registration else { return }
            if sought.isMet(by: index, registration, as: id, sealed: { _, _ in nil }) {
                found.insert(registration.position)
            } else if registration.kind == .person {
                unread += index.names.map { ($0.position, registration.position) }
            }
        }
        unread.sort { $0.named < $1.named }
        let opener = Opener(identity.suite, reader, duties)
        for one in unread where !found.contains(one.registered) {
            let isMeant = try sought.isMet(at: one.named) { path, position in
                try reader.sealed(seq: position, path: path).map {
                    String(decoding: $0.value, as: UTF8.self)
                } ?? opener.open(path, at: position)?.text
            }
            if isMeant { found.insert(one.registered) }
        }
        return found
    }

    /// The line of somebody who was found.
    private func found(
        _ id: SubjectID, _ index: TrailIndex, _ registration: TrailIndex.Registration,
        _ sought: SoughtSubject, on day: CalendarDate, _ opener: Opener, _ reader: ProvenReader
    ) throws -> FoundSubject {
        let file: SubjectFile? = try FileReading(self, reader).view(id)
        // What no line was compared with says what its file says.
        guard let file, let stands = file.standingRegistration(),
            stands.position == registration.position, stands.fact.kind == registration.kind,
            stands.fact.code == registration.code, stands.fact.title == registration.title,
            let then = file.registration(on: day)
        else { throw LedgerFault.damagedView("\(ViewName.subject)/\(id)") }
        var name = then.title.map(Sealed.clear)
        if registration.kind == .person {
            name = try file.entry(giving: { $0.name != nil }, on: day).flatMap {
                try opener.open("name", at: $0)
            }
        }
        var called: FoundSubject.Called?
        if !sought.isMet(by: name?.text) {
            for other in file.otherNames(on: day) {
                let text =
                    registration.kind == .person
                    ? try opener.open("name", at: other.position)?.text : other.title
                guard let text, sought.isMet(by: text) else { continue }
                called = FoundSubject.Called(name: text, reason: other.reason, day: other.day)
                break
            }
        }
        // What `status` says, no more.
        let today = clock.now().dateInChina
        return FoundSubject(
            subject: id, kind: registration.kind, name: name, code: then.code,
            entries: index.entries,
            findings: index.standing(.found).isEmpty ? 0 : file.findingsInForce(on: today).count,
            called: called, post: file.service(on: day).posts.last?.post,
            numbered: file.entry(giving: { $0.idNumber != nil }, on: day))
    }

    /// Several of one name are told apart by unit, post and the last four of the number.
    private func toldApart(_ found: [FoundSubject], _ opener: Opener) throws -> [FoundSubject] {
        var byName: [String: Int] = [:]
        for one in found where one.kind == .person {
            if let name = one.name?.text { byName[ReadText.sought(name), default: 0] += 1 }
        }
        return try found.map { one in
            guard one.kind == .person, let name = one.name?.text,
                byName[ReadText.sought(name)] ?? 0 > 1
            else { return one }
            var one = one
            let number = try one.numbered.flatMap { try opener.open("idNumber", at: $0) }
            one.apart = FoundSubject.Apart(
                post: one.post, numberEnding: number?.text.map { String($0.suffix(4)) })
            return one
        }
    }
}

/// A subject that a search found.
public struct FoundSubject: Sendable {
    /// A name by which it was found and which is not its name of the day.
    public struct Called: Sendable {
        public let name: String
        public let reason: OtherName.Reason
        /// Its last day; of a later one its first.
        public let day: CalendarDate?
    }

    /// What tells several of one name apart.
    public struct Apart: Sendable {
        public let post: Post?
        /// The last four characters of the ID number.
        public let numberEnding: String?
    }

    public let subject: SubjectID
    public let kind: SubjectKind
    /// A person's name from the vault, a unit's public title, as of the day; nil when there is none.
    public let name: Sealed?
    public let code: String?
    /// How many entries its trail has.
    public let entries: Int
    /// How many findings of responsibility count today; a suspicion is not one.
    public let findings: Int
    public let called: Called?
    /// Nil where nobody else of that name was found.
    public internal(set) var apart: Apart? = nil
    /// The post held last on the day.
    let post: Post?
    /// The entry that gives the number of the day.
    let numbered: Position?
}

/// What was typed to find somebody.
struct SoughtSubject {
    /// Nothing was: everybody is meant.
    private let isEmpty: Bool
    private let typed: String
    /// As identifiers are written.
    private let identifier: String
    /// As people read it: nobody sees how wide a letter is, nor which of the middle dots stands in a
    /// name.
    private let read: String
    /// Nil where it is no number.
    private let number: String?

    init(_ words: String) {
        isEmpty = words.isEmpty
        typed = words.lowercased()
        identifier = Officer.shaped(words).lowercased()
        read = ReadText.sought(words)
        let shaped = NumberShape.identityNumber.shaped(words)
        number = shaped.count { $0.isNumber } >= 6 ? shaped : nil
    }

    /// Whether it is the subject, by anything that it is called or ever was.
    ///
    /// - Parameter sealed: Reads a sealed value by its path and entry; asked only where nothing else
    ///   fits.
    func isMet(
        by index: TrailIndex, _ registration: TrailIndex.Registration, as id: SubjectID,
        sealed: (String, Position) throws -> String?
    ) rethrows -> Bool {
        if isEmpty || !identifier.isEmpty && id.text.lowercased().hasPrefix(identifier) {
            return true
        }
        let names = index.names
        let isCode = names.contains { one in
            guard let code = one.code else { return false }
            return code.lowercased().contains(typed)
                || (!read.isEmpty && ReadText.sought(code).contains(read))
        }
        if isCode { return true }
        if registration.kind != .person { return names.contains { isMet(by: $0.title) } }
        return try names.contains { try isMet(at: $0.position, sealed: sealed) }
    }

    /// Whether the name or the number that an entry gives is the one.
    func isMet(
        at position: Position, sealed: (String, Position) throws -> String?
    ) rethrows -> Bool {
        if isMet(by: try sealed("name", position)) { return true }
        guard let number else { return false }
        return try sealed("idNumber", position).map(NumberShape.identityNumber.shaped) == number
    }

    func isMet(by name: String?) -> Bool {
        guard let name, !read.isEmpty else { return isEmpty }
        return ReadText.sought(name).contains(read)
    }
}
