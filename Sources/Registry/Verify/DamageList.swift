/// Damages as they are found: all are counted, so many are kept. A ledger that is damaged throughout
/// must not cost more than a sound one.
struct DamageList {
    /// Many more than a report lists, so that whose fault it is can be told of all that are listed.
    static let most = 50_000

    private(set) var kept: [Damage] = []
    private(set) var dropped = 0

    var isEmpty: Bool { kept.isEmpty }
    var isFull: Bool { kept.count >= Self.most }

    mutating func append(_ damage: Damage) {
        if isFull { dropped += 1 } else { kept.append(damage) }
    }

    static func += (list: inout DamageList, more: some Sequence<Damage>) {
        for damage in more { list.append(damage) }
    }

    mutating func change(_ body: (Damage) -> Damage) { kept = kept.map(body) }
}
