import Foundation
import Law
import Testing

@testable import Registry

@Suite("The report of an import")
struct ImportReportTests {
    private func written(_ suffix: String, _ body: (ImportReport) throws -> Void) throws -> String {
        try TemporaryFile.with([], suffix: suffix) { path in
            let report = try ImportReport(path: path)
            try body(report)
            try report.finish()
            return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }
    }

    private func fill(_ report: ImportReport) throws {
        report.name(.gb18030, of: "u.csv")
        try report.write(file: "u.csv", line: 2, key: "U-1", outcome: .imported)
        try report.write(
            file: "u.csv", line: 3, key: nil, outcome: .refused,
            reason: ("raggedRow", "应有 2 列,\"实有\" 1 列"))
        try report.write(file: "p.csv", line: 2, key: "=1+1", outcome: .already)
        try report.write(file: "p.csv", line: 4, key: "a|b", outcome: .corrected)
        try report.write(file: "p.csv", line: nil, key: "gone", outcome: .missing)
    }

    @Test("as CSV: a line a row, then totals; a formula is not run by a spreadsheet")
    func commaSeparated() throws {
        let text = try written(".csv", fill)
        #expect(
            text == "\u{FEFF}file,line,key,outcome,reason_code,reason\r\n"
                + "u.csv,2,U-1,imported,,\r\n"
                + "u.csv,3,,refused,raggedRow,\"应有 2 列,\"\"实有\"\" 1 列\"\r\n"
                + "p.csv,2,'=1+1,already,,\r\np.csv,4,a|b,corrected,,\r\n"
                + "p.csv,,gone,missing,,\r\n"
                + "u.csv,,,,encoding,GB18030-2022\r\n"
                + "u.csv,,,imported,total,1\r\nu.csv,,,refused,total,1\r\n"
                + "u.csv,,,corrected,total,0\r\nu.csv,,,already,total,0\r\n"
                + "u.csv,,,overtaken,total,0\r\nu.csv,,,missing,total,0\r\n"
                + "p.csv,,,imported,total,0\r\np.csv,,,refused,total,0\r\n"
                + "p.csv,,,corrected,total,1\r\np.csv,,,already,total,1\r\n"
                + "p.csv,,,overtaken,total,0\r\np.csv,,,missing,total,1\r\n")
    }

    @Test("as JSON lines: an object a row, then totals by file")
    func jsonLines() throws {
        let text = try written(".jsonl", fill)
        #expect(
            text == """
                {"file":"u.csv","key":"U-1","line":2,"outcome":"imported"}
                {"file":"u.csv","line":3,"outcome":"refused","reason":"应有 2 列,\\"实有\\" 1 列","reasonCode":"raggedRow"}
                {"file":"p.csv","key":"=1+1","line":2,"outcome":"already"}
                {"file":"p.csv","key":"a|b","line":4,"outcome":"corrected"}
                {"file":"p.csv","key":"gone","outcome":"missing"}
                {"encoding":"GB18030-2022","file":"u.csv","totals":{"already":0,"corrected":0,"imported":1,"missing":0,"overtaken":0,"refused":1}}
                {"file":"p.csv","totals":{"already":1,"corrected":1,"imported":0,"missing":1,"overtaken":0,"refused":0}}

                """)
    }

    @Test("totals count by file and over all")
    func totals() throws {
        try TemporaryFile.with([], suffix: ".csv") { path in
            let report = try ImportReport(path: path)
            try fill(report)
            #expect(report.totals.rows == 4 && report.totals[.refused] == 1)
            #expect(report.totalsByFile.map(\.file) == ["u.csv", "p.csv"])
            #expect(report.totalsByFile[1].totals[.corrected] == 1)
            try report.finish()
        }
    }

    @Test("an earlier report is written over, anything else is left alone")
    func overwriting() throws {
        try TemporaryFile.with([], suffix: ".txt") { path in
            for _ in 0..<2 {
                let report = try ImportReport(path: path)
                try fill(report)
                try report.finish()
            }
        }
        let precious = Array("SQLite format 3\0".utf8)
        try TemporaryFile.with(precious, suffix: ".csv") { path in
            #expect(throws: ReportFault.notAReport(path: path)) { try ImportReport(path: path) }
            let kept = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(kept == Data(precious))
        }
    }

    @Test("a place that cannot be written is told")
    func faults() {
        let path = "/nonexistent/r.csv"
        #expect(throws: ReportFault.cannotWrite(path: path, systemError: ENOENT)) {
            try ImportReport(path: path)
        }
        let fault = ReportFault.cannotWrite(path: path, systemError: ENOSPC)
        #expect(
            fault.message.values
                == ["path": .text(path), "error": .text("No space left on device")])
    }

    @Test("a full disk is told, not swallowed")
    func fullDisk() throws {
        let full = "/dev/full"
        guard FileManager.default.fileExists(atPath: full) else { return }
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("stele-\(UUID().uuidString).csv")
        try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: full)
        defer { try? FileManager.default.removeItem(at: url) }
        let report = try ImportReport(path: url.path)
        #expect(throws: ReportFault.cannotWrite(path: url.path, systemError: ENOSPC)) {
            try report.finish()
        }
    }
}
