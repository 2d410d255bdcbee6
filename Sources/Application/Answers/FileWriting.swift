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
    public let times: Times
    public let files: Windowed<(tag: Tag, trail: Trail)>

    public func write(to writer: inout some FieldWriter) {
        times.write(to: &writer)
        writer.list("files", files.rows) { one, inner in
            inner.put("about", one.tag.description)
            inner.put("entries", one.trail.items.count)
            inner.part("last", one.trail.last) { $0.write(to: &$1) }
        }
        writer.more(files)
    }
}
