import Chain
import Records
import Registry
import Store
import StoreSQLite
import Vocabulary

/// Phases that read.
enum Reading {
    private static func store(_ options: Options) throws -> SQLiteStore {
        try SQLiteStore(options.text("ledger"), for: .reading)
    }

    /// Full verification, as the program does it.
    static func verify(_ options: Options) throws {
        let store = try store(options)
        var size = 0
        var damages = 0
        let time = try seconds {
            let report = try LedgerVerifier(store, cores: options.number("cores")).verify()
            size = report.size
            damages = report.damages.count
            if damages > 0 { fail("the ledger is damaged: \(report.damages[0])") }
        }
        var findings = Findings()
        findings.set("perSecond", size, in: time)
        findings.report()
    }

    /// Where one core's time goes. Units: nanoseconds per entry.
    static func spent(_ options: Options) throws {
        let store = try store(options)
        let ledger = try Ledger(store)
        var findings = Findings()
        try store.read(.scan) { reader in
            let size = try reader.size()
            var digest = DigestContext(ledger.identity.suite)
            var tape = LineTape()
            var leaves: [Digest] = []
            var sum = 0
            let scan = try seconds {
                try reader.scan(0..<size) { _, line in sum &+= Int(line[0]) }
            }
            let hash = try seconds {
                try reader.scan(0..<size) { _, line in leaves.append(digest.leaf(line)) }
            }
            let parse = try seconds {
                try reader.scan(0..<size) { _, line in
                    sum &+= try EntryView.read(line, tape: &tape).seq
                }
            }
            let tree = seconds { sum &+= MerkleTree.root(of: leaves, using: &digest).hashValue }
            let structure = try seconds { sum &+= try store.structureFaults().count }
            func per(_ time: Double) -> Int { Int(max(0, time) * 1e9) / size }
            findings.set("scanNs", per(scan))
            findings.set("hashNs", per(hash - scan))
            findings.set("parseNs", per(parse - scan))
            findings.set("treeNs", per(tree))
            findings.set("structureNs", per(structure))
            if sum == 42 { print() }
        }
        findings.report()
    }

    /// Trails of the subjects with 40 to 60 entries, read by walking back from their heads.
    static func trail(_ options: Options) throws {
        let ledger = try Ledger(store(options))
        var sample: [SubjectID] = []
        try ledger.store.read { reader in
            try reader.scanHeads { head in
                guard (40...60).contains(head.head.count), head.tag.hasPrefix("subject:"),
                    let id = SubjectID(String(head.tag.dropFirst(8)))
                else { return }
                sample.append(id)
            }
        }
        var events = 0
        for subject in sample { events += try ledger.trail(of: subject).count }
        var times: [Double] = []
        for subject in sample {
            times.append(try seconds { events &+= try ledger.trail(of: subject).count })
        }
        var findings = Findings()
        findings.set("trails", sample.count)
        findings.set("events", events / 2)
        findings.set("trail", percentilesOf: times)
        findings.report()
    }

    /// Inclusion proofs of entries all over the ledger, each with its line and checked.
    static func prove(_ options: Options) throws {
        let ledger = try Ledger(store(options))
        let size = try ledger.size()
        var random = SplitMix64(state: 7)
        let places = (0..<2_000).map { _ in random.below(size) }
        var length = 0
        for place in places {
            length = max(length, try ledger.proveInclusion(of: place).path.count)
        }
        var times: [Double] = []
        for place in places {
            times.append(try seconds { _ = try ledger.proveInclusion(of: place) })
        }
        var findings = Findings()
        findings.set("proof", percentilesOf: times)
        findings.set("bytes", length * 32)
        findings.report()
    }

    /// Every view anew from the entries.
    static func rebuild(_ options: Options) throws {
        let ledger = try Ledger(
            SQLiteStore(options.text("ledger"), for: .writing(as: "benchmark")))
        let time = try seconds {
            try ledger.rebuildViews(cores: options.number("cores")) { _, _ in }
        }
        let summary = try ledger.checkViews(cores: options.number("cores")) { _, _ in }
        guard summary.differing.isEmpty else { fail("the rebuilt views differ") }
        var findings = Findings()
        findings.set("perSecond", summary.entries, in: time)
        findings.set("rows", summary.rows)
        findings.report()
        try ledger.store.close()
    }

    /// How large the lines are.
    static func size(_ options: Options) throws {
        let store = try store(options)
        var bytes = 0
        var size = 0
        try store.read(.scan) { reader in
            size = try reader.size()
            try reader.scan(0..<size) { _, line in bytes += line.count }
        }
        var findings = Findings()
        findings.set("entries", size)
        findings.set("lineBytes", bytes)
        findings.report()
    }

    /// Hashing in memory, nanoseconds for 600 bytes and for a node.
    static func digests(_ options: Options) {
        let line = [UInt8](repeating: 0x61, count: 600)
        var findings = Findings()
        for suite in Suite.allCases {
            var digest = DigestContext(suite)
            var node = line.withUnsafeBytes { digest.leaf($0) }
            let count = 300_000
            let leaves = seconds {
                for _ in 0..<count { _ = line.withUnsafeBytes { digest.leaf($0) } }
            }
            let nodes = seconds { for _ in 0..<count { node = digest.node(node, node) } }
            findings.set("\(suite.rawValue)LeafNs", Int(leaves * 1e9) / count)
            findings.set("\(suite.rawValue)NodeNs", Int(nodes * 1e9) / count)
        }
        findings.report()
    }
}
