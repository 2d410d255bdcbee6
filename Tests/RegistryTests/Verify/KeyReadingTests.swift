import Chain
import Foundation
import Testing

@testable import Registry

@Suite("A ledger whose key anybody can sign for, or is spelt a second time, has no key")
struct KeyReadingTests {
    private static let vectors = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schema/vectors")

    private static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: vectors.path)) ?? []).sorted()

    private func read(_ vector: String) throws -> LedgerIdentity {
        let file = Self.vectors.appendingPathComponent(vector + "/entries.jsonl")
        let line = Array(try Data(contentsOf: file).prefix { $0 != 0x0A })
        return try line.withUnsafeBytes { try LedgerIdentity.read($0) }
    }

    @Test("a sound one is read", arguments: ["sound-sha256", "sound-sm3"])
    func sound(_ vector: String) throws {
        #expect(try read(vector).key.vkey.isEmpty == false)
    }

    @Test("the others are not", arguments: names.filter { $0.hasPrefix("key-") })
    func refused(_ vector: String) {
        #expect(throws: LedgerFault.damaged(entry: 0)) { _ = try read(vector) }
    }

    @Test("nor one whose key is of another suite than the ledger")
    func suite() {
        #expect(throws: LedgerFault.damaged(entry: 0)) {
            _ = try read("sm3-ledger-labelled-sha256")
        }
    }

    @Test("there are of every kind")
    func enough() {
        #expect(Self.names.count { $0.hasPrefix("key-of-order") } == 8)
        #expect(Self.names.count { $0.hasPrefix("key-second-spelling") } > 5)
    }
}
