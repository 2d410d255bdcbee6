import Foundation
import Testing

/// One slip of `tools/mutation/slips.json`, as far as its place goes.
struct SlipPlace: Decodable {
    let number: Int
    let file: String
    let within: String?
    let before: String
    let after: String
    let wrong: String

    /// What is wrong with it in that text of its file; nil: it stands just once.
    func fault(in text: String?) -> String? {
        guard let text else { return "slip \(number): there is no \(file)" }
        if wrong.isEmpty || before == after { return "slip \(number) says nothing" }
        let whole = text.components(separatedBy: within ?? before).count - 1
        let inner = within.map { $0.components(separatedBy: before).count - 1 } ?? 1
        guard whole == 1, inner == 1 else {
            return "slip \(number) stands \(whole * inner) times in \(file)"
        }
        return nil
    }

    /// Numbers that two of them share.
    static func taken(_ slips: [SlipPlace]) -> [Int] {
        Dictionary(grouping: slips, by: \.number).filter { $0.value.count > 1 }.keys.sorted()
    }
}

@Suite("The list of slips that tools/mutate plants")
struct SlipTests {
    @Test("each of them still stands once in the code, under a number of its own")
    func places() throws {
        let path = Checkout.root + "/tools/mutation/slips.json"
        let slips = try JSONDecoder().decode(
            [SlipPlace].self, from: Data(contentsOf: URL(filePath: path)))
        #expect(slips.count > 100)
        #expect(SlipPlace.taken(slips) == [])
        let texts = Dictionary(
            uniqueKeysWithValues: Checkout.current.files.map { ($0.path, $0.text) })
        #expect(slips.compactMap { $0.fault(in: texts[$0.file]) } == [])
    }

    @Test("one that has rotted is seen")
    func rotten() {
        func slip(_ before: String, within: String? = nil, as number: Int = 1) -> SlipPlace {
            SlipPlace(
                number: number, file: "Sources/A.swift", within: within, before: before, after: "c",
                wrong: "It is wrong.")
        }
        let text = "if a < b { f(a < b) }\n"
        #expect(slip("if a").fault(in: text) == nil)
        #expect(slip("a < b", within: "f(a < b)").fault(in: text) == nil)
        #expect(slip("a < b").fault(in: text) != nil)
        #expect(slip("a > b").fault(in: text) != nil)
        #expect(slip("if a").fault(in: nil) != nil)
        #expect(slip("a", within: "a < b) a").fault(in: text) != nil)
        #expect(slip("c").fault(in: "c") != nil)
        #expect(SlipPlace.taken([slip("a"), slip("b"), slip("a", as: 2)]) == [1])
    }
}
