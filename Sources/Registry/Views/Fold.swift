import Chain
import Law
import Records
import Store
import Vocabulary

/// What a row of a view says, apart from its check. Folds of neighbouring runs of entries merge into
/// the fold of both, in any grouping (I7).
protocol RowContent: Sendable {
    init()
    /// Adds what a later run says.
    mutating func merge(_ later: Self)
    /// Whether there is nothing to keep; then there is no row.
    var isEmpty: Bool { get }
    /// The bytes of the row; the same content gives the same bytes.
    var viewBody: [UInt8] { get }
    /// - Parameter tape: Used for row after row.
    static func reading(_ body: UnsafeRawBufferPointer, on tape: inout LineTape) throws -> Self
}

extension RowContent {
    static func reading(_ body: UnsafeRawBufferPointer) throws -> Self {
        // A row may be larger than an entry, and is read with limits of its own.
        var tape = LineTape(limits: .file)
        return try reading(body, on: &tape)
    }
}

/// The rows of one view as a run of entries makes them.
struct FoldedView<Content: RowContent>: Sendable {
    /// A partial row and the last entry that changed it.
    struct Partial: Sendable {
        var content = Content()
        var position = 0
    }

    private(set) var partials: [String: Partial] = [:]

    mutating func change(_ key: String, at position: Int, _ body: (inout Content) -> Void) {
        // Found once: this runs for every tag of every entry.
        func change(_ partial: inout Partial) {
            body(&partial.content)
            partial.position = position
        }
        change(&partials[key, default: Partial()])
    }

    mutating func merge(_ later: FoldedView) {
        partials.merge(later.partials) { one, two in
            var content = one.content
            content.merge(two.content)
            return Partial(content: content, position: two.position)
        }
    }
}

/// The rows of one view, whatever they hold.
protocol FoldedRows {
    var keys: [String] { get }
    /// The row as the entries alone make it; nil when there is none to keep.
    func row(_ key: String) -> (position: Int, body: [UInt8])?
    /// The row that a stored one becomes.
    func row(_ key: String, onto stored: [UInt8]) throws -> (position: Int, body: [UInt8])?
}

extension FoldedView: FoldedRows {
    var keys: [String] { Array(partials.keys) }

    func row(_ key: String) -> (position: Int, body: [UInt8])? {
        partials[key].flatMap { partial in
            partial.content.isEmpty ? nil : (partial.position, partial.content.viewBody)
        }
    }

    func row(_ key: String, onto stored: [UInt8]) throws -> (position: Int, body: [UInt8])? {
        guard let partial = partials[key] else { return nil }
        var content = try stored.withUnsafeBytes { try Content.reading($0) }
        content.merge(partial.content)
        return (partial.position, content.viewBody)
    }
}

/// What a run of entries says for every view.
struct Fold: Sendable {
    private let duties: DutyRegister
    /// What is folded as if nobody could read it.
    private let ignored: UnknownKinds
    /// The codes among it, by type.
    private let ignoredCodes: [String: [UnknownKinds.Coded]]
    /// What was folded without being known.
    private(set) var unknown = UnknownKinds()
    /// The rows, `view/key`, that entries touch which cannot be read and which nobody asked to ignore:
    /// only a program that knows more can say what they hold.
    private(set) var foreign: Set<String> = []
    private(set) var subjects = FoldedView<TrailIndex>()
    private(set) var cases = FoldedView<TrailIndex>()
    private(set) var files = FoldedView<TrailIndex>()
    private(set) var clocks = FoldedView<ClockLog>()

    /// Which rows are folded, by view and key; nil: all.
    private let isWanted: (@Sendable (String, String) -> Bool)?

    /// - Parameters:
    ///   - ignored: What is to be folded as an earlier program did, which did not know it.
    ///   - isWanted: Which rows are folded, by view and key; nil: all.
    init(
        _ duties: DutyRegister, ignoring ignored: UnknownKinds = UnknownKinds(),
        only isWanted: (@Sendable (String, String) -> Bool)? = nil
    ) {
        self.duties = duties
        self.ignored = ignored
        self.isWanted = isWanted
        ignoredCodes = ignored.codes
    }

    /// The rows of a view of ours.
    func rows(of view: String) -> any FoldedRows {
        guard let rows = views[view] else { preconditionFailure("no view \(view)") }
        return rows
    }

    private var views: [String: any FoldedRows] {
        [
            ViewName.case: cases, ViewName.clock: clocks, ViewName.file: files,
            ViewName.subject: subjects,
        ]
    }

    /// Folds one entry in: its envelope says nearly all that an index needs.
    ///
    /// - Throws: ``LedgerFault/damaged(entry:)`` for one whose type or fact cannot be read.
    mutating func apply(_ entry: EntryView) throws(LedgerFault) {
        let type = entry.type
        if type == LedgerIdentity.type { return }
        let read = try read(entry, type)
        for link in entry.tags {
            guard let tag = Tag(link.tag) else { throw .damaged(entry: entry.seq) }
            if tag.kind == .subject {
                if isWanted.map({ !$0(ViewName.subject, tag.identifier) }) ?? false { continue }
                let isOwn = read.registered?.subject.text == tag.identifier
                let isRenamed = read.renamed?.subject.text == tag.identifier
                subjects.change(tag.identifier, at: entry.seq) { index in
                    index.apply(
                        read.amounts, at: entry.seq, superseding: entry.supersedes,
                        registering: isOwn ? read.registered : nil,
                        renaming: isRenamed ? read.renamed : nil)
                }
            } else if tag.kind == .case {
                if isWanted.map({ !$0(ViewName.case, tag.identifier) }) ?? false { continue }
                cases.change(tag.identifier, at: entry.seq) { index in
                    index.apply(read.amounts, at: entry.seq, superseding: entry.supersedes)
                }
            } else {
                if isWanted.map({ !$0(ViewName.file, link.tag) }) ?? false { continue }
                files.change(link.tag, at: entry.seq) { index in
                    index.apply(read.amounts, at: entry.seq, superseding: entry.supersedes)
                }
            }
        }
        applyClocks(entry, read.marks)
    }

