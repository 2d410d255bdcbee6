import Chain
import Store
import StoreSQLite
import Testing
import Vocabulary

@testable import Records
@testable import Registry

@Suite("Stored views are what the entries give")
struct ViewTests {
    /// Every row of every view with its position, in clear.
    static func rows(_ place: TestLedger) throws -> [String: [UInt8]] {
        try place.store.read { (reader) throws in
            var rows: [String: [UInt8]] = [:]
            for view in ViewName.all {
                try reader.scanView(view) { key, position, row in
                    rows["\(view)/\(key)/\(position)"] = Array(row)
                }
            }
            for fact in try reader.facts() where fact.name.hasPrefix("view.") {
                rows[fact.name] = Array(fact.value.utf8)
            }
            return rows
        }
    }

    @Test(
        "followed in steps or built at once, they are the same bytes",
        arguments: [UInt64(1), 2, 3])
    func incremental(_ seed: UInt64) throws {  // I7
        let place = try TestLedger(at: "2019-01-01T00:00:00.000Z", law: BuiltInLaw.documents)
        let script = DemoScript(seed: seed)
        var random = SplitMix64(seed: seed)
        let projector = Projector(
            store: place.store, suite: .sha256, duties: Duties.register, cores: 2)
        // The first step builds; the others fold and merge.
        var left = random.number(1...40)
        var steps = 0
        _ = try place.ledger.play(script) { _, _ in
            left -= 1
            guard left == 0 else { return }
            left = random.number(1...60)
            steps += 1
            #expect(throws: Never.self) { try projector.catchUp { _ in } }
        }
        try projector.catchUp { _ in }
        #expect(steps > 10, "seed \(seed)")
        let incremental = try Self.rows(place)
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
        _ = try place.ledger.rebuild(cores: 2) { _, _ in }
        #expect(try Self.rows(place) == incremental, "seed \(seed)")
        #expect(try place.verify().isSound)
    }

    @Test("a long way is followed in steps, to the same bytes")
    func steps() throws {  // I7
        let place = try WholeLedger.copy()
        var projector = Projector(
            store: place.store, suite: .sha256, duties: Duties.register, cores: 2)
        try projector.catchUp(anew: true) { _ in }
        let whole = try Self.rows(place)
        let bare = try WholeLedger.copy(
            meddling:
                "DELETE FROM view; DELETE FROM view_position; DELETE FROM meta WHERE name LIKE 'view.%'"
        )
        projector = Projector(
            store: bare.store, suite: .sha256, duties: Duties.register, cores: 2)
        projector.step = 97
        try projector.catchUp { _ in }
        #expect(try Self.rows(bare) == whole)
    }

    @Test("a check of views that are behind compares them with what they have followed")
    func behind() throws {
        let place = try WholeLedger.copy()
        try place.ledger.fill(3, tag: "subject:R001")
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
    }

