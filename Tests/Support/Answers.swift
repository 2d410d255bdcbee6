/// What `verify --json` answers.
public struct VerifyAnswer: Decodable, Sendable {
    public struct Damage: Decodable, Sendable, Hashable {
        public let kind: String
        public let entry: Int?
        public let place: String?
        public let trails: [String]?
        public let origin: String?
        public let size: Int?
        public let agreesThrough: Int?
    }
    public struct Proven: Decodable, Sendable, Hashable {
        public let first: Int
        public let last: Int
        public let checkpoint: Int
        public let keptIn: String?
    }
    public struct Ledger: Decodable, Sendable {
        public let size: Int
        public let root: String
    }
    public let sound: Bool
    public let ledger: Ledger
    public let damages: [Damage]
    public let proven: [Proven]
    public let coherentThrough: Int?
    public let unlisted: Int?

    public var entries: Int { ledger.size }
    public var root: String { ledger.root }
}

/// What `import --json` answers.
public struct ImportAnswer: Decodable, Sendable {
    public let rows: Int
    public let events: Int
    public let imported: Int
    public let corrected: Int
    public let already: Int
    public let refused: Int
    public let files: [File]

    public struct File: Decodable, Sendable {
        public let file: String
        public let rows: Int
        public let imported: Int
        public let corrected: Int
        public let already: Int
        public let refused: Int
    }
}

extension BuiltProgram {
    /// Runs `verify --json` and reads its answer; nil where there is none.
    public func verify(
        _ ledger: String, _ more: String...
    ) throws -> (end: ProgramEnd, answer: VerifyAnswer?) {
        let end = try run(["verify", "--ledger", ledger, "--json"] + more)
        return (end, try? end.json(VerifyAnswer.self))
    }
}
