import Chain
import Store

extension ProvenReader {
    /// The root over all lines, read again where no checkpoint covers them; nil where these are too
    /// many to be read for one answer.
    func root() throws -> Digest? {
        let signed = try signed()
        var subtrees = signed?.subtrees ?? []
        let first = subtrees.count * TileAddress.width
        guard count - first <= Self.comparedWhole else { return nil }
        var digest = DigestContext(suite)
        var leaves: [Digest] = []
        try scan(first..<count) { _, line in
            leaves.append(digest.leaf(line))
            if leaves.count == TileAddress.width {
                subtrees.append(SignedTree.root(of: leaves, using: &digest))
                leaves.removeAll(keepingCapacity: true)
            }
        }
        if !leaves.isEmpty { subtrees.append(MerkleTree.root(of: leaves, using: &digest)) }
        return MerkleTree.root(of: subtrees, using: &digest)
    }

    /// A stored tile that was compared with the signed tree, and where that does not reach, with the
    /// lines and tiles below.
    ///
    /// - Throws: ``StoreFault/malformed(detail:)`` for one that says something else.
    func tile(_ address: TileAddress) throws(StoreFault) -> [UInt8]? {
        guard let bytes = try base.tile(address) else { return nil }
        do {
            if bytes.count == TileAddress.bytes, try isProven(bytes, at: address) { return bytes }
        } catch let fault as StoreFault {
            throw fault
        } catch {}
        throw .malformed(detail: "tile \(address.name)")
    }

    private func isProven(_ bytes: [UInt8], at address: TileAddress) throws -> Bool {
        let first = address.index * TileAddress.width
        let signed = try signed()
        let known = signed?.subtrees ?? []
        var digest = DigestContext(suite)
        var hashes: [Digest] = []
        hashes.reserveCapacity(TileAddress.width)
        switch address.level {
        case 0:
            if let signed, address.index < known.count {
                let leaves = try tree.leaves(ofTile: address.index, under: signed, base)
                hashes = leaves ?? []
            } else {
                try scan(first..<first + TileAddress.width) { _, line in
                    hashes.append(digest.leaf(line))
                }
            }
        default:
            for index in first..<first + TileAddress.width {
                if address.level == 1, index < known.count {
                    hashes.append(known[index])
                } else {
                    let below = TileAddress(level: address.level - 1, index: index)
                    guard let inner = try SignedTree.hashes(below, self) else { return false }
                    hashes.append(SignedTree.root(of: inner, using: &digest))
                }
            }
        }
        return hashes.withUnsafeBytes { $0.elementsEqual(bytes) }
    }
}