    @Test("a doctored row is found even when its check and the tally were made anew")
    func doctored() throws {
        let place = try WholeLedger.copy()
        try place.store.doctorRow(of: "R001")
        // The checks hold; only the entries tell.
        #expect(try place.verify().damages == [Damage(.view, place: "subject/R001")])
        let hasty = try LedgerVerifier(place.store, cores: 1).verify(entriesOnly: true)
        #expect(hasty.isSound && hasty.leftOut == ["view"])
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == ["subject/R001"])
        _ = try place.ledger.rebuild(cores: 2) { _, _ in }
        #expect(try place.ledger.checkViews(cores: 2) { _, _ in }.differing == [])
    }

    @Test("a row too many is found")
    func tooMany() throws {
        let place = try WholeLedger.copy()
        try place.store.write { (writer) throws in
            var rows = try RowWriter(writer, suite: .sha256)
            try rows.put(
                ViewName.subject, key: "P-GHOST", position: 1, Array("{}".utf8), replacing: nil)
            try rows.finish(at: try writer.size())
        }
        #expect(
            try place.ledger.checkViews(cores: 2) { _, _ in }.differing == ["subject/P-GHOST"])
    }

    @Test("a row that was altered never gets a new check")
    func noLaundering() throws {
        let place = try WholeLedger.copy(
            meddling:
                "UPDATE view SET body = CAST(body || ' ' AS BLOB) WHERE name = 'subject' AND key = 'R001'"
        )
        try place.ledger.fill(1, tag: "subject:R001")
        #expect(throws: LedgerFault.damagedView("subject")) {
            try place.ledger.followViews(cores: 1)
        }
        #expect(try place.verify().damages.contains { $0.place == "subject/R001" })
    }

    @Test("a position that was turned back is not followed from")
    func turnedBack() throws {
        let place = try WholeLedger.copy(
            meddling: "UPDATE view_position SET position = 7 WHERE name = 'case'")
        #expect(throws: LedgerFault.damagedView("case")) { try place.ledger.followViews(cores: 1) }
    }

    @Test("heads, tiles and delivered rows are made anew from the lines")
    func tables() throws {
        let place = try WholeLedger.copy(
            meddling: """
                DELETE FROM tile WHERE key < 3; UPDATE tag_head SET count = 9 WHERE tag = 'subject:R001';
                DELETE FROM source_span WHERE key = 'R001'
                """)
        let found = Set(try place.ledger.checkViews(cores: 2) { _, _ in }.differing)
        #expect(found.contains("tile/0/0") && found.contains("tagHead/subject:R001"))
        #expect(found.contains { $0.hasPrefix("sourceRow/") })
        #expect(Set(try place.ledger.rebuild(cores: 2) { _, _ in }.differing) == found)
        #expect(try place.verify().damages == [])
        let whole = try WholeLedger.copy()
        for tag in ["subject:R001", "subject:R002"] {
            let head = try place.store.read { try $0.head(of: tag) }
            #expect(try whole.store.read { try $0.head(of: tag) } == head)
        }
    }

    @Test(
        "the note of the last entry is evidence when it is gone, too, where no checkpoint proves it"
    )
    func noNote() throws {
        let sound = try TestLedger()
        try sound.ledger.fill(3)
        let place = try TestLedger(
            copy: sound.bytes(), key: sound.key, meddling: "DELETE FROM meta WHERE name = 'edge'")
        for (_, ask) in ["rebuild": Ledger.rebuild, "check": Ledger.checkViews] {
            let fault = #expect(throws: LedgerFault.self) {
                _ = try ask(place.ledger)(2) { _, _ in }
            }
            guard case .evidence(let damages) = fault else {
                Issue.record("\(fault as Any)")
                continue
            }
            #expect(damages.map(\.place) == ["edge"])
        }
    }

    @Test("nothing is made anew from lines that are not whole: the evidence stays")
    func damagedLines() throws {
        let place = try WholeLedger.copy(
            meddling: DamageTests.change(
                "\"actor\":\"demo", "\"actor\":\"dEmo", at: DamageTests.victim)
                + "; DELETE FROM tag_head WHERE tag = 'subject:R001'")
        let fault = #expect(throws: LedgerFault.self) {
            try place.ledger.rebuild(cores: 2) { _, _ in }
        }
        guard case .evidence(let damages) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(damages.map(\.entry) == [DamageTests.victim])
        #expect(try place.verify().damages.contains { $0.entry == DamageTests.victim })
    }
}

@Suite("The directory finds whoever is registered")
struct DirectoryTests {
    @Test("a view that is behind, or was never built, finds the same")
    func behind() throws {
        let whole = try WholeLedger.copy()
        func found(_ place: TestLedger) throws -> [String] {
            try place.ledger.subjects(matching: "", limit: 999).map {
                "\($0.subject) \($0.name?.text ?? "") \($0.entries)"
            }
        }
        let bare = try WholeLedger.copy(
            meddling:
                "DELETE FROM view; DELETE FROM view_position; DELETE FROM meta WHERE name LIKE 'view.%'"
        )
        #expect(try found(bare) == found(whole))
        #expect(try found(whole).count > 60)
    }

