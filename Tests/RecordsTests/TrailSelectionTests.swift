import Records
import Testing

@Suite("What belongs on one subject's trail")
struct TrailSelectionTests {
    typealias R = Register
    private let summer = instant("2026-06-01T00:00:00.000Z")
    private let spring = instant("2026-03-01T00:00:00.000Z")

    /// The selection out of a register, as a ledger makes it.
    private func selected(
        _ register: Register, of subject: SubjectID = R.director, knownAt: Instant? = nil
    ) -> [RecordedEvent] {
        LifelongTrail.select(
            of: subject, own: register.events(about: subject.tag), knownAt: knownAt
        ) { register.events(about: $0.tag) }
    }

    @Test("its own entries and the course of its cases, each once and in order")
    func course() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        try register.perform(CloseCase(case: R.file, circumstances: on("2024-09-01")))
        let types = selected(register).map(\.event.type)
        #expect(
            types == [
                SubjectRegistered.type, EmploymentBegan.type, PositionAssumed.type,
                ComplaintReceived.type, CaseOpened.type, PersonNamed.type, FindingMade.type,
                CaseClosed.type,
            ])
        let positions = selected(register).map(\.position)
        #expect(positions == positions.sorted() && Set(positions).count == positions.count)
    }

    @Test("what a case says of somebody else stays on theirs")
    func others() throws {
        var register = try R.withCase()
        try register.perform(
            RegisterSubject(subject: "P-0009", kind: .person, name: .clear("虚构乙")))
        try register.perform(
            NamePerson(case: R.file, subject: "P-0009", circumstances: on("2024-05-21")))
        try register.perform(
            MakeFinding(
                case: R.file, subject: "P-0009", finding: .sustained,
                circumstances: on("2024-08-20")))
        #expect(!selected(register).contains { $0.event.tags.contains(SubjectID("P-0009").tag) })
        #expect(selected(register, of: "P-0009").contains { $0.event.type == CaseOpened.type })
    }

    @Test("a case that names nobody belongs on nobody's trail")
    func unnamed() throws {
        var register = try R.withDirector()
        try register.openCase()
        #expect(!selected(register).contains { $0.event.type == CaseOpened.type })
    }

    @Test("before the register knew of the naming, the case was not on the trail: nor is it later")
    func knownAt() throws {  // I25
        var register = try R.withDirector()
        try register.openCase()
        let before = selected(register, knownAt: spring)
        register.now = summer
        try register.perform(
            NamePerson(case: R.file, subject: R.director, circumstances: on("2024-05-20")))
        let after = selected(register, knownAt: spring).filter { $0.at <= spring }
        #expect(after == before)
        #expect(selected(register).contains { $0.event.type == CaseOpened.type })
    }

    @Test("a naming that was withdrawn still shows its case")
    func withdrawn() throws {
        var register = try R.withCase()
        let named = try #require(register.events.first { $0.event.type == PersonNamed.type })
        register.now = summer
        try register.perform(
            WithdrawRecord(
                position: named.position, reason: .clear("同名误录"), subject: R.director,
                circumstances: on("2026-06-01")))
        let types = selected(register).map(\.event.type)
        #expect(types.contains(CaseOpened.type) && types.contains(RecordWithdrawn.type))
    }

    @Test("a fault in reading a case comes out")
    func fault() throws {
        struct Unreadable: Error {}
        let register = try R.withCase()
        #expect(throws: Unreadable.self) {
            try LifelongTrail.select(
                of: R.director, own: register.events(about: R.director.tag)
            ) { _ throws(Unreadable) in throw Unreadable() }
        }
    }
}
