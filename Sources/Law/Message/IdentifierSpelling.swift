/// Whether a text may identify something in the ledger, or a body of law: 1…64 of `A–Z a–z 0–9 . _ -`,
/// beginning with a letter or digit.
public func isWellFormedIdentifier(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            break
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            if count == 0 { return false }
        default: return false
        }
        count += 1
        if count > 64 { return false }
    }
    return count > 0
}
