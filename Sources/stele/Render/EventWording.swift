import Records

/// What one line of a trail says: a heading of two to six characters, then the particulars.
///
/// A suspicion says that it is one, a recommendation that it is only that; neither borrows a word
/// from findings or sanctions.
struct EventWording {
    let text: Text
    /// Whose trail it is: others are named, the subject is not named again on every line.
    let subject: SubjectID
    /// By which the codes of routes, grounds and mitigations are read; nil: they stand as they are.
    var law: Law?

    struct Line {
        var heading: String
        var particulars: [String] = []
        /// What the person was when it happened, on the lines that concern responsibility.
        var role: String?
        var marks: [Irregularity] = []
    }

    func line(_ item: TrailItem) -> Line {
        let heading = text.label(.eventKind, LabelFamily.code(of: item.recorded.event.type))
        var line = Line(heading: heading)
        if let file = item.caseID { line.particulars.append(file.text) }
        describe(item, in: &line)
        if isAboutResponsibility(item.recorded.event) {
            line.role = role(item.role)
        }
        if let position = item.recorded.supersedes {
            line.particulars.append(
                item.kind == .correction
                    ? text("trace.withdraws", ["entry": "#\(position)"])
                    : text("trace.corrects", ["entry": "#\(position)"]))
        }
        line.particulars = line.particulars.filter { !$0.isEmpty }
        return line
    }

    /// No `default:`: a new kind of event does not compile until its words have been found.
    private func describe(_ item: TrailItem, in line: inout Line) {
        switch item.recorded.event {
        case .subjectRegistered(let fact): registered(fact, &line)
        case .employmentBegan(let fact):
            if let rank = fact.rank {
                line.particulars.append(text("trace.entered", ["rank": harmless(rank)]))
            }
            line.marks = fact.irregularities
        case .positionAssumed(let fact):
            post(fact.asPost, until: fact.until, &line)
            line.marks = fact.irregularities
        case .positionTransferred(let fact):
            post(fact.asPost, until: fact.until, &line)
            if let previous = fact.previous {
                line.particulars.append(text("trace.from", ["post": words(previous)]))
            }
            line.marks = fact.irregularities
        case .positionSuspended(let fact): line.particulars.append(fact.sanction?.text ?? "")
        case .positionReinstated(let fact): line.particulars.append(fact.sanction?.text ?? "")
        case .employmentEnded(let fact):
            says(text.label(.departure, fact.reason), &line)
            if let unit = fact.lastUnit {
                line.particulars.append(text("trace.lastUnit", ["unit": unit.text]))
            }
            line.marks = fact.irregularities
        case .complaintReceived(let fact): received(fact, &line)
        case .caseOpened, .caseClosed:
            if case .caseClosed(let fact) = item.recorded.event { line.marks = fact.irregularities }
        case .personNamed(let fact):
            about(fact.subject, &line)
            line.particulars.append(text("trace.onlySuspected"))
            category(fact.category ?? fact.categoryCode, &line)
            line.marks = fact.irregularities
        case .investigatorAssigned(let fact):
            line.particulars.append(
                fact.investigator == subject
                    ? text("trace.investigates")
                    : text("trace.investigator", ["subject": fact.investigator.text]))
            line.marks = fact.irregularities
        case .findingRecommended(let fact):
            about(fact.subject, &line)
            says(text.label(.finding, fact.finding), &line)
            line.particulars.append(text("trace.onlyRecommended"))
            outcome(fact.outcome, &line)
            line.marks = fact.irregularities
        case .findingMade(let fact):
            about(fact.subject, &line)
            says(text.label(.finding, fact.finding), &line)
            outcome(fact.outcome, &line)
            line.marks = fact.irregularities
        case .sanctionRecommended(let fact):
            about(fact.subject, &line)
            says(text.label(.measure, fact.measure), &line)
            line.particulars.append(text("trace.onlyRecommended"))
            if let days = fact.days {
                line.particulars.append(text("trace.days", ["days": "\(days)"]))
            }
            source(fact.sourceText, &line)
        case .sanctionImposed(let fact):
            about(fact.subject, &line)
            imposed(fact, on: item.on, &line)
        case .sanctionNotExecuted(let fact):
            about(fact.subject, &line)
            line.particulars += [fact.sanction.text, text.label(.notExecuted, fact.reason)]
        case .sanctionAnnulled(let fact):
            about(fact.subject, &line)
            line.particulars += [
                fact.sanction.text,
                text("trace.annulledBy", ["organ": text.label(.annulledBy, fact.by)]),
            ]
            if let ground = fact.ground {
                line.particulars.append(text("trace.ground", ["ground": words(ground)]))
            }
        case .recordWithdrawn(let fact): line.particulars.append(words(fact.reason))
        case .decision(let event): describe(event, item, in: &line)
        case .proceeding(let event): describe(event, on: item.on, in: &line)
        case .measure(let event): describe(event, on: item.on, in: &line)
        case .appeal(let event): describe(event, on: item.on, in: &line)
        case .organisation(let event): describe(event, in: &line)
        case .law(let event): describe(event, in: &line)
        }
    }

