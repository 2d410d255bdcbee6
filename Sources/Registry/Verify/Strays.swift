import Store

extension Audit {
    /// What lies outside the ledger: entries before the first or far behind the last, and sealed
    /// values of entries that are not there.
    mutating func findStrays(_ reader: any StoreReader, claimed: Int, limit: Int) throws {
        if claimed > size { damages.append(Damage(.missing, entry: size)) }
        for position in try reader.entries(outside: 0..<size, limit: limit) {
            damages.append(Damage(.sequence, place: "entry \(position)"))
        }
        for value in try reader.sealed(outside: 0..<size, limit: limit) {
            damages.append(Damage(.sealedUnknown, place: "vault \(value.seq) \(value.path)"))
        }
    }
}
