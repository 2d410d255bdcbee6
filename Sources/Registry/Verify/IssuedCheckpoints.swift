import Store

/// How many checkpoints were issued and over what, kept as a fact: a checkpoint that was removed
/// or put twice shows.
enum IssuedCheckpoints {
    static let fact = "checkpoints"

    /// Number and sum of the sizes.
    static func text(_ issued: [StoredCheckpoint]) -> String {
        "\(issued.count):\(issued.reduce(0) { $0 &+ $1.size })"
    }
}
