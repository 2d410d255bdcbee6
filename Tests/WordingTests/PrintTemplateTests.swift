import Testing

@testable import Wording

@Suite("The templates of documents")
struct PrintTemplateTests {
    @Test("each document has a template in each language, with the same lines and fields")
    func both() {
        for document in PrintDocument.allCases {
            let chinese = PrintTemplate.of(document, in: .chinese).lines
            let english = PrintTemplate.of(document, in: .english).lines
            #expect(chinese.map(\.kind) == english.map(\.kind), "\(document)")
            #expect(chinese.map(\.conditions) == english.map(\.conditions), "\(document)")
            for (one, other) in zip(chinese, english) {
                let fields = other.cells.reduce(into: Set<String>()) { $0.formUnion($1.holes) }
                for cell in one.cells {
                    #expect(cell.holes.isSubset(of: fields.union(["remedy"])), "\(cell)")
                }
            }
        }
    }

    @Test("a field that is not known is a blank, each named once; a list repeats its line")
    func filled() throws {
        let lines = try #require(
            try PrintTemplate.all(
                in: """
                    ; nothing
                    [x]
                    para: {name} · {organ} · {organ}
                    row if lineOn: {lineOn} | {line}
                    para unless lineOn: none
                    para if organ unless name: never
                    """)["x"])
        var values = PrintValues()
        values.set(.name, "a\u{202E}b", from: 3)
        let page = PrintedPage(lines, values.values)
        #expect(page.blanks == [.organ])
        #expect(page.lines.map(\.kind) == [.para, .para])
        #expect(page.lines[0].cells[0].first == .words("a‹U+202E›b"))
        values.list(.lineOn, [("1", nil), ("2", nil)])
        values.list(.line, [("x", 9), ("y", 7)])
        let listed = PrintedPage(lines, values.values).lines
        #expect(listed.map(\.kind) == [.para, .row, .row])
        #expect(listed[2].cells == [[.words("2")], [.words("y")]])
        #expect(values.entries == [3, 7, 9])
    }

    @Test("a file that was edited badly is refused")
    func bad() {
        for (source, fault) in [
            ("para: a", PrintTemplate.Fault.badLine(1)),
            ("[x]\npara a", .badLine(2)), ("[x]\nnosuch: a", .badLine(2)),
            ("[x]\npara name: a", .badLine(2)), ("[x]\npara: {name", .badLine(2)),
            ("[x]\npara:", .badLine(2)), ("[x]\npara: {nosuch}", .unknownField(2, "nosuch")),
            ("[x]\npara if nosuch: a", .unknownField(2, "nosuch")),
        ] {
            #expect(throws: fault) { try PrintTemplate.all(in: source) }
        }
    }

    @Test("entries are told as ranges from three on")
    func ranges() throws {
        let text = try Text(.chinese)
        #expect(text.ranges([1]) == "1")
        #expect(text.ranges([1, 2]) == "1、2")
        #expect(text.ranges([1, 2, 3, 7]) == "1–3、7")
    }

    @Test("a label, a day and the number of an entry stay on one line on paper")
    func columns() throws {
        let rules = PrintTemplate.stylesheet.split(separator: "}")
        let whole = try #require(rules.first { $0.contains("td:first-child") })
        #expect(whole.contains("td:nth-child(3)") && whole.contains("white-space: nowrap"))
        #expect(whole.contains("overflow-wrap: normal"))
    }
}
