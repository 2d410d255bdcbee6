/// A reusable tape of the tokens of one line of canonical JSON.
///
/// Give it line after line: once it has grown to the longest of them it allocates nothing more.
/// ``root`` and everything reached from it point into the line and into the tape. They are good
/// until the next ``parse(_:)``, and only while the bytes of the line stay where they are.
///
/// - Units: a token is 16 bytes; see ``mostTokens(inLineOf:depth:)`` for how many there can be.
public struct LineTape: ~Copyable {
    /// What a token is. A key is a string whose value is the next token.
    enum Kind {
        static let null: UInt8 = 0
        static let no: UInt8 = 1
        static let yes: UInt8 = 2
        static let integer: UInt8 = 3
        static let array: UInt8 = 4
        static let object: UInt8 = 5
        static let string: UInt8 = 8
        /// Bit of a string that has escapes in it.
        static let escaped: UInt8 = 1
        static let key: UInt8 = 10
        static let isText: UInt8 = 8
    }

    /// One scalar, one key, or the beginning of one array or object.
    struct Token {
        /// Kind in the top 8 bits, then the offset of the first byte. Of a string: of its contents.
        var head: UInt32
        /// Offset after the last byte. Of a string: of its contents.
        var end: UInt32
        /// Of an integer its value; of an array or object its count, and in the low 32 bits the
        /// token after it.
        var payload: Int64

        @inline(__always) var kind: UInt8 { UInt8(truncatingIfNeeded: head >> 24) }
        @inline(__always) var start: Int { Int(head & 0xFF_FFFF) }
        @inline(__always) var count: Int { Int(payload >> 32) }
        @inline(__always) var next: Int { Int(payload & 0xFFFF_FFFF) }
    }

    /// What is known of an array or object that is still open.
    struct Frame {
        var token: Int
        var count: Int
        /// The key before, as a token; −1 for none. Also −2: this is an array.
        var lastKey: Int
    }

    var tokens: UnsafeMutablePointer<Token>
    var capacity: Int
    let frames: UnsafeMutablePointer<Frame>
    let limits: JSONLimits
    var line: UnsafePointer<UInt8>?
    var count = 0

    /// The most bytes a tape can point into.
    static let addressable = 0xFF_FFFF

    /// An empty tape.
    ///
    /// - Parameter limits: What a line may be; of bytes never more than 16 MiB − 1.
    public init(limits: JSONLimits = .entry) {
        self.limits = limits
        capacity = 1024
        tokens = .allocate(capacity: capacity)
        frames = .allocate(capacity: limits.depth + 1)
    }

    deinit {
        tokens.deallocate()
        frames.deallocate()
    }

    /// The value that the line is.
    ///
    /// - Precondition: The last ``parse(_:)`` did not throw.
    public var root: JSONCursor {
        guard let line, count > 0 else {
            preconditionFailure("a tape is read only after a line was parsed onto it")
        }
        return JSONCursor(line: line, tokens: UnsafePointer(tokens), index: 0)
    }

    /// The most tokens that are ever written for a line of so many bytes, sound or not.
    ///
    /// A token takes two bytes of the line: a scalar and what follows it, or both brackets. Only
    /// one that is still open has taken but one, and no more of those than `depth` are open at once.
    static func mostTokens(inLineOf bytes: Int, depth: Int) -> Int {
        (bytes + min(depth, bytes)) / 2 + 1
    }

    /// Room for the most tokens that a line of so many bytes can have.
    mutating func makeRoom(forLineOf bytes: Int) {
        let needed = Self.mostTokens(inLineOf: bytes, depth: limits.depth)
        guard needed > capacity else { return }
        tokens.deallocate()
        capacity = max(needed, capacity * 2)
        tokens = .allocate(capacity: capacity)
    }
}

// A tape has one owner and shares nothing.
extension LineTape: @unchecked Sendable {}
