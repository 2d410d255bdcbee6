import Foundation
import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

/// What a delivery comes to when nothing decides it.
struct DeliveryCensus {
    var rows: [String: Int] = [:]
    var commands: [String: Int] = [:]
    var questions: [String: Int] = [:]
    var faults: [String] = []

    init(_ mapping: Mapping, in directory: String, each: (MappedRow) -> Void = { _ in }) throws {
        for file in mapping.files {
            let rows = try CheckedFile(file, in: directory).rows()
            reading: while true {
                switch try rows.next() {
                case .skipped: continue reading
                case .row(let row):
                    self.rows[row.file, default: 0] += 1
                    for var command in row.commands {
                        commands[command.name, default: 0] += 1
                        for question in command.questions {
                            questions[question.fact.name, default: 0] += 1
                        }
                        // Records must be able to read what the mapping wrote.
                        command.ask { _ in "2001-02-03" }
                        do throws(Refusal) {
                            _ = try Command(
                                name: command.name, reader: command.fields, in: Duties.register)
                        } catch {
                            faults.append("\(row.file):\(row.line) \(row.key) \(error)")
                        }
                    }
                    each(row)
                case .fault(let fault, let key):
                    faults.append("\(fault.file):\(fault.line) \(key ?? "-") \(fault.code)")
                case .end: break reading
                }
            }
        }
    }
}

@Suite("A delivery with Chinese headers in two encodings")
struct FixtureDeliveryTests {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/banner-delivery").path

    static func mapping() throws -> Mapping {
        let url = URL(fileURLWithPath: directory).appendingPathComponent("mapping.json")
        return try Mapping(parsing: Array(Data(contentsOf: url)))
    }

    @Test("every row ends as commands or as a fault with its line")
    func whole() throws {  // I10
        let census = try DeliveryCensus(Self.mapping(), in: Self.directory)
        #expect(census.rows == ["单位.csv": 4, "人员.csv": 4, "任职.csv": 4])
        #expect(
            census.commands == [
                "registerSubject": 8, "beginEmployment": 4, "endEmployment": 2, "takePost": 4,
            ])
        #expect(
            census.faults == [
                "人员.csv:5 R003 impossibleDate", "人员.csv:7 - blankKey",
                "任职.csv:5 - raggedRow",
            ])
    }

    @Test("encodings are told apart; names in four-byte characters arrive whole and sealed")
    func people() throws {
        let mapping = try Self.mapping()
        let encodings = try mapping.files.map { try CheckedFile($0, in: Self.directory).encoding }
        #expect(encodings == [.utf8WithMark, .gb18030, .utf8])
        var names: [String: Sealed] = [:]
        var raw: [String: String] = [:]
        _ = try DeliveryCensus(mapping, in: Self.directory) { row in
            guard row.file == "人员.csv", let fields = row.commands.first?.fields else { return }
            names[row.key] = fields.sealed("name")
            raw[row.key] = String(decoding: row.raw, as: UTF8.self)
        }
        #expect(names["R001"] == .clear("阿拉坦㐂") && names["R002"] == .clear("乌云𠮷"))
        #expect(raw["R002"]?.contains(#""备注":"多次表彰,\r\n见档案""#) == true)
    }

    @Test("dates arrive in one form, whatever the file wrote")
    func dates() throws {
        var taken: [String] = []
        _ = try DeliveryCensus(Self.mapping(), in: Self.directory) { row in
            for command in row.commands where command.name != "registerSubject" {
                let on = command.fields.string("on") ?? "undated"
                taken.append("\(row.key) \(command.name) \(on)")
            }
        }
        #expect(
            taken == [
                "R001 beginEmployment 1998-03-01", "R002 beginEmployment 1985-07-15",
                "R002 endEmployment 2018-06-30", "R004 beginEmployment 2010-05-04",
                "R004 endEmployment 2019-12-31", "R005 beginEmployment undated",
                "R001|1 takePost 1998-03-01", "R001|2 takePost 2004-06-01",
                "R002|1 takePost 2001-01-01", "R005|1 takePost undated",
            ])
    }

    @Test("a file that does not fit its mapping stops the delivery before a row is read")
    func doesNotFit() throws {
        let mapping = try Self.mapping()
        #expect(throws: DeliveryFault.file(.cannotOpen(file: "单位.csv", systemError: ENOENT))) {
            try CheckedFile(mapping.files[0], in: "/nonexistent")
        }
    }
}

@Suite("The sample delivery under its mapping")
struct SampleMappingTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func mapping() throws -> Mapping {
        let url = root.appendingPathComponent("schema/mappings/discipline-sample.json")
        return try Mapping(parsing: Array(Data(contentsOf: url)))
    }

    /// Where the sample lies: `STELE_SAMPLE`, or beside the checkout.
    static var sample: String? {
        let places: [String?] = [
            ProcessInfo.processInfo.environment["STELE_SAMPLE"],
            root.appendingPathComponent("../shared/data/discipline-sample").standardized.path,
        ]
        return places.compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0 + "/outcomes.csv")
        }
    }

    @Test("the sample's mapping is sound, and names the files in the order in which they refer")
    func sound() throws {
        let mapping = try Self.mapping()
        #expect(
            mapping.files.map(\.name) == [
                "units.csv", "subjects.csv", "positions.csv", "complaints.csv", "outcomes.csv",
                "investigators.csv",
            ])
    }

    @Test(
        "every row of the sample becomes commands",
        .enabled(if: sample != nil, "the sample is not here: set STELE_SAMPLE to its directory"))
    func whole() throws {
        let directory = try #require(Self.sample)
        var identifiers = Set<String>()
        let census = try DeliveryCensus(Self.mapping(), in: directory) { row in
            for command in row.commands where command.name == "imposeSanction" {
                identifiers.insert(command.fields.string("sanction") ?? "")
            }
        }
        #expect(census.faults == [])
        #expect(
            census.rows == [
                "units.csv": 242, "subjects.csv": 2_000, "positions.csv": 7_522,
                "complaints.csv": 18_180, "outcomes.csv": 19_866, "investigators.csv": 500,
            ])
        #expect(
            census.commands == [
                "registerSubject": 2_242, "beginEmployment": 2_000, "endEmployment": 1_306,
                "takePost": 7_522, "receiveComplaint": 18_180, "openCase": 18_180,
                "closeCase": 18_045, "namePerson": 19_866, "recommendFinding": 9_790,
                "makeFinding": 19_854, "recommendSanction": 732, "imposeSanction": 1_843,
                "recordNotExecuted": 376, "annulSanction": 83, "assignInvestigator": 500,
            ])
        #expect(
            census.questions == [
                "case.receivedOn": 19_866,
                "case.closedOn": 9_790 + 19_854 + 732 + 1_843 + 376 + 83,
            ])
        #expect(identifiers.count == 1_843)
        #expect(identifiers.allSatisfy { $0.utf8.count <= 64 && SanctionID($0) != nil })
    }
}
