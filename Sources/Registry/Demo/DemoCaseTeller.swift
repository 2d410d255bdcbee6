import Law
import Records
import Vocabulary

/// Tells one case step by step; each step is recorded after the one before.
struct DemoCaseTeller {
    private let writer: DemoWriter
    let file: CaseID
    let complaint: String
    /// When the last step was recorded.
    var moment: Instant
    /// What each person is accused of, and the code of the rule.
    let category: String
    let categoryCode: String

    init(in writer: DemoWriter, number: String, category: (String, String)) {
        self.writer = writer
        file = caseID("C-" + number)
        complaint = "T-" + number
        self.category = category.0
        categoryCode = category.1
        moment = DemoWriter.opened.later(60).start
    }

    mutating func record(
        _ command: Command, on day: CalendarDate, by unit: String = DemoUnits.discipline,
        approved: Bool = false
    ) -> Int {
        writer.record(
            .command(command), happened: day, lag: 1...9, after: &moment, by: unit,
            approved: approved || unit == DemoUnits.discipline)
    }

    /// Records the named command; gives the number of the step.
    @discardableResult
    mutating func tell(
        _ name: String, _ circumstances: Circumstances, by unit: String = DemoUnits.discipline,
        approved: Bool = false, _ fields: DemoFields
    ) -> Int {
        guard let on = circumstances.on else { preconditionFailure("\(name) has no day") }
        return record(
            Command(name, circumstances, fields), on: on, by: unit, approved: approved)
    }

    /// The fields of a step of this case that concerns somebody.
    private func about(_ person: SubjectID, _ more: DemoFields = [:]) -> DemoFields {
        more.adding("case", file.text).adding("subject", person.text)
    }

    mutating func receive(
        on day: CalendarDate, incident: CalendarDate?, from origin: ComplaintOrigin
    ) {
        let fields: DemoFields = [
            "complaint": .text(complaint), "case": .text(file.text), "category": .text(category),
            "filedBy": .text(origin.rawValue), "narrative": .text("示例叙述：\(category)。本叙述为虚构。"),
        ]
        tell(
            "receiveComplaint", .on(day), by: DemoUnits.inspection,
            fields.adding("incidentOn", incident?.description))
    }

    mutating func open(on day: CalendarDate) {
        tell(
            "openCase", .on(day, Self.instrument("立", day)),
            [
                "case": .text(file.text), "complaint": .text(complaint),
                "recordedFrom": .text(Self.instrument("立", day)),
            ])
    }

    @discardableResult
    mutating func name(_ person: SubjectID, on day: CalendarDate) -> Int {
        tell(
            "namePerson", .on(day),
            about(
                person, ["category": .text(category), "categoryCode": .text(categoryCode)]))
    }

    mutating func investigate(by person: SubjectID, on day: CalendarDate) {
        tell(
            "assignInvestigator", .on(day),
            ["case": .text(file.text), "investigator": .text(person.text)])
    }

    mutating func recommend(_ finding: Finding, on person: SubjectID, on day: CalendarDate) {
        tell("recommendFinding", .on(day), about(person, ["finding": .text(finding.rawValue)]))
    }

    mutating func find(_ finding: Finding, on person: SubjectID, on day: CalendarDate) {
        tell(
            "makeFinding", .on(day, Self.instrument("定", day)),
            about(person, ["finding": .text(finding.rawValue)]))
    }

    mutating func recommend(_ measure: Measure, on person: SubjectID, on day: CalendarDate) {
        tell("recommendSanction", .on(day), about(person, ["measure": .text(measure.rawValue)]))
    }

    mutating func impose(_ measure: Measure, on person: SubjectID, on day: CalendarDate) {
        tell(
            "imposeSanction", .on(day, Self.instrument("处", day)),
            about(
                person,
                ["sanction": .text(sanction(of: person)), "measure": .text(measure.rawValue)]))
    }

    mutating func leaveUnexecuted(
        _ reason: NotExecutedReason, on person: SubjectID, on day: CalendarDate
    ) {
        tell(
            "recordNotExecuted", .on(day), by: DemoUnits.personnel, approved: true,
            about(
                person,
                ["sanction": .text(sanction(of: person)), "reason": .text(reason.rawValue)]))
    }

    mutating func annul(
        by organ: AnnulledBy, ground: String, on person: SubjectID, on day: CalendarDate
    ) {
        tell(
            "annulSanction", .on(day),
            by: organ == .court ? DemoUnits.court : DemoUnits.discipline, approved: true,
            about(
                person,
                [
                    "sanction": .text(sanction(of: person)), "by": .text(organ.rawValue),
                    "ground": .text(ground),
                ]))
    }

    mutating func close(on day: CalendarDate) {
        tell("closeCase", .on(day), ["case": .text(file.text)])
    }

    mutating func withdraw(
        step: Int, because reason: String, of person: SubjectID, on day: CalendarDate
    ) {
        writer.record(
            .withdrawal(ofStep: step, reason: reason, subject: person, case: file, on: day),
            happened: day, lag: 1...3, after: &moment, by: DemoUnits.discipline, approved: true)
    }

    mutating func correct(step: Int, by command: Command, on day: CalendarDate) {
        writer.record(
            .correction(ofStep: step, by: command), happened: day, lag: 1...3, after: &moment,
            by: DemoUnits.discipline, approved: true)
    }

    /// One sanction per person and case here: `S-2021-004-P0012`.
    func sanction(of person: SubjectID) -> String {
        "S-\(file.text.dropFirst(2))-\(person.text.replacing("-", with: ""))"
    }

    /// The number of an instrument of that day: 虚构旗纪监立〔2021〕7号.
    private static func instrument(_ kind: String, _ day: CalendarDate) -> String {
        "虚构旗纪监\(kind)〔\(day.year)〕\(day.ordinal % 90 + 1)号"
    }
}
