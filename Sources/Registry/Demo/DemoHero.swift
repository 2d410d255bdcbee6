import Law
import Records
import Vocabulary

/// 示例·甲一: head of the water bureau when a decision was taken without a risk assessment; since then
/// transferred and retired, and still answerable for it (追责制度 Art. 3).
enum DemoHero {
    static let id = subject("P-0001")

    static func tell(in writer: DemoWriter) {
        career(in: writer)
        reception(in: writer)
        namesake(in: writer)
        decision(in: writer)
    }

    private static func career(in writer: DemoWriter) {
        var moment = DemoWriter.opened.later(14).start
        func took(_ unit: String, _ post: String, _ rank: String, _ when: Circumstances) -> Command
        {
            Command(
                "takePost", when,
                [
                    "subject": .text(id.text), "unit": .text(unit),
                    "unitTitle": .text(DemoUnits.title(unit)), "post": .text(post),
                    "rank": .text(rank),
                ])
        }
        let began = day("1994-07-15")
        writer.record(
            .command(Command("beginEmployment", .on(began), ["subject": .text(id.text)])),
            happened: began, after: &moment, by: DemoUnits.organisation)
        writer.record(
            .command(took("U-SLJ", "科员", "一级科员", .on(began))), happened: began, after: &moment,
            by: DemoUnits.organisation, approved: true)
        // The appointment letter is lost; the date is that of its filing.
        let deputy = day("2006-03-20")
        writer.record(
            .command(took("U-SLJ", "副局长", "乡科级副职", .on(deputy, imputedFrom: "archive_date"))),
            happened: deputy, after: &moment, by: DemoUnits.organisation, approved: true)
        let head = day("2014-05-04")
        writer.record(
            .command(took("U-SLJ", "局长", "乡科级正职", .on(head, "虚构旗组干〔2014〕5号"))),
            happened: head, after: &moment, by: DemoUnits.organisation, approved: true)
        // First entered with the day of the announcement; corrected to that of the decision.
        let announced = day("2021-07-12")
        let transfer = writer.record(
            .command(took("U-ZJJ", "局长", "乡科级正职", .on(announced, "虚构旗组干〔2021〕7号"))),
            happened: announced, lag: 3...6, after: &moment, by: DemoUnits.organisation,
            approved: true)
        let noticed = day("2021-09-06")
        writer.record(
            .correction(
                ofStep: transfer,
                by: took(
                    "U-ZJJ", "局长", "乡科级正职", .on(day("2021-07-01"), "虚构旗组干〔2021〕7号"))),
            happened: noticed, lag: 1...2, after: &moment, by: DemoUnits.organisation,
            approved: true)
        let retired = day("2023-02-28")
        writer.record(
            .command(
                Command(
                    "endEmployment", .on(retired),
                    ["subject": .text(id.text), "reason": "retired"])),
            happened: retired, lag: 1...4, after: &moment, by: DemoUnits.personnel)
    }

    /// A small case while in office: a warning, annulled by the court because nobody heard the person.
    private static func reception(in writer: DemoWriter) {
        var told = DemoCaseTeller(in: writer, number: "2020-901", category: ("公务接待超标准", "T8"))
        told.receive(on: day("2020-03-09"), incident: day("2019-12-27"), from: .internal)
        told.open(on: day("2020-03-20"))
        told.name(id, on: day("2020-03-20"))
        told.recommend(.sustained, on: id, on: day("2020-06-10"))
        told.find(.sustained, on: id, on: day("2020-07-02"))
        told.impose(.warning, on: id, on: day("2020-07-15"))
        told.close(on: day("2020-07-20"))
        told.annul(by: .court, ground: "作出决定前未听取陈述申辩", on: id, on: day("2020-11-26"))
    }

    /// Another person of the same name was meant: named, withdrawn after the objection.
    private static func namesake(in writer: DemoWriter) {
        var told = DemoCaseTeller(in: writer, number: "2022-902", category: ("拖欠工程款", "T17"))
        told.receive(on: day("2022-04-11"), incident: day("2021-11-30"), from: .public)
        told.open(on: day("2022-04-25"))
        let wrong = told.name(id, on: day("2022-04-26"))
        told.withdraw(step: wrong, because: "身份核对有误，文书所指为另一同名人员", of: id, on: day("2022-05-13"))
        told.close(on: day("2022-09-01"))
    }

    /// The decision: adopted in 2021 without a risk assessment, harm confirmed in 2024.
    private static func decision(in writer: DemoWriter) {
        var told = DemoCaseTeller(
            in: writer, number: "2024-903", category: ("水利项目决策未按规定开展风险评估", "G8.1"))
        told.receive(on: day("2024-05-10"), incident: day("2021-04-20"), from: .public)
        told.open(on: day("2024-05-20"))
        told.name(id, on: day("2024-05-20"))
        told.investigate(by: DemoPeople.id(4), on: day("2024-05-22"))
        told.recommend(.notSustained, on: id, on: day("2024-07-05"))
        told.find(.sustained, on: id, on: day("2024-08-20"))
        told.recommend(.demotion, on: id, on: day("2024-08-20"))
        told.impose(.publicApology, on: id, on: day("2024-09-02"))
        told.close(on: day("2024-09-06"))
        told.annul(
            by: .board, ground: "本人已记录在案的异议未予考虑，处理畸重", on: id,
            on: day("2025-01-16"))
    }
}
