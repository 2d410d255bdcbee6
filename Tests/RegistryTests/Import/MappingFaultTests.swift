import Testing

@testable import Registry

@Suite("A mapping is checked whole before a row is read")
struct MappingFaultTests {
    /// A mapping that is right; every test breaks it in one place.
    static let sound = """
        {"format":1,"delivery":"d","actor":"a","unit":"u","basis":["XZZ-2020-26"],
         "tables":{"t":{"values":{"x":"y"}}},
         "files":[{"name":"f.csv","columns":{"id":"required","name":"present","note":"optional"},
          "key":["id"],
          "rows":[{"command":"registerSubject","when":{"column":"id","blank":false},
           "fields":{"subject":"id","kind":{"constant":"person"},
            "rank":{"column":"note","table":"t"}}}]}]}
        """

    private func fault(_ old: String, _ new: String) -> MappingFault? {
        #expect(Self.sound.contains(old), "the test breaks what is there")
        return fault(Self.sound.replacing(old, with: new))
    }

    private func fault(_ document: String) -> MappingFault? {
        do throws(MappingFault) {
            _ = try Mapping(parsing: Array(document.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("the sound one is taken")
    func takesSound() throws {
        let mapping = try Mapping(parsing: Array(Self.sound.utf8))
        #expect(mapping.delivery == "d" && mapping.basis == ["XZZ-2020-26"])
        #expect(mapping.files.map(\.name) == ["f.csv"])
        #expect(mapping.files[0].commands.map(\.name) == ["registerSubject"])
        #expect(mapping.files[0].columns.map(\.presence) == [.required, .present, .optional])
    }

    @Test("broken JSON, a key twice and another format are told with their place")
    func document() {
        guard case .notJSON(_, let offset) = fault("{\"format\":1,}") else {
            Issue.record("broken JSON was taken")
            return
        }
        #expect(offset == 12)
        guard case .notJSON = fault("\"delivery\":\"d\"", "\"delivery\":\"d\",\"delivery\":\"e\"")
        else {
            Issue.record("a key twice was taken")
            return
        }
        #expect(
            fault("\"format\":1", "\"format\":2") == .unknownFormat(found: 2, supported: 1))
    }

    @Test("missing and unknown keys and wrong types are told with their place")
    func shape() {
        #expect(
            fault("\"actor\":\"a\",", "") == .missingMember(at: "", name: "actor"))
        for typed in ["旗纪委", "a:b", " ", String(repeating: "a", count: 65)] {
            #expect(
                fault("\"actor\":\"a\"", "\"actor\":\"\(typed)\"")
                    == .notAnIdentifier(at: "actor"))
        }
        #expect(fault("\"actor\":\"a\"", "\"actor\":\" ａ－１ \"") == nil)
        #expect(
            fault("\"key\":[\"id\"],", "") == .missingMember(at: "files[0]", name: "key"))
        guard
            case .unknownMember("files[0].rows[0]", "field", _) =
                fault("\"fields\":", "\"field\":{},\"fields\":")
        else {
            Issue.record("an unknown key was taken")
            return
        }
        #expect(
            fault("\"basis\":[\"XZZ-2020-26\"]", "\"basis\":[]")
                == .wrongType(at: "basis", expected: "[…]"))
        #expect(
            fault("\"present\"", "\"sometimes\"")
                == .wrongType(
                    at: "files[0].columns.name",
                    expected: "\"required\" / \"present\" / \"optional\""))
    }

    @Test("a command, field, column or table that does not exist is named")
    func names() {
        #expect(
            fault("\"registerSubject\"", "\"registerSubjct\"")
                == .unknownCommand(at: "files[0].rows[0].command", name: "registerSubjct"))
        #expect(
            fault("\"rank\":", "\"ranks\":")
                == .unknownField(
                    at: "files[0].rows[0].fields.ranks", command: "registerSubject", name: "ranks"))
        #expect(
            fault("\"subject\":\"id\"", "\"subject\":\"uid\"")
                == .unknownColumn(at: "files[0].rows[0].fields.subject", name: "uid"))
        #expect(
            fault("{\"column\":\"id\"", "{\"column\":\"uid\"")
                == .unknownColumn(at: "files[0].rows[0].when.column", name: "uid"))
        #expect(
            fault("\"subject\":\"id\"", "\"subject\":{\"template\":\"S-{uid}\"}")
                == .unknownColumn(at: "files[0].rows[0].fields.subject.template", name: "uid"))
        #expect(
            fault("\"table\":\"t\"", "\"table\":\"s\"")
                == .unknownTable(at: "files[0].rows[0].fields.rank.table", name: "s"))
        #expect(
            fault("\"key\":[\"id\"]", "\"key\":[\"uid\"]")
                == .unknownColumn(at: "files[0].key[0]", name: "uid"))
    }

    @Test("two answers to one question are contradictory")
    func contradictions() {
        let at = "files[0].rows[0].fields.rank"
        #expect(
            fault("{\"column\":\"note\"", "{\"column\":\"note\",\"constant\":\"x\"")
                == .contradictory(at: at, one: "column", other: "constant"))
        #expect(
            fault("{\"column\":\"note\",\"table\":\"t\"}", "{\"constant\":\"x\",\"table\":\"t\"}")
                == .contradictory(at: at, one: "constant", other: "table"))
        #expect(
            fault("\"table\":\"t\"", "\"sealed\":true,\"as\":\"integer\"")
                == .contradictory(at: at, one: "sealed", other: "as"))
        #expect(
            fault("\"blank\":false", "\"blank\":false,\"equals\":\"x\"")
                == .contradictory(at: "files[0].rows[0].when", one: "blank", other: "equals"))
        #expect(
            fault("\"key\":[\"id\"]", "\"key\":[\"id\",\"id\"]")
                == .contradictory(at: "files[0].key[1]", one: "id", other: "id"))
        #expect(
            fault("\"key\":[\"id\"]", "\"key\":[\"note\"]")
                == .optionalKey(at: "files[0].key[0]", column: "note"))
        let imputed = "\"on\":{\"date\":\"name\",\"basis\":\"name\"},\"onBasis\":\"name\",\"rank\":"
        #expect(
            fault("\"rank\":", imputed)
                == .contradictory(
                    at: "files[0].rows[0].fields.onBasis", one: "basis", other: "onBasis"))
        let behind = "{\"firstOf\":[{\"ledger\":\"case.closedOn\",\"of\":\"id\"},\"name\"]}"
        #expect(
            fault("{\"column\":\"note\",\"table\":\"t\"}", behind)
                == .contradictory(at: at + ".firstOf[1]", one: "ledger", other: "firstOf"))
    }

    @Test("a column that is sealed in one place may not stand in clear in another")
    func sealed() {
        let name = "\"name\":{\"column\":\"name\",\"sealed\":true},\"rank\":"
        #expect(fault("\"rank\":", name) == nil)
        #expect(
            fault("\"rank\":", "\"title\":\"name\"," + name)
                == .sealedInClear(file: "f.csv", column: "name"))
        #expect(
            fault("\"rank\":", "\"name\":{\"column\":\"id\",\"sealed\":true},\"rank\":")
                == .sealedInClear(file: "f.csv", column: "id"))
    }

    @Test("a field that its command would not see, in clear or as text, is refused")
    func kinds() {
        #expect(
            fault("\"rank\":", "\"name\":\"name\",\"rank\":")
                == .wrongKind(
                    at: "files[0].rows[0].fields.name", name: "name", expected: "\"sealed\":true"))
        #expect(
            fault("\"rank\":", "\"basis\":\"name\",\"rank\":")
                == .wrongKind(
                    at: "files[0].rows[0].fields.basis", name: "basis",
                    expected: "\"as\":\"list\""))
        #expect(fault("\"rank\":", "\"basis\":{\"constant\":[\"X\"]},\"rank\":") == nil)
        #expect(
            fault("{\"constant\":\"person\"}", "{\"constant\":1}")
                == .wrongKind(
                    at: "files[0].rows[0].fields.kind", name: "kind", expected: "\"as\":\"text\""))
    }

    @Test("file names, encodings, date formats, templates and ledger facts are checked")
    func vocabulary() {
        for name in ["../f.csv", "/etc/passwd", "a//b.csv", "./f.csv"] {
            #expect(
                fault("\"name\":\"f.csv\"", "\"name\":\"\(name)\"")
                    == .badFileName(at: "files[0].name", name: name))
        }
        #expect(fault("\"name\":\"f.csv\"", "\"name\":\"2023/f.csv\"") == nil)
        #expect(
            fault("\"key\":", "\"encoding\":\"big5\",\"key\":")
                == .unknownEncoding(at: "files[0].encoding", name: "big5"))
        #expect(fault("\"key\":", "\"encoding\":\"gb18030\",\"key\":") == nil)
        #expect(
            fault("\"tables\":", "\"dateFormats\":[\"D.M.YY\"],\"tables\":")
                == .unknownDateFormat(at: "dateFormats[0]", name: "D.M.YY"))
        for template in ["U-{id", "U-id}", "U-"] {
            #expect(
                fault("\"subject\":\"id\"", "\"subject\":{\"template\":\"\(template)\"}")
                    == .badTemplate(
                        at: "files[0].rows[0].fields.subject.template", text: template))
        }
        #expect(
            fault("\"rank\":", "\"on\":{\"ledger\":\"case.lostOn\",\"of\":\"id\"},\"rank\":")
                == .unknownLedgerFact(
                    at: "files[0].rows[0].fields.on.ledger", name: "case.lostOn"))
        let twice = Self.sound.replacing(
            "}]}]}",
            with:
                "}]},{\"name\":\"f.csv\",\"columns\":{\"id\":\"required\"},\"key\":[\"id\"],\"rows\":[{\"command\":\"registerSubject\",\"fields\":{}}]}]}"
        )
        #expect(fault(twice) == .repeatedFile(name: "f.csv"))
    }

    @Test("a header without a column that the mapping needs is told with what it has")
    func missingColumn() throws {
        let mapping = try Mapping(parsing: Array(Self.sound.utf8))
        #expect(throws: MappingFault.missingColumn(file: "f.csv", column: "name", header: ["id"])) {
            try RowMapper(mapping.files[0], header: ["id"])
        }
        _ = try RowMapper(mapping.files[0], header: ["more", "name", "id"])
        // A delivery without a header: its first line is somebody's data, and is not repeated.
        #expect(throws: MappingFault.missingColumn(file: "f.csv", column: "id", header: [])) {
            try RowMapper(mapping.files[0], header: ["虚构甲", "150726190001010011"])
        }
    }
}
