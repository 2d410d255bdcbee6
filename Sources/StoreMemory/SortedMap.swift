/// A sorted map whose copies cost nothing and are apart for ever: what one copy changes, no other
/// sees. That is all a snapshot and a transaction need.
///
/// A treap: searched by key, balanced by the key's hash; a change makes new nodes on the way down
/// to it and shares the rest.
struct SortedMap<Key: Comparable & Hashable & Sendable, Value: Sendable>: Sendable {
    private final class Node: Sendable {
        let key: Key
        let value: Value
        let weight: Int
        let left: Node?
        let right: Node?

        init(_ key: Key, _ value: Value, _ weight: Int, _ left: Node?, _ right: Node?) {
            self.key = key
            self.value = value
            self.weight = weight
            self.left = left
            self.right = right
        }

        func with(left: Node?) -> Node { Node(key, value, weight, left, right) }
        func with(right: Node?) -> Node { Node(key, value, weight, left, right) }
    }

    private var root: Node?

    var lastKey: Key? {
        var node = root
        while let right = node?.right { node = right }
        return node?.key
    }

    subscript(_ key: Key) -> Value? {
        get {
            var node = root
            while let here = node {
                if key == here.key { return here.value }
                node = key < here.key ? here.left : here.right
            }
            return nil
        }
        set {
            let (less, more) = Self.split(root, at: key)
            let new = newValue.map { Node(key, $0, key.hashValue, nil, nil) }
            root = Self.join(Self.join(less, new), more)
        }
    }

    /// Lends every pair from `first` on in ascending order, while `body` returns true.
    func scan<Failure: Error>(
        from first: Key? = nil, _ body: (Key, Value) throws(Failure) -> Bool
    ) throws(Failure) {
        _ = try Self.scan(root, first, body)
    }

    private static func scan<Failure: Error>(
        _ node: Node?, _ first: Key?, _ body: (Key, Value) throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        guard let node else { return true }
        let isWanted = first.map { node.key >= $0 } ?? true
        if isWanted {
            guard try scan(node.left, first, body) else { return false }
            guard try body(node.key, node.value) else { return false }
        }
        return try scan(node.right, first, body)
    }

    /// What is below `key` and what is above it; the pair of `key` itself is in neither.
    private static func split(_ node: Node?, at key: Key) -> (less: Node?, more: Node?) {
        guard let node else { return (nil, nil) }
        if key == node.key { return (node.left, node.right) }
        if key < node.key {
            let (less, more) = split(node.left, at: key)
            return (less, node.with(left: more))
        }
        let (less, more) = split(node.right, at: key)
        return (node.with(right: less), more)
    }

    private static func join(_ less: Node?, _ more: Node?) -> Node? {
        guard let less else { return more }
        guard let more else { return less }
        return less.weight > more.weight
            ? less.with(right: join(less.right, more)) : more.with(left: join(less, more.left))
    }
}

/// A text ordered and told apart by its bytes, as every store orders texts.
struct Bytes: Comparable, Hashable, Sendable {
    let utf8: [UInt8]

    init(_ text: String) { utf8 = Array(text.utf8) }

    var text: String { String(decoding: utf8, as: UTF8.self) }

    static func < (one: Bytes, other: Bytes) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

/// Two keys as one, the first before the second.
struct Pair<First: Comparable & Hashable & Sendable, Second: Comparable & Hashable & Sendable>:
    Comparable, Hashable, Sendable
{
    let first: First
    let second: Second

    init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    static func < (one: Pair, other: Pair) -> Bool {
        one.first == other.first ? one.second < other.second : one.first < other.first
    }
}
