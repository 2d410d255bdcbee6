internal import Law
internal import Records
public import Registry
public import Vocabulary

/// A question that is asked of every noun that has no pages of its own.
public protocol NounQuestion: TimedQuestion {
    /// The kind of file that it asks about.
    var kind: TagKind { get set }
}

extension NounQuestion {
    /// The same of one kind of file.
    public func about(_ kind: TagKind) -> Self {
        var question = self
        question.kind = kind
        return question
    }
}

/// Whatever an entry can be found by.
public struct FileID: Identifier {
    public static let tagKind: TagKind = "file"
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// Everything that is recorded in one file (卷宗).
public struct FileShow: NounQuestion {
    public static let spoken = "show"
    public static let about: String? = "file"
    public var kind: TagKind = FileID.tagKind
    public let file: FileID
    public let times: Times

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        file = try fields.given("file", \.file)
        times = try fields.times()
    }

    public func answer(in ledger: Ledger) throws -> FileAnswer? {
        let tag = Tag(kind: kind, wellFormed: file.text)
        let events = try ledger.trail(of: tag)
        if events.isEmpty { return nil }
        return FileAnswer(
            file: tag,
            trail: LifelongTrail.build(
                events: events, asOf: times.asOf, knownAt: times.knownAt),
            law: try ledger.law(knownAt: times.knownAt))
    }
}

/// The files of one kind (台账).
public struct FileList: NounQuestion, ListQuestion {
    public static let spoken = "list"
    public var listed: TagKind? { kind }
    public var kind: TagKind = FileID.tagKind
    public let times: Times
    public let window: ListWindow

    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        times = try fields.times()
        window = try fields.window()
    }

    public func answer(in ledger: Ledger) throws -> FilesAnswer? {
        let files = try ledger.trails(of: kind, at: times, in: window)
        return FilesAnswer(times: ledger.asked(times), files: files)
    }
}
