import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What the investigating organ consented to is not held against anybody — 政务处分法 Art. 52")
struct ConsentTests {
    private let director = WaterProject.director

    private func consent(
        _ matter: String, on day: String, organ: String = "U-JW", in register: inout Register
    ) throws(Refusal) {
        try register.act(
            "case.consent", "C-2024-01",
            ["subject": "P-0003", "matter": .string(matter), "organ": .string(organ)], on: day)
    }

    private func marks(_ register: Register, on day: String = "2025-01-01") -> [Caution] {
        register.file(director).marks(by: RecordsTests.day(day), under: register.law) {
            register.caseFile($0) ?? CaseFile(about: $0)
        }.filter {
            [
                .movedUnderInvestigation, .leftUnderInvestigation, .sanctionedUnderInvestigation,
                .consentedAfterwards,
            ].contains($0.code)
        }
    }

    private func move(on day: String, in register: inout Register) throws {
        try register.perform(
            TakePost(subject: director, unit: "U-SLJ", post: "调研员"), on(day))
    }

    @Test(
        "a move on the day of the consent or later is not marked; one before it is, and both show")
    func move() throws {
        for (moved, isMarked) in [("2024-06-09", true), ("2024-06-10", false)] {
            // Whichever was recorded first.
            for consentFirst in [true, false] {
                var register = try Proceedings.named()
                if consentFirst { try consent("move", on: "2024-06-10", in: &register) }
                try move(on: moved, in: &register)
                let post = try #require(register.events.last?.position)
                if !consentFirst {
                    #expect(marks(register).map(\.code) == [.movedUnderInvestigation])
                    try consent("move", on: "2024-06-10", in: &register)
                }
                let found = marks(register)
                #expect(
                    Set(found.map(\.code))
                        == (isMarked ? [.movedUnderInvestigation, .consentedAfterwards] : []))
                if isMarked {
                    // As of the day before the consent nobody had consented.
                    #expect(
                        marks(register, on: "2024-06-09").map(\.code)
                            == [.movedUnderInvestigation])
                    let late = found.first { $0.code == .consentedAfterwards }
                    #expect(late?.entries.last == post && late?.rule == "政务处分法#52")
                }
            }
        }
    }

    @Test(
        "each matter is consented to by itself: retirement is not resignation, a move no sanction")
    func matters() throws {
        for (matter, reason, isMarked) in [
            ("retirement", Departure.retired, false), ("resignation", .retired, true),
            ("resignation", .resigned, false), ("retirement", .resigned, true),
            ("move", .retired, true), ("leavingCountry", .resigned, true),
        ] {
            var register = try Proceedings.named()
            try consent(matter, on: "2024-06-10", in: &register)
            try register.perform(
                EmploymentEnded(subject: director, reason: reason), on("2024-06-10"))
            #expect(
                marks(register).map(\.code) == (isMarked ? [.leftUnderInvestigation] : []),
                "\(matter) \(reason)")
        }
        var register = try Proceedings.named()
        try move(on: "2024-06-10", in: &register)
        #expect(marks(register).count == 1)
        try consent("promotion", on: "2024-06-10", in: &register)
        #expect(marks(register).isEmpty)
        // Withdrawn, it was never given.
        let given = try #require(register.events.last?.position)
        try register.perform(
            WithdrawRecord(
                position: given, reason: .clear("有误"), case: Proceedings.file),
            Circumstances(on: day("2024-06-20"), actor: "clerk.a", approver: "chief.b"))
        #expect(marks(register).map(\.code) == [.movedUnderInvestigation])
    }

    @Test("a sanction by the employer meanwhile, with and without")
    func sanction() throws {
        for isConsented in [true, false] {
            var register = try Proceedings.named()
            try register.ask(
                "openCase", ["case": "C-2", "recordedFrom": "水利局〔2024〕2号"], on: "2024-06-01")
            try register.ask(
                "namePerson", ["case": "C-2", "subject": "P-0003", "category": "迟到"],
                on: "2024-06-01")
            if isConsented { try consent("sanction", on: "2024-06-02", in: &register) }
            try register.ask(
                "imposeSanction",
                [
                    "sanction": "S-9", "case": "C-2", "subject": "P-0003", "measure": "warning",
                    "authority": "employer", "instrument": "水利局〔2024〕3号",
                ], on: "2024-06-03")
            #expect(
                marks(register).map(\.code)
                    == (isConsented ? [] : [.sanctionedUnderInvestigation]))
        }
    }

    @Test("by the organ with which the case lies that day, while it is open, told late as well")
    func refused() throws {
        var register = try Proceedings.named()
        func refusal(_ on: String, organ: String = "U-JW") -> Refusal? {
            do throws(Refusal) {
                try consent("move", on: on, organ: organ, in: &register)
                return nil
            } catch { return error }
        }
        #expect(
            refusal("2024-05-19") == .case(.beforeOpening("C-2024-01", opened: day("2024-05-20"))))
        #expect(refusal("2024-05-20") == nil)
        let count = register.events.count
        #expect(refusal("2024-05-20") == nil && register.events.count == count)
        #expect(
            refusal("2024-05-21", organ: "U-CITY")
                == .case(.notTheInvestigator("U-CITY", "C-2024-01", "U-JW")))
        #expect(refusal("2024-05-21", organ: "U-404") == .unknownSubject("U-404"))
        try register.transfer("P-0003", on: "2024-06-01")
        #expect(refusal("2024-05-31") == nil)
        #expect(
            refusal("2024-06-01")
                == .case(.notTheInvestigator("U-JW", "C-2024-01", "U-CITY")))
        #expect(refusal("2024-06-01", organ: "U-CITY") == nil)
        #expect(
            register.refusal(
                "case.consent", "C-2024-01",
                ["subject": "P-0007", "matter": "move", "organ": "U-JW"], on: "2024-06-01")
                == .notNamedInCase("P-0007", "C-2024-01"))
    }

    @Test("after the closing nothing is consented to; what was before it may be told after it")
    func closed() throws {
        var register = try Proceedings.found()
        for person in ["P-0001", "P-0002"] {
            try register.notify(person)
            try register.hear(person)
            try register.find(person, .notSustained, on: "2024-08-20")
        }
        try register.ask("closeCase", ["case": "C-2024-01"], on: "2024-09-01")
        #expect(
            register.refusal(
                "case.consent", "C-2024-01",
                ["subject": "P-0003", "matter": "move", "organ": "U-JW"], on: "2024-09-02")
                == .case(.closedByThen("C-2024-01", on: day("2024-09-01"))))
        try consent("move", on: "2024-09-01", in: &register)
        try consent("move", on: "2024-08-01", in: &register)
        let page = try #require(
            register.caseFile("C-2024-01")?.view(
                on: day("2024-09-02"), under: register.law,
                decision: { register.decision($0) }, complaint: { register.file($0.tag) },
                file: { register.subject($0) }))
        let person = page.persons.first { $0.subject == director }
        #expect(person?.consents.map(\.on) == [day("2024-08-01"), day("2024-09-01")])
    }
}
