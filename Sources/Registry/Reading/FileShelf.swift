internal import Records
internal import Vocabulary

/// The files that deciding has read, under whatever tag, and what was staged on top of them.
///
/// Entries of files that nobody has asked for are only kept beside: an import makes thousands of
/// sanctions and reads none of them back.
struct FileShelf {
    /// A file weighs this many entries even if it holds none.
    private static let weight = 8

    private var files: [Tag: RecordFile] = [:]
    private var unread: [Tag: [RecordedEvent]] = [:]
    /// Where staging began, and the tags it touched; nothing is staged while there is no place.
    private var stagedFrom: Position?
    private var stagedUnder: [Tag] = []
    /// How many entries are remembered.
    private(set) var weight = 0

    /// The file with everything staged; nil when nothing is recorded under its tag.
    ///
    /// - Parameter trail: Reads what is stored under a tag; nil when that failed.
    mutating func file(_ tag: Tag, trail: (Tag) -> [RecordedEvent]?) -> RecordFile? {
        if let file = files[tag] { return file.log.count == 0 ? nil : file }
        guard let stored = trail(tag) else { return nil }
        let later = unread.removeValue(forKey: tag) ?? []
        if stored.isEmpty && later.isEmpty { return nil }
        var file = RecordFile(tag)
        // What is both stored and remembered is one entry, and is folded once.
        for event in stored { file.apply(event) }
        for event in later { file.apply(event) }
        files[tag] = file
        weight += stored.count + Self.weight
        return file
    }

    /// Makes an event part of every file it is about, until ``keep()`` or ``discard()``.
    mutating func stage(_ event: RecordedEvent) {
        if stagedFrom == nil { stagedFrom = event.position }
        weight += 1
        for tag in event.tags {
            stagedUnder.append(tag)
            if files[tag] == nil {
                unread[tag, default: []].append(event)
            } else {
                files[tag]?.apply(event)
            }
        }
    }

    /// The staged events will be sealed.
    mutating func keep() {
        stagedFrom = nil
        stagedUnder.removeAll(keepingCapacity: true)
    }

    /// The staged events are refused: no file remembers one of them.
    mutating func discard() {
        guard let first = stagedFrom else { return }
        for tag in stagedUnder {
            files[tag]?.drop(from: first)
            unread[tag]?.removeAll { $0.position >= first }
            if unread[tag]?.isEmpty == true { unread[tag] = nil }
        }
        keep()
    }

    /// Forgets everything. Everything kept must be in the store.
    mutating func forget() {
        files.removeAll(keepingCapacity: true)
        unread.removeAll(keepingCapacity: true)
        weight = 0
        keep()
    }
}
