import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Posts and service — 追责制度 Art. 2, 3")
struct EmploymentTests {
    @Test("a person who left a unit is attributed to the unit of the day")
    func postOnDay() throws {
        var register = try R.withDirector()
        try register.perform(
            TakePost(subject: R.director, unit: R.forestBureau, post: "局长"), on("2022-07-01"))
        let file = register.file(R.director)
        #expect(file.post(on: day("2017-12-31")) == nil)
        #expect(file.post(on: day("2018-01-01"))?.post.unit == R.waterBureau)
        #expect(file.post(on: day("2022-06-30"))?.post.unit == R.waterBureau)
        #expect(file.post(on: day("2022-07-01"))?.post.unit == R.forestBureau)
        #expect(file.status(on: day("2022-07-01"), under: register.law).posts.count == 1)
    }

    @Test("a post with a last day covers that day and not the next")
    func until() throws {
        var register = try R.withDirector()
        try register.perform(
            SubjectRegistered(subject: "P-0004", kind: .person, name: .clear("虚构乙")))
        try register.perform(
            TakePost(subject: "P-0004", unit: R.waterBureau, until: day("2020-06-30")),
            on("2019-01-01"))
        let file = register.file("P-0004")
        #expect(file.post(on: day("2020-06-30")) != nil)
        #expect(file.post(on: day("2020-07-01")) == nil)
        #expect(file.status(on: day("2020-07-01"), under: register.law).employment == .inService)
    }

    @Test("the transfer names the post held before, also when rows come out of order")
    func previous() throws {
        var register = try R.withDirector()
        try register.perform(TakePost(subject: R.director, unit: "U-FINANCE"), on("2024-01-01"))
        let between = try register.perform(
            TakePost(subject: R.director, unit: R.forestBureau), on("2021-01-01"))
        guard let fact = between.first?.event[PositionTransferred.self] else {
            Issue.record("the transfer was not seen as one")
            return
        }
        #expect(fact.previous?.unit == R.waterBureau)
        #expect(fact.previous?.post == "局长")
    }

    @Test("a post in an unregistered unit, or of unknown beginning, is recorded and marked")
    func marks() throws {
        var register = try R.withDirector()
        let taken = try register.perform(TakePost(subject: R.director, unit: "U-GONE"))
        let event = try #require(taken.first?.event)
        let marks =
            event[PositionAssumed.self]?.irregularities
            ?? event[PositionTransferred.self]?.irregularities
        #expect(marks == [.beginUnknown, .unitNotRegistered])
        #expect(register.trail(R.director).undated.count == 2)
        #expect(register.file(R.director).post(on: day("2024-01-01"))?.post.unit == R.waterBureau)
    }

