public import Law
public import Records
public import Registry
public import Vocabulary

/// One file, entry by entry, and the law by which codes are read.
public struct FileAnswer: Answer {
    public let file: Tag
    public let trail: Trail
    public let law: Law

    public func write(to writer: inout some FieldWriter) {
        writer.put("about", file.description)
        trail.write(to: &writer)
    }
}

/// The files of one kind, by identifier.
public struct FilesAnswer: Answer {
    public struct File: Sendable {
        public let file: Tag
        public let entries: Int
        /// What happened last in it.
        public let last: TrailItem
    }

    public let times: Times
    public let files: [File]

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("files", files) { one, inner in
            inner.put("about", one.file.description)
            inner.put("entries", one.entries)
            inner.object("last") { one.last.write(to: &$0) }
        }
    }
}
