/// Writes nested canonical objects straight into one buffer, without anything in between: for
/// objects of many thousand members. Where ``CanonicalObject`` sorts, this only looks.
///
///     var stream = CanonicalStream()
///     let object = stream.begin()
///     stream.set("days", 30)
///     stream.set("measure", "warning")
///     stream.end(object)
///     stream.bytes  // {"days":30,"measure":"warning"}
public struct CanonicalStream: Sendable {
    /// What was written so far; canonical once every object is ended, if ``isSorted``.
    public private(set) var bytes: [UInt8] = []
    /// Whether the members of every object came in canonical order, each key once.
    public private(set) var isSorted = true
    /// The key before in the open object, between its quotes.
    private var lastKey: Range<Int>?

    /// What was open around an object.
    public struct Outer {
        fileprivate let lastKey: Range<Int>?
    }

    /// A stream in which nothing is open.
    public init() {}

    /// Sets a string.
    public mutating func set(_ key: String, _ value: String) {
        name(key)
        CanonicalText.append(value, to: &bytes)
    }

    /// Sets an integer, within ±(2^53−1).
    public mutating func set(_ key: String, _ value: Int) {
        name(key)
        CanonicalText.append(value, to: &bytes)
    }

    /// Sets `true` or `false`.
    public mutating func set(_ key: String, _ value: Bool) {
        name(key)
        CanonicalText.append(value, to: &bytes)
    }

    /// Sets an array of strings.
    public mutating func set(_ key: String, _ value: [String]) {
        name(key)
        bytes.append(UInt8(ascii: "["))
        for (index, one) in value.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            CanonicalText.append(one, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Opens an object: as a member, or, without a key, on its own.
    public mutating func begin(_ key: String? = nil) -> Outer {
        if let key { name(key) }
        bytes.append(UInt8(ascii: "{"))
        defer { lastKey = nil }
        return Outer(lastKey: lastKey)
    }

    /// Closes the object that ``begin(_:)`` opened.
    public mutating func end(_ outer: Outer) {
        bytes.append(UInt8(ascii: "}"))
        lastKey = outer.lastKey
    }

    /// Opens an array as a member.
    public mutating func beginArray(_ key: String) {
        name(key)
        bytes.append(UInt8(ascii: "["))
    }

    /// Goes between two elements of an array.
    public mutating func nextElement() { bytes.append(UInt8(ascii: ",")) }

    /// Closes the array that ``beginArray(_:)`` opened.
    public mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

    private mutating func name(_ key: String) {
        if lastKey != nil { bytes.append(UInt8(ascii: ",")) }
        let start = bytes.count + 1
        CanonicalText.append(key, to: &bytes)
        let range = start..<bytes.count - 1
        if let lastKey, isSorted {
            isSorted = bytes.withUnsafeBytes { bytes in
                KeyOrder.compareCanonical(
                    UnsafeRawBufferPointer(rebasing: bytes[lastKey]),
                    UnsafeRawBufferPointer(rebasing: bytes[range])) < 0
            }
        }
        lastKey = range
        bytes.append(UInt8(ascii: ":"))
    }
}
