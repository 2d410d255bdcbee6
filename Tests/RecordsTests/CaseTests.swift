import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Reality is recorded, marked, never dropped")
struct CaseTests {
    private func marks(_ events: [RecordedEvent]) -> [Irregularity]? {
        guard let event = events.first?.event else { return nil }
        return event[ComplaintReceived.self]?.irregularities
            ?? event[PersonNamed.self]?.irregularities
            ?? event[InvestigatorAssigned.self]?.irregularities
            ?? event[CaseClosed.self]?.irregularities
            ?? event[FindingMade.self]?.irregularities
    }

    @Test("a case without a known person is legal")
    func nobody() throws {
        var register = try R.withDirector()
        try register.openCase()
        let closed = try register.perform(CaseClosed(case: R.file), on("2024-12-01"))
        #expect(marks(closed) == [])
    }

    @Test("an incident after its complaint is marked; one of the same day is not")
    func incidentAfterReceipt() throws {
        var register = Register()
        let late = ComplaintReceived(
            complaint: "T-1", incidentOn: day("2024-05-11"), filedBy: .unknown)
        #expect(marks(try register.perform(late, on("2024-05-10"))) == [.incidentAfterReceipt])
        let same = ComplaintReceived(
            complaint: "T-2", incidentOn: day("2024-05-10"), filedBy: .unknown)
        #expect(marks(try register.perform(same, on("2024-05-10"))) == [])
    }

    @Test("a complaint without a case number is filed under its own number")
    func ownNumber() throws {
        var register = Register()
        let received = try register.perform(ComplaintReceived(complaint: "T-1", filedBy: .unknown))
        #expect(
            received.first?.event.tags == [
                CaseID(wellFormed: "T-1").tag, ComplaintID(wellFormed: "T-1").tag,
            ])
        #expect(register.caseFile("T-1")?.isOpened == false)
        #expect(throws: Refusal.complaintAlreadyReceived("T-1")) {
            try register.perform(
                ComplaintReceived(complaint: "T-1", category: "别的", filedBy: .unknown))
        }
    }

    @Test("closed before received is marked; closed on the day of receipt is not")
    func closedBeforeReceived() throws {
        var register = try R.withDirector()
        try register.openCase()
        #expect(
            marks(try register.perform(CaseClosed(case: R.file), on("2024-05-09")))
                == [.closedBeforeReceived])
        #expect(
            marks(try register.perform(CaseClosed(case: R.file), on("2024-05-10")))
                == [])
    }

    @Test("closing over a person on whom nothing was found is marked")
    func findingMissing() throws {
        var register = try R.withCase()
        #expect(
            marks(try register.perform(CaseClosed(case: R.file), on("2024-12-01")))
                == [.findingMissing])
        let unknown = FindingMade(case: R.file, subject: R.director, finding: .unknown)
        #expect(marks(try register.perform(unknown)) == [.findingMissing])
    }

    @Test("an investigator accused in the same case is marked, whichever came first")
    func investigatorIsAccused() throws {
        var register = try R.withCase()
        let assign = InvestigatorAssigned(case: R.file, investigator: R.director)
        #expect(marks(try register.perform(assign)) == [.investigatorIsAccused])

        var other = try R.withDirector()
        try other.openCase()
        #expect(marks(try other.perform(assign)) == [])
        let named = try other.perform(
            PersonNamed(case: R.file, subject: R.director, category: "失信"), on("2024-06-01"))
        #expect(marks(named) == [.investigatorIsAccused])
    }

    @Test("without a post on the day, the role is the unit written down at intake, else none")
    func roles() throws {
        var register = try R.withDirector()
        try register.openCase("C-2", incident: "2015-01-01")
        func role(_ unit: UnitID?) throws -> RoleSnapshot? {
            let named = try register.perform(
                PersonNamed(case: "C-2", subject: R.director, recordedUnit: unit), on("2024-06-01"))
            guard let fact = named.first?.event[PersonNamed.self] else { return nil }
            #expect(fact.irregularities == [.categoryMissing])
            return fact.role
        }
        #expect(
            try role(R.forestBureau)
                == RoleSnapshot(
                    unit: R.forestBureau, unitTitle: "云上旗林草局（虚构）", basis: .recordedAtIntake))
        #expect(try role(nil) == RoleSnapshot(basis: .none))
    }

    @Test("nobody is named in a case that was not opened, nor a person who is not registered")
    func unknown() throws {
        var register = try R.withDirector()
        #expect(throws: Refusal.unknownCase("C-9")) {
            try register.perform(PersonNamed(case: "C-9", subject: R.director))
        }
        try register.openCase()
        #expect(throws: Refusal.unknownSubject("P-9")) {
            try register.perform(PersonNamed(case: R.file, subject: "P-9"))
        }
        #expect(throws: Refusal.notAPerson(R.waterBureau)) {
            try register.perform(PersonNamed(case: R.file, subject: R.waterBureau))
        }
    }
}
