import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("An official of a Party organ is flagged as outside Art. 2, and not dropped")
struct PartyOfficialTests {
    private let secretary: SubjectID = "P-0009"
    private let id = "D-2016-001"

    @Test(
        "by the post held then: all its offices are the Party's, or its unit is",
        arguments: [
            ("县委书记", nil, true), ("县委副书记", nil, true), ("党组书记", nil, true),
            ("县委常委", nil, true), ("党委办公室主任", nil, true), ("党组成员", nil, true),
            ("办公室主任", "中共云上旗委员会（虚构）", true), (nil, "中共云上旗委员会（虚构）", true),
            // Whoever holds a post in the administration as well decides there.
            ("党组书记、局长", nil, false), ("县委常委、副县长", nil, false),
            ("党委副书记，旗长", "中共云上旗委员会（虚构）", false),
            ("旗长", "云上旗人民政府（虚构）", false), ("书记员", "云上旗人民法院（虚构）", false),
            (nil, nil, false),
        ] as [(String?, String?, Bool)])
    func offices(_ post: String?, _ unit: String?, _ isOfParty: Bool) throws {
        let law = try LawDocuments.law()
        let role = RoleSnapshot(unitTitle: unit, post: post, basis: .postHeldOnIncident)
        for day in ["2016-05-01", "2019-10-01", "2021-01-01", "2026-01-01"] {
            let rules = law.scope(on: RecordsTests.day(day))
            #expect(role.isOfParty(under: rules) == isOfParty, "\(day)")
        }
        // Nobody can say by rules that are not there.
        #expect(!role.isOfParty(under: nil))
    }

    /// A county secretary who decides in 2016, and became head of the administration since.
    private func tower() throws -> Register {
        var register = try WaterProject.register()
        try register.perform(SubjectRegistered(subject: secretary, kind: .person))
        try register.perform(EmploymentBegan(subject: secretary), on("2010-01-01"))
        for (post, day) in [("县委书记", "2014-01-01"), ("县长", "2017-01-01")] {
            try register.perform(
                TakePost(subject: secretary, unit: "U-ZF", post: post), on(day))
        }
        try register.act(
            "decision.initiate", id, ["lead": "U-SLJ", "head": "P-0009"], on: "2016-03-01")
        try register.act(
            "decision.discuss", id,
            [
                "attendees": [
                    ["subject": "P-0009", "part": "head", "opinion": "agree"],
                    ["subject": "P-0002", "part": "leader", "opinion": "agree"],
                ]
            ], on: "2016-05-01")
        try register.act("decision.adopt", id, [:], on: "2016-05-02")
        return register
    }

    @Test("in the dossier and in the back-trace, whatever became of the person since")
    func flagged() throws {
        let register = try tower()
        let file = try #require(register.decision(DecisionID(wellFormed: id)))
        let dossier = try #require(file.dossier(on: day("2024-01-01"), under: register.law))
        #expect(dossier.ofParty == [secretary])
        let trace = file.backTrace(on: day("2024-01-01"), under: register.law) { id in
            register.file(id)
        }
        #expect(trace.persons.map(\.subject) == [secretary, WaterProject.deputy])
        #expect(trace.persons.map(\.isOfParty) == [true, false])
    }

    @Test("named in a case the person is marked, and can be handed over; nobody else is marked")
    func named() throws {
        var register = try tower()
        try register.act(
            "openCase", "C-1", ["decision": .string(id), "authority": "U-JW"], on: "2021-03-01")
        try register.act("namePerson", "C-1", ["subject": "P-0009"], on: "2021-03-02")
        try register.act("namePerson", "C-1", ["subject": "P-0002"], on: "2021-03-02")
        let namings = register.events.compactMap { $0.event[PersonNamed.self] }
        #expect(
            namings.map { $0.irregularities.contains(.partyOfficial) } == [true, false])
        try register.act(
            "case.transfer", "C-1",
            ["subject": "P-0009", "organ": "U-OTHER", "reason": "otherJurisdiction"],
            on: "2021-03-03")
    }
}
