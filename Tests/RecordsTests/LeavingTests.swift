import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Whoever left stays accountable — 追责制度 Art. 3, 政务处分法 Art. 27")
struct LeavingTests {
    @Test("retirement removes nothing from the trail and changes no role snapshot")
    func retirement() throws {
        var register = try R.withCase()
        let before = register.trail(R.director)
        try register.retire(on: "2024-06-30")
        let after = register.trail(R.director)
        #expect(after.items.filter { before.items.contains($0) } == before.items)
        #expect(after.items.count == before.items.count + 1)
        let roles = after.items.compactMap(\.role)
        #expect(!roles.isEmpty)
        for role in roles { #expect(role.unit == R.waterBureau && role.post == "局长") }
    }

    @Test("a transfer removes nothing from the trail and changes no role snapshot")
    func transfer() throws {
        var register = try R.withCase()
        let before = register.trail(R.director)
        let transfer = try register.perform(
            TakePost(subject: R.director, unit: R.forestBureau, post: "局长"), on("2024-07-01"))
        #expect(transfer.first?.event.type == PositionTransferred.type)
        let after = register.trail(R.director)
        #expect(after.items.filter { before.items.contains($0) } == before.items)
        #expect(after.items.compactMap(\.role).allSatisfy { $0.unit == R.waterBureau })
    }

    @Test("a person named after retiring carries the role held on the day of the incident")
    func namedAfterLeaving() throws {
        var register = try R.withDirector()
        try register.retire(on: "2023-02-28")
        try register.openCase()
        let named = try register.perform(
            PersonNamed(case: R.file, subject: R.director, category: "越权决策"), on("2024-05-20"))
        guard let fact = named.first?.event[PersonNamed.self] else {
            Issue.record("nobody was named")
            return
        }
        #expect(fact.role.basis == .postHeldOnIncident)
        #expect(fact.role.unit == R.waterBureau)
        #expect(fact.role.unitTitle == "云上旗水利局（虚构）")
        #expect(fact.irregularities == [.namedAfterLeaving])
    }

    @Test("a person who left is not given a demerit, but the case goes on")
    func noDemerit() throws {
        var register = try R.withCase()
        try register.retire(on: "2024-06-30")
        #expect(
            throws: Refusal.subjectNotInService(
                R.director, since: day("2024-06-30"), reason: .retired)
        ) { try register.impose(.demerit, on: "2024-07-01") }
        try register.sustain(on: "2024-08-20")
        let closing = try register.perform(CaseClosed(case: R.file), on("2024-08-21"))
        #expect(closing.count == 1)
        #expect(
            register.file(R.director).status(on: day("2024-08-20"), under: register.law).findings
                .count == 1)
    }

    @Test(
        "none of the six sanctions, nor 停职, 引咎辞职, 责令辞职, 免职, reaches a person who left",
        arguments: Measure.allCases)
    func neededService(measure: Measure) throws {
        var register = try R.withCase()
        try register.retire(on: "2024-06-30")
        try register.sustain(on: "2024-08-20")
        if measure.needsService {
            #expect(throws: Refusal.self) { try register.impose(measure, on: "2024-09-01") }
        } else {
            let imposed = try register.impose(measure, on: "2024-09-01")
            guard let fact = imposed.first?.event[SanctionImposed.self] else {
                Issue.record("what was delivered was not recorded")
                return
            }
            // The Party's discipline reaches its members wherever they are.
            let isMarked = measure.family != .party
            #expect(fact.irregularities == (isMarked ? [.sanctionAfterLeaving] : []))
        }
    }

    @Test("on the day of leaving the person has left, for a sanction as for a suspension")
    func lastDay() throws {
        var register = try R.withCase()
        try register.sustain(on: "2024-06-01")
        try register.retire(on: "2024-06-30")
        #expect(try register.impose(.demerit, on: "2024-06-29").count == 1)
        let refused = Refusal.subjectNotInService(
            R.director, since: day("2024-06-30"), reason: .retired)
        #expect(throws: refused) { try register.impose(.warning, on: "2024-06-30", as: "S-2") }
        #expect(throws: refused) {
            try register.perform(PositionSuspended(subject: R.director), on("2024-06-30"))
        }
        // What other law delivers for that day is recorded, and not marked.
        let delivered = try register.impose(.reprimand, on: "2024-06-30", as: "S-3")
        guard let fact = delivered.first?.event[SanctionImposed.self] else {
            Issue.record("what was delivered was not recorded")
            return
        }
        #expect(fact.irregularities.isEmpty)
    }

    @Test("the dead are not sanctioned either")
    func death() throws {
        var register = try R.withCase()
        try register.perform(EmploymentEnded(subject: R.director, reason: .died), on("2024-06-30"))
        #expect(
            throws: Refusal.subjectNotInService(R.director, since: day("2024-06-30"), reason: .died)
        ) { try register.impose(.warning, on: "2024-07-01") }
        #expect(
            register.file(R.director).status(on: day("2024-07-01"), under: register.law).employment
                == .deceased(on: day("2024-06-30")))
    }

    @Test("who comes back into service can be sanctioned again")
    func comingBack() throws {
        var register = try R.withCase()
        try register.retire(on: "2024-06-30")
        try register.perform(EmploymentBegan(subject: R.director), on("2024-09-01"))
        #expect(try register.impose(.warning, on: "2024-09-02").count == 1)
        #expect(register.file(R.director).departure(on: day("2024-08-31")) != nil)
        #expect(register.file(R.director).departure(on: day("2024-09-01")) == nil)
    }

    @Test("leaving closes the post that is still open, and the day of leaving still counts for it")
    func openPost() throws {
        var register = try R.withDirector()
        try register.retire(on: "2024-06-30")
        let file = register.file(R.director)
        #expect(file.post(on: day("2024-06-30"))?.post.unit == R.waterBureau)
        #expect(file.post(on: day("2024-07-01")) == nil)
        #expect(file.status(on: day("2024-06-29"), under: register.law).employment == .inPost)
        #expect(
            file.status(on: day("2024-06-30"), under: register.law).employment
                == .left(reason: .retired, on: day("2024-06-30")))
        #expect(file.status(on: day("2024-06-30"), under: register.law).posts.isEmpty)
    }

    @Test("leaving twice is refused, dying in retirement is not")
    func leavingTwice() throws {
        var register = try R.withDirector()
        try register.retire(on: "2024-06-30")
        #expect(
            throws: Refusal.alreadyLeft(R.director, since: day("2024-06-30"), reason: .retired)
        ) {
            try register.perform(
                EmploymentEnded(subject: R.director, reason: .resigned), on("2025-01-01"))
        }
        try register.perform(EmploymentEnded(subject: R.director, reason: .died), on("2026-01-01"))
        let file = register.file(R.director)
        #expect(
            file.status(on: day("2025-12-31"), under: register.law).employment
                == .left(reason: .retired, on: day("2024-06-30")))
        #expect(
            file.status(on: day("2026-01-01"), under: register.law).employment
                == .deceased(on: day("2026-01-01")))
    }

    @Test("an end delivered before the beginning is recorded, marked, and proves nothing")
    func endedBeforeBegan() throws {
        var register = try R.withDirector()
        let ended = try register.perform(
            EmploymentEnded(subject: R.director, reason: .resigned), on("2009-01-01"))
        guard let fact = ended.first?.event[EmploymentEnded.self] else {
            Issue.record("the end was dropped")
            return
        }
        #expect(fact.irregularities == [.endedBeforeBegan])
        let file = register.file(R.director)
        #expect(file.status(on: day("2020-01-01"), under: register.law).employment == .unknown)
        #expect(file.departure(on: day("2020-01-01")) == nil)
    }

    @Test(
        "a post beginning after leaving is recorded and marked, and the person has left all the same"
    )
    func postAfterLeaving() throws {
        var register = try R.withDirector()
        try register.retire(on: "2024-06-30")
        let taken = try register.perform(
            TakePost(subject: R.director, unit: R.forestBureau), on("2024-08-01"))
        guard let fact = taken.first?.event[PositionTransferred.self] else {
            Issue.record("the post was dropped")
            return
        }
        #expect(fact.irregularities == [.postAfterLeaving])
        let status = register.file(R.director).status(on: day("2024-09-01"), under: register.law)
        #expect(status.employment == .left(reason: .retired, on: day("2024-06-30")))
        #expect(status.posts.map(\.post.unit) == [R.forestBureau])
    }
}
