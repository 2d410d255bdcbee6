import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Who is meant: people as people, units as units, careers in any order")
struct WhoIsMeantTests {
    private func world() throws -> Register {
        var register = Register()
        for unit in ["U-1", "U-2", "U-3"] {
            try register.perform(
                SubjectRegistered(
                    subject: UnitID(wellFormed: unit), kind: .unit, title: "虚构\(unit)"))
        }
        for person in ["P-1", "P-2"] {
            try register.perform(
                SubjectRegistered(subject: SubjectID(wellFormed: person), kind: .person))
        }
        return register
    }

    /// The posts held on a day after they were recorded in that order.
    private func held(
        _ posts: [(unit: UnitID, since: String, until: String?)], on date: String
    ) throws -> [UnitID] {
        var register = try world()
        for post in posts {
            try register.perform(
                TakePost(subject: "P-1", unit: post.unit, until: post.until.map(day)),
                on(post.since))
        }
        return register.file("P-1").status(on: day(date), under: register.law).posts
            .map(\.post.unit)
    }

    @Test("posts entered in any order make one career")
    func anyOrder() throws {
        let posts: [(UnitID, String, String?)] = [
            ("U-1", "2010-01-01", nil), ("U-2", "2015-01-01", nil), ("U-3", "2020-01-01", nil),
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let told = order.map { posts[$0] }
            #expect(try held(told, on: "2014-12-31") == ["U-1"], "\(order)")
            #expect(try held(told, on: "2015-01-01") == ["U-2"], "\(order)")
            #expect(try held(told, on: "2019-12-31") == ["U-2"], "\(order)")
            #expect(try held(told, on: "2024-01-01") == ["U-3"], "\(order)")
        }
    }

    @Test("who manages an official is told by the latest post, in whatever order they come")
    func managing() throws {
        for order in [["2015-01-01", "2020-01-01"], ["2020-01-01", "2015-01-01"]] {
            var register = try world()
            for since in order {
                try register.perform(
                    TakePost(
                        subject: "P-1", unit: "U-1",
                        managingAuthority: since == "2020-01-01" ? "U-3" : "U-2"), on(since))
            }
            let file = register.file("P-1")
            #expect(file.managingAuthority(on: day("2019-12-31")) == "U-2")
            #expect(file.managingAuthority(on: day("2020-01-01")) == "U-3")
        }
    }

    /// What is marked in the first entry of an act.
    private func marks(_ recorded: [RecordedEvent]) -> [Irregularity] {
        guard case .texts(let marks)? = recorded.first?.event.tree["irregularities"] else {
            return []
        }
        return marks.compactMap(Irregularity.init)
    }

    @Test("two posts at once are held and marked, told in either order; one after the other is not")
    func overlapping() throws {
        for last in ["2020-06-30", "2020-07-01"] {
            for isBackwards in [false, true] {
                var register = try world()
                let first = TakePost(subject: "P-1", unit: "U-1", until: day(last))
                let second = TakePost(subject: "P-1", unit: "U-2")
                let found: [Irregularity]
                if isBackwards {
                    try register.perform(second, on("2020-07-01"))
                    found = marks(try register.perform(first, on("2018-01-01")))
                } else {
                    try register.perform(first, on("2018-01-01"))
                    found = marks(try register.perform(second, on("2020-07-01")))
                }
                #expect(found == (last == "2020-07-01" ? [.postsOverlap] : []))
                let posts = register.file("P-1").status(
                    on: day("2020-07-01"), under: register.law
                ).posts
                #expect(posts.count == (last == "2020-07-01" ? 2 : 1))
            }
        }
    }

    @Test("a post after death is marked, and so is a death before a post")
    func dead() throws {
        var register = try world()
        try register.perform(
            EmploymentEnded(subject: "P-1", reason: .died), on("2020-05-01"))
        for (since, expected) in [
            ("2020-04-30", []), ("2020-05-01", [Irregularity.afterDeath]),
        ] {
            let taken = try register.perform(
                TakePost(subject: "P-1", unit: "U-1", post: since), on(since))
            #expect(marks(taken) == expected)
        }
        let begun = try register.perform(EmploymentBegan(subject: "P-1"), on("2021-01-01"))
        #expect(marks(begun) == [.afterDeath])
        // The other way round.
        try register.perform(TakePost(subject: "P-2", unit: "U-1"), on("2020-05-02"))
        let died = try register.perform(
            EmploymentEnded(subject: "P-2", reason: .died), on("2020-05-01"))
        #expect(marks(died) == [.afterDeath])
    }

    @Test("leaving before a post is marked, unless service began anew")
    func left() throws {
        var register = try world()
        try register.perform(TakePost(subject: "P-1", unit: "U-1"), on("2020-05-02"))
        let gone = try register.perform(
            EmploymentEnded(subject: "P-1", reason: .resigned), on("2020-05-01"))
        #expect(marks(gone) == [.postAfterLeaving])
        try register.perform(EmploymentBegan(subject: "P-2"), on("2020-05-02"))
        try register.perform(TakePost(subject: "P-2", unit: "U-1"), on("2020-05-02"))
        let before = try register.perform(
            EmploymentEnded(subject: "P-2", reason: .resigned), on("2020-05-01"))
        #expect(!marks(before).contains(.postAfterLeaving))
    }

