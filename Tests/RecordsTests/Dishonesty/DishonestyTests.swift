import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite(
    "A record of dishonesty stands on a document in force, of an act of office, by who is entitled")
struct DishonestyTests {
    /// An accountability decision of the discipline organ on two persons, effective later than it is dated.
    private func documented() throws -> Register {
        var register = try Register.credit()
        try register.act(
            "instrument.register", "I-1",
            Register.document(
                "accountability", of: "U-JW", dated: "2024-09-02", naming: ["P-0021", "U-0005"],
                ["effectiveOn": "2024-09-10"]), on: "2024-09-18")
        return register
    }

    @Test(
        "RecordEntered requires an effective instrument, in-duty nexus and an authorised recorder unit for that source type"
    )
    func invariant15() throws {
        var register = try documented()
        func code(
            on day: String, of unit: UnitID?, _ fields: [String: Tree]
        ) -> String? {
            register.refusal("dishonesty.propose", "R-X", fields, on: day, of: unit)?.code
        }
        let right = Register.proposal(on: "I-1", of: "P-0021")
        #expect(code(on: "2024-09-09", of: "U-JW", right) == "instrumentNotEffective")
        #expect(code(on: "2024-09-18", of: nil, right) == "nobodyRecords")
        #expect(code(on: "2024-09-18", of: "U-GA", right) == "recorderNotEntitled")
        #expect(code(on: "2024-09-18", of: "U-XYB", right) == "recorderNotEntitled")
        #expect(
            code(on: "2024-09-18", of: "U-JW", Register.proposal(on: "I-1", of: "P-0022"))
                == "wrongSubject")
        #expect(
            code(on: "2024-09-18", of: "U-JW", Register.proposal(on: "I-9", of: "P-0021"))
                == "unknownInstrument")
        var private_ = right
        private_["nexus"] = "outsideOffice"
        #expect(code(on: "2024-09-18", of: "U-JW", private_) == "notInOffice")
        #expect(
            code(
                on: "2024-09-18", of: "U-JW",
                Register.proposal(on: "I-1", of: "P-0021", actOn: "2024-09-03"))
                == "actAfterInstrument")
        // The unit in which the person serves collects its own (task 9), and so does its successor.
        for unit in ["U-JW", "U-0005", "U-NEW"] as [UnitID] {
            var fresh = try documented()
            try fresh.act("dishonesty.propose", "R-1", right, on: "2024-09-10", of: unit)
            #expect(fresh.course("R-1")?.proposal.fact.role?.post == "科长")
        }
    }

    @Test(
        "Recorder ≠ approver: who proposed a record does not approve it, and another unit does not enter it"
    )
    func invariant18() throws {
        var register = try documented()
        try register.act(
            "dishonesty.propose", "R-1", Register.proposal(on: "I-1", of: "P-0021"),
            on: "2024-09-18", by: "clerk.a", of: "U-JW")
        func code(by actor: Officer, _ approver: Officer?, of unit: UnitID = "U-JW") -> String? {
            register.refusal(
                "dishonesty.enter", "R-1", on: "2024-09-18", by: actor, of: unit,
                approvedBy: approver)?.code
        }
        #expect(code(by: "clerk.a", nil) == "needsApprover")
        #expect(code(by: "clerk.a", "clerk.a") == "approverIsRecorder")
        #expect(code(by: "clerk.c", "clerk.a") == "approverProposed")
        #expect(code(by: "clerk.c", "CLERK.A") == "approverProposed")
        #expect(code(by: "clerk.a", "chief.b", of: "U-FY") == "recordOtherUnit")
        try register.act(
            "dishonesty.enter", "R-1", on: "2024-09-18", by: "clerk.a", of: "U-JW",
            approvedBy: "chief.b")
        #expect(register.standing("R-1", on: "2024-09-18")?.state == .entered)
        #expect(register.standing("R-1", on: "2024-09-17") == nil)
    }

    @Test(
        "no record stands on an instrument that is annulled; varying one redrafts all of its records"
    )
    func annulledInstrument() throws {
        var register = try documented()
        for (record, subject) in [("R-1", "P-0021"), ("R-2", "U-0005")] {
            try register.act(
                "dishonesty.propose", record, Register.proposal(on: "I-1", of: subject),
                on: "2024-09-18", of: "U-JW")
            try register.act(
                "dishonesty.enter", record, on: "2024-09-19", of: "U-JW", approvedBy: "chief.b")
        }
        let change: [String: Tree] = [
            "organ": "U-JW", "number": "示例改〔2024〕1号", "remains": "对单位的部分", "released": ["P-0021"],
        ]
        let varied = try register.act(
            "instrument.vary", "I-1", change, on: "2024-10-08", approvedBy: "chief.b")
        #expect(
            varied.map(\.event.type.name) == [
                "instrument.varied.v1", "dishonesty.annulled.v1", "dishonesty.varied.v1",
            ])
        #expect(register.standing("R-1", on: "2024-10-07")?.state == .entered)
        #expect(register.standing("R-1", on: "2024-10-08")?.state == .annulled)
        #expect(register.course("R-2")?.variations.map(\.fact.remains) == ["对单位的部分"])
        let gone = try register.act(
            "instrument.annul", "I-1", ["organ": "U-JW", "number": "示例撤〔2024〕1号"],
            on: "2024-11-04", approvedBy: "chief.b")
        #expect(
            gone.map(\.event.type.name) == ["instrument.annulled.v1", "dishonesty.annulled.v1"])
        #expect(register.standing("R-2", on: "2024-11-04")?.state == .annulled)
        #expect(
            register.refusal(
                "dishonesty.propose", "R-3", Register.proposal(on: "I-1", of: "U-0005"),
                on: "2024-11-05", of: "U-JW")?.code == "instrumentAnnulledBefore")
        #expect(
            register.refusal(
                "instrument.vary", "I-1", change, on: "2024-11-05", approvedBy: "chief.b")?.code
                == "instrumentAnnulledAlready")
    }

    @Test("how to object is always told; how to be repaired since 22 June 2025")
    func told() throws {
        for (on, repair, expected) in [
            ("2025-06-21", false, nil), ("2025-06-22", false, "repairUntold"),
            ("2025-06-22", true, nil),
        ] as [(String, Bool, String?)] {
            var register = try documented()
            try register.act(
                "dishonesty.propose", "R-1", Register.proposal(on: "I-1", of: "P-0021"),
                on: "2024-09-18", of: "U-JW")
            #expect(
                register.refusal(
                    "dishonesty.notify", "R-1",
                    ["channel": "当面", "objectionTold": true, "repairTold": true],
                    on: "2024-09-18")?.code == "recordNotEntered")
            try register.act(
                "dishonesty.enter", "R-1", on: "2024-09-19", of: "U-JW", approvedBy: "chief.b")
            let fields: [String: Tree] = [
                "channel": "当面", "objectionTold": true, "repairTold": .bool(repair),
            ]
            #expect(register.refusal("dishonesty.notify", "R-1", fields, on: on)?.code == expected)
            #expect(
                register.refusal(
                    "dishonesty.notify", "R-1",
                    ["channel": "当面", "objectionTold": false, "repairTold": true],
                    on: "2025-06-23")?.code
                    == (expected == nil ? "recordNotifiedAlready" : "objectionUntold"))
        }
    }

    @Test(
        "a link copies the role of its day, whatever happened since; without a post there is none")
    func links() throws {
        var register = try documented()
        try register.act(
            "dishonesty.propose", "R-2", Register.proposal(on: "I-1", of: "U-0005"),
            on: "2024-09-18", of: "U-JW")
        try register.act(
            "takePost", "P-0022", ["unit": "U-GA", "post": "副局长"], on: "2024-05-06")
        let link: [String: Tree] = [
            "relation": "head", "person": "P-0022", "inPostOn": "2024-05-05",
        ]
        try register.act("dishonesty.link", "R-2", link, on: "2024-10-08")
        #expect(register.course("R-2")?.links.first?.fact.role?.unit == "U-0005")
        var later = link
        later["inPostOn"] = "2024-05-06"
        try register.act("dishonesty.link", "R-2", later, on: "2024-10-08")
        #expect(register.course("R-2")?.links.last?.fact.role?.unit == "U-GA")
        later["inPostOn"] = "2015-05-05"
        #expect(
            register.refusal("dishonesty.link", "R-2", later, on: "2024-10-08")?.code
                == "postNotHeld")
        later["project"] = "示例项目"
        #expect(
            register.refusal("dishonesty.link", "R-2", later, on: "2024-10-08")?.code == "oneLink")
        // A link is no entry of the person's own.
        #expect(register.course("R-2")?.subject == "U-0005")
    }
}
