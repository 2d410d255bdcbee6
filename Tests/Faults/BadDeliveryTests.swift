import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A delivery that is not as it should be")
struct BadDeliveryTests {
    private let scratch: Scratch
    private let ledger: String
    private let report: String
    private let stele = BuiltProgram.stele

    init() throws {
        scratch = try Scratch()
        ledger = try scratch.ledger("ledger", people: 3)
        report = scratch("report.csv")
    }

    private func bring(_ file: Data, mapping: String = Delivery.mapping) throws -> ProgramEnd {
        try scratch.write("bad/people.csv", file)
        let mapping = try scratch.write("bad.json", mapping)
        return try stele.run([
            "import", "--ledger", ledger, "--mapping", mapping, scratch("bad"), "--report", report,
            "--json",
        ])
    }

    /// A file that cannot be taken: one sentence, status 65, the ledger as it was.
    private func refused(
        _ file: Data, _ words: String, mapping: String = Delivery.mapping
    ) throws {
        let before = try Outsider.contents(of: ledger)
        let end = try bring(file, mapping: mapping)
        #expect(end.status == 65, "\(end.errorText)")
        #expect(end.errorText.split(separator: "\n").count == 1)
        #expect(end.errorText.contains(words), "\(end.errorText)")
        #expect(try Outsider.contents(of: ledger) == before)
    }

