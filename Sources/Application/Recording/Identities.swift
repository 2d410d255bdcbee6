internal import Records
internal import Registry
internal import Store
internal import Vocabulary

/// The subjects of a ledger, by how they are written.
struct Identities {
    private let ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// Two spellings of one identifier are one person: the registered one is taken. Where none or
    /// several are registered, it stands as typed.
    func registered(_ officer: Officer) throws -> Officer {
        if try isRegistered(officer.text) { return officer }
        let found = try spellings(of: officer.text, under: SubjectID.tagKind).filter(isRegistered)
        return found.count == 1 ? Officer(found[0]) ?? officer : officer
    }

    private func isRegistered(_ text: String) throws -> Bool {
        guard let id = SubjectID(text) else { return false }
        return try ledger.trail(of: id).contains { entry in
            entry.event[SubjectRegistered.self]?.subject == id
        }
    }

    /// What there is under tags of one kind, whatever the case of its letters: letter by letter, as far
    /// as anything begins so.
    func spellings(of text: String, under kind: TagKind) throws -> [String] {
        let prefix = kind.name + ":"
        return try ledger.store.read { reader in
            var beginnings = [""]
            for character in text {
                let letters = Set([character.lowercased(), character.uppercased()]).sorted()
                beginnings = try beginnings.flatMap { beginning in
                    try letters.map { beginning + $0 }.filter { longer in
                        try !reader.tags(
                            prefix: prefix + longer, after: nil, limit: 1
                        ).isEmpty
                    }
                }
            }
            return try beginnings.filter { try reader.head(of: prefix + $0) != nil }
        }
    }

    private static let prefix = SubjectID.tagKind.name + ":"
    /// How many subjects are compared with what was typed; more would make an officer wait.
    private static let compared = 1 << 14

    /// The identifier most like what was typed; nil where none is near.
    func nearest(to text: String) throws -> String? {
        let typed = Array(Officer.shaped(text).lowercased().utf8)
        guard (1...64).contains(typed.count) else { return nil }
        return try ledger.store.read { reader in
            var best: (distance: Int, identifier: String)?
            var after: String?
            var count = 0
            while count < Self.compared {
                let page = try reader.tags(prefix: Self.prefix, after: after, limit: 1_024)
                for one in page {
                    let identifier = String(one.tag.dropFirst(Self.prefix.count))
                    let distance = Self.distance(typed, Array(identifier.lowercased().utf8))
                    if distance < best?.distance ?? .max { best = (distance, identifier) }
                }
                count += page.count
                guard page.count == 1_024 else { break }
                after = page.last?.tag
            }
            // Beyond a third of what was typed it is another word.
            return best.flatMap { $0.distance <= max(1, typed.count / 3) ? $0.identifier : nil }
        }
    }

    /// How many bytes must be changed, added or left out to make one of the other (Levenshtein).
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (index, byte) in one.enumerated() {
            var left = row[0]
            row[0] = index + 1
            for (column, letter) in other.enumerated() {
                let changed = left + (byte == letter ? 0 : 1)
                left = row[column + 1]
                row[column + 1] = min(changed, left + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
