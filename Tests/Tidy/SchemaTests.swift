import Testing

@Suite("What the documents promise about each other")
struct SchemaTests {
    let files = Checkout.current.files

    @Test("every invariant is named at the code that keeps it and at a test that attacks it")
    func invariants() {
        #expect(SchemaRules.invariantsNamed(files) == [])
        let all = SchemaRules.invariants.joined(separator: "; ")
        let ten = TextFile(path: "Sources/A.swift", text: "// \(all)")
        let nine = TextFile(
            path: "Tests/A.swift", text: "// \(all.replacing("I1;", with: "I1A; AI1; I11;"))")
        #expect(
            SchemaRules.invariantsNamed([ten, nine])
                == [Finding(path: "Tests", what: "I1 is named nowhere")])
    }

    @Test("every event has its golden file and its section in the dictionary")
    func dictionary() {
        #expect(SchemaRules.dictionary(files) == [])
        let seeded = [
            TextFile(path: "schema/events/a.b.v1.json", text: "{}"),
            TextFile(path: "schema/events/README.md", text: "# Events\n\n## `c.d.v1` C\n"),
        ]
        #expect(
            SchemaRules.dictionary(seeded).map(\.what)
                == ["no section for a.b.v1", "no golden event for c.d.v1"])
    }

    @Test("every embedded file is there and is listed under its own name")
    func embedded() {
        #expect(SchemaRules.embedded(files) == [])
        let source = """
            #embed "a.sql"
            #embed "b.sql"
                {"a.sql", a_sql, sizeof a_sql},
            """
        let seeded = [
            TextFile(path: "schema/embed.c", text: source),
            TextFile(path: "schema/b.sql", text: ""),
        ]
        #expect(SchemaRules.embedded(seeded).map(\.what).count == 2)
        #expect(SchemaRules.embedded([]).count == 1)
    }
}
