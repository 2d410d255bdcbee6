import Chain

/// The link in a line to the line before it, found without reading the rest.
enum LineLink {
    /// `"prev":"`, eight bytes. Inside a string no quote stands bare, and behind the link of an
    /// entry come only members that hold no object but the tags: its last occurrence is the link.
    private static let mark = Array("\"prev\":\"".utf8).withUnsafeBytes {
        $0.loadUnaligned(as: UInt64.self)
    }

    static func of(_ line: UnsafeRawBufferPointer) -> Digest? {
        var at = line.count - 72
        while at >= 0 {
            if line.loadUnaligned(fromByteOffset: at, as: UInt64.self) == mark {
                return Digest(hexBytes: UnsafeRawBufferPointer(rebasing: line[at + 8..<at + 72]))
            }
            at -= 1
        }
        return nil
    }
}
