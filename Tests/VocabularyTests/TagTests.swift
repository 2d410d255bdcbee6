import Testing
import Vocabulary

@Suite("Names and tags")
struct TagTests {
    @Test(
        "an identifier is safe in a tag, a path and a command line",
        arguments: ["P", "9", "P-0003", "a.b_c-9", String(repeating: "x", count: 64)])
    func good(text: String) {
        #expect(SubjectID(text)?.text == text)
        #expect(Tag("subject:\(text)") == SubjectID(text)?.tag)
        #expect(Tag("subject:\(text)")?.description == "subject:\(text)")
    }

    @Test(
        "what is not safe is none",
        arguments: [
            "", "-P", ".P", "_P", "P 1", "P/1", "虚构甲", "P:1", "Ｐ1", "P\n", "..",
            String(repeating: "x", count: 65),
        ])
    func bad(text: String) {
        #expect(SubjectID(text) == nil)
        #expect(Tag("subject:\(text)") == nil)
    }

    @Test("a kind of tag that nobody here knows is kept as it stands; a text that is none is not")
    func kinds() throws {
        let tag = try #require(Tag("paperBoat:B-1"))
        #expect(tag.kind == "paperBoat" && tag.identifier == "B-1")
        #expect(Tag("subject") == nil && Tag(":P-1") == nil && Tag("") == nil)
        for bad in [
            "Subject", "sub ject", "sub-ject", "sub2", "主体", String(repeating: "x", count: 33),
        ] {
            #expect(TagKind(bad) == nil && Tag("\(bad):P-1") == nil)
        }
        #expect(TagKind(String(repeating: "x", count: 32)) != nil)
    }

    @Test("a list of tags is sorted by kind and identifier, each once")
    func list() {
        func person(_ text: String) -> Vocabulary.Tag { SubjectID(wellFormed: text).tag }
        let tags = Vocabulary.Tag.list(
            person("P-2"), nil, person("P-10"), BoatID(wellFormed: "Z").tag, person("P-2"))
        #expect(tags.map(\.description) == ["boat:Z", "subject:P-10", "subject:P-2"])
        #expect(tags.first(BoatID.self) == "Z" && tags.first(SubjectID.self) == "P-10")
        #expect([Vocabulary.Tag]().first(BoatID.self) == nil)
    }
}
