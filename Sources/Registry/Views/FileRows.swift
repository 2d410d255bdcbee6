import Chain
import Records

/// The whole file of one subject as bytes; the same content gives the same bytes (I7).
extension SubjectFile: ViewFile {
    static func reading(_ body: [UInt8]) throws -> SubjectFile {
        try body.readingView { reader throws(MalformedPayload) in try SubjectFile(from: reader) }
    }
}

/// The whole file of one case as bytes.
extension CaseFile: ViewFile {
    static func reading(_ body: [UInt8]) throws -> CaseFile {
        try body.readingView { reader throws(MalformedPayload) in try CaseFile(from: reader) }
    }
}

extension ViewFile {
    var viewBody: [UInt8] { ViewWriter.bytes(of: self) }
}

extension [UInt8] {
    /// Views are larger than entries may be, and are read with limits of their own.
    fileprivate func readingView<File>(
        _ read: (CursorReader) throws(MalformedPayload) -> File
    ) throws -> File {
        try withUnsafeBytes { bytes in
            var tape = LineTape(limits: .file)
            try tape.parse(bytes)
            return try read(CursorReader(tape.root))
        }
    }
}

/// The bytes of a directory row.
enum DirectoryRow {
    /// Nil when the subject has no standing registration.
    static func body(of file: SubjectFile) -> [UInt8]? {
        guard let fact = file.standingRegistration() else { return nil }
        var object = CanonicalObject()
        if let code = fact.payload.code { object.set("code", code) }
        object.set("kind", fact.payload.kind.rawValue)
        object.set("registeredAt", fact.position)
        if let title = fact.payload.title { object.set("title", title) }
        return object.bytes
    }

    static func read(_ body: UnsafeRawBufferPointer, subject: String) -> DirectoryEntry? {
        var tape = LineTape()
        guard let root = tape.root(of: body), let id = SubjectID(subject),
            let kind = root["kind"]?.string.flatMap(SubjectKind.init(rawValue:)),
            let position = root["registeredAt"]?.integer
        else { return nil }
        return DirectoryEntry(
            subject: id, kind: kind, title: root["title"]?.string,
            code: root["code"]?.string, registeredAt: position)
    }
}
