import Law
public import Vocabulary

/// Where the entries about one subject or one case stand in the ledger, by what they amount to
/// (轨迹索引): the small view from which one sees at once who has findings and how many.
///
/// It says nothing that the entries do not say, and forgets nothing: what no longer stands is noted
/// beside what it was.
///
/// - Invariant: I7: whatever the order in which entries arrive, and wherever a fold is cut and
///   merged, the content and its bytes are the same. I5: `apply` cannot fail.
/// - Cost: O(1) amortised an entry in the order of positions; some five bytes of row an entry.
public struct TrailIndex: Hashable, Sendable {
    /// A registration among the entries (主体登记).
    public struct Registration: Hashable, Sendable {
        public let position: Position
        public let kind: SubjectKind
        /// Public title of a unit or organisation.
        public let title: String?
        /// Unified social credit code (统一社会信用代码) of an organisation or unit.
        public let code: String?
    }

    /// A change of what it is called, or of its number (更名).
    public struct Renaming: Hashable, Sendable {
        public let position: Position
        public let title: String?
        public let code: String?
    }

    /// In the order of positions.
    public private(set) var registrations: [Registration] = []
    /// In the order of positions.
    public private(set) var renamings: [Renaming] = []
    /// The entries that no longer stand, ascending.
    public private(set) var superseded: [Position] = []
    /// By the place of the class in `TrailClass.allCases`; each ascending.
    private var positions = [[Position]](repeating: [], count: TrailClass.allCases.count)

    public init() {}

    /// Every entry of that class, ascending.
    public subscript(class: TrailClass) -> [Position] { positions[`class`.place] }

    /// The entries of that class that still stand, ascending.
    public func standing(_ class: TrailClass) -> [Position] {
        superseded.isEmpty ? self[`class`] : self[`class`].filter { !superseded.holds($0) }
    }

    /// The registration that stands, the newest if there are several.
    public var registration: Registration? {
        registrations.last { !superseded.holds($0.position) }
    }

    /// Everything that names it or ever did, in the order of the entries.
    public var names: [Renaming] {
        let registered = registrations.map {
            Renaming(position: $0.position, title: $0.title, code: $0.code)
        }
        return renamings.isEmpty
            ? registered : (registered + renamings).sorted { $0.position < $1.position }
    }

    /// Takes an entry in that is about the subject or case.
    ///
    /// - Parameter subject: Whose index it is; nil for a case.
    public mutating func apply(_ recorded: RecordedEvent, about subject: SubjectID? = nil) {
        var registered: SubjectRegistered?
        if let fact = recorded.event[SubjectRegistered.self], fact.subject == subject {
            registered = fact
        }
        var renamed: SubjectRenamed?
        if let fact = recorded.event[SubjectRenamed.self], fact.subject == subject {
            renamed = fact
        }
        apply(
            recorded.event.trailClass, at: recorded.position, superseding: recorded.supersedes,
            registering: registered, renaming: renamed)
    }

    /// Takes an entry in by what its envelope says.
    ///
    /// - Parameters:
    ///   - fact: The registration of the subject itself, if the entry is one.
    ///   - change: The change of its name or number, if the entry is one.
    public mutating func apply(
        _ class: TrailClass, at position: Position, superseding old: Position?,
        registering fact: SubjectRegistered? = nil, renaming change: SubjectRenamed? = nil
    ) {
        positions[`class`.place].take(position)
        if let old { superseded.take(old) }
        if let fact {
            take(
                Registration(
                    position: position, kind: fact.kind, title: fact.title, code: fact.code))
        }
        if let change {
            take(Renaming(position: position, title: change.title, code: change.code))
        }
    }

    /// The union with what another fold of the same subject or case saw.
    public mutating func merge(_ other: TrailIndex) {
        for place in positions.indices { positions[place].take(all: other.positions[place]) }
        superseded.take(all: other.superseded)
        for one in other.registrations { take(one) }
        for one in other.renamings { take(one) }
    }

    private mutating func take(_ one: Registration) {
        let index = registrations.firstIndex { $0.position >= one.position }
        guard let index else { return registrations.append(one) }
        if registrations[index].position != one.position { registrations.insert(one, at: index) }
    }

    private mutating func take(_ one: Renaming) {
        let index = renamings.firstIndex { $0.position >= one.position }
        guard let index else { return renamings.append(one) }
        if renamings[index].position != one.position { renamings.insert(one, at: index) }
    }

