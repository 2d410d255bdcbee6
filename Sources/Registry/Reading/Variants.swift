/// Characters that people read as one in a name: 國 and 国, 峯 and 峰 (繁简、异体).
///
/// The table is `schema/encodings/variants.txt`, read once, when somebody is first looked for. It serves
/// the search alone: what is recorded stays as it was written.
enum Variants {
    /// By what a character is compared; nil: by itself.
    static subscript(scalar: Unicode.Scalar) -> Unicode.Scalar? { table[scalar] }

    private static let table = reading(
        String(decoding: GB18030Table.embedded("encodings/variants.txt"), as: UTF8.self))

    private static func reading(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        var first: Unicode.Scalar?
        var isRemark = false
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                first = nil
                isRemark = false
            } else if let first {
                if !isRemark { table[scalar] = first }
            } else {
                first = scalar
                isRemark = scalar == "#"
            }
        }
        return table
    }
}
