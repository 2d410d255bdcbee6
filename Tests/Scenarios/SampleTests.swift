import Foundation
import TestSupport
import Testing

/// The real delivery, which nobody here wrote. It lies beside the checkout, or nowhere.
///
/// Whole it takes a program that was built for speed (`STELE_PROGRAM` names one, or one is found in
/// the release folder beside the tests'), or patience (`STELE_SLOW=1`); else the first people of it
/// with all that concerns them.
@Suite(
    "The sample delivery comes in whole",
    .enabled(
        if: Shared.sample != nil,
        "the sample is not here: set STELE_SAMPLE, or STELE_SHARED, to where it is"))
struct SampleTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let fast: BuiltProgram? = {
        let release =
            (BuiltProgram.stele.path as NSString).deletingLastPathComponent
            .replacing("/debug", with: "/release") + "/stele"
        let path = environment["STELE_PROGRAM"] ?? release
        return FileManager.default.isExecutableFile(atPath: path) ? BuiltProgram(path: path) : nil
    }()
    private static let isWhole = fast != nil || environment["STELE_SLOW"] != nil
    private let stele = fast ?? .stele
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static func rows(_ file: String) throws -> [String] {
        let path = try #require(Shared.sample) + "/" + file
        return try String(contentsOfFile: path, encoding: .utf8)
            .split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The sample, or what concerns its first people.
    private func folder() throws -> String {
        if Self.isWhole { return try #require(Shared.sample) }
        let people = Set(try Self.rows("subjects.csv").dropFirst().prefix(150).map { first($0, 0) })
        let outcomes = try Self.rows("outcomes.csv")
        let column = try #require(outcomes.first?.split(separator: ",").firstIndex(of: "CR_ID"))
        let mine = outcomes.filter { people.contains(first($0, 0)) }
        let cases = Set(mine.map { first($0, column) })
        for file in ["subjects", "positions", "outcomes", "investigators", "complaints", "units"] {
            let rows = try Self.rows(file + ".csv")
            let kept = rows.enumerated().filter { index, row in
                switch file {
                case "units": true
                case "complaints": index == 0 || cases.contains(first(row, 0))
                case "investigators":
                    index == 0 || (people.contains(first(row, 0)) && cases.contains(first(row, 1)))
                default: index == 0 || people.contains(first(row, 0))
                }
            }
            try scratch.write(
                "part/\(file).csv", kept.map(\.element).joined(separator: "\n") + "\n")
        }
        return scratch("part")
    }

    private func first(_ row: String, _ column: Int) -> Substring {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return column < cells.count ? cells[column] : ""
    }

    @Test("every row is accounted for, a second import adds nothing, a whole life can be read")
    func whole() throws {
        let ledger = scratch("ledger")
        _ = try stele.run("init", "--ledger", ledger)
        let arguments = [
            "import", "--ledger", ledger, "--mapping",
            Shared.checkout + "/schema/mappings/discipline-sample.json", try folder(), "--json",
            "--report", scratch("report.csv"),
        ]
        let end = try stele.run(arguments, timeoutSeconds: 400)
        let answer = try end.json(ImportAnswer.self)
        #expect(end.status == (answer.refused == 0 ? 0 : 65))
        let rows = Dictionary(uniqueKeysWithValues: answer.files.map { ($0.file, $0) })
        for file in rows.values {
            #expect(file.imported + file.corrected + file.already + file.refused == file.rows)
        }
        let report = try String(contentsOfFile: scratch("report.csv"), encoding: .utf8)
        let refusals = report.split(whereSeparator: \.isNewline).filter {
            $0.contains(",refused,") && !$0.contains(",total,")
        }
        #expect(refusals.count == answer.refused)
        if Self.isWhole {
            #expect(rows["subjects.csv"]?.rows == 2_000)
            #expect(rows["positions.csv"]?.rows == 7_522)
            #expect(rows["complaints.csv"]?.rows == 18_180)
            #expect(rows["outcomes.csv"]?.rows == 19_866)
        }
        let again = try stele.run(arguments, timeoutSeconds: 400).json(ImportAnswer.self)
        #expect(again.events == 0 && again.imported == 0 && again.corrected == 0)
        let (verified, found) = try stele.verify(ledger)
        #expect(verified.status == 0, "\(found?.damages.prefix(3) ?? [])")
        #expect(try stele.run("rebuild", "--check", "--ledger", ledger).status == 0)
        try leaver(ledger)
    }

    /// Somebody who left while a case was open: the case, its later finding, the post held then.
    private func leaver(_ ledger: String) throws {
        let left = Dictionary(
            try Self.rows("subjects.csv").dropFirst().map { (first($0, 0), first($0, 2)) },
            uniquingKeysWith: { one, _ in one })
        let complaints = Dictionary(
            try Self.rows("complaints.csv").dropFirst().map {
                (first($0, 0), (filed: first($0, 3), closed: first($0, 4)))
            }, uniquingKeysWith: { one, _ in one })
        let header = try #require(try Self.rows("outcomes.csv").first).split(separator: ",")
        let caseColumn = try #require(header.firstIndex(of: "CR_ID"))
        let findingColumn = try #require(header.firstIndex(of: "final_finding"))
        var shown = 0
        for row in try Self.rows("outcomes.csv").dropFirst() where shown < 3 {
            let person = first(row, 0)
            guard let end = left[person], !end.isEmpty,
                let complaint = complaints[first(row, caseColumn)], !complaint.closed.isEmpty,
                complaint.filed < end, complaint.closed > end, first(row, findingColumn) == "SU"
            else { continue }
            let page = try stele.run("trace", "--ledger", ledger, String(person))
            guard page.status == 0 else { continue }  // Not among those that were brought.
            shown += 1
            #expect(page.text.contains("Left service") || page.text.contains("left service"))
            #expect(page.text.contains("Finding: sustained"))
            #expect(page.text.contains("then "))
        }
        #expect(shown > 0 || !Self.isWhole)
    }
}