    @Test("a post before the unit began, or once it had ended in another, is marked")
    func unitsLife() throws {
        var register = try world()
        try register.perform(
            SubjectRegistered(subject: "U-9", kind: .unit, title: "虚构委"), on("2019-03-01"))
        try register.perform(
            OrganisationRestructured(predecessor: "U-9", successor: "U-1"), on("2022-01-01"))
        for (since, expected) in [
            ("2019-02-28", [Irregularity.beforeUnit]), ("2019-03-01", []), ("2021-12-31", []),
            ("2022-01-01", [.afterUnitEnded]),
        ] {
            let taken = try register.perform(
                TakePost(subject: "P-1", unit: "U-9", post: since), on(since))
            #expect(marks(taken) == expected, "\(since)")
        }
        // Registered as of the day on which it was entered: that says nothing of its age.
        try register.perform(
            SubjectRegistered(subject: "U-8", kind: .unit, title: "虚构办"), on("2026-01-01"))
        let older = try register.perform(
            TakePost(subject: "P-2", unit: "U-8"), on("2010-01-01"))
        #expect(marks(older) == [])
    }

    @Test("nobody serves in a person, and no unit is named in a case or hears a defence")
    func kinds() throws {
        var register = try world()
        let circumstances = on("2024-01-03").signed(
            by: "clerk.a", approvedBy: "chief.b")
        func refusal(_ act: some Act) -> Refusal? {
            do throws(Refusal) {
                _ = try Command(act, circumstances).decide(over: register)
                return nil
            } catch {
                return error
            }
        }
        let post = TakePost(subject: "P-1", unit: "P-2")
        #expect(refusal(post) == .notAUnit("P-2"))
        #expect(
            refusal(TakePost(subject: "P-1", unit: "U-1", managingAuthority: "P-2"))
                == .notAUnit("P-2"))
        #expect(refusal(EmploymentEnded(subject: "P-1", reason: .died, lastUnit: "P-2")) != nil)
        #expect(refusal(CaseOpened(case: "C-1", authority: "P-2")) == .notAUnit("P-2"))
        #expect(refusal(DecisionAdopted(decision: "D-1", decider: "P-2")) == .notAUnit("P-2"))
        try register.perform(CaseOpened(case: "C-1", authority: "U-1"), on("2024-01-02"))
        #expect(refusal(PersonNamed(case: "C-1", subject: "U-2")) == .notAPerson("U-2"))
        #expect(
            refusal(InvestigatorAssigned(case: "C-1", investigator: "U-2")) == .notAPerson("U-2"))
        // A unit that nobody has registered may be delivered later.
        #expect(refusal(TakePost(subject: "P-1", unit: "U-404")) == nil)
    }

    @Test("every field that names a subject says whether it wants a person or a unit")
    func everyField() {
        func check(_ fields: [Field], _ verb: Verb) {
            for field in fields {
                switch field.form {
                case .object(let inner), .objects(let inner): check(inner, verb)
                case .identifier where field.tagKind == SubjectID.tagKind:
                    #expect(
                        NamedSubject.Wanted.of(field, in: verb) != nil,
                        "\(verb.spoken) \(field.name)")
                default: continue
                }
            }
        }
        for verb in Duties.register.verbs { check(verb.fields, verb) }
    }

    @Test("a case knows the day of the incident, whichever of complaint and case names the other")
    func complaintAndCase() throws {
        for isNamedByCase in [true, false] {
            var register = try world()
            try register.perform(TakePost(subject: "P-1", unit: "U-1"), on("2010-01-01"))
            try register.perform(TakePost(subject: "P-1", unit: "U-2"), on("2020-01-01"))
            try register.perform(
                ComplaintReceived(
                    complaint: "T-1", case: isNamedByCase ? nil : "C-1",
                    incidentOn: day("2016-05-01"), filedBy: .public), on("2024-05-01"))
            try register.perform(
                CaseOpened(
                    case: "C-1", complaint: isNamedByCase ? "T-1" : nil, recordedFrom: "旧案卷"),
                on("2024-06-02"))
            let named = try register.perform(
                PersonNamed(case: "C-1", subject: "P-1"), on("2024-06-03"))
            #expect(named.first?.event[PersonNamed.self]?.role.unit == "U-1")
            let view = register.caseFile("C-1")?.view(
                on: day("2024-06-03"), under: register.law, decision: { _ in nil },
                complaint: { register.file($0.tag) }, file: { register.subject($0) })
            #expect(view?.complaints.map(\.fact.complaint) == ["T-1"])
        }
    }

    @Test("a complaint that comes later gives a role that was not known, and changes none that was")
    func laterComplaint() throws {
        var register = try world()
        try register.perform(TakePost(subject: "P-1", unit: "U-1"), on("2010-01-01"))
        try register.perform(CaseOpened(case: "C-1", recordedFrom: "旧案卷"), on("2024-06-02"))
        try register.perform(PersonNamed(case: "C-1", subject: "P-1"), on("2024-06-03"))
        func role() -> RoleSnapshot? {
            register.caseFile("C-1")?.view(
                on: day("2024-07-01"), under: register.law, decision: { _ in nil },
                complaint: { register.file($0.tag) }, file: { register.subject($0) }
            )?.persons.first?.role
        }
        #expect(role()?.basis == RoleBasis.none)
        try register.perform(
            ComplaintReceived(
                complaint: "T-1", case: "C-1", incidentOn: day("2016-05-01"), filedBy: .public),
            on("2024-06-05"))
        #expect(role()?.unit == "U-1")
    }

    @Test("a case names a complaint that was received; what is delivered comes in any order")
    func complaintIsThere() throws {
        let register = try world()
        #expect(throws: Refusal.unknownComplaint("T-9")) {
            try CaseOpened(case: "C-1", complaint: "T-9").decide(
                over: register, under: on("2024-06-02"))
        }
        var delivered = on("2024-06-02")
        delivered.isDelivered = true
        let drafts = try CaseOpened(case: "C-1", complaint: "T-9").decide(
            over: register, under: delivered)
        #expect(drafts.count == 1)
    }
}