    /// What the views are told of an entry.
    struct Reading {
        var amounts = TrailClass.opaque
        var registered: SubjectRegistered?
        var renamed: SubjectRenamed?
        var marks: [ClockMark] = []
    }

    /// Reads of an entry what the views depend on, which of most is its type. What a newer program
    /// wrote is noted as what nobody here can read, and tells them nothing but that it is there.
    mutating func read(_ entry: EntryView, _ type: String) throws(LedgerFault) -> Reading {
        guard !ignored.contains(type), let kind = duties.kind(ofType: type) else {
            note([type], entry)
            return Reading()
        }
        let old = (ignoredCodes[type] ?? []).filter { $0.stands(in: entry.data) }
        if !old.isEmpty {
            note(old.map(\.text), entry)
            return Reading()
        }
        do throws(FieldFault) {
            var read = Reading()
            read.amounts = try kind.trailClass { entry.data[$0]?.string }
            if read.amounts == .registration && kind.likeness == SubjectRegistered.type {
                read.registered = try SubjectRegistered(recorded: CursorReader(entry.data))
            }
            if kind.likeness == SubjectRenamed.type {
                read.renamed = try SubjectRenamed(recorded: CursorReader(entry.data))
            }
            if kind.marksClocks(as: EventType(type)) {
                let event = try kind.read(CursorReader(entry.data), as: EventType(type))
                read.marks =
                    entry.on.flatMap { CalendarDate($0) }.map { on in
                        event.clockMarks(
                            of: DatedEntry(
                                position: entry.seq,
                                at: Instant(milliseconds: Int64(entry.atMilliseconds)), on: on,
                                recordedBy: entry.unit))
                    } ?? []
            }
            return read
        } catch {
            guard case .unknownCodes(let codes) = error, isSoundOtherwise(entry, kind) else {
                throw .damaged(entry: entry.seq)
            }
            // Those alone that it was found by: whoever compares finds the same entries by them.
            note(codes.map { UnknownKinds.Coded(type, $0).text }, entry)
            return Reading()
        }
    }

    /// Whether nothing is wrong with an entry but codes that nobody here knows.
    private func isSoundOtherwise(_ entry: EntryView, _ kind: EventKind) -> Bool {
        do throws(FieldFault) {
            _ = try kind.read(CursorReader(entry.data), as: EventType(entry.type))
            return false
        } catch {
            if case .unknownCodes = error { return true }
            return false
        }
    }

    private mutating func note(_ texts: [String], _ entry: EntryView) {
        for text in texts { unknown.insert(text) }
        if texts.allSatisfy(ignored.contains) { return }
        for link in entry.tags {
            guard let tag = Tag(link.tag) else { continue }
            foreign.insert("\(ViewName.clock)/\(link.tag)")
            let index = ViewName.index(of: tag)
            foreign.insert("\(index.view)/\(index.key)")
        }
    }

    private mutating func applyClocks(_ entry: EntryView, _ marks: [ClockMark]) {
        for mark in marks where isWanted?(ViewName.clock, mark.tag.description) ?? true {
            clocks.change(mark.tag.description, at: entry.seq) { $0.take(mark) }
        }
        guard let superseded = entry.supersedes else { return }
        let one = ClockSupersession(
            superseded: superseded, by: entry.seq,
            at: Instant(milliseconds: Int64(entry.atMilliseconds)))
        for link in entry.tags {
            guard let tag = Tag(link.tag), duties.clockedTags.contains(tag.kind),
                isWanted?(ViewName.clock, link.tag) ?? true
            else { continue }
            clocks.change(link.tag, at: entry.seq) { $0.take(one) }
        }
    }

    /// Adds what a later run says.
    mutating func merge(_ later: Fold) {
        subjects.merge(later.subjects)
        cases.merge(later.cases)
        files.merge(later.files)
        clocks.merge(later.clocks)
        unknown.merge(later.unknown)
        foreign.formUnion(later.foreign)
    }

    /// Folds a run of stored entries.
    ///
    /// - Parameter progress: Told from time to time how many entries more were read.
    /// - Throws: ``LedgerFault/damaged(entry:)`` for a line that is no entry, or is missing.
    static func over(
        _ range: Range<Int>, of store: any StoreReader, in duties: DutyRegister,
        ignoring ignored: UnknownKinds = UnknownKinds(),
        only isWanted: (@Sendable (String, String) -> Bool)? = nil, progress: (Int) -> Void
    ) throws -> Fold {
        var fold = Fold(duties, ignoring: ignored, only: isWanted)
        var tape = LineTape()
        var unreported = 0
        var next = range.lowerBound
        try store.scan(range) { position, line in
            // Folded over a gap, a view would seem whole; and behind a position far beyond the others
            // there would be no end of folding nothing.
            guard position == next else { throw LedgerFault.damaged(entry: next) }
            guard let entry = try? EntryView.read(line, tape: &tape), entry.seq == position else {
                throw LedgerFault.damaged(entry: position)
            }
            next += 1
            try fold.apply(entry)
            unreported += 1
            if unreported == 8_192 {
                progress(unreported)
                unreported = 0
            }
        }
        guard next == range.upperBound else { throw LedgerFault.damaged(entry: next) }
        progress(unreported)
        return fold
    }
}
