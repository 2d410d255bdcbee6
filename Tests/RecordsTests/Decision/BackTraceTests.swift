import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Back-trace of responsibility for life — 追责制度 Art. 3")
struct BackTraceTests {
    private let id = "D-2021-001"

    /// Three years on: the director moved to another banner, the mayor retired, harm was confirmed.
    private func threeYearsOn() throws -> Register {
        var register = try WaterProject.told()
        register.now = instant("2022-07-01T01:00:00.000Z")
        try register.perform(
            TakePost(subject: WaterProject.director, unit: "U-OTHER", post: "局长"), on("2022-07-01"))
        register.now = instant("2023-02-28T01:00:00.000Z")
        try register.perform(
            EmploymentEnded(subject: WaterProject.mayor, reason: .retired), on("2023-02-28"))
        register.now = instant("2024-05-10T01:00:00.000Z")
        try register.act(
            "decision.confirm-harm", id,
            [
                "loss": "major", "influence": "none", "attribution": "decisionError",
                "amount": 86_000_000, "instrument": "云上旗审报〔2024〕7号（虚构）",
            ], on: "2024-05-10", approvedBy: "clerk.b")
        return register
    }

    private func trace(_ register: Register, _ date: String, knownAt: Instant? = nil) throws
        -> BackTrace
    {
        try #require(register.decision(WaterProject.decision))
            .backTrace(on: day(date), knownAt: knownAt, under: register.law) {
                register.subject($0)
            }
    }

