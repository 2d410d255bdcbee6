import Records

/// The files of one kind that deciding has read, and what was staged on top of them.
struct FileShelf<File: TrailFile> {
    /// A file weighs this many facts even if it holds none.
    private static var weight: Int { 8 }

    private var kept: [File.ID: File] = [:]
    private var staged: [File.ID: File] = [:]
    /// Events of files that nobody has asked for: an import makes thousands of sanctions and reads
    /// none of them back.
    private var unread: [File.ID: [RecordedEvent]] = [:]
    private var stagedUnread: [File.ID: [RecordedEvent]] = [:]
    private var stagedFacts = 0
    /// How many facts are remembered.
    private(set) var facts = 0

    /// The file with everything staged; nil when nothing is recorded under its tag.
    ///
    /// - Parameter trail: Reads what is stored under a tag; nil when that failed.
    mutating func file(_ id: File.ID, trail: (Tag) -> [RecordedEvent]?) -> File? {
        if let file = staged[id] { return file }
        guard var file = stored(id, trail) else {
            guard let events = stagedUnread[id] else { return nil }
            var file = File(about: id)
            for event in events { file.apply(event) }
            return file
        }
        for event in stagedUnread[id] ?? [] { file.apply(event) }
        return file
    }

    private mutating func stored(_ id: File.ID, _ trail: (Tag) -> [RecordedEvent]?) -> File? {
        if let known = kept[id] { return known }
        guard let events = trail(id.tag) else { return nil }
        let later = unread[id] ?? []
        if events.isEmpty && later.isEmpty { return nil }
        var file = File(about: id)
        // What is both stored and remembered is one entry, and is folded once.
        for event in events { file.apply(event) }
        for event in later { file.apply(event) }
        kept[id] = file
        unread[id] = nil
        facts += events.count + Self.weight
        return file
    }

    /// Makes an event part of a file, until ``keep()`` or ``discard()``.
    ///
    /// - Parameter trail: Given where the file is wanted now; without it, it is read when somebody
    ///   asks for it.
    mutating func stage(
        _ event: RecordedEvent, in id: File.ID, trail: ((Tag) -> [RecordedEvent]?)? = nil
    ) {
        stagedFacts += 1
        if trail == nil && staged[id] == nil && kept[id] == nil {
            stagedUnread[id, default: []].append(event)
            return
        }
        var file = staged[id] ?? stored(id, trail ?? { _ in [] }) ?? File(about: id)
        for earlier in stagedUnread.removeValue(forKey: id) ?? [] { file.apply(earlier) }
        file.apply(event)
        staged[id] = file
    }

    /// The staged events will be sealed.
    mutating func keep() {
        for (id, file) in staged { kept[id] = file }
        for (id, events) in stagedUnread {
            // It may have been read since they were staged.
            if var file = kept[id] {
                for event in events { file.apply(event) }
                kept[id] = file
            } else {
                unread[id, default: []] += events
            }
        }
        facts += stagedFacts
        discard()
    }

    /// The staged events are refused.
    mutating func discard() {
        staged.removeAll(keepingCapacity: true)
        stagedUnread.removeAll(keepingCapacity: true)
        stagedFacts = 0
    }

    /// Forgets everything. Everything kept must be in the store.
    mutating func forget() {
        kept.removeAll(keepingCapacity: true)
        unread.removeAll(keepingCapacity: true)
        facts = 0
        discard()
    }
}
