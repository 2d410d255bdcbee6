/// The names of an enum's cases, as the compiler wrote them down for reflection: what no list by hand
/// can leave out.
///
/// Follows the layout that the language's binary interface fixes: the second word of an enum's
/// metadata points to its descriptor, whose fifth 32-bit word is the distance to its fields, whose
/// records begin after 16 bytes and give the distance to their name in their third word.
func caseNames<E>(of type: E.Type) -> [String] {
    func follow(_ distance: UnsafeRawPointer) -> UnsafeRawPointer {
        distance + Int(distance.loadUnaligned(as: Int32.self))
    }
    let metadata = unsafeBitCast(type as any Any.Type, to: UnsafeRawPointer.self)
    let descriptor = metadata.load(fromByteOffset: 8, as: UnsafeRawPointer.self)
    let fields = follow(descriptor + 16)
    let count = fields.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
    return (0..<Int(count)).map { index in
        let name = follow(fields + 16 + index * 12 + 8)
        return String(cString: name.assumingMemoryBound(to: CChar.self))
    }
}

/// The name of the case that a value is.
func caseName(of value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? String(describing: value)
}
