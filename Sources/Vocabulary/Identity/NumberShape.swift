internal import Law

/// How a number that tells people or units apart is written: what is typed in full width, with spaces,
/// with a small letter or in an older form means the same.
public enum NumberShape: Hashable, Sendable {
    /// Resident ID number (公民身份号码), GB 11643-1999.
    case identityNumber
    /// Unified social credit code (统一社会信用代码), GB 32100-2015.
    case creditCode

    /// The field that holds such a number, wherever one is.
    public var field: String {
        switch self {
        case .identityNumber: "idNumber"
        case .creditCode: "code"
        }
    }

    /// What is wrong with a number.
    public enum Flaw: Hashable, Sendable {
        /// A spreadsheet has made a quantity of it (`1.10105E+17`): digits are lost.
        case rounded
        /// So many characters, where there must be others.
        case length(Int, expected: Int)
        /// A character that cannot stand there, counted from 1.
        case character(at: Int)
        /// Its day of birth does not exist.
        case date
        /// The check digit that its other characters give, and the one it has.
        case checkDigit(Character, not: Character)
    }

    /// The number as it is compared: half width, without spaces, capital letters, 18 digits.
    ///
    /// Some other number (a passport's, a unit's own) is only brought into half width.
    public func shaped(_ typed: String) -> String {
        let plain = Self.plain(typed)
        guard self == .identityNumber, plain.utf8.count == 15, let digits = Self.digits(plain)
        else {
            return plain
        }
        // The numbers of before 1999 leave out the century and the check digit.
        let whole = Array(digits[0..<6]) + [1, 9] + digits[6...]
        guard Self.isDay(whole[6..<14]) else { return plain }
        return whole.map(String.init).joined() + String(Self.identityCheck(whole))
    }

    /// What is wrong with a shaped number; nil: nothing, or it is a number of another kind, of which
    /// nobody here knows the rules.
    public func flaw(in shaped: String) -> Flaw? {
        if Self.isRounded(shaped) { return .rounded }
        return switch self {
        case .identityNumber: Self.identityFlaw(Array(shaped))
        case .creditCode: Self.creditFlaw(Array(shaped))
        }
    }

    /// Whether a text is somebody's resident ID number, of 18 digits or of 15, with the right check digit
    /// or a mistyped one: it would stand in clear for ever wherever it identified anything. A credit
    /// code is public and none.
    public static func isIdentityNumber(_ text: String) -> Bool {
        let plain = Array(plain(text))
        guard plain.count == 18 || plain.count == 15,
            let body = digits(plain.count == 18 ? plain.dropLast() : plain[...]),
            provinces.contains(body[0] * 10 + body[1])
        else { return false }
        if plain.count == 15 { return isDay([1, 9] + body[6..<12]) }
        guard digits([plain[17]]) != nil || plain[17] == "X",
            (18...20).contains(body[6] * 10 + body[7]),
            isDay(body[6..<14])
        else { return false }
        return identityCheck(body) == plain[17] || creditFlaw(plain) != nil
    }

    /// The first two digits of a division's code (GB/T 2260).
    private static let provinces: Set = Set(
        [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 81...83].flatMap { Array($0) } + [71]
    )

    private static func plain(_ typed: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            let half =
                (0xFF01...0xFF5E).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if half.properties.isWhitespace || half.properties.isDefaultIgnorableCodePoint {
                continue
            }
            plain.append(contentsOf: half.properties.uppercaseMapping.unicodeScalars)
        }
        return String(plain)
    }

    private static func digits(_ text: some Sequence<Character>) -> [Int]? {
        var digits: [Int] = []
        for character in text {
            guard let value = character.asciiValue, (48...57).contains(value) else { return nil }
            digits.append(Int(value) - 48)
        }
        return digits
    }

    /// `1.10105E+17`: what a spreadsheet shows of a long number.
    private static func isRounded(_ text: String) -> Bool {
        let parts = text.split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].first, first.isNumber else { return false }
        let power = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
        guard !power.isEmpty, power.count <= 3, digits(power) != nil else { return false }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return mantissa.count <= 2 && mantissa.allSatisfy { digits($0) != nil }
            && (mantissa.count == 2 || parts[1].hasPrefix("+"))
    }

    // MARK: GB 11643

    private static func identityFlaw(_ text: [Character]) -> Flaw? {
        let known = text.count { $0.isASCII && $0.isNumber }
        // Fewer digits are no mistyped ID number but another: a passport's, an officer's.
        guard known >= 15, known >= text.count - 2 else { return nil }
        if text.count == 15 { return digits(text) == nil ? nil : .date }
        guard text.count == 18 else { return .length(text.count, expected: 18) }
        if let wrong = text.dropLast().firstIndex(where: { digits([$0]) == nil }) {
            return .character(at: wrong + 1)
        }
        guard let body = digits(text.dropLast()) else { return nil }
        if !isDay(body[6..<14]) { return .date }
        let check = identityCheck(body)
        return check == text[17] ? nil : .checkDigit(check, not: text[17])
    }

    /// Of the first 17 digits.
    private static func identityCheck(_ digits: [Int]) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return Array("10X98765432")[sum % 11]
    }

    private static func isDay(_ digits: ArraySlice<Int>) -> Bool {
        let text = digits.map(String.init).joined()
        let parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.dropFirst(6)]
        return CalendarDate(parts.joined(separator: "-")) != nil
    }

    // MARK: GB 32100

    private static func creditFlaw(_ text: [Character]) -> Flaw? {
        let known = text.prefix(8).count { $0.isASCII && $0.isNumber }
        // A source may have numbers of its own for its units.
        guard (17...19).contains(text.count), known >= 6,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) })
        else { return nil }
        guard text.count == 18 else { return .length(text.count, expected: 18) }
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var sum = 0
        var weight = 1
        for (index, character) in text.dropLast().enumerated() {
            guard let value = alphabet.firstIndex(of: character) else {
                return .character(at: index + 1)
            }
            sum += value * weight
            weight = weight * 3 % 31
        }
        let check = alphabet[(31 - sum % 31) % 31]
        return check == text[17] ? nil : .checkDigit(check, not: text[17])
    }
}