    /// Writes the row; the same content gives the same bytes.
    ///
    /// A class stands under its code as a text: the first position, then the distances to the next.
    public func write(to writer: inout some FieldWriter) {
        // In the order of the names, as a canonical object holds them.
        write(.cleared, to: &writer)
        write(.correction, to: &writer)
        write(.decision, to: &writer)
        write(.found, to: &writer)
        write(.objection, to: &writer)
        write(.opaque, to: &writer)
        write(.post, to: &writer)
        write(.procedure, to: &writer)
        write(.record, to: &writer)
        write(.registration, to: &writer)
        if !registrations.isEmpty {
            writer.array("registrations", count: registrations.count) { index, inner in
                registrations[index].write(to: &inner)
            }
        }
        write(.remedy, to: &writer)
        if !renamings.isEmpty {
            writer.array("renamings", count: renamings.count) { index, inner in
                renamings[index].write(to: &inner)
            }
        }
        write(.repair, to: &writer)
        write(.sanction, to: &writer)
        if !superseded.isEmpty { writer.put("superseded", superseded.distances) }
        write(.suspected, to: &writer)
    }

    private func write(_ class: TrailClass, to writer: inout some FieldWriter) {
        if !self[`class`].isEmpty { writer.put(`class`.rawValue, self[`class`].distances) }
    }

    /// Reads what `write` wrote.
    public init(from reader: some FieldReader) throws(FieldFault) {
        for kind in TrailClass.allCases {
            if let text = reader.string(kind.member) {
                positions[kind.place] = try [Position](distances: text, in: kind.rawValue)
            }
        }
        if let text = reader.string("superseded") {
            superseded = try [Position](distances: text, in: "superseded")
        }
        for one in reader.array("registrations") ?? [] { take(try Registration(from: one)) }
        for one in reader.array("renamings") ?? [] { take(try Renaming(from: one)) }
    }
}

extension TrailIndex.Registration {
    func write(to writer: inout some FieldWriter) {
        writer.put("code", ifPresent: code)
        writer.put("kind", code: kind)
        writer.put("position", position)
        writer.put("title", ifPresent: title)
    }

    init(from reader: some FieldReader) throws(FieldFault) {
        guard let position = reader.integer("position") else { throw .missing("position") }
        self.position = position
        guard let kind = try SubjectKind.read("kind", in: reader) else { throw .missing("kind") }
        self.kind = kind
        title = reader.string("title")
        code = reader.string("code")
    }
}

extension TrailIndex.Renaming {
    func write(to writer: inout some FieldWriter) {
        writer.put("code", ifPresent: code)
        writer.put("position", position)
        writer.put("title", ifPresent: title)
    }

    init(from reader: some FieldReader) throws(FieldFault) {
        guard let position = reader.integer("position") else { throw .missing("position") }
        self.position = position
        title = reader.string("title")
        code = reader.string("code")
    }
}

extension TrailClass {
    /// Its place among all of them.
    public var place: Int {
        switch self {
        case .registration: 0
        case .post: 1
        case .procedure: 2
        case .suspected: 3
        case .found: 4
        case .cleared: 5
        case .sanction: 6
        case .correction: 7
        case .decision: 8
        case .remedy: 9
        case .opaque: 10
        case .record: 11
        case .objection: 12
        case .repair: 13
        }
    }

    fileprivate var member: StaticString {
        switch self {
        case .registration: "registration"
        case .post: "post"
        case .procedure: "procedure"
        case .suspected: "suspected"
        case .found: "found"
        case .cleared: "cleared"
        case .sanction: "sanction"
        case .correction: "correction"
        case .decision: "decision"
        case .remedy: "remedy"
        case .opaque: "opaque"
        case .record: "record"
        case .objection: "objection"
        case .repair: "repair"
        }
    }
}

/// Positions in ascending order, each once.
extension [Position] {
    fileprivate mutating func take(_ position: Position) {
        guard let last, last >= position else { return append(position) }
        let index = place(of: position)
        if self[index] != position { insert(position, at: index) }
    }

    fileprivate mutating func take(all other: [Position]) {
        guard let first = other.first else { return }
        if let last, last >= first {
            for position in other { take(position) }
        } else {
            append(contentsOf: other)
        }
    }

    fileprivate func holds(_ position: Position) -> Bool {
        guard let last, last >= position else { return false }
        return self[place(of: position)] == position
    }

    /// Index of the first at or after `position`, which is at most the last.
    private func place(of position: Position) -> Int {
        var low = 0
        var high = count - 1
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// `12 3 1` for 12, 15 and 16.
    fileprivate var distances: String {
        var text = ""
        text.reserveCapacity(count * 5)
        var before = 0
        for (index, position) in enumerated() {
            if index > 0 { text.append(" ") }
            text.append(String(position - before))
            before = position
        }
        return text
    }

    /// No position lies beyond it.
    private static var limit: Int { 1 << 53 }

    fileprivate init(distances text: String, in field: String) throws(FieldFault) {
        self = []
        var position = 0
        for part in text.utf8.split(separator: UInt8(ascii: " ")) {
            guard let distance = Int(Substring(part)), isEmpty || distance > 0 else {
                throw .notPositions(field)
            }
            let (next, overflow) = position.addingReportingOverflow(distance)
            guard !overflow, (-Self.limit...Self.limit).contains(next) else {
                throw .notPositions(field)
            }
            position = next
            append(position)
        }
    }
}
