import Foundation
import Law
import Registry
import TestSupport
import Testing
import Vocabulary

@testable import Records
@testable import Wording

@Suite("Whatever is explained has its sentences in the catalogues, and they have nothing else")
struct MessageTests {
    static let samples = Samples.refusals + Samples.faults
    /// With a fault in a column beside them: its row says it within a sentence of its own.
    private static let messages =
        samples.flatMap(\.all).map(\.message)
        + [RowFault(file: "f.csv", line: 2, column: "c", reason: .nulByte).message]
        + RowFault.Reason.samples.map {
            RowFault(file: "f.csv", line: 2, column: nil, reason: $0, isFilledIn: true).message
        }

    private struct Asked: Hashable {
        let key: String
        let holes: Set<String>
    }

    /// The keys under which a value is said, with the holes that it fills.
    private static func asked(_ named: Named) -> [Asked] {
        switch named {
        case .text, .title: return []
        case .words(let key, let values):
            return [Asked(key: key, holes: Set(values.keys))] + values.values.flatMap(asked)
        case .list(let all, let between):
            return [Asked(key: between, holes: [])] + all.flatMap(asked)
        }
    }

    @Test("every type that explains itself is among the samples")
    func types() throws {
        let root = Shared.checkout + "/Sources/"
        var declared: Set<String> = []
        for room in ["Law", "Vocabulary", "Records", "Registry"] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: root + room)
            where path.hasSuffix(".swift") {
                let source = try String(contentsOfFile: root + room + "/" + path, encoding: .utf8)
                for match in source.matches(
                    of: /(?:enum|struct|extension) ([\w.]+): [^{\n]*\b(?:RefusalReason|Explained)\b/
                ) {
                    declared.insert(String(match.1))
                }
            }
        }
        // These carry what others explain.
        declared.subtract(["Refusal", "RowFault"])
        #expect(declared.count > 15)
        #expect(declared == Set(Self.samples.map(\.name)))
    }

    @Test("every case is sampled", arguments: samples)
    func cases(samples: Samples) {
        #expect(!samples.declared.isEmpty)
        #expect(Set(samples.sampled) == Set(samples.declared), "\(samples.name)")
    }

    @Test("each has its words in both languages, with exactly the holes that it fills")
    func holes() throws {
        let catalogues = try Language.allCases.map { try Catalogue($0) }
        for asked in Set(Self.messages.flatMap { Self.asked($0.named) }) {
            for catalogue in catalogues {
                #expect(catalogue.templates[asked.key]?.holes == asked.holes, "\(asked.key)")
            }
        }
    }

    @Test("no words are kept that nobody says")
    func stray() throws {
        let asked = Set(Self.messages.flatMap { Self.asked($0.named) }.map(\.key))
        let written = try CatalogueTests.sources.get()
        for key in try Catalogue(.chinese).templates.keys
        where ["refusal.", "fault.", "said."].contains(where: key.hasPrefix) {
            #expect(asked.contains(key) || written.contains("\"\(key)\""), "\(key)")
        }
    }

    @Test("a value may be a word, a title, a list, or a sentence within another")
    func named() throws {
        let text = try Text(.english)
        struct Odd: Explained {
            let message: Message
        }
        let values: [String: any Nameable] = [
            "outcome": Named.list([.said("appealOutcome", AppealOutcome.varied), .text("{x}")])
        ]
        #expect(
            text.sentence(of: Odd(message: .refusal("measureNotVaried", "713#15、#16", values)))
                == "An outcome to vary, {x} sets no other measure. Leave measure and months out, or "
                + "use the outcome to vary (varied). (State Council Order 713 Art. 15、16)")
        #expect(CalendarDate?.none.named == .text("—"))
    }
}
