import Law
import Records
import Vocabulary
import Wording

/// One record of dishonesty on a page: whom it is on and on what, where it stands, until when it is
/// shown, and everything that happened to it.
struct DishonestyRenderer: Renderer {
    let sheet: Sheet
    /// What people call those who are named in it.
    let names: [SubjectID: String]

    func page(_ view: DishonestyView) -> String {
        let course = view.course
        var lines = underlined(
            view.record.text + "  " + text.label(.dishonestyState, view.state))
        lines.append(
            text(
                "dishonesty.subject",
                ["subject": text.called(view.subject, names), "actOn": "\(course.actOn)"]))
        lines += wrapped(text("dishonesty.act", ["act": text.words(course.act)]), indent: 0)
        if let role = course.proposal.fact.role {
            lines += wrapped(text("backTrace.then", ["role": text.role(role)]), indent: 0)
        }
        lines += document(view) + catalogue(view) + period(view) + bothViews(course)
        lines.append("")
        lines += steps(of: course)
        for mark in course.proposal.fact.irregularities {
            lines += wrapped(paint(text.label(.irregularity, mark), .suspected), indent: 0)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func document(_ view: DishonestyView) -> [String] {
        guard let document = view.document else {
            return wrapped(paint(text("dishonesty.noDocument"), .bad), indent: 0)
        }
        let fact = document.fact
        return wrapped(
            text(
                "dishonesty.document",
                [
                    "number": harmless(fact.number), "organ": text.called(fact.organ, names),
                    "dated": "\(fact.dated)", "instrument": fact.instrument.text,
                ]) + entry(document.position), indent: 0)
    }

    private func catalogue(_ view: DishonestyView) -> [String] {
        let (scope, edition, item) = view.course.catalogue
        let words = [text.label(.catalogueScope, scope), edition, item].compactMap(\.self)
        let regime = view.period?.regime.map { text.choose($0.chinese, $0.english) }
        return wrapped(
            text(
                "dishonesty.regime",
                [
                    "catalogue": words.map(harmless).joined(separator: " "),
                    "regime": regime ?? text("dishonesty.regimeUnknown"),
                ]), indent: 0)
    }

    private func period(_ view: DishonestyView) -> [String] {
        guard let period = view.period else { return [] }
        var lines: [String] = []
        if let grade = period.grade {
            lines.append(
                text("dishonesty.grade", ["grade": text.choose(grade.chinese, grade.english)]))
        } else if period.isUngraded {
            lines += wrapped(paint(text("dishonesty.ungraded"), .suspected), indent: 0)
        }
        if let minimum = period.minimum {
            lines.append(text("dishonesty.minimum", ["minimum": "\(minimum)"]))
        }
        if let rule = view.continuing {
            lines += wrapped(
                text(
                    "dishonesty.continuing",
                    ["rule": harmless(rule.fact.title), "number": harmless(rule.fact.number)])
                    + entry(rule.position), indent: 0)
        } else if let maximum = view.shownUntil {
            lines.append(text("dishonesty.maximum", ["maximum": "\(maximum)"]))
        } else if view.state != .repaired && view.state != .annulled {
            lines.append(text("dishonesty.untilUnknown"))
        }
        if view.isUnrectified {
            lines.append(paint(text("dishonesty.unrectified"), .suspected))
        }
        return lines + period.settings.flatMap { wrapped(text.hangs(on: $0)) }
    }

    private func steps(of course: DishonestyCourse) -> [String] {
        var steps: [(on: CalendarDate?, position: Position, lines: [String])] = []
        func add<F: Fact>(_ recorded: Recorded<F>?, _ words: String...) {
            guard let recorded else { return }
            steps.append((recorded.on, recorded.position, step(recorded, words)))
        }
        add(course.proposal)
        add(course.entry)
        add(course.notification, harmless(course.notification?.fact.channel ?? ""))
        for one in course.gradings { add(one, harmless(one.fact.standard)) }
        for one in course.statements { add(one, text.words(one.fact.statement)) }
        for one in course.explanations { add(one, harmless(one.fact.improvement)) }
        for one in course.orders {
            add(
                one, text.called(one.fact.organ, names),
                text("trace.termUntil", ["until": "\(one.fact.until)"]))
        }
        add(course.rectification, harmless(course.rectification?.fact.proof ?? ""))
        for one in course.corrections { add(one, harmless(one.fact.reason)) }
        for one in course.variations { add(one, harmless(one.fact.remains)) }
        add(
            course.annulment,
            course.annulment.map { text.label(.dishonestyFall, $0.fact.ground) } ?? "")
        for one in course.links { add(one, link(one.fact)) }
        for one in course.restorations {
            add(one, text.label(.announcementRange, one.fact.range))
        }
        for one in course.compensations {
            add(one, text("dossier.amount", ["amount": text.yuan(one.fact.amount)]))
        }
        for one in course.leniencies { add(one, text.label(.leniencyFactor, one.fact.factor)) }
        for one in course.objections {
            add(one.filing, stands(one))
        }
        for one in course.repairs { add(one.application, stands(one)) }
        return steps.sorted { ($0.on, $0.position) <% ($1.on, $1.position) }.flatMap(\.lines)
    }

    private func stands(_ one: ObjectionCourse) -> String {
        text(
            "dishonesty.objection",
            ["objection": one.objection.text, "state": text.label(.objectionState, one.state)])
    }

    private func stands(_ one: RepairCourse) -> String {
        text(
            "dishonesty.repair",
            ["repair": one.repair.text, "state": text.label(.repairState, one.state)])
    }

    /// What could not be verified: what was objected stands beside the record (征信业管理条例 Art. 25).
    private func bothViews(_ course: DishonestyCourse) -> [String] {
        course.unverifiable.compactMap(\.filing.fact.statement).flatMap {
            wrapped(
                paint(
                    text("dishonesty.unverifiable", ["statement": text.words($0)]), .suspected),
                indent: 0)
        }
    }

    private func step<F: Fact>(_ recorded: Recorded<F>, _ words: [String]) -> [String] {
        let heading = text.heading(of: recorded.fact.version)
        let said = [dated(recorded.on, recorded.position) + heading] + words
        return wrapped(said.filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private func link(_ fact: DishonestyLinked) -> String {
        let whom =
            [fact.person, fact.unit].compactMap(\.self).first.map { text.called($0, names) }
            ?? fact.decision?.text ?? harmless(fact.project ?? "")
        let parts = [
            text.label(.linkRelation, fact.relation), whom,
            fact.inPostOn.map { "\($0)" }, fact.role.map(text.role),
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}
