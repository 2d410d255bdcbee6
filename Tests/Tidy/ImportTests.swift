import Testing

@Suite("Rooms import only from rooms above them")
struct ImportTests {
    @Test("every source file keeps the table")
    func table() {
        let sources = Checkout.current.swift.filter { $0.isIn("Sources") }
        #expect(sources.count > 100)
        #expect(sources.flatMap { ImportTable.imports(of: $0) }.count > 100)
        #expect(sources.flatMap(ImportTable.check) == [])
    }

    @Test("every room of the table is there")
    func rooms() {
        let found = Checkout.current.files.filter { $0.isIn("Sources") }
            .map { $0.path.split(separator: "/")[1] }.filter { $0 != "README.md" }
        #expect(Set(found.map(String.init)) == Set(ImportTable.rooms.keys))
    }

    @Test(
        "a wrong import is seen, however it is written",
        arguments: [
            ("Chain", "import Records"),
            ("Chain", "import `Records`"),
            ("Law", "import Vocabulary"),
            ("Vocabulary", "import Records"),
            ("Records", "@_spi(Secret) import Registry"),
            ("Registry", "import Wording"),
            ("Wording", "import Application"),
            ("Application", "import StoreSQLite"),
            ("Records", "import Chain"),
            ("Records", "import Foundation"),
            ("stele", "import Foundation"),
            ("Store", "internal import Records"),
            ("Registry", "public import StoreSQLite"),
            ("Registry", "@testable import CSQLite"),
            ("stele-verify", "import Store"),
            ("Chain", "import struct Store.TagHead"),
            ("Chain", "import Glibc; import Store"),
            ("Chain", "@_exported @preconcurrency import Registry"),
            ("Attic", "import Chain"),
        ])
    func seeded(room: String, line: String) {
        let file = TextFile(path: "Sources/\(room)/A/B.swift", text: "// A\n\(line)\n")
        #expect(ImportTable.check(file).count == 1)
    }

    @Test("an import in a comment or in quotes is none")
    func comments() {
        let text = "/// may import it again\n/* import Store */ let a = \"import Store\"\n"
        #expect(ImportTable.check(TextFile(path: "Sources/Chain/A.swift", text: text)) == [])
    }
}
