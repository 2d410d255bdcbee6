public import Law

/// What has been recorded so far, as far as a command concerns it.
///
/// The registry reads the entries under the tags that a decider asks for, folds them and hands the
/// files over. A past knows every kind of tag there is.
public protocol Past {
    /// The rulebooks and calendars that are activated.
    var law: Law { get }
    /// Nil when nothing is recorded under the tag.
    func file(_ tag: Tag) -> RecordFile?
    /// The entry at that position, whatever it is about; nil when there is none.
    func entry(_ position: Position) -> RecordedEvent?
    /// The entries that give somebody this number, however they write it; ascending.
    ///
    /// - Parameter number: Shaped.
    func entries(numbered number: String, as shape: NumberShape) -> [Position]
    /// The entry with what it sealed, where that can be read here; else as it is.
    func opened(_ entry: RecordedEvent) -> RecordedEvent
}

extension Past {
    /// The file as a duty reads it; nil when nothing is recorded under the identifier.
    @inlinable public func view<View: FileView>(_ id: View.ID) -> View? {
        file(id.tag).map(View.init)
    }

    public func opened(_ entry: RecordedEvent) -> RecordedEvent { entry }
}

/// The past without certain entries: what a correction of them is decided over.
public struct PastWithout<Whole: Past>: Past {
    let whole: Whole
    let positions: [Position]

    public init(_ whole: Whole, _ positions: [Position]) {
        self.whole = whole
        self.positions = positions
    }

    public var law: Law { whole.law }
    public func file(_ tag: Tag) -> RecordFile? { whole.file(tag)?.hiding(positions) }
    public func entry(_ position: Position) -> RecordedEvent? {
        positions.contains(position) ? nil : whole.entry(position)
    }
    public func entries(numbered number: String, as shape: NumberShape) -> [Position] {
        whole.entries(numbered: number, as: shape).filter { !positions.contains($0) }
    }
    public func opened(_ entry: RecordedEvent) -> RecordedEvent { whole.opened(entry) }
}

/// A past in memory: every file that entries are about, folded as they come.
public struct FoldedPast: Past {
    public var law = Law()
    private var files: [Tag: RecordFile] = [:]
    private var entries: [Position: RecordedEvent] = [:]

    public init() {}

    public func file(_ tag: Tag) -> RecordFile? { files[tag] }
    public func entry(_ position: Position) -> RecordedEvent? { entries[position] }
    public func entries(numbered number: String, as shape: NumberShape) -> [Position] {
        entries.values.filter { $0.event.tree.number(of: shape) == number }.map(\.position)
            .sorted()
    }

    /// Folds one entry into every file it is about. I5: cannot fail.
    public mutating func apply(_ recorded: RecordedEvent) {
        entries[recorded.position] = recorded
        for tag in recorded.tags { files[tag, default: RecordFile(tag)].apply(recorded) }
    }
}

extension FieldTree {
    /// The number that it gives, shaped; nil: none, or it is sealed.
    public func number(of shape: NumberShape) -> String? {
        let text: String? =
            switch self[shape.field] {
            case .text(let text): text
            case .sealed(.clear(let text), _): text
            case .sealed, .number, .flag, .texts, .object, .objects, nil: nil
            }
        return text.map(shape.shaped)
    }
}
