import Chain
import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A row becomes commands")
struct RowMapperTests {
    /// One command with a field of every kind.
    private static let commands = CommandVocabulary(
        fields: [
            "imposeSanction": [
                "on": .text, "onBasis": .text, "sanction": .text, "sourceText": .text,
                "days": .integer, "flag": .boolean, "basis": .list, "name": .sealed,
                "officers": .list,
            ]
        ], identifiers: ["imposeSanction": ["sanction", "officers"]])

    /// Maps the rows of `csv`; `fields` are those of one `imposeSanction` command.
    private func map(
        _ csv: String, fields: String, when: String? = nil, key: String = "[\"id\"]",
        tables: String = "{}", columns: String? = nil
    ) throws -> [MappedStep] {
        let reader = try CSVReader(MemoryBytes(Array(csv.utf8)), file: "f.csv")
        let declared =
            columns
            ?? "{" + reader.header.map { "\"\($0)\":\"present\"" }.joined(separator: ",") + "}"
        let condition = when.map { "\"when\":\($0)," } ?? ""
        let document = """
            {"format":1,"delivery":"d","actor":"a","unit":"u","basis":["X"],"tables":\(tables),
             "dateFormats":["YYYY-MM-DD","YYYY/M/D","YYYYMMDD"],
             "files":[{"name":"f.csv","columns":\(declared),"key":\(key),
              "rows":[{"command":"imposeSanction",\(condition)"fields":\(fields)}]}]}
            """
        let mapping = try Mapping(parsing: Array(document.utf8), commands: Self.commands)
        var mapper = try RowMapper(mapping.files[0], header: reader.header)
        var steps: [MappedStep] = []
        while true {
            switch try reader.next() {
            case .record(let line): steps.append(mapper.map(reader, line: line))
            case .fault(let fault): steps.append(.fault(fault, key: nil))
            case .end: return steps
            }
        }
    }

    private func told(_ step: MappedStep) -> String {
        switch step {
        case .row(let row): row.commands.map { "\($0.name) \($0.fields)" }.joined(separator: "; ")
        case .fault(let fault, let key):
            "\(fault.line) \(key ?? "-") \(fault.column ?? "-") \(fault.code)"
        case .skipped(let line): "\(line) skipped"
        case .end: "end"
        }
    }

    private func one(_ csv: String, _ fields: String, tables: String = "{}") throws -> String {
        try map(csv, fields: fields, tables: tables).map(told).joined(separator: "\n")
    }