    private func registered(_ fact: SubjectRegistered, _ line: inout Line) {
        line.particulars.append(text.label(.subjectKind, fact.kind))
        line.particulars.append(harmless(fact.title ?? ""))
        if let code = fact.code {
            line.particulars.append(text("trace.code", ["code": harmless(code)]))
        }
        if let unit = fact.predecessor {
            line.particulars.append(text("trace.predecessor", ["unit": unit.text]))
        }
        if let rank = fact.rank {
            line.particulars.append(text("trace.entered", ["rank": harmless(rank)]))
        }
        line.marks = fact.irregularities
    }

    private func received(_ fact: ComplaintReceived, _ line: inout Line) {
        if fact.complaint.text != fact.case?.text { line.particulars.append(fact.complaint.text) }
        line.particulars.append(text.label(.filedBy, fact.filedBy))
        if let day = fact.incidentOn {
            line.particulars.append(text("trace.incident", ["on": "\(day)"]))
        }
        category(fact.category, &line)
        line.marks = fact.irregularities
    }

    private func imposed(_ fact: SanctionImposed, on day: CalendarDate?, _ line: inout Line) {
        line.heading = text.label(.measureFamily, fact.measure.family)
        says(text.label(.measure, fact.measure), &line)
        line.particulars.append(fact.sanction.text)
        if let days = fact.days {
            line.particulars.append(text("trace.days", ["days": "\(days)"]))
        }
        if let months = fact.months {
            line.particulars.append(text("trace.months", ["months": "\(months)"]))
        }
        if let last = day.flatMap(fact.lastDay(from:)) {
            line.particulars.append(text("trace.termUntil", ["until": "\(last)"]))
        }
        source(fact.sourceText, &line)
        line.marks = fact.irregularities
    }

    private func post(_ post: Post, until: CalendarDate?, _ line: inout Line) {
        line.particulars.append(words(post))
        if let until {
            line.particulars.append(text("trace.heldUntil", ["until": "\(until)"]))
        }
    }

    /// `责任认定：属实`.
    func says(_ what: String, _ line: inout Line) {
        line.heading = text("trace.says", ["heading": line.heading, "what": what])
    }

    func about(_ person: SubjectID, _ line: inout Line) {
        if person != subject {
            line.particulars.append(text("trace.person", ["subject": person.text]))
        }
    }

    private func category(_ category: String?, _ line: inout Line) {
        if let category {
            line.particulars.append(text("trace.category", ["category": harmless(category)]))
        }
    }

    private func outcome(_ outcome: String?, _ line: inout Line) {
        if let outcome {
            line.particulars.append(text("trace.outcome", ["outcome": harmless(outcome)]))
        }
    }

    private func source(_ source: String?, _ line: inout Line) {
        if let source {
            line.particulars.append(text("trace.sourceText", ["source": harmless(source)]))
        }
    }

    func words(_ value: Sealed) -> String {
        switch value {
        case .clear(let words): harmless(words)
        case .commitment: text("name.sealed")
        }
    }

    /// Unit and post as they were called then, with the rank.
    func words(_ post: Post) -> String {
        words(post.unitTitle ?? post.unit.text, post.post, post.rank)
    }

    private func words(_ unit: String?, _ post: String?, _ rank: String?) -> String {
        let held = [unit, post].compactMap { $0 }.map(harmless).joined(separator: " ")
        guard let rank else { return held }
        return text("trace.ranked", ["post": held, "rank": harmless(rank)])
    }

    func role(_ role: RoleSnapshot?) -> String {
        guard let role, role.basis != .none else { return text("trace.roleUnknown") }
        let held = words(role.unitTitle ?? role.unit?.text, role.post, role.rank)
        if role.basis == .postHeldOnIncident { return text("trace.roleThen", ["role": held]) }
        return text(
            "trace.roleThenBy", ["role": held, "basis": text.label(.roleBasis, role.basis)])
    }

    private func isAboutResponsibility(_ event: Event) -> Bool {
        switch event {
        case .personNamed, .findingRecommended, .findingMade, .sanctionRecommended,
            .sanctionImposed, .sanctionNotExecuted, .sanctionAnnulled:
            true
        case .subjectRegistered, .employmentBegan, .positionAssumed, .positionTransferred,
            .positionSuspended, .positionReinstated, .employmentEnded, .complaintReceived,
            .caseOpened, .caseClosed, .investigatorAssigned, .recordWithdrawn, .decision,
            .proceeding, .measure, .appeal, .organisation, .law:
            false
        }
    }
}
