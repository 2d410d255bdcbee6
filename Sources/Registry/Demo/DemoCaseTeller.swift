import Records

/// Tells one case step by step; each step is recorded after the one before.
struct DemoCaseTeller {
    let file: CaseID
    let complaint: ComplaintID
    /// When the last step was recorded.
    var moment: Instant
    /// What each person is accused of, and the code of the rule.
    let category: String
    let categoryCode: String

    init(number: String, category: (String, String), after moment: Instant) {
        file = caseID("C-" + number)
        complaint = complaintID("T-" + number)
        self.category = category.0
        categoryCode = category.1
        self.moment = moment
    }

    mutating func record(
        _ command: Command, on day: CalendarDate, by unit: String = DemoUnits.discipline,
        lag: ClosedRange<Int> = 1...9, _ writer: inout DemoWriter
    ) -> Int {
        writer.record(
            .command(command), happened: day, lag: lag, after: &moment, by: unit,
            approved: unit == DemoUnits.discipline)
    }

    @discardableResult
    mutating func receive(
        on day: CalendarDate, incident: CalendarDate?, from origin: ComplaintOrigin,
        _ writer: inout DemoWriter
    ) -> Int {
        let command = ReceiveComplaint(
            complaint: complaint, case: file, incidentOn: incident, category: category,
            filedBy: origin, narrative: .clear("示例叙述：\(category)。本叙述为虚构。"),
            circumstances: .on(day))
        return record(.receiveComplaint(command), on: day, by: DemoUnits.inspection, &writer)
    }

    @discardableResult
    mutating func open(on day: CalendarDate, _ writer: inout DemoWriter) -> Int {
        let command = OpenCase(
            case: file, complaint: complaint,
            circumstances: .on(day, "虚构旗纪监立〔\(day.year)〕\(day.ordinal % 90 + 1)号"))
        return record(.openCase(command), on: day, &writer)
    }

    @discardableResult
    mutating func name(_ person: SubjectID, on day: CalendarDate, _ writer: inout DemoWriter) -> Int
    {
        let command = NamePerson(
            case: file, subject: person, category: category, categoryCode: categoryCode,
            circumstances: .on(day))
        return record(.namePerson(command), on: day, &writer)
    }

    @discardableResult
    mutating func investigate(
        by person: SubjectID, on day: CalendarDate, _ writer: inout DemoWriter
    ) -> Int {
        let command = AssignInvestigator(
            case: file, investigator: person, circumstances: .on(day))
        return record(.assignInvestigator(command), on: day, &writer)
    }

    @discardableResult
    mutating func recommend(
        _ finding: Finding, on person: SubjectID, on day: CalendarDate, _ writer: inout DemoWriter
    ) -> Int {
        let command = RecommendFinding(
            case: file, subject: person, finding: finding, circumstances: .on(day))
        return record(.recommendFinding(command), on: day, &writer)
    }

    @discardableResult
    mutating func find(
        _ finding: Finding, on person: SubjectID, on day: CalendarDate, _ writer: inout DemoWriter
    ) -> Int {
        let command = MakeFinding(
            case: file, subject: person, finding: finding,
            circumstances: .on(day, "虚构旗纪监定〔\(day.year)〕\(day.ordinal % 90 + 1)号"))
        return record(.makeFinding(command), on: day, &writer)
    }

    @discardableResult
    mutating func recommend(
        _ measure: Measure, on person: SubjectID, on day: CalendarDate, _ writer: inout DemoWriter
    ) -> Int {
        let command = RecommendSanction(
            case: file, subject: person, measure: measure, circumstances: .on(day))
        return record(.recommendSanction(command), on: day, &writer)
    }

    @discardableResult
    mutating func impose(
        _ measure: Measure, on person: SubjectID, on day: CalendarDate, _ writer: inout DemoWriter
    ) -> Int {
        let command = ImposeSanction(
            sanction: sanction(of: person), case: file, subject: person, measure: measure,
            circumstances: .on(day, "虚构旗纪监处〔\(day.year)〕\(day.ordinal % 90 + 1)号"))
        return record(.imposeSanction(command), on: day, &writer)
    }

    @discardableResult
    mutating func leaveUnexecuted(
        _ reason: NotExecutedReason, on person: SubjectID, on day: CalendarDate,
        _ writer: inout DemoWriter
    ) -> Int {
        let command = RecordNotExecuted(
            sanction: sanction(of: person), case: file, subject: person, reason: reason,
            circumstances: .on(day))
        return record(.recordNotExecuted(command), on: day, by: DemoUnits.personnel, &writer)
    }

    @discardableResult
    mutating func annul(
        by organ: AnnulledBy, ground: String, on person: SubjectID, on day: CalendarDate,
        _ writer: inout DemoWriter
    ) -> Int {
        let command = AnnulSanction(
            sanction: sanction(of: person), case: file, subject: person, by: organ,
            ground: .clear(ground), circumstances: .on(day))
        let unit = organ == .court ? DemoUnits.court : DemoUnits.discipline
        return record(.annulSanction(command), on: day, by: unit, &writer)
    }

    @discardableResult
    mutating func close(on day: CalendarDate, _ writer: inout DemoWriter) -> Int {
        record(.closeCase(.init(case: file, circumstances: .on(day))), on: day, &writer)
    }

    mutating func withdraw(
        step: Int, because reason: String, of person: SubjectID, on day: CalendarDate,
        _ writer: inout DemoWriter
    ) {
        writer.record(
            .withdrawal(ofStep: step, reason: reason, subject: person, case: file, on: day),
            happened: day, lag: 1...3, after: &moment, by: DemoUnits.discipline, approved: true)
    }

    mutating func correct(
        step: Int, by command: Command, on day: CalendarDate, _ writer: inout DemoWriter
    ) {
        writer.record(
            .correction(ofStep: step, by: command), happened: day, lag: 1...3, after: &moment,
            by: DemoUnits.discipline, approved: true)
    }

    /// One sanction per person and case here: `S-2021-004-P0012`.
    func sanction(of person: SubjectID) -> SanctionID {
        sanctionID("S-\(file.text.dropFirst(2))-\(person.text.replacing("-", with: ""))")
    }
}
