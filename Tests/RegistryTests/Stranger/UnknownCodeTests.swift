import Chain
import Foundation
import Law
import Store
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("A code that nobody here knows, in a kind that is known, is no damage")
struct UnknownCodeTests {
    /// An entry of a known kind as a later release may write it, or as nobody may.
    struct Later: Sendable, CustomTestStringConvertible {
        let type: String
        let tags: [String]
        let data: String
        /// What the views are told to be made anew for; nil: no view depends on it.
        let unread: String?

        var testDescription: String { "\(type) \(unread ?? "")" }
    }

    static let later = [
        // What it amounts to is told by the code.
        Later(
            type: "finding.made.v1", tags: ["case:C-9", "subject:P-1"],
            data: #"{"case":"C-9","finding":"postponed","subject":"P-1"}"#,
            unread: "finding.made.v1:finding=postponed"),
        // A registration: who it is.
        Later(
            type: "subject.registered.v1", tags: ["subject:P-1"],
            data: #"{"kind":"robot","subject":"P-1"}"#, unread: "subject.registered.v1:kind=robot"),
        // It starts a clock.
        Later(
            type: "sanction.imposed.v2", tags: ["case:C-9", "sanction:S-9", "subject:P-1"],
            data: #"{"case":"C-9","measure":"exile","sanction":"S-9","subject":"P-1"}"#,
            unread: "sanction.imposed.v2:measure=exile"),
        // In a list, and in a part of it.
        Later(
            type: "position.assumed.v1", tags: ["subject:P-1"],
            data:
                #"{"irregularities":["beginUnknown","beginGuessed"],"subject":"P-1","unit":"U-1"}"#,
            unread: nil),
        Later(
            type: "decision.discussed.v1", tags: ["decision:D-9", "subject:P-1"],
            data: #"{"attendees":[{"opinion":"applauded","part":"leader","#
                + #""role":{"basis":"post-held-on-incident"},"subject":"P-1"}],"decision":"D-9"}"#,
            unread: nil),
    ]

    private func ledger(_ entries: [Later]) throws -> (TestLedger, [Position]) {
        let place = try TestLedger(at: "2026-03-20T01:00:00.000Z", law: BuiltInLaw.documents)
        for person in ["P-1", "P-2"] as [SubjectID] {
            try place.ledger.perform(SubjectRegistered(subject: person, kind: .person))
        }
        let positions = try entries.map { one in
            try place.ledger.append([
                UnsealedEntry(
                    id: "01900000-0000-7000-8000-000000000001", type: one.type, actor: "clerk.z",
                    unit: "U-TEST", basis: ["XZZ-2020-26#4"], on: "2026-03-01", tags: one.tags,
                    data: Array(one.data.utf8))
            ]).positions.lowerBound
        }
        return (place, positions)
    }

    @Test("it verifies, and stands in the trail as an opaque line with its type", arguments: later)
    func trail(one: Later) throws {
        let (place, positions) = try ledger([one])
        let page = try #require(try place.ledger.page(of: "P-1"))
        let item = try #require(page.trail.dated.last)
        #expect(item.recorded.position == positions[0] && item.kind == .opaque)
        #expect(item.recorded.event.isOpaque && item.recorded.event.type.name == one.type)
        #expect(item.recorded.event.unknownCodes.count == 1)
        for cores in [1, 2] { #expect(try place.verify(cores: cores).damages == []) }
        try place.ledger.followViews(cores: 2)
        #expect(try place.verify().damages == [])
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        #expect(try ViewTests.rows(place)["view.unknown"] == one.unread.map { Array($0.utf8) })
        #expect(try place.ledger.rebuild(cores: 2) { _, _ in }.differing == [])
        #expect(try place.verify().isSound)
        #expect(try place.ledger.subjects(matching: "P-1", limit: 9).map(\.entries) == [2])
    }

    @Test("only deciding over it is refused, by name; about others everything goes on")
    func deciding() async throws {
        let (place, positions) = try ledger([Self.later[0]])
        func refusal(_ subject: SubjectID) async throws -> Refusal? {
            do {
                _ = try await place.ledger.submit(
                    Command(EmploymentBegan(subject: subject), on("2010-01-01")),
                    actor: "clerk.a", unit: "U-TEST")
                return nil
            } catch let refusal as Refusal {
                return refusal
            }
        }
        #expect(
            try await refusal("P-1") == .opaqueEntry(positions[0], type: "finding.made.v1"))
        #expect(try await refusal("P-2") == nil)
    }

    static let damaged = [
        // A member is missing beside the unknown code.
        #"{"case":"C-9","finding":"postponed"}"#,
        // Of another type beside it.
        #"{"case":7,"finding":"postponed","subject":"P-1"}"#,
        // A text that no release writes as a code.
        #"{"case":"C-9","finding":"虚构 甲","subject":"P-1"}"#,
        // Not an identifier beside it.
        #"{"case":"C 9","finding":"postponed","subject":"P-1"}"#,
    ]

    @Test("what is missing, of another type or malformed stays damage", arguments: damaged)
    func damage(data: String) throws {
        let (place, positions) = try ledger([
            Later(
                type: "finding.made.v1", tags: ["case:C-9", "subject:P-1"], data: data, unread: nil)
        ])
        #expect(throws: LedgerFault.damaged(entry: positions[0])) {
            try place.ledger.page(of: "P-1")
        }
        #expect(throws: LedgerFault.damaged(entry: positions[0])) {
            try place.ledger.followViews(cores: 1)
        }
    }

    @Test("views made without knowing a code are made anew by a program that knows it")
    func outgrown() throws {
        let known = Later(
            type: "finding.made.v1", tags: ["case:C-9", "subject:P-1"],
            data: #"{"case":"C-9","finding":"sustained","subject":"P-1"}"#, unread: nil)
        let (place, _) = try ledger([known])
        try place.ledger.followViews(cores: 2)
        let whole = try ViewTests.rows(place)
        let text = "finding.made.v1:finding=sustained"
        let stored = try #require(UnknownKinds(text))
        #expect(stored.isOutgrown(by: Registers.ours))
        for other in ["finding.made.v1:finding=postponed", "paper.folded.v1:finding=sustained"] {
            #expect(UnknownKinds(other)?.isOutgrown(by: Registers.ours) == false)
        }
        // What no program notes, since no code stands there, hides no row.
        for other in [
            "finding.made.v1:subject=sustained", "finding.made.v1:finding.finding=sustained",
        ] {
            #expect(UnknownKinds(other)?.isOutgrown(by: Registers.ours) == true)
        }
        // As a program folds it that does not know the code, it amounts to nothing that is known.
        let older = try place.store.read(.scan) { reader in
            try Fold.over(
                0..<place.ledger.size(), of: reader, in: Registers.ours, ignoring: stored
            ) { _ in }
        }
        #expect(older.unknown == stored && older.foreign.isEmpty)
        #expect(older.subjects.partials["P-1"]?.content[.found] == [])
        let bytes = try place.bytes()
        let again = try TestLedger(
            copy: bytes, key: place.key, duties: Registers.ours,
            meddling: "INSERT OR REPLACE INTO meta (name, value) VALUES ('view.unknown', '\(text)')"
        )
        #expect(try again.ledger.subjects(matching: "P-1", limit: 9).map(\.entries) == [2])
        try again.ledger.followViews(cores: 2)
        var rows = try ViewTests.rows(again)
        #expect(rows.removeValue(forKey: "view.unknown") == [])
        #expect(rows == whole)
        #expect(try again.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
    }

    @Test("every code of every kind is written as codes are, so that a later one can be told")
    func codes() {
        func faults(in fields: [Field]) -> [String] {
            fields.flatMap { field -> [String] in
                switch field.recordedForm {
                case .code(let codes), .codes(let codes):
                    codes.filter { !UnknownCode.isCode($0) }
                case .object(let inner), .objects(let inner): faults(in: inner)
                default: []
                }
            }
        }
        #expect(Duties.register.kinds.flatMap { faults(in: $0.fields) } == [])
        for text in ["", "7x", "a b", "虚构", "a=b", "a:b", String(repeating: "a", count: 65)] {
            #expect(!UnknownCode.isCode(text))
        }
    }
}

@Suite("An entry of law that cannot be read is told of where the law is listed")
struct UnreadLawTests {
    @Test("by its number and type; where there is none nothing is said")
    func told() throws {
        let place = try TestLedger(at: "2026-03-20T01:00:00.000Z", law: BuiltInLaw.documents)
        #expect(try place.ledger.unreadLaw().isEmpty)
        let law = try place.ledger.law()
        let before = instant("2026-03-20T00:59:59.999Z")
        let position = try place.ledger.append([
            UnsealedEntry(
                id: "01900000-0000-7000-8000-000000000001", type: "rulebook.activated.v7",
                actor: "clerk.z", unit: "U-TEST", basis: ["XZZ-2020-26#17"], on: "2026-03-01",
                tags: ["rulebook:U-9"], data: Array(#"{"rulebook":"U-9"}"#.utf8))
        ]).positions.lowerBound
        let unread = try place.ledger.unreadLaw()
        #expect(unread.map(\.position) == [position])
        #expect(unread.map(\.event.type) == ["rulebook.activated.v7"])
        #expect(try place.ledger.unreadLaw(knownAt: before).isEmpty)
        // What can be read of it is listed all the same.
        #expect(try place.ledger.law() == law)
    }
}