    @Test("who is suspended is suspended until back on duty")
    func suspension() throws {
        var register = try R.withDirector()
        #expect(throws: Refusal.notSuspended(R.director)) {
            try register.perform(PositionReinstated(subject: R.director), on("2024-03-01"))
        }
        try register.perform(PositionSuspended(subject: R.director), on("2024-03-01"))
        try register.perform(PositionReinstated(subject: R.director), on("2024-04-01"))
        let file = register.file(R.director)
        #expect(file.status(on: day("2024-02-29"), under: register.law).employment == .inPost)
        #expect(file.status(on: day("2024-03-01"), under: register.law).employment == .suspended)
        #expect(file.status(on: day("2024-03-31"), under: register.law).employment == .suspended)
        #expect(file.status(on: day("2024-04-01"), under: register.law).employment == .inPost)
    }

    @Test(
        "who comes back into service is not suspended any more, told in either order",
        arguments: [true, false])
    func backInService(isToldInOrder: Bool) throws {
        var register = try R.withDirector()
        let suspended = PositionSuspended(subject: R.director)
        let begun = EmploymentBegan(subject: R.director, rank: "科员")
        if isToldInOrder { try register.perform(suspended, on("2024-03-01")) }
        try register.perform(begun, on("2024-09-01"))
        if !isToldInOrder { try register.perform(suspended, on("2024-03-01")) }
        func employment(_ text: String) -> EmploymentState {
            register.file(R.director).status(on: day(text), under: register.law).employment
        }
        #expect(employment("2024-02-29") == .inPost && employment("2024-03-01") == .suspended)
        #expect(employment("2024-08-31") == .suspended && employment("2024-09-01") == .inPost)
    }

    @Test(
        "who began and left on one day has left, told in either order; who began after it has not",
        arguments: [true, false])
    func oneDay(isToldInOrder: Bool) throws {
        var register = try R.withDirector()
        try register.perform(SubjectRegistered(subject: "P-0005", kind: .person))
        let begun = EmploymentBegan(subject: "P-0005")
        let ended = EmploymentEnded(subject: "P-0005", reason: .resigned)
        if isToldInOrder { try register.perform(begun, on("2015-03-01")) }
        try register.perform(ended, on("2015-03-01"))
        if !isToldInOrder { try register.perform(begun, on("2015-03-01")) }
        #expect(register.file("P-0005").departure(on: day("2015-02-28")) == nil)
        #expect(register.file("P-0005").departure(on: day("2015-03-01"))?.reason == .resigned)
        try register.perform(begun, on("2015-03-02"))
        #expect(register.file("P-0005").departure(on: day("2015-03-01"))?.reason == .resigned)
        #expect(register.file("P-0005").departure(on: day("2015-03-02")) == nil)
    }

    @Test("who left can be neither suspended nor reinstated")
    func suspensionAfterLeaving() throws {
        var register = try R.withDirector()
        try register.retire(on: "2024-06-30")
        #expect(throws: Refusal.self) {
            try register.perform(PositionSuspended(subject: R.director), on("2024-07-01"))
        }
        #expect(throws: Refusal.self) {
            try register.perform(PositionReinstated(subject: R.director), on("2024-07-01"))
        }
    }

    @Test("a unit holds no post, and nobody unregistered does")
    func personsOnly() throws {
        var register = try R.withDirector()
        #expect(throws: Refusal.notAPerson(R.waterBureau)) {
            try register.perform(TakePost(subject: R.waterBureau, unit: R.forestBureau))
        }
        #expect(throws: Refusal.unknownSubject("P-9999")) {
            try register.perform(TakePost(subject: "P-9999", unit: R.forestBureau))
        }
    }

    @Test("a unit is registered after its predecessor, and once")
    func registration() throws {
        var register = try R.withDirector()
        #expect(throws: Refusal.predecessorUnknown("U-GONE")) {
            try register.perform(
                SubjectRegistered(subject: "U-NEW", kind: .unit, predecessor: "U-GONE"))
        }
        try register.perform(
            SubjectRegistered(subject: "U-NEW", kind: .unit, predecessor: R.waterBureau))
        #expect(throws: Refusal.alreadyRegistered("U-NEW")) {
            try register.perform(SubjectRegistered(subject: "U-NEW", kind: .unit))
        }
        #expect(throws: Refusal.alreadyRegistered(R.director)) {
            try register.perform(
                SubjectRegistered(subject: R.director, kind: .person, name: .clear("虚构丙")))
        }
    }

    @Test("registered again the same it is there already, and otherwise in one thing it is refused")
    func registeredOtherwise() throws {
        var register = try R.withDirector()
        func registered(
            kind: SubjectKind = .person, title: String? = nil, name: String = "虚构己",
            rank: String? = "科员"
        ) -> SubjectRegistered {
            SubjectRegistered(
                subject: "P-0006", kind: kind, name: .clear(name), title: title, rank: rank)
        }
        #expect(try register.perform(registered()).count == 1)
        #expect(try register.perform(registered()).isEmpty)
        for other in [
            registered(kind: .organisation), registered(title: "另称"), registered(name: "虚构庚"),
            registered(rank: "副科长"), registered(rank: nil),
        ] {
            #expect(throws: Refusal.alreadyRegistered("P-0006")) { try register.perform(other) }
        }
    }

    @Test(
        "nobody is registered a second time in letters of another case",
        arguments: ["p-7a": "P-7A", "P-7a": "P-7A", "p-7A": "P-7A", "jwjwbg-1": "JWJWBG-1"])
    func spelling(other: String, registered: String) throws {
        var register = try R.withDirector()
        let (other, twin) = (SubjectID(wellFormed: other), SubjectID(wellFormed: registered))
        try register.perform(
            SubjectRegistered(subject: twin, kind: .person, name: .clear("虚构丁")))
        #expect(throws: Refusal.subject(.spelledOtherwise(other, as: twin))) {
            try register.perform(
                SubjectRegistered(subject: other, kind: .person, name: .clear("虚构戊")))
        }
    }
}