    @Test("a blank cell leaves its field out; blanks around a value do not count")
    func blanks() throws {
        let fields = "{\"sanction\":\"id\",\"sourceText\":{\"column\":\"t\"}}"
        #expect(try one("id,t\n1,\n", fields) == "imposeSanction sanction=1")
        #expect(
            try one("id,t\n\u{3000}1 ,\u{A0} a b\t\u{3000}\n", fields)
                == "imposeSanction sanction=1 sourceText=a b")
        #expect(try one("id,t\n1, \u{3000}\n", fields) == "imposeSanction sanction=1")
    }

    @Test(
        "identifiers are brought into shape, whatever an input method made of them; texts are not")
    func identifiers() throws {
        let fields =
            "{\"sanction\":\"id\",\"officers\":{\"column\":\"o\",\"as\":\"list\"},\"sourceText\":\"o\"}"
        #expect(
            try one("id,o\nＳ－１,Ｐ—2\n", fields)
                == "imposeSanction sanction=S-1 officers=[\"P-2\"] sourceText=Ｐ—2")
    }

    @Test("a template is left out when one of its cells is blank")
    func templates() throws {
        let fields = "{\"sanction\":{\"template\":\"S-{c}-{id}.x\"}}"
        #expect(try one("id,c\n1,C2\n", fields) == "imposeSanction sanction=S-C2-1.x")
        #expect(try one("id,c\n1,\n", fields) == "imposeSanction ")
    }

    @Test("tables map, leave out, keep, replace or refuse; a blank may mean something")
    func tables() throws {
        func table(_ otherwise: String) -> String {
            "{\"t\":{\"values\":{\"SU\":\"sustained\",\"-\":null},\"blank\":\"none\"\(otherwise)}}"
        }
        let fields = "{\"sourceText\":{\"column\":\"c\",\"table\":\"t\"}}"
        let csv = "id,c\n1,SU\n2,-\n3,\n4,ZZ\n"
        let common =
            "imposeSanction sourceText=sustained\nimposeSanction \nimposeSanction sourceText=none\n"
        #expect(try one(csv, fields, tables: table("")) == common + "5 4 c notInTable")
        #expect(
            try one(csv, fields, tables: table(",\"otherwise\":\"keep\""))
                == common + "imposeSanction sourceText=ZZ")
        #expect(
            try one(csv, fields, tables: table(",\"otherwise\":\"leaveOut\""))
                == common + "imposeSanction ")
        #expect(
            try one(csv, fields, tables: table(",\"otherwise\":{\"value\":\"other\"}"))
                == common + "imposeSanction sourceText=other")
    }

    @Test("integers, booleans and lists are typed, and what is none of them refuses the row")
    func types() throws {
        let days = "{\"days\":{\"column\":\"n\",\"as\":\"integer\"}}"
        #expect(
            try one("id,n\n1,30\n2,-4\n3,3.5\n4,99999999999999999\n", days)
                == "imposeSanction days=30\nimposeSanction days=-4\n4 3 n notInteger\n5 4 n notInteger"
        )
        let truth = "{\"flag\":{\"column\":\"n\",\"as\":\"boolean\"}}"
        #expect(
            try one("id,n\n1,Y\n2,否\n3,maybe\n", truth)
                == "imposeSanction flag=true\nimposeSanction flag=false\n4 3 n notBoolean")
        let list = "{\"basis\":{\"column\":\"n\",\"as\":\"list\"}}"
        #expect(try one("id,n\n1,第5条\n", list) == "imposeSanction basis=[\"第5条\"]")
    }

    @Test("dates are read in every declared form; a day that does not exist refuses the row")
    func dates() throws {
        let fields = "{\"on\":{\"date\":\"d\"}}"
        let csv = """
            id,d
            1,2016-02-29
            2,2016/2/9
            3,20160209
            4,2015-02-29
            5,2016-2-9
            6,2016.2.9
            7,
            8,2016/13/1

            """
        #expect(
            try one(csv, fields) == """
                imposeSanction on=2016-02-29
                imposeSanction on=2016-02-09
                imposeSanction on=2016-02-09
                5 4 d impossibleDate
                6 5 d unreadableDate
                7 6 d unreadableDate
                imposeSanction \

                9 8 d impossibleDate
                """)
    }

    @Test("an imputed date says from what; the first that is filled counts")
    func imputed() throws {
        let fields = """
            {"on":{"firstOf":[{"date":"d"},{"date":["e","f"],"basis":"e or f"},
             {"ledger":"case.closedOn","of":"id","basis":"closed_date"}]}}
            """
        let csv = "id,d,e,f\n1,2001-01-01,2002-02-02,\n2,,,2003-03-03\n3,,,\n"
        let steps = try map(csv, fields: fields)
        #expect(told(steps[0]) == "imposeSanction on=2001-01-01")
        #expect(told(steps[1]) == "imposeSanction onBasis=e or f on=2003-03-03")
        guard case .row(var row) = steps[2] else {
            Issue.record("the third row is a row")
            return
        }
        let question = MappedCommand.Question(
            fact: .case(.caseClosedOn), of: "3", field: "on", basis: "closed_date")
        #expect(row.commands[0].questions == [question])
        var unanswered = row.commands[0]
        unanswered.ask { _ in nil }
        #expect(unanswered.fields.string("on") == nil && unanswered.questions.isEmpty)
        #expect(unanswered.fields.string("onBasis") == nil)
        row.commands[0].ask { $0.of == "3" ? "2004-04-04" : nil }
        #expect(row.commands[0].fields.string("on") == "2004-04-04")
        #expect(row.commands[0].fields.string("onBasis") == "closed_date")
        #expect(row.commands[0].questions.isEmpty)
    }

    @Test("conditions: blank, equals, in, not in, any, all")
    func conditions() throws {
        func taken(_ when: String) throws -> [Int] {
            let csv = "id,a,b\n1,x,\n2,y,z\n3,,z\n"
            let steps = try map(csv, fields: "{\"sanction\":\"id\"}", when: when)
            return steps.enumerated().filter { !told($1).isEmpty }.map { $0.offset + 1 }
        }
        #expect(try taken("{\"column\":\"a\",\"blank\":true}") == [3])
        #expect(try taken("{\"column\":\"a\",\"blank\":false}") == [1, 2])
        #expect(try taken("{\"column\":\"a\",\"equals\":\"x\"}") == [1])
        #expect(try taken("{\"column\":\"a\",\"in\":[\"x\",\"y\"]}") == [1, 2])
        #expect(try taken("{\"column\":\"a\",\"notIn\":[\"x\"]}") == [2, 3])
        let one = "{\"column\":\"a\",\"equals\":\"x\"}"
        let two = "{\"column\":\"b\",\"equals\":\"z\"}"
        #expect(try taken("{\"any\":[\(one),\(two)]}") == [1, 2, 3])
        #expect(try taken("[{\"column\":\"a\",\"blank\":false},\(two)]") == [2])
        #expect(
            try taken("{\"any\":[\(one),{\"all\":[{\"column\":\"a\",\"blank\":true},\(two)]}]}")
                == [1, 3])
    }

    @Test("sealed values are sealed, and never shown in a fault or a description")
    func sealed() throws {
        let fields = "{\"sanction\":\"id\",\"name\":{\"column\":\"n\",\"sealed\":true}}"
        let steps = try map("id,n\n1,王某\n", fields: fields)
        guard case .row(let row) = steps[0] else {
            Issue.record("the row is taken")
            return
        }
        #expect(row.commands[0].fields.sealed("name") == .clear("王某"))
        #expect(row.commands[0].fields.string("name") == nil)
        #expect(!"\(row.commands[0].fields)".contains("王某"))
        let refused = try map(
            "id,n\n1,王某\n",
            fields: "{\"name\":{\"column\":\"n\",\"sealed\":true,\"table\":\"t\"}}",
            tables: "{\"t\":{\"values\":{}}}")
        guard case .fault(let fault, _) = refused[0] else {
            Issue.record("the row is refused")
            return
        }
        #expect(fault.reason == .notInTable(table: "t", value: nil, known: []))
        #expect(!"\(fault.message)".contains("王某"))
    }

    @Test(
        "keys of several columns cannot be mistaken for each other; a date's form does not matter")
    func keys() throws {
        func key(_ csv: String, _ key: String) throws -> String? {
            switch try map(csv, fields: "{}", key: key)[0] {
            case .row(let row): row.key
            case .fault(let fault, _): fault.code
            case .skipped, .end: nil
            }
        }
        #expect(try key("id,b\na|b,c\n", "[\"id\"]") == "a|b")
        #expect(try key("id,b\na,b|c\n", "[\"id\",\"b\"]") == "a|b\\|c")
        #expect(try key("id,b\na|b,c\n", "[\"id\",\"b\"]") == "a\\|b|c")
        #expect(try key("id,b\na\\,c\n", "[\"id\",\"b\"]") == "a\\\\|c")
        #expect(try key("id,b\n,c\n", "[\"id\",\"b\"]") == "blankKey")
        let dated = "[\"id\",{\"date\":\"b\"}]"
        #expect(try key("id,b\n1,2019/3/5\n", dated) == "1|2019-03-05")
        #expect(try key("id,b\n1,2019-03-05\n", dated) == "1|2019-03-05")
        #expect(try key("id,b\n1,soon\n", dated) == "unreadableDate")
        let long = String(repeating: "k", count: 512)
        #expect(try key("id,b\n\(long),\n", "[\"id\"]") == long)
        #expect(try key("id,b\n\(long)k,\n", "[\"id\"]") == "keyTooLong")
    }

    @Test("a required column may not be blank, and the fault still carries the key")
    func required() throws {
        let steps = try map(
            "id,b\n1,\n", fields: "{\"sourceText\":\"b\"}",
            columns: "{\"id\":\"required\",\"b\":\"required\",\"c\":\"optional\"}")
        #expect(told(steps[0]) == "2 1 b blankRequired")
    }

    @Test("the raw row is canonical JSON of every column, mapped or not, as delivered")
    func raw() throws {
        let csv = "id,é,B,a\n 1 ,\"q\"\"\\\t\u{1}\",\"x\r\ny\",𠮷\n"
        guard
            case .row(let row) = try map(
                csv, fields: "{}", columns: "{\"id\":\"required\"}")[0]
        else {
            Issue.record("the row is taken")
            return
        }
        #expect(
            String(decoding: row.raw, as: UTF8.self)
                == #"{"B":"x\r\ny","a":"𠮷","id":" 1 ","é":"q\"\\\t\u0001"}"#)
        let value = try JSONValue(parsing: row.raw)
        #expect(value["id"]?.string == " 1 " && value["é"]?.string == "q\"\\\t\u{1}")
    }

    @Test(
        "the last day of a month is one, the day after it is none: leap years by the hundreds, too",
        arguments: [
            ("2000-02-29", true), ("2024-02-29", true), ("1900-02-29", false),
            ("2023-02-29", false), ("2023-02-28", true), ("2023-04-30", true),
            ("2023-04-31", false), ("2023-12-31", true), ("2023-12-32", false),
            ("2023-13-01", false), ("2023-00-10", false), ("0000-01-01", false),
        ])
    func lastDays(text: String, exists: Bool) {
        #expect(
            DateFormat.read(text, as: DateFormat.usual)
                == (exists ? .date(text, .day) : .impossible))
        #expect((CalendarDate(text) != nil) == exists)
    }
}
