import Foundation
import Law
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("What a later delivery lacks is listed, and what was destroyed does not come back with one")
struct LaterDeliveryTests {
    private static let rows = [
        "P-1,虚构甲,2001-01-01,,a", "P-1,虚构甲,2005-01-01,,b", "P-2,虚构乙,2002-02-02,,c",
    ]

    /// Of a delivery that says it is whole, in which a person may have several rows.
    private static let whole = SmallDelivery.mapping
        .replacing("\"dateFormats\"", with: "\"whole\": true, \"dateFormats\"")
        .replacing("\"key\": [\"id\"]", with: "\"key\": [\"id\", \"joined\"]")

    @Test("who is in another row is not missing with one, and is with the last")
    func missing() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(Self.rows)
        #expect(try delivery.run(into: place.ledger, mapping: Self.whole).missing.rows.isEmpty)
        try delivery.write([Self.rows[0], Self.rows[2]])
        let one = try delivery.run(into: place.ledger, mapping: Self.whole).missing
        #expect(one.rows.map(\.key) == ["P-1|2005-01-01"] && one.subjects.isEmpty)
        try delivery.write([Self.rows[2]])
        let both = try delivery.run(into: place.ledger, mapping: Self.whole).missing
        #expect(both.rows.map(\.key) == ["P-1|2001-01-01", "P-1|2005-01-01"])
        #expect(both.subjects == ["P-1"])
        // Nothing is withdrawn by itself.
        #expect(
            try !place.ledger.trail(of: "P-1" as SubjectID).contains { $0.event.isWithdrawal })
    }

    private static let name = "示例·往事如烟不复可寻"

    @Test(
        "the same row again, and one that changes an unused column, are there already and not kept",
        arguments: ["a", "b"])
    func destroyed(note: String) throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,\(Self.name),2001-01-01,,a"])
        try delivery.run(into: place.ledger)
        try place.ledger.destroy("name", at: 1)
        try delivery.write(["P-1,\(Self.name),2001-01-01,,\(note)"])
        for _ in 0..<2 {
            let again = try delivery.run(into: place.ledger)
            #expect(again.counts == [0, 0, 1, 0] && again.events == 0)
        }
        #expect(try place.bytes().range(of: Data(Self.name.utf8)) == nil)
    }

    @Test("what would stand in the place of its entry is refused, each time, and not kept")
    func inItsPlace() throws {
        let titled = SmallDelivery.mapping.replacing(
            "\"sealed\": true}", with: "\"sealed\": true}, \"rank\": \"note\"")
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,\(Self.name),2001-01-01,,a"])
        try delivery.run(into: place.ledger, mapping: titled)
        try place.ledger.destroy("name", at: 1)
        try delivery.write(["P-1,虚构丁,2001-01-01,,b", "P-2,虚构乙,2002-02-02,,c"])
        for counts in [[1, 0, 0, 1], [0, 0, 1, 1]] {
            #expect(try delivery.run(into: place.ledger, mapping: titled).counts == counts)
        }
        #expect(try place.verify().isSound)
        #expect(try place.bytes().range(of: Data("虚构丁".utf8)) == nil)
    }

    @Test("a correction of something else in that row is refused, each time: its text is not kept")
    func besideIt() throws {
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,\(Self.name),2001-01-01,,a"])
        try delivery.run(into: place.ledger)
        try place.ledger.destroy("name", at: 1)
        try delivery.write(["P-1,\(Self.name),2002-02-02,,a"])
        for _ in 0..<2 {
            let again = try delivery.run(into: place.ledger)
            #expect(again.counts == [0, 0, 0, 1] && again.events == 0)
        }
        #expect(try place.verify().isSound)
        #expect(try place.bytes().range(of: Data(Self.name.utf8)) == nil)
    }

    @Test("an imputed day that becomes the real one is a correction, once")
    func imputed() throws {
        let firstOf = """
            "fields": {"subject": "id", "on": {"firstOf": [{"date": "joined"},
             {"date": "note", "basis": "closed_date"}]}}
            """
        let mapping = SmallDelivery.mapping
            .replacing("\"when\": {\"column\": \"joined\", \"blank\": false},", with: "")
            .replacing(
                "\"fields\": {\"subject\": \"id\", \"on\": {\"date\": \"joined\"}}", with: firstOf)
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,虚构甲,,,2001-01-01"])
        try delivery.run(into: place.ledger, mapping: mapping)
        try delivery.write(["P-1,虚构甲,2001-01-01,,2001-01-01"])
        let corrected = try delivery.run(into: place.ledger, mapping: mapping)
        #expect(corrected.counts == [0, 1, 0, 0] && corrected.events == 1)
        let begun = try place.ledger.trail(of: "P-1" as SubjectID)
            .filter { $0.event.is(EmploymentBegan.self) }
        #expect(begun.map(\.onBasis) == ["closed_date", nil])
        #expect(begun.last?.supersedes == begun.first?.position)
        #expect(try delivery.run(into: place.ledger, mapping: mapping).events == 0)
    }

    @Test("what a row says twice is corrected in the order in which it says it")
    func twice() throws {
        let mapping = SmallDelivery.mapping
            .replacing("\"endEmployment\"", with: "\"beginEmployment\"")
            .replacing("\"reason\": {\"constant\": \"retired\"},", with: "")
        let place = try TestLedger()
        let delivery = try SmallDelivery(["P-1,虚构甲,2001-01-01,2005-01-01,a"])
        try delivery.run(into: place.ledger, mapping: mapping)
        try delivery.write(["P-1,虚构甲,2002-01-01,2006-01-01,a"])
        #expect(try delivery.run(into: place.ledger, mapping: mapping).counts == [0, 1, 0, 0])
        let begun = try place.ledger.trail(of: "P-1" as SubjectID)
            .filter { $0.event.is(EmploymentBegan.self) }
        let days = ["2001-01-01", "2005-01-01", "2002-01-01", "2006-01-01"]
        try #require(begun.map { $0.on?.description } == days)
        #expect(begun[2].supersedes == begun[0].position)
        #expect(begun[3].supersedes == begun[1].position)
    }
}
