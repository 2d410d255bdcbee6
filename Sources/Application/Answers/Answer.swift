public import Chain
public import Registry
public import Vocabulary

/// What the ledger says: a page model, and one shape for programs (`schema/answers`).
///
/// One thing has one member name in every answer: `entry` is an entry's number, `on` its day, `asOf`
/// and `knownAt` the two times it was asked by.
public protocol Answer: Sendable {
    /// Writes its members, in any order.
    func write(to writer: inout some FieldWriter)
    /// The whole object in canonical form.
    func json(at standing: LedgerStanding) -> [UInt8]
}

extension Answer {
    public func json(at standing: LedgerStanding) -> [UInt8] {
        var writer = AnswerWriter()
        write(to: &writer)
        writer.object("ledger") { standing.write(to: &$0) }
        return writer.object.bytes
    }
}

/// What is said of something, with what people call those who are named in it.
public struct Named<About: Answer>: Answer {
    public let about: About
    public let names: [SubjectID: String]

    public func write(to writer: inout some FieldWriter) { about.write(to: &writer) }
}

extension Ledger {
    func naming<About: Answer>(
        _ subjects: [SubjectID], in about: About, at times: Times
    ) throws -> Named<About> {
        Named(about: about, names: try names(of: subjects, at: times))
    }
}

extension LedgerStanding {
    /// `origin`, `size` and `root`: by which any answer can be held against a checkpoint; `signed`, the
    /// newest checkpoint that it was proven under; and whether a list was left uncompared.
    public func write(to writer: inout some FieldWriter) {
        if !isComplete { writer.put("complete", false) }
        writer.put("origin", origin)
        writer.put("root", root.hex)
        if let signed {
            writer.object("signed") { inner in
                inner.put("at", ifPresent: signed.at)
                inner.put("days", ifPresent: signed.days)
                inner.put("size", signed.size)
            }
        }
        writer.put("size", size)
    }
}

/// Writes an answer as canonical JSON. A sealed value that was opened is written in clear, as it is
/// shown; one that was not, as its commitment.
public struct AnswerWriter: FieldWriter {
    public private(set) var object = CanonicalObject()

    public init() {}

    public mutating func put(_ name: String, _ value: String) { object.set(name, value) }
    public mutating func put(_ name: String, _ value: Int) { object.set(name, value) }
    public mutating func put(_ name: String, _ value: Bool) { object.set(name, value) }
    public mutating func put(_ name: String, _ value: [String]) { object.set(name, value) }

    public mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .clear(let text): put(name, text)
        case .commitment(let hex): object(name) { $0.put("sealed", hex) }
        case .destroyed(let hex, let on, let entry):
            object(name) { sealed in
                sealed.put("sealed", hex)
                sealed.object("destroyed") { inner in
                    inner.put("entry", entry)
                    inner.put("on", ifPresent: on)
                }
            }
        }
    }

    public mutating func object(_ name: String, _ body: (inout AnswerWriter) -> Void) {
        var inner = AnswerWriter()
        body(&inner)
        object.set(name, inner.object)
    }

    public mutating func array(
        _ name: String, count: Int, _ body: (Int, inout AnswerWriter) -> Void
    ) {
        object.set(
            name,
            (0..<count).map { index in
                var inner = AnswerWriter()
                body(index, &inner)
                return inner.object
            })
    }
}

extension FieldWriter {
    /// What follows the part of a list that was asked for.
    mutating func more<Row>(_ list: Windowed<Row>) { more(list.more, list.next) }

    /// The same in the words of a list that has its own shape.
    mutating func more(_ more: Int, _ next: String?) {
        if more == 0 { return }
        put("more", more)
        put("next", ifPresent: next)
    }
}

extension FieldWriter {
    /// A list of objects.
    public mutating func list<Element>(
        _ name: String, _ elements: [Element], _ body: (Element, inout Self) -> Void
    ) {
        array(name, count: elements.count) { body(elements[$0], &$1) }
    }

    /// What is said in both languages.
    mutating func put(_ name: String, chinese: String, english: String) {
        object(name) { inner in
            inner.put("en", english)
            inner.put("zh", chinese)
        }
    }

    /// An entry with its day and its fact, where there is one.
    mutating func put(_ name: String, entry: Recorded<some Fact>?) {
        part(name, entry) { $0.writeEntry(to: &$1) }
    }

    /// Entries with their days and their facts.
    mutating func put(_ name: String, entries: [Recorded<some Fact>]) {
        list(name, entries) { $0.writeEntry(to: &$1) }
    }

    /// An entry with its day, where there is one, and what is said of its fact.
    mutating func entry<F: Fact>(
        _ name: String, _ entry: Recorded<F>?, _ body: (F, inout Self) -> Void = { _, _ in }
    ) {
        part(name, entry) { entry, inner in
            inner.put("entry", entry.position)
            inner.put("on", ifPresent: entry.on)
            body(entry.fact, &inner)
        }
    }

    /// An object, where there is one.
    mutating func part<Part>(_ name: String, _ part: Part?, _ body: (Part, inout Self) -> Void) {
        if let part { object(name) { body(part, &$0) } }
    }
}