    @Test("everyone is found on their basis, with the role then and the whereabouts now")
    func found() throws {
        let trace = try trace(try threeYearsOn(), "2024-05-10")
        #expect(trace.persons.map(\.subject) == ["P-0001", "P-0002", "P-0003"])
        #expect(trace.persons.map(\.basis) == [.head, .leader, .lead])
        #expect(trace.persons.map(\.role.post) == ["旗长", "副旗长", "局长"])
        #expect(trace.persons[2].role.unit == "U-SLJ")
        #expect(
            trace.persons[0].whereabouts == .left(.retired, on: day("2023-02-28")))
        guard case .samePost(let post) = trace.persons[1].whereabouts else {
            Issue.record("the deputy kept the post")
            return
        }
        #expect(post.post == "副旗长")
        guard case .transferred(let now, let since) = trace.persons[2].whereabouts else {
            Issue.record("the director was transferred")
            return
        }
        #expect(now.unit == "U-OTHER" && since == day("2022-07-01"))
    }

    // D2 19, in the trace.
    @Test("recorded dissent surfaces, with the entry that shows it")
    func dissent() throws {
        let register = try threeYearsOn()
        let meeting = try #require(register.events.first { $0.event.type == MeetingHeld.type })
        let persons = try trace(register, "2024-05-10").persons
        #expect(persons.map(\.dissent) == [nil, meeting.position, nil])
    }

    @Test("lifelong pursuit begins with the harm and not with the grounds")
    func trigger() throws {
        let register = try threeYearsOn()
        let file = try #require(register.decision(WaterProject.decision))
        #expect(file.lifelongTrigger(on: day("2024-05-09"), under: register.law) == nil)
        let trigger = try #require(file.lifelongTrigger(on: day("2024-05-10"), under: register.law))
        #expect(trigger.element == .decisionError && trigger.since == day("2024-05-10"))
        #expect(
            file.lifelongTrigger(
                on: day("2024-05-10"), knownAt: instant("2024-05-10T00:59:59.999Z"),
                under: register.law) == nil)
    }

    @Test(
        "only great harm out of an error or a delay triggers it",
        arguments: [
            ("general", "general", "decisionError", false),
            ("none", "severe", "decisionError", true),
            ("major", "severe", "execution", false), ("major", "none", "undueDelay", false),
        ])
    func elements(loss: String, influence: String, attribution: String, triggers: Bool) throws {
        var register = try WaterProject.told()
        try register.act(
            "decision.confirm-harm", id,
            [
                "loss": .string(loss), "influence": .string(influence),
                "attribution": .string(attribution), "instrument": "审报（虚构）",
            ], on: "2024-05-10", approvedBy: "clerk.b")
        let file = try #require(register.decision(WaterProject.decision))
        #expect(
            (file.lifelongTrigger(on: day("2024-06-01"), under: register.law) != nil) == triggers)
    }

    @Test("a decision dragged out, with great harm, is pursued for life: 713 Art. 38")
    func delay() throws {
        var register = try WaterProject.register()
        try WaterProject.open(&register)
        try register.act(
            "decision.identify-delay", id, ["shouldDecideOn": "2021-06-30"], on: "2022-03-01")
        try register.act(
            "decision.confirm-harm", id,
            [
                "loss": "major", "influence": "none", "attribution": "undueDelay",
                "instrument": "审报（虚构）",
            ], on: "2022-02-01", approvedBy: "clerk.b")
        let file = try #require(register.decision(WaterProject.decision))
        #expect(file.lifelongTrigger(on: day("2022-02-28"), under: register.law) == nil)
        let trigger = try #require(file.lifelongTrigger(on: day("2022-03-01"), under: register.law))
        #expect(trigger.element == .undueDelay && trigger.evidence.count == 2)
        // Nobody met; the head and the officer in charge answer all the same.
        let trace = try trace(register, "2022-03-01")
        #expect(trace.persons.map(\.subject) == ["P-0001", "P-0003"])
        #expect(trace.persons.map(\.role.post) == ["旗长", "局长"])
    }

    @Test("a unit that was merged since is told with what it became")
    func merged() throws {
        var register = try threeYearsOn()
        try register.act(
            "subject.restructure", "U-SLJ", ["successor": "U-ZF"], on: "2024-01-01",
            approvedBy: "clerk.b")
        let director = try trace(register, "2024-05-10").persons[2]
        #expect(director.role.unit == "U-SLJ" && director.successor == "U-ZF")
        #expect(try trace(register, "2023-12-31").persons[2].successor == nil)
    }

    // D2 13.
    @Test("transfer, retirement, death and merger change no role and remove nobody")
    func snapshot() throws {
        var register = try threeYearsOn()
        let before = try trace(register, "2024-05-10")
        try register.perform(
            EmploymentEnded(subject: WaterProject.mayor, reason: .died), on("2024-06-01"))
        try register.act(
            "subject.restructure", "U-SLJ", ["successor": "U-ZF"], on: "2024-06-01",
            approvedBy: "clerk.b")
        let after = try trace(register, "2024-06-02")
        #expect(after.persons.map(\.role) == before.persons.map(\.role))
        #expect(after.persons.map(\.subject) == before.persons.map(\.subject))
        #expect(after.persons[0].whereabouts == .deceased(on: day("2024-06-01")))
    }

    // D2 25.
    @Test("what was answered as of a day, known on that day, is answered so for ever")
    func stable() throws {
        var register = try threeYearsOn()
        let moment = instant("2023-03-01T01:00:00.000Z")
        let before = try trace(register, "2023-03-01", knownAt: moment)
        let dossier = register.decision(WaterProject.decision)?
            .dossier(on: day("2023-03-01"), knownAt: moment, under: register.law)
        register.now = instant("2026-01-01T01:00:00.000Z")
        try register.act(
            "decision.review-legality", id, ["conclusion": "lawful"], on: "2021-04-19")
        try register.perform(
            EmploymentEnded(subject: WaterProject.deputy, reason: .resigned), on("2022-01-01"))
        #expect(try trace(register, "2023-03-01", knownAt: moment) == before)
        #expect(
            register.decision(WaterProject.decision)?
                .dossier(on: day("2023-03-01"), knownAt: moment, under: register.law) == dossier)
    }
}
