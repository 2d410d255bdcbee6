import Foundation
import Testing
import Wording

@testable import stele

@Suite("Display width: columns of a terminal")
struct DisplayWidthTests {
    @Test(
        "each kind of character has its width",
        arguments: [
            ("", 0), ("abc", 3), ("旗", 2), ("虚构旗。", 8), ("●○◇■│≈", 6), ("é", 1),
            ("e\u{301}", 1), ("한글", 4), ("\u{FF76}", 1), ("\u{FF21}", 2), ("😀", 2), ("👩‍👩‍👧", 2),
            ("🇨🇳", 2), ("❤️", 2),
            ("❤", 1), ("ᠮᠣᠩᠭᠣᠯ", 6), ("\u{200B}", 0), ("𠮷", 2),
        ])
    func widths(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width, "\(text.unicodeScalars.map(\.value))")
    }

    @Test("padding lines columns up whatever they hold")
    func padding() {
        #expect(Layout.pad("旗", to: 5) == "旗   ")
        #expect(Layout.pad("12", to: 5, .trailing) == "   12")
        #expect(Layout.clip("虚构旗财政局", to: 7) == "虚构旗…")
        #expect(DisplayWidth.of(Layout.clip("虚构旗财政局", to: 7)) <= 7)
    }
}

@Suite("Lines are broken where a reader expects it")
struct WrapTests {
    @Test("no line is wider than asked, and nothing is lost")
    func width() {
        let text = "经查,示例·甲一在任旗水利局局长期间,未按照规定 organise the risk assessment,造成损失。"
        for columns in 8...40 {
            let lines = Layout.wrap(text, to: columns)
            for line in lines { #expect(DisplayWidth.of(line) <= columns + 2) }
            #expect(
                lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test("no line begins with a closing mark or ends with an opening one")
    func punctuation() {
        for columns in 6...30 {
            let lines = Layout.wrap(
                "依据《政务处分法》\u{FF08}第二十七条\u{FF09}\u{FF0C}不再给予处分。", to: columns)
            for line in lines.dropFirst() {
                #expect(!"。\u{FF0C}\u{FF09}》".contains(line.first ?? " "), "\(columns): \(lines)")
            }
            for line in lines.dropLast() {
                #expect(!"《\u{FF08}".contains(line.last ?? " "), "\(columns): \(lines)")
            }
        }
    }

    @Test("a word that fits no line is cut, not dropped")
    func longWord() {
        let lines = Layout.wrap(String(repeating: "x", count: 25), to: 10)
        #expect(lines.map(\.count) == [10, 10, 5])
    }
}

@Suite("A table")
struct TableTests {
    @Test("columns line up over Chinese, Latin and hostile cells")
    func aligned() {
        let table = Table<[String]>([
            .init("编号") { $0[0] }, .init("数", .trailing) { $0[1] }, .init("名") { $0[2] },
        ])
        let rows = [["P-0001", "7", "示例"], ["旗", "1,000", "a\u{1B}b"]]
        let lines = table.rendered(rows, with: Paint(isOn: false)).split(separator: "\n")
        #expect(lines == ["编号       数  名", "P-0001      7  示例", "旗      1,000  a␛b"])
    }
}

@Suite("Colour and progress appear only where somebody looks")
struct TerminalTests {
    let tty = Terminal(isInteractive: true, hasColour: true, columns: 80)

    @Test("paint on a plain stream is the text alone")
    func noPaint() {
        #expect(Paint(.plain)("x", .bad) == "x")
        #expect(Paint(tty)("x", .bad) == "\u{1B}[1;91mx\u{1B}[0m")
    }

    @Test("a pipe is no terminal, and NO_COLOR is obeyed")
    func notATerminal() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let terminal = Terminal(descriptor: ends[1], environment: [:])
        #expect(terminal == .plain)
    }

    private func program(_ error: Output) throws -> Program {
        try Program(
            arguments: ["--lang", "en"], environment: [:], out: Output(), error: error)
    }

    @Test("a bar shows share, rate and time left")
    func bar() throws {
        let error = Output(keeping: tty)
        let bar = try ProgressBar(program(error), label: "Verifying", unit: .entries)
        let line = bar.line(done: 250, total: 1000, elapsed: 1_000_000_000)
        #expect(line == "Verifying █████░░░░░░░░░░░░░░░ 25%  250 entries/s  0:03 left")
        #expect(bar.line(done: 1000, total: 1000, elapsed: 1).contains("100%"))
        #expect(bar.line(done: 7, total: nil, elapsed: 0).contains("7"))
        bar.show(done: 1, total: 2)
        bar.finish()
        #expect(error.text.hasSuffix("\r\u{1B}[K"))
    }

    @Test("on a stream that is no terminal a bar writes nothing")
    func noBar() throws {
        let error = Output()
        let bar = try ProgressBar(program(error), label: "Verifying", unit: .entries)
        bar.show(done: 1, total: 2)
        bar.finish()
        #expect(error.text.isEmpty)
    }
}
