public import Law
internal import Records
public import Registry
internal import Vocabulary

/// A certificate of what the register shows of somebody on a day (证明).
public struct PrintedCertificate: Printed {
    public static let document = PrintDocument.certificate

    public let times: Times
    public let page: SubjectPage

    /// - Parameter times: With the day.
    public init(times: Times, page: SubjectPage) {
        self.times = times
        self.page = page
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(PrintedPerson(page), in: text)
        let status = page.status
        values.set(.day, text.written(status.date))
        let wording = StatusWording(text: text)
        // Nobody said that something that is no person is in service or not.
        let isPerson = page.registration.map { $0.kind == .person } ?? true
        if isPerson {
            // A post that is held is told on a line of its own, with its entry.
            let told = status.posts.isEmpty ? status.employmentEvidence : []
            values.set(
                .employment,
                wording.employment(status.employment)
                    + told.map { text("print.entry", ["entry": "\($0)"]) }.joined(),
                from: status.employmentEvidence)
        }
        func lines(_ said: [StatusWording.Line]) -> [(text: String, entries: [Position])] {
            said.map { line in
                let others = line.others.map { one in
                    one.words + text("print.entry", ["entry": "\(one.entry)"])
                }
                let own = line.words + text("print.entry", ["entry": "\(line.entry)"])
                return (
                    ([own] + others).joined(separator: " · "),
                    [line.entry] + line.others.map(\.entry)
                )
            }
        }
        values.list(.posts, lines(status.posts.map(wording.post)))
        values.list(.suspicions, lines(status.suspicions.map(wording.suspicion)))
        values.list(.findings, lines(status.findings.map(wording.finding)))
        values.list(.fallen, lines(status.fallenFindings.map(wording.fallen)))
        values.list(
            .sanctions,
            lines((status.sanctions + status.sanctionsOfUnknownTerm).map(wording.sanction)))
        values.list(.records, lines(status.records.map(wording.record)))
        values.list(.bars, lines(status.bars.map { .init(text.bar($0), $0.position) }))
        values.tell(status.settings, in: text)
        values.list(.marks, status.marks.map { (text.mark($0), $0.entries) })
    }
}

/// An extract of a trail (履历摘录): posts as periods, then every line with its day and its entry.
public struct PrintedTrail: Printed {
    public static let document = PrintDocument.trail

    public let times: Times
    public let page: SubjectPage
    public let law: Law

    public init(times: Times, page: SubjectPage, law: Law) {
        self.times = times
        self.page = page
        self.law = law
    }

    public func tell(_ values: inout PrintValues, in text: Text) {
        values.tell(PrintedPerson(page), in: text)
        let subject = page.status.subject
        let posts = PostPeriod.all(
            in: page.trail, of: subject, ended: page.status.employment.ended)
        values.list(.postPeriod, posts.map { (period($0, in: text), $0.position) })
        values.list(.postHeld, posts.map { (text.words($0.post), $0.position) })
        values.list(.postEntry, posts.map { ("\($0.position)", $0.position) })
        let wording = EventWording(text: text, subject: subject, law: law)
        let items = page.trail.items
        values.list(.lineOn, items.map { (day(of: $0, in: text), nil) })
        values.list(.line, items.map { (words($0, wording), nil) })
        values.list(
            .lineEntry, items.map { ("\($0.recorded.position)", $0.recorded.position) })
        values.set(.count, text.number(items.count))
        values.tell(page.status.settings, in: text)
    }

    /// Each line repeats its full date.
    private func day(of item: TrailItem, in text: Text) -> String {
        guard let on = item.on else { return text("trace.heading.undated") }
        return text.day(on, isImputed: item.isImputed, item.precision)
    }

    private func period(_ period: PostPeriod, in text: Text) -> String {
        let since = period.since.map { text.day($0, isImputed: period.isImputed, period.precision) }
        let until = period.until.map { "\($0)" }
        return (since ?? text("trace.unknownBegin")) + " — "
            + (until ?? text(period.isOpen ? "trace.present" : "trace.openEnd"))
    }

    private func words(_ item: TrailItem, _ wording: EventWording) -> String {
        let text = wording.text
        let line = wording.line(item)
        var parts = [TimelineSign(item).rawValue + " " + line.heading] + line.particulars
        if let role = line.role { parts.append(role) }
        switch item.standing {
        case .stands: break
        case .corrected(let by): parts.append(text("trace.correctedBy", ["entry": "#\(by)"]))
        case .withdrawn(let by): parts.append(text("trace.withdrawnBy", ["entry": "#\(by)"]))
        }
        if !line.marks.isEmpty { parts.append(text.marked(line.marks)) }
        return parts.joined(separator: " · ")
    }
}

extension PrintValues {
    /// The settings on which the days in it hang.
    mutating func tell(_ settings: [Rulebook.Setting], in text: Text) {
        list(.settings, settings.map { (text.hangs(on: $0), nil) })
    }
}
