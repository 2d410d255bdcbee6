/// Writes one JSON object in its canonical form (RFC 8785).
///
/// Members come in any order; it is fastest when they come sorted already.
///
///     var object = CanonicalObject()
///     object.set("measure", "warning")
///     object.set("days", 30)
///     object.bytes  // {"days":30,"measure":"warning"}
///
/// - Precondition: No key is set twice; integers are within ±(2^53−1).
public struct CanonicalObject: Sendable {
    /// Where one member stands in `storage`: its key between the quotes, and where its value ends.
    private struct Member {
        var key: Range<Int>
        var end: Int
        var start: Int { key.lowerBound - 1 }
    }

    /// `{`, then the members in the order they came, with a comma between each two.
    private var storage: [UInt8] = [UInt8(ascii: "{")]
    private var members: [Member] = []
    private var isSorted = true

    /// An object without members.
    public init() {}

    /// Whether it has no members.
    public var isEmpty: Bool { members.isEmpty }

    /// Sets a string.
    public mutating func set(_ key: String, _ value: String) {
        set(key) { CanonicalText.append(value, to: &$0) }
    }

    /// Sets an integer, within ±(2^53−1).
    public mutating func set(_ key: String, _ value: Int) {
        set(key) { CanonicalText.append(value, to: &$0) }
    }

    /// Sets `true` or `false`.
    public mutating func set(_ key: String, _ value: Bool) {
        set(key) { CanonicalText.append(value, to: &$0) }
    }

    /// Sets `null`: `set("prev", nil)`.
    public mutating func set(_ key: String, _ value: Never?) {
        set(key) { CanonicalText.append(null: (), to: &$0) }
    }

    /// Sets an array of strings.
    public mutating func set(_ key: String, _ value: [String]) {
        set(key) { bytes in
            CanonicalArray.append(value, to: &bytes) { CanonicalText.append($0, to: &$1) }
        }
    }

    /// Sets an object.
    public mutating func set(_ key: String, _ value: CanonicalObject) {
        set(key) { value.append(to: &$0) }
    }

    /// Sets an array of objects.
    public mutating func set(_ key: String, _ value: [CanonicalObject]) {
        set(key) { bytes in
            CanonicalArray.append(value, to: &bytes) { $0.append(to: &$1) }
        }
    }

    /// Sets an array.
    public mutating func set(_ key: String, _ value: CanonicalArray) {
        set(key) { value.append(to: &$0) }
    }

    /// Sets a tree.
    public mutating func set(_ key: String, _ value: JSONValue) {
        set(key) { value.append(to: &$0) }
    }

    /// Sets what is canonical already, such as the `data` of an entry.
    ///
    /// - Precondition: `bytes` are one canonical value; checked in debug builds.
    public mutating func set(_ key: String, canonical bytes: some Collection<UInt8>) {
        assert(CanonicalObject.isCanonical(bytes), "the bytes are not canonical JSON")
        set(key) { $0.append(contentsOf: bytes) }
    }

    private mutating func set(_ key: String, _ value: (inout [UInt8]) -> Void) {
        if !members.isEmpty { storage.append(UInt8(ascii: ",")) }
        let start = storage.count + 1
        CanonicalText.append(key, to: &storage)
        let range = start..<storage.count - 1
        if isSorted, let last = members.last {
            isSorted = order(last.key, range) < 0
        }
        storage.append(UInt8(ascii: ":"))
        value(&storage)
        members.append(Member(key: range, end: storage.count))
    }

    private func order(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        storage.withUnsafeBytes { bytes in
            KeyOrder.compareCanonical(
                UnsafeRawBufferPointer(rebasing: bytes[left]),
                UnsafeRawBufferPointer(rebasing: bytes[right]))
        }
    }

    /// The object as UTF-8.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    func append(to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + storage.count + 1)
        if isSorted {
            bytes.append(contentsOf: storage)
        } else {
            let sorted = members.sorted { order($0.key, $1.key) < 0 }
            for (left, right) in zip(sorted, sorted.dropFirst()) {
                precondition(order(left.key, right.key) != 0, "a key is set twice in one object")
            }
            var separator = UInt8(ascii: "{")
            for member in sorted {
                bytes.append(separator)
                bytes.append(contentsOf: storage[member.start..<member.end])
                separator = UInt8(ascii: ",")
            }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Whether bytes are one value in its canonical form.
    public static func isCanonical(_ bytes: some Collection<UInt8>) -> Bool {
        var tape = LineTape()
        return Array(bytes).withUnsafeBytes { bytes in
            do throws(JSONFault) {
                try tape.parse(bytes)
                return true
            } catch {
                return false
            }
        }
    }
}

/// Writes one JSON array in its canonical form (RFC 8785).
public struct CanonicalArray: Sendable {
    /// `[`, then the elements with a comma between each two.
    private var storage: [UInt8] = [UInt8(ascii: "[")]

    /// An array without elements.
    public init() {}

    /// Appends a string.
    public mutating func append(_ value: String) {
        separate()
        CanonicalText.append(value, to: &storage)
    }

    /// Appends an integer, within ±(2^53−1).
    public mutating func append(_ value: Int) {
        separate()
        CanonicalText.append(value, to: &storage)
    }

    /// Appends `true` or `false`.
    public mutating func append(_ value: Bool) {
        separate()
        CanonicalText.append(value, to: &storage)
    }

    /// Appends `null`.
    public mutating func append(_ value: Never?) {
        separate()
        CanonicalText.append(null: (), to: &storage)
    }

    /// Appends an object.
    public mutating func append(_ value: CanonicalObject) {
        separate()
        value.append(to: &storage)
    }

    /// Appends an array.
    public mutating func append(_ value: CanonicalArray) {
        separate()
        value.append(to: &storage)
    }

    /// Appends a tree.
    public mutating func append(_ value: JSONValue) {
        separate()
        value.append(to: &storage)
    }

    private mutating func separate() {
        if storage.count > 1 { storage.append(UInt8(ascii: ",")) }
    }

    /// The array as UTF-8.
    public var bytes: [UInt8] { storage + [UInt8(ascii: "]")] }

    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: storage)
        bytes.append(UInt8(ascii: "]"))
    }

    static func append<Element>(
        _ elements: [Element], to bytes: inout [UInt8], _ body: (Element, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            body(element, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
