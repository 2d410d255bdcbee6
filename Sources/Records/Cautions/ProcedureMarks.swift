internal import Law
internal import Vocabulary

extension SubjectFile {
    /// What a case that an organ here conducts lacks, however it came to be one: notice and hearing, the
    /// second person, an order of its steps; and what a sanction became against the law.
    ///
    /// - Source: 政务处分法 Art. 22, 43, 44, 50, 56.
    func procedureMarks(
        by date: CalendarDate, _ known: Knowledge, _ lives: [SanctionLife], under law: Law,
        cases: (CaseID) -> CaseFile
    ) -> [Caution] {
        var marks = endings.filter { $0.on == nil && known.counts($0, by: date) }
            .map { Caution(.endUnknown, [$0.position]) }
        for finding in findings
        where known.counts(finding, by: date) && finding.fact.finding == .sustained {
            let file = cases(finding.fact.case)
            guard file.past(by: date, knownAt: known.moment).isGoverned else { continue }
            if !isHeard(in: file, by: finding.on, known) {
                marks.append(Caution(.unheard, [finding.position]))
            }
            if log.entry(at: finding.position)?.approver == nil {
                marks.append(Caution(.singleHanded, [finding.position]))
            }
        }
        for life in lives where life.isValid {
            marks += procedureMarks(on: life, by: date, known, cases: cases)
            marks += changeMarks(on: life, known, under: law)
        }
        return marks
    }

    private func procedureMarks(
        on life: SanctionLife, by date: CalendarDate, _ known: Knowledge,
        cases: (CaseID) -> CaseFile
    ) -> [Caution] {
        let imposed = life.imposed
        let family = imposed.fact.measure.family
        guard family == .sanction || family == .accountability else { return [] }
        let file = cases(imposed.fact.case)
        let course = file.past(by: date, knownAt: known.moment)
        var marks: [Caution] = []
        func mark(_ code: Irregularity, _ besides: [Position] = []) {
            marks.append(
                Caution(code, [imposed.position] + besides, sanction: life.sanction))
        }
        if course.isGoverned {
            if family == .sanction && !isHeard(in: file, by: imposed.on, known) { mark(.unheard) }
            if log.entry(at: imposed.position)?.approver == nil { mark(.singleHanded) }
        }
        guard let on = imposed.on, !imposed.isImputed else { return marks }
        if let opened = course.opening, !opened.isImputed, let day = opened.on, on < day {
            mark(.beforeItsBasis, [opened.position])
        } else if imposed.fact.instrument == nil,
            let found = course.finding(on: subject), !found.isImputed, let day = found.on, on < day,
            !isSustained(in: imposed.fact.case, known: known, by: on)
        {
            mark(.beforeItsBasis, [found.position])
        }
        return marks
    }

    /// Told, and then heard or waiving that, by the day.
    private func isHeard(
        in file: CaseFile, by day: CalendarDate?, _ known: Knowledge
    ) -> Bool {
        file.past(by: day, knownAt: known.moment).defence(of: subject) != nil
    }

    /// What it became by a later act: heavier after the person's own appeal, or what such persons cannot
    /// receive.
    private func changeMarks(
        on life: SanctionLife, _ known: Knowledge, under law: Law
    ) -> [Caution] {
        guard let last = life.rectifications.last, let on = last.on else { return [] }
        var marks: [Caution] = []
        let filed = log.facts(AppealFiled.self).filter { filed in
            filed.fact.sanction == life.sanction
                && filed.on.map { $0 <= on } ?? true
                && (known.moment.map { filed.at <= $0 } ?? true)
                && !log.facts(AppealWithdrawn.self).contains {
                    $0.fact.appeal == filed.fact.appeal && known.counts($0, by: on)
                }
                && !log.facts(AdmissibilityRuled.self).contains {
                    $0.fact.appeal == filed.fact.appeal && !$0.fact.admitted && known.counts($0)
                }
        }
        let before =
            life.rectifications.dropLast().last.map { ($0.fact.measure, $0.fact.months) }
            ?? (life.imposed.fact.measure, life.imposed.fact.months)
        if let appeal = filed.first,
            law.bodies(on: on)?.isHeavier(
                (last.fact.measure.rawValue, last.fact.months),
                than: (before.0.rawValue, before.1)) == true
        {
            marks.append(
                Caution(
                    .heavierAfterAppeal, [last.position, appeal.position],
                    sanction: life.sanction))
        }
        let flaws = flaws(of: last.fact.measure, on: on, knownAt: known.moment, under: law)
        return marks
            + flaws.map { Caution($0.mark, [last.position], sanction: life.sanction) }
    }
}
