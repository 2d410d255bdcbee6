/// What `prove --json` answers for one entry.
struct InclusionAnswer: Decodable {
    let entry: Int
    let size: Int
    let leaf: String
    let line: String
    let path: [String]
    let root: String
}

/// What `prove --since --json` answers.
struct GrowthAnswer: Decodable {
    let old: Int
    let new: Int
    let oldRoot: String
    let newRoot: String
    let path: [String]
}

/// What `demo --json` answers.
struct DemoAnswer: Decodable {
    let entries: Int
    let hero: String
}
