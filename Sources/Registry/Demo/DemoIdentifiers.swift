/// Identifiers that are well formed and can belong to nobody.
///
/// Resident IDs carry the birthday 1900-01-01; unit codes the letters `FAKE`. Both have right check
/// characters, so that they pass wherever real ones would.
///
/// Source: GB 11643-1999 (ISO 7064 MOD 11-2), GB 32100-2015, GB 11714-1997.
enum DemoIdentifiers {
    /// `15072619000101` + three digits + check: 18 characters.
    static func residentID(_ number: Int) -> String {
        precondition((1...999).contains(number))
        let body = "15072619000101" + digits(number, 3)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    /// `11150726FAKE` + four digits + GB 11714 check + GB 32100 check: 18 characters.
    static func creditCode(_ number: Int) -> String {
        precondition((1...9999).contains(number))
        let body = "FAKE" + digits(number, 4)
        let bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]
        let bodySum = zip(body, bodyWeights).reduce(0) { $0 + letterValue($1.0) * $1.1 }
        let bodyCheck = Array("0X987654321")[bodySum % 11]
        let code = "11150726" + body + String(bodyCheck)
        var weight = 1
        var sum = 0
        for character in code {
            guard let value = alphabet.firstIndex(of: character) else {
                preconditionFailure("\(character) is not in the alphabet of GB 32100")
            }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return code + String(alphabet[(31 - sum % 31) % 31])
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    /// 0…9 as they are, A = 10 … Z = 35.
    private static func letterValue(_ character: Character) -> Int {
        character.wholeNumberValue ?? Int((character.asciiValue ?? 65) - 55)
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
