import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A stored mark cites what binds the person's sort, or the organ, as the refusal of it does")
struct MarkCitationTests {
    private func marks(_ register: Register, _ code: Irregularity) -> [String?] {
        register.file("P-0003").marks(by: day("2025-01-01"), under: register.law) {
            register.caseFile($0) ?? CaseFile(about: $0)
        }.filter { $0.code == code }.map(\.rule)
    }

    /// A case conducted elsewhere: what is told of it is recorded, and marked.
    private func elsewhere(_ personnel: PersonnelKind? = nil) throws -> Register {
        var register = try WaterProject.register()
        if let personnel {
            try register.perform(
                TakePost(
                    subject: "P-0003", unit: "U-OTHER", post: "专员", personnel: personnel),
                on("2019-01-01"))
        }
        try register.ask(
            "openCase", ["case": "C-2", "recordedFrom": "市监委〔2024〕2号"], on: "2024-06-01")
        try register.ask(
            "namePerson", ["case": "C-2", "subject": "P-0003", "category": "受贿"],
            on: "2024-06-01")
        return register
    }

    private func impose(
        _ measure: String, as number: String = "S-1", by authority: String, on day: String,
        in register: inout Register
    ) throws {
        try register.ask(
            "imposeSanction",
            [
                "sanction": .string(number), "case": "C-2", "subject": "P-0003",
                "measure": .string(measure), "authority": .string(authority), "act": "X1",
                "instrument": "市监委〔2024〕3号",
            ], on: day)
    }

    @Test(
        "Art. 22 of village committees, Art. 23 of others",
        arguments: [
            (PersonnelKind.grassroots, "政务处分法#22"), (.otherDuty, "政务处分法#23"),
        ])
    func personnel(kind: PersonnelKind, rule: String) throws {
        var register = try elsewhere(kind)
        try impose("removal", by: "supervision", on: "2024-06-03", in: &register)
        #expect(marks(register, .measureNotForPersonnel) == [rule])
    }

    @Test(
        "never heavier: 政务处分法 of a supervision organ, 公务员法 and 处分条例 of an employer",
        arguments: [
            ("supervision", "A", "reexamination", "政务处分法#56"),
            ("employer", "B", "review", "公务员法#96、处分条例#48"),
        ])
    func heavier(authority: String, route: String, stage: String, rule: String) throws {
        var register = try elsewhere()
        try impose("warning", by: authority, on: "2024-06-03", in: &register)
        try register.act("sanction.serve", "S-1", ["route": .string(route)], on: "2024-06-04")
        try register.act(
            "appeal.file", "A-1",
            ["sanction": "S-1", "route": .string(route), "stage": .string(stage)],
            on: "2024-06-10")
        try register.ask(
            "annulSanction",
            ["sanction": "S-1", "case": "C-2", "subject": "P-0003", "by": "organ"],
            on: "2024-06-20")
        try impose("demerit", as: "S-2", by: authority, on: "2024-06-21", in: &register)
        #expect(marks(register, .heavierAfterAppeal) == [rule])
    }
}
