import Chain
import Records
import Registry

/// Entries as a personnel register sees them: subjects of very different activity (Zipf, s = 0.8),
/// about 600 bytes a line, one tag each. The same seed gives the same entries.
struct Workload {
    private let cumulative: [Double]
    private var random: SplitMix64
    private var registered: [Bool]

    /// - Parameter isNew: Whether a subject's first entry is its registration.
    init(subjects: Int, seed: UInt64, isNew: Bool) {
        var sum = 0.0
        cumulative = (1...subjects).map { rank in
            sum += power(Double(rank))
            return sum
        }
        random = SplitMix64(state: seed)
        registered = Array(repeating: !isNew, count: subjects)
    }

    /// The tag of a subject.
    static func identifier(_ subject: Int) -> String { "P-" + padded(subject, 7) }

    mutating func next() -> UnsealedEntry {
        let subject = draw()
        let identifier = Self.identifier(subject)
        defer { registered[subject] = true }
        let event =
            registered[subject]
            ? transfer(of: identifier)
            : ("subject.registered.v1", registration(of: identifier))
        return UnsealedEntry(
            id: entryIdentifier(), type: event.0, actor: "personnel-" + padded(random.below(40), 3),
            unit: "U-ZZB", basis: ["XZZ-2020-26-T8"], on: day(),
            tags: ["subject:" + identifier], data: event.1.bytes)
    }

    mutating func next(_ count: Int) -> [UnsealedEntry] { (0..<count).map { _ in next() } }

    private mutating func draw() -> Int {
        let place = random.unit() * (cumulative.last ?? 0)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func registration(of subject: String) -> CanonicalObject {
        var data = CanonicalObject()
        data.set("kind", "person")
        data.set("rank", Self.ranks[random.below(Self.ranks.count)])
        data.set("subject", subject)
        return data
    }

    private mutating func transfer(of subject: String) -> (String, CanonicalObject) {
        var previous = CanonicalObject()
        put(post: &previous)
        var data = CanonicalObject()
        let unit = random.below(Self.units.count)
        data.set("post", Self.posts[random.below(Self.posts.count)])
        data.set("previous", previous)
        data.set("rank", Self.ranks[random.below(Self.ranks.count)])
        data.set("subject", subject)
        data.set("unit", "U-" + padded(unit, 3))
        data.set("unitTitle", Self.units[unit])
        return ("position.transferred.v1", data)
    }

    private mutating func put(post: inout CanonicalObject) {
        let unit = random.below(Self.units.count)
        post.set("post", Self.posts[random.below(Self.posts.count)])
        post.set("rank", Self.ranks[random.below(Self.ranks.count)])
        post.set("unit", "U-" + padded(unit, 3))
        post.set("unitTitle", Self.units[unit])
    }

    private mutating func day() -> String {
        "20" + padded(random.below(26), 2) + "-" + padded(1 + random.below(12), 2) + "-"
            + padded(1 + random.below(28), 2)
    }

    private mutating func entryIdentifier() -> String {
        let digits = Array("0123456789abcdef".utf8)
        var words = (random.next(), random.next())
        return String(unsafeUninitializedCapacity: 36) { buffer in
            for index in 0..<36 {
                switch index {
                case 8, 13, 18, 23: buffer[index] = UInt8(ascii: "-")
                case 14: buffer[index] = UInt8(ascii: "7")
                case 19: buffer[index] = UInt8(ascii: "8")
                case ..<18:
                    buffer[index] = digits[Int(words.0 & 15)]
                    words.0 >>= 4
                default:
                    buffer[index] = digits[Int(words.1 & 15)]
                    words.1 >>= 4
                }
            }
            return 36
        }
    }

    private static let ranks = ["乡科级正职", "乡科级副职", "县处级副职", "一级科员", "二级主任科员"]
    private static let posts = ["办公室主任", "业务科科长", "副局长", "综合股股长", "党组成员、副局长"]
    private static let units = ["水利局", "林草局", "教育局", "财政局", "民政局", "住建局", "审计局", "信访局"]
        .map { "云上旗\($0)(虚构)行政审批与监督管理股" }
}

/// A small generator whose stream never changes.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

/// A number with zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
