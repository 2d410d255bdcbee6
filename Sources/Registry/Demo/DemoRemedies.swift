import Law
import Records
import Vocabulary

/// The case on the unlawful decision, a sanction reviewed twice and made lighter, and one annulled.
enum DemoRemedies {
    private static let jw = DemoField.text(DemoUnits.discipline)

    static func tell(in writer: DemoWriter) {
        accountability(in: writer)
        reduction(in: writer)
        annulment(in: writer)
    }

    private static func person(_ id: SubjectID, _ more: DemoFields = [:]) -> DemoFields {
        var fields = more
        fields.members["subject"] = .text(id.text)
        return fields
    }

    /// The head lies with the city, the dissenter is exempt, the treasurer is admonished.
    private static func accountability(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("case", "C-2024-904"))
        func step(
            _ name: String, _ on: String, by unit: String = DemoUnits.discipline,
            approved: Bool = false, _ fields: DemoFields = [:]
        ) {
            told.tell(name, on, by: unit, approved: approved, fields)
        }
        step(
            "openCase", "2024-05-27",
            [
                "authority": jw, "decision": .text(DemoDecisions.unlawful),
                "grounds": ["G8.1", "G9.2"],
            ])
        for id in [DemoCast.head, DemoCast.dissenter, DemoCast.treasurer] {
            step("namePerson", "2024-05-27", person(id))
        }
        step("assignInvestigator", "2024-05-28", ["investigator": .text(DemoPeople.id(4).text)])
        step(
            "case.recuse", "2024-05-30",
            ["officer": .text(DemoPeople.id(5).text), "reason": "与当事人同村（虚构）"])
        step(
            "case.transfer", "2024-06-03",
            person(DemoCast.head, ["organ": "U-SJW", "reason": "managementAuthority"]))
        step(
            "case.answer-transfer", "2024-07-08", by: "U-SJW",
            person(DemoCast.head, ["organ": "U-SJW", "outcome": "accepted"]))
        step(
            "case.notify-expert-department", "2024-06-05",
            ["expert": .text(DemoCast.expert.text), "department": "U-ZJJ"])
        step(
            "case.answer-expert", "2024-08-05",
            ["expert": .text(DemoCast.expert.text), "department": "U-ZJJ", "outcome": "移出专家库（虚构）"])
        step("case.notify", "2024-07-15", person(DemoCast.treasurer))
        step("case.notify", "2024-07-15", person(DemoCast.dissenter))
        step(
            "case.hear-defence", "2024-07-25", person(DemoCast.treasurer, ["points": "已书面提示风险（虚构）"])
        )
        step(
            "case.waive-defence", "2024-07-26",
            person(DemoCast.dissenter, ["instrument": "声明书1号（虚构）"]))
        step(
            "case.find-mitigation", "2024-08-01",
            person(DemoCast.treasurer, ["code": "cooperation"]))
        step(
            "makeFinding", "2024-08-20", approved: true,
            person(DemoCast.treasurer, ["finding": "sustained"]))
        step(
            "makeFinding", "2024-08-20", approved: true,
            person(DemoCast.dissenter, ["finding": "exonerated"]))
        step(
            "case.clear", "2024-08-28", approved: true,
            person(DemoCast.dissenter, ["range": "unit"]))
        step("case.recommend-benefits", "2024-08-28", person(DemoCast.head, ["fitting": "removal"]))
        step(
            "imposeSanction", "2024-08-28", approved: true,
            person(
                DemoCast.treasurer,
                ["sanction": "S-2024-904", "measure": "admonition", "organ": jw]))
        step("sanction.serve", "2024-08-30", ["sanction": "S-2024-904", "route": "B"])
        step(
            "appeal.file", "2024-09-09",
            ["appeal": "A-2024-003", "sanction": "S-2024-904", "route": "B", "stage": "review"])
        step("appeal.withdraw", "2024-09-18", ["appeal": "A-2024-003"])
        step("closeCase", "2024-09-27")
    }

    private static func open(
        _ number: String, about id: SubjectID, from dates: [String], _ measure: DemoFields,
        _ told: inout DemoTeller
    ) {
        told.tell("openCase", dates[0], ["authority": jw])
        told.tell("namePerson", dates[0], person(id, ["categoryCode": "T13"]))
        told.tell("case.notify", dates[1], person(id))
        told.tell("case.hear-defence", dates[2], person(id))
        told.tell("makeFinding", dates[3], approved: true, person(id, ["finding": "sustained"]))
        var fields = person(id, measure)
        fields.members["sanction"] = .text(number)
        told.tell("imposeSanction", dates[4], approved: true, fields)
    }

    /// Reviewed, rechecked and varied: in effect on every day of it.
    private static func reduction(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("case", "C-2023-905"))
        let sanction = DemoField.text("S-2024-905")
        open(
            "S-2024-905", about: DemoCast.reviewed,
            from: ["2023-09-05", "2023-11-01", "2023-11-08", "2024-01-10", "2024-01-15"],
            ["measure": "seriousDemerit", "authority": "supervision", "organ": jw], &told)
        func step(_ name: String, _ on: String, approved: Bool = false, _ fields: DemoFields) {
            told.tell(name, on, approved: approved, fields)
        }
        step("sanction.serve", "2024-01-18", ["sanction": sanction, "route": "A"])
        step("sanction.execute", "2024-02-01", ["sanction": sanction, "note": "已归入档案（虚构）"])
        step(
            "appeal.file", "2024-02-08",
            ["appeal": "A-2024-001", "sanction": sanction, "route": "A", "stage": "reexamination"])
        step("appeal.rule", "2024-02-19", ["appeal": "A-2024-001", "admitted": true])
        step(
            "appeal.decide", "2024-03-05", approved: true,
            ["appeal": "A-2024-001", "outcome": "maintained"])
        step("appeal.serve", "2024-03-06", ["appeal": "A-2024-001"])
        step(
            "appeal.file", "2024-04-07",
            ["appeal": "A-2024-002", "sanction": sanction, "route": "A", "stage": "recheck"])
        step(
            "appeal.decide", "2024-06-03", approved: true,
            ["appeal": "A-2024-002", "outcome": "varied", "measure": "warning"])
        step("appeal.serve", "2024-06-05", ["appeal": "A-2024-002"])
        step("closeCase", "2024-06-28", [:])
        step("case.reopen", "2026-04-13", approved: true, ["reason": "发现新的证据（虚构）"])
    }

    /// Annulled by a panel, with reputation restored as far as the sanction had been announced.
    private static func annulment(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("case", "C-2024-906"))
        let sanction = DemoField.text("S-2025-906")
        open(
            "S-2025-906", about: DemoCast.wronged,
            from: ["2024-10-14", "2024-12-02", "2024-12-16", "2025-01-13", "2025-02-10"],
            [
                "measure": "demerit", "authority": "employer", "organ": "U-GAJ",
                "announcedTo": "unit",
            ],
            &told)
        func step(_ name: String, _ on: String, approved: Bool = false, _ fields: DemoFields) {
            told.tell(name, on, approved: approved, fields)
        }
        func panel(_ indices: Int...) -> DemoField {
            .texts(indices.map { DemoPeople.id($0).text })
        }
        step("sanction.serve", "2025-02-12", ["sanction": sanction, "route": "B"])
        step(
            "appeal.file", "2025-02-24",
            ["appeal": "A-2025-001", "sanction": sanction, "route": "B", "stage": "review"])
        step(
            "appeal.decide", "2025-03-17", approved: true,
            ["appeal": "A-2025-001", "outcome": "maintained"])
        step("appeal.serve", "2025-03-19", ["appeal": "A-2025-001"])
        step(
            "appeal.file", "2025-03-31",
            ["appeal": "A-2025-002", "sanction": sanction, "route": "B", "stage": "appeal"])
        step("appeal.rule", "2025-04-02", ["appeal": "A-2025-002", "admitted": true])
        step(
            "appeal.form-panel", "2025-04-08",
            ["appeal": "A-2025-002", "members": panel(40, 41, 42)])
        step(
            "appeal.recuse", "2025-04-10",
            ["appeal": "A-2025-002", "officer": .text(DemoPeople.id(41).text), "reason": "近亲属（虚构）"])
        step(
            "appeal.form-panel", "2025-04-14",
            ["appeal": "A-2025-002", "members": panel(40, 42, 43)])
        step("appeal.hear", "2025-04-28", ["appeal": "A-2025-002"])
        step("appeal.extend", "2025-05-20", ["appeal": "A-2025-002", "reason": "案情复杂（虚构）"])
        step(
            "appeal.decide", "2025-06-16", approved: true,
            ["appeal": "A-2025-002", "outcome": "annulled", "ground": "事实不清（虚构）"])
        step("appeal.serve", "2025-06-18", ["appeal": "A-2025-002"])
        step("sanction.restore-reputation", "2025-06-30", ["sanction": sanction, "range": "unit"])
        step(
            "sanction.pay-compensation", "2025-07-10",
            ["sanction": sanction, "amount": 1_260_000])
        step("closeCase", "2025-07-14", [:])
    }
}