    @Test("a registration that was corrected after the view is shown as it stands")
    func corrected() throws {
        let place = try TestLedger()
        func register(_ title: String) -> Command {
            Command(SubjectRegistered(subject: "U-1", kind: .unit, title: title))
        }
        let position = try place.ledger.perform(register("水利局(虚构)")).lowerBound
        try place.ledger.followViews(cores: 1)
        try place.ledger.transact { transaction in
            for draft in try transaction.decide(register("水务局(虚构)"), superseding: position) {
                transaction.stage(draft, by: Ledger.recorder)
            }
            transaction.keep(by: Ledger.recorder)
        }
        func titles() throws -> [String?] {
            try place.ledger.subjects(matching: "U-1", limit: 9).map { $0.name?.text }
        }
        #expect(try titles() == ["水务局(虚构)"])
        try place.ledger.transact { transaction in
            let withdrawal = WithdrawRecord(
                position: position + 1, reason: .clear("误录"), subject: "U-1")
            for draft in try transaction.decide(Command(withdrawal)) {
                transaction.stage(draft, by: Ledger.recorder)
            }
            transaction.keep(by: Ledger.recorder)
        }
        let behind = try titles()
        try place.ledger.followViews(cores: 1)
        #expect(try titles() == behind)
        #expect(behind.count < 2 && behind != ["水务局(虚构)"])
    }

    @Test("a withdrawn naming does not stand in the row of its case, nor in that of the person")
    func withdrawn() throws {
        let place = try TestLedger()
        let file = CaseID(wellFormed: "C-1")
        try place.ledger.perform(SubjectRegistered(subject: "P-1", kind: .person))
        try place.ledger.perform(CaseOpened(case: file, recordedFrom: "旧案卷"), on("2025-05-20"))
        let named = try place.ledger.perform(
            PersonNamed(case: file, subject: "P-1", category: "失信"), on("2025-05-21"))
        func rows() throws -> [String] {
            try place.ledger.followViews(cores: 1)
            return try ViewTests.rows(place)
                .filter { $0.key.hasPrefix("case/C-1/") || $0.key.hasPrefix("subject/P-1/") }
                .map { String(decoding: $0.value, as: UTF8.self) }
        }
        #expect(try rows().count { $0.contains("superseded") } == 0)
        try place.ledger.perform(
            WithdrawRecord(
                position: named.lowerBound, reason: .clear("误录"), subject: "P-1", case: file),
            on("2025-06-01"))
        #expect(
            try rows().count { $0.contains("\"superseded\":\"\(named.lowerBound)\"") } == 2)
    }

    @Test("a registration is that of its own subject, whoever else the entry is found by")
    func ownRegistration() throws {
        let place = try TestLedger()
        var data = CanonicalObject()
        data.set("kind", "person")
        data.set("subject", "P-1")
        try place.ledger.transact { transaction in
            transaction.keep([
                UnsealedEntry(
                    id: "01900000-0000-7000-8000-000000000000", type: "subject.registered.v1",
                    actor: "test", unit: "U-TEST", basis: ["XZZ-2020-26"],
                    tags: ["subject:P-1", "subject:P-2"], data: data.bytes)
            ])
        }
        try place.ledger.followViews(cores: 2)
        let rows = try ViewTests.rows(place).filter { $0.key.hasPrefix("subject/") }
        let registered = rows.filter {
            String(decoding: $0.value, as: UTF8.self).contains("registrations")
        }
        #expect(rows.count == 2)
        #expect(registered.keys.map { $0.hasPrefix("subject/P-1/") } == [true])
    }

    @Test("a row that was taken out of the view makes nobody unknown: the search stops")
    func rowTakenOut() throws {
        let place = try WholeLedger.copy(
            meddling: "DELETE FROM view WHERE name = 'subject' AND key = 'P-0001'")
        #expect(throws: LedgerFault.damagedView("subject")) {
            try place.ledger.subjects(matching: "P-0001", limit: 9)
        }
    }

    @Test("it counts the findings that count in the status, not those overturned")
    func findings() throws {
        let place = try WholeLedger.copy()
        let found = try place.ledger.subjects(matching: "P-", limit: 999)
        for one in found {
            let status = try #require(try place.ledger.page(of: one.subject)).status
            #expect(one.findings == status.findings.count, "\(one.subject)")
        }
        let hero = try #require(found.first { $0.findings > 0 })
        let sustained = try #require(
            try place.ledger.page(of: hero.subject)?.status.findings.first)
        try place.ledger.perform(
            FindingMade(
                case: sustained.fact.case, subject: hero.subject, finding: .unfounded),
            Circumstances(on: sustained.on))
        let after = try place.ledger.subjects(matching: hero.subject.text, limit: 1)
        #expect(after.first?.findings == hero.findings - 1)
    }
}