    /// Rows that cannot be taken: reported with line and reason code; the rest goes in.
    private func refused(_ rows: String, lines: [Int: String], imported: Int) throws {
        let end = try bring(Data((Delivery.header + "\n" + rows).utf8))
        #expect(end.status == (lines.isEmpty ? 0 : 65), "\(end.errorText)")
        let answer = try end.json(ImportAnswer.self)
        #expect(answer.imported == imported)
        #expect(answer.refused == lines.count)
        let said = try String(contentsOfFile: report, encoding: .utf8)
        for (line, code) in lines {
            #expect(
                said.contains(try Regex("people\\.csv,\(line),[^,]*,refused,\(code),")), "\(said)")
        }
        #expect(try stele.verify(ledger).end.status == 0)
    }

    private func utf8(_ text: String) -> Data { Data(text.utf8) }

    @Test("a mapping that names a missing column, is no JSON, is misspelt, is not there")
    func mapping() throws {
        try refused(utf8("id,name,end,note\nP-1,a,,\n"), "has no column")
        let file = utf8(Delivery(2).csv)
        try refused(file, "JSON", mapping: "{")
        try refused(
            file, "colunms", mapping: Delivery.mapping.replacing("\"columns\"", with: "\"colunms\"")
        )
        try refused(
            file, "registerSubjekt",
            mapping: Delivery.mapping.replacing("registerSubject", with: "registerSubjekt"))
        try refused(file, "format", mapping: Delivery.mapping.replacing("1,", with: "2,"))
        let end = try stele.run(
            "import", "--ledger", ledger, "--mapping", scratch("none.json"), scratch("bad"))
        #expect(end.status == 66)
    }

    @Test("a folder or a file that is not there")
    func missing() throws {
        let mapping = try scratch.write("m.json", Delivery.mapping)
        for folder in ["none", "ledger"] {
            let end = try stele.run(
                "import", "--ledger", ledger, "--mapping", mapping, scratch(folder))
            #expect(end.status == 66)
            #expect(end.errorText.contains("people.csv"))
        }
    }

    @Test("an empty file, a repeated name in the header, ten thousand columns")
    func header() throws {
        try refused(Data(), "empty")
        try refused(utf8("id,name,begin,end,end\nP-9,a,2010-01-01,,\n"), "one name")
        let columns = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
        try refused(utf8(Delivery.header + "," + columns + "\n"), "columns")
    }

    @Test("a header alone is a delivery of nothing")
    func headerAlone() throws {
        try refused("", lines: [:], imported: 0)
    }

    @Test("a wrong encoding, two encodings in one file, UTF-16, half a character")
    func encoding() throws {
        let head = utf8(Delivery.header + "\n")
        try refused(
            head + Data([0x50, 0xFF, 0xFE, 0x81]) + utf8(",a,2010-01-01,,\n"), "GB18030-2022")
        let gb: [UInt8] = [0xCA, 0xBE, 0xC0, 0xFD]  // 示例
        try refused(
            head + utf8("P-9,示例·,2010-01-01,,\nP-8,") + Data(gb) + utf8(",2010-01-01,,\n"), "UTF-8")
        let wide = (Delivery.header + "\nP-9,a,2010-01-01,,\n").data(using: .utf16LittleEndian)
        try refused(Data([0xFF, 0xFE]) + (wide ?? Data()), "UTF-16")
    }

    @Test("ragged rows, dates that do not exist, a NUL, blank keys, odd identifiers")
    func rows() throws {
        try refused(
            """
            P-10,a,2010-01-01,
            P-11,b,2010-01-01,,x
            P-12,c,2010-01-01,,x,y
            P-13,d,2010-02-30,,
            P-14,e,2011-02-29,,
            P-15,f,2012-02-29,,
            P-16,g\0,2010-01-01,,
            ,h,2010-01-01,,
            P 17,i,2010-01-01,,
            \u{1B}[31m,j,2010-01-01,,

            """,
            lines: [
                2: "raggedRow", 4: "raggedRow", 5: "impossibleDate", 6: "impossibleDate",
                8: "nulByte", 9: "blankKey", 10: "notAnIdentifier", 11: "notAnIdentifier",
            ], imported: 2)
        let said = try Data(contentsOf: URL(fileURLWithPath: report))
        #expect(!said.contains(0x1B), "nothing in a report steers a terminal")
    }

    @Test("a quote that is never closed")
    func quote() throws {
        try refused(
            "P-10,a,2010-01-01,,\nP-11,\"abc,2010-01-01,,\nP-12,x,2010-01-01,,\n",
            lines: [3: "unterminatedQuote"], imported: 1)
    }

    @Test("lines that end in CR alone")
    func carriageReturns() throws {
        let end = try bring(utf8(Delivery.header + "\rP-10,a,2010-01-01,,\rP-11,b,2010-01-01,,\r"))
        #expect(try end.json(ImportAnswer.self).imported == 2)
    }

    @Test("a field of 100 MB is refused with its line; the rest goes in; memory does not grow")
    func hugeField() throws {
        let path = try scratch.write("bad/people.csv", Delivery.header + "\nP-10,\"")
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        let block = Data(repeating: 0x78, count: 1 << 20)
        for _ in 0..<100 { try file.write(contentsOf: block) }
        try file.write(contentsOf: utf8("\",2010-01-01,,\nP-11,b,2010-01-01,,\n"))
        try file.close()
        let mapping = try scratch.write("bad.json", Delivery.mapping)
        let running = try stele.start([
            "import", "--ledger", ledger, "--mapping", mapping, scratch("bad"), "--report", report,
            "--json",
        ])
        var peak = 0
        while !running.hasEnded() {
            peak = max(peak, residentKilobytes(running.pid))
            usleep(5_000)
        }
        let end = try running.finish()
        #expect(end.status == 65)
        let answer = try end.json(ImportAnswer.self)
        #expect(answer.imported == 1 && answer.refused == 1)
        #expect(
            try String(contentsOfFile: report, encoding: .utf8)
                .contains("people.csv,2,,refused,fieldTooLong"))
        #expect(peak < 100_000, "\(peak) kB")
    }

    private func residentKilobytes(_ pid: pid_t) -> Int {
        guard
            let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return Int(line.filter(\.isNumber)) ?? 0
    }

    @Test("a report that cannot be written stops the import before anything is taken")
    func reportThatCannotBeWritten() throws {
        let before = try Outsider.contents(of: ledger)
        let arguments = try Delivery(5).arguments(in: scratch, ledger: ledger, "ok")
        let end = try stele.run(arguments + ["--report", scratch("no/such/report.csv")])
        #expect(end.status == 73)
        #expect(end.errorText.contains("report.csv"))
        #expect(try Outsider.contents(of: ledger) == before)
    }

    @Test("hostile strings go in as values and come out as harmless ones")
    func hostile() throws {
        var strings = [
            "\u{1B}[2J\u{1B}]0;x\u{07}", "a\u{202E}b\u{2066}c", "\u{9B}31m",
            "'; DROP TABLE entry; --",
            "=cmd|' /C calc'!A0", "\u{FEFF}x", "Z̮̞̠͙͔ͅ", "{\"a\":1}", "\\u0000\\", "\u{7F}\u{1}\u{1F}",
            "<script>alert(1)</script>", "{name}", "%s%n", "　", "👨‍👩‍👧",
        ]
        if let shared = Shared.folder,
            let more = try? JSONDecoder().decode(
                [String].self,
                from: Data(
                    contentsOf: URL(fileURLWithPath: shared + "/vectors/text/naughty-strings.json"))
            )
        {
            strings += more.filter { !$0.contains("\0") }
        }
        let cells = strings.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        let rows = cells.enumerated().map { "N-\($0),\($1),2010-01-01,,\($1)" }
        let end = try bring(utf8(([Delivery.header] + rows).joined(separator: "\n") + "\n"))
        #expect(try end.json(ImportAnswer.self).imported == strings.count, "\(end.errorText)")
        // The same in every other column: refused or taken, never a crash.
        let elsewhere = cells.enumerated().map { "\($1),a,\($1),\($1),E-\($0)" }
        let odd = try bring(utf8(([Delivery.header] + elsewhere).joined(separator: "\n") + "\n"))
        #expect(odd.status == 65 && odd.signal == nil)
        #expect(try stele.verify(ledger).end.status == 0)
        for number in stride(from: 0, to: strings.count, by: strings.count > 100 ? 23 : 1) {
            let page = try stele.run("trace", "--ledger", ledger, "N-\(number)")
            #expect(page.status == 0)
            #expect(steering(page.out).isEmpty, "\(number): \(steering(page.out))")
            let json = try stele.run("trace", "--ledger", ledger, "N-\(number)", "--json")
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json.out) }
            #expect(steering(json.out).isEmpty)
        }
        let found = try stele.run("subject", "find", "--ledger", ledger, "N-", "--limit", "1000")
        #expect(found.status == 0)
        #expect(steering(found.out).isEmpty)
    }

    /// Characters that steer a terminal: controls but the line end, and changes of direction.
    private func steering(_ bytes: Data) -> [UInt32] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value).filter {
            ($0 < 0x20 && $0 != 0x0A) || (0x7F...0x9F).contains($0)
                || (0x202A...0x202E).contains($0) || (0x2066...0x2069).contains($0)
        }
    }
}
