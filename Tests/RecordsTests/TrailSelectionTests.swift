import Law
import Testing
import Vocabulary

@testable import Records

@Suite("What belongs on one subject's trail")
struct TrailSelectionTests {
    /// The selection out of a register, as a ledger makes it.
    private func selected(
        _ register: Register, of subject: SubjectID = R.director, knownAt: Instant? = nil
    ) -> [RecordedEvent] {
        LifelongTrail.select(
            of: subject, own: register.events(about: subject.tag), knownAt: knownAt
        ) { register.events(about: $0) }
    }

    @Test("its own entries and the course of its cases, each once and in order")
    func course() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-08-20")
        try register.perform(CaseClosed(case: R.file), on("2024-09-01"))
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
            SubjectRegistered(subject: "P-0009", kind: .person, name: .clear("虚构乙")))
        try register.perform(PersonNamed(case: R.file, subject: "P-0009"), on("2024-05-21"))
        try register.perform(
            FindingMade(case: R.file, subject: "P-0009", finding: .sustained), on("2024-08-20"))
        #expect(!selected(register).contains { $0.tags.contains(SubjectID("P-0009").tag) })
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
        let before = selected(register, knownAt: R.spring)
        register.now = R.summer
        try register.perform(PersonNamed(case: R.file, subject: R.director), on("2024-05-20"))
        let after = selected(register, knownAt: R.spring).filter { $0.at <= R.spring }
        #expect(after == before)
        #expect(selected(register).contains { $0.event.type == CaseOpened.type })
    }

    @Test("a naming that was withdrawn still shows its case")
    func withdrawn() throws {
        var register = try R.withCase()
        let named = try #require(register.events.first { $0.event.type == PersonNamed.type })
        register.now = R.summer
        try register.perform(
            WithdrawRecord(position: named.position, reason: .clear("同名误录"), subject: R.director),
            on("2026-06-01"))
        let types = selected(register).map(\.event.type)
        #expect(types.contains(CaseOpened.type))
        #expect(types.contains(RecordWithdrawn.type.inVersion(3)))
    }

    @Test("an investigator who was withdrawn is struck through on the trail of the accused")
    func withdrawnInvestigator() throws {
        var register = try R.withCase()
        try register.perform(
            SubjectRegistered(subject: "P-0009", kind: .person, name: .clear("虚构乙")))
        let assigned = try register.perform(
            InvestigatorAssigned(case: R.file, investigator: "P-0009"), on("2024-05-22"))
        let position = try #require(assigned.first?.position)
        try register.perform(
            WithdrawRecord(
                position: position, reason: .clear("误录"), subject: "P-0009", case: R.file),
            on("2024-05-23"))
        let trail = LifelongTrail.build(events: selected(register))
        let item = try #require(trail.items.first { $0.recorded.position == position })
        guard case .withdrawn = item.standing else {
            Issue.record("the assignment still stands")
            return
        }
    }

    @Test("a finding is shown with the role of the naming that stands, as in the status")
    func standingRole() throws {
        var register = try R.withCase()
        register.record([
            Draft(
                event: Event(
                    PersonNamed(
                        case: R.file, subject: R.director,
                        role: RoleSnapshot(unit: R.forestBureau, basis: .recordedAtIntake))),
                on: day("2024-05-21"), basis: ["XZZ-2020-26#4"])
        ])
        let wrong = try #require(register.events.last)
        try register.perform(
            WithdrawRecord(position: wrong.position, reason: .clear("误录"), subject: R.director),
            on("2024-05-22"))
        try register.sustain(on: "2024-08-20")
        let trail = LifelongTrail.build(events: selected(register))
        let found = try #require(trail.items.first { $0.kind == .found })
        let status = register.file(R.director).status(on: day("2024-08-20"), under: register.law)
        #expect(found.role?.unit == R.waterBureau)
        #expect(status.findings.first?.role == found.role)
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
