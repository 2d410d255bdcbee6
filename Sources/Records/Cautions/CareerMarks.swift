import Law
import Vocabulary

extension SubjectFile {
    /// Posts against what bars them, and what a removal took.
    func careerMarks(
        by date: CalendarDate, _ known: Knowledge, _ lives: [SanctionLife], under law: Law
    ) -> [Caution] {
        let taken = career(by: date, known)
        var marks: [Caution] = []
        for life in lives where life.isValid {
            let effects = effectPeriods(of: life, knownAt: known.moment, under: law)
            let periods = effects.filter {
                !Set($0.bars).isDisjoint(with: [.promotion, .higherPost, .leadingPost])
            }
            let held = taken.last { $0.since < life.since }
            for (index, post) in taken.enumerated() where post.since >= life.since {
                guard let rules = law.bodies(on: post.since), index > 0,
                    let barring = periods.first(where: { $0.covers(post.since) })
                else { continue }
                let mark = post.mark(
                    after: taken[index - 1], held: held, barredBy: barring, under: rules)
                if let mark { marks.append(mark) }
            }
            marks += marksOfOldPost(life, by: date, known, under: law)
            marks += marksOfRecruitment(life, effects, by: date, known)
        }
        return marks
    }

    /// A service entered again while that is barred.
    private func marksOfRecruitment(
        _ life: SanctionLife, _ effects: [EffectPeriod], by date: CalendarDate, _ known: Knowledge
    ) -> [Caution] {
        guard let barring = effects.first(where: { $0.bars.contains(.recruitment) }) else {
            return []
        }
        let began = beginnings.filter { began in
            known.counts(began, by: date)
                && began.on.map { life.becameOn < $0 && barring.covers($0) } ?? false
        }.map(\.position)
        // A post as a civil servant is one that only who was recruited holds.
        func asServant<F: PostTaken>(_ posts: [Recorded<F>]) -> [Position] {
            posts.filter { post in
                let sort = post.fact.personnel
                return known.counts(post, by: date)
                    && (sort == nil || sort == .civilServant || sort == .congressElected)
                    && post.on.map { life.becameOn < $0 && barring.covers($0) } ?? false
            }.map(\.position)
        }
        return (began + asServant(assumptions) + asServant(transfers)).map {
            Caution(
                .recruitedWhileBarred, [$0, life.imposed.position], sanction: life.sanction)
        }
    }

    /// A post held when the holder was removed, and shown as held afterwards.
    private func marksOfOldPost(
        _ life: SanctionLife, by date: CalendarDate, _ known: Knowledge, under law: Law
    ) -> [Caution] {
        let removes: Set<Measure> = [
            .removal, .dutyRemoval, .blamedResignation, .orderedResignation,
        ]
        guard removes.contains(life.measure), life.stands || life.replacement != nil,
            !life.isUndated, life.becameOn <= date
        else { return [] }
        // What a removal does to the post, each sort of person has in an article of its own; a measure
        // that is no sanction stands in its own rules.
        let rules = law.bodies(on: life.since)
        let rule =
            life.measure == .removal
            ? effectPeriods(of: life, knownAt: known.moment, under: law)
                .first { $0.effect.code == "lowerPost" }?.effect.source
            : rules?.measure(life.measure.rawValue)?.source
        return posts(on: date, known: known, leavingDayCounts: false)
            .filter { $0.since < life.becameOn }
            .map {
                Caution(
                    .postAfterRemoval, [$0.position, life.imposed.position], rule: rule,
                    sanction: life.sanction)
            }
    }

    /// The posts taken, in the order in which they began.
    private func career(by date: CalendarDate, _ known: Knowledge) -> [TakenPost] {
        func all<F: PostTaken>(_ facts: [Recorded<F>]) -> [TakenPost] {
            facts.filter { known.counts($0, by: date) }.compactMap { fact in
                fact.on.map {
                    TakenPost(since: $0, position: fact.position, rank: fact.fact.rank)
                }
            }
        }
        return (all(assumptions) + all(transfers))
            .sorted { ($0.since, $0.position) < ($1.since, $1.position) }
    }
}

/// A post as it was taken up.
private struct TakenPost {
    let since: CalendarDate
    let position: Position
    let rank: String?

    /// A higher post, or one of unknown height, within a period that bars it: higher than the one before
    /// it, or than the one held when the sanction came. Who was lowered by the sanction and comes back
    /// up is promoted, too (政务处分法 Art. 19, 26(2)).
    ///
    /// - Parameters:
    ///   - before: The post held directly before.
    ///   - held: The one held when the sanction came, where that is known.
    func mark(
        after before: TakenPost, held: TakenPost?, barredBy period: EffectPeriod,
        under rules: Bodies
    ) -> Caution? {
        let steps = [isHigher(than: before, rules), held.flatMap { isHigher(than: $0, rules) }]
        let level = held ?? before
        let sameLevel = rank != nil && rank == level.rank
        if steps.contains(true) || (period.bars.contains(.leadingPost) && sameLevel) {
            return Caution(
                .promotedWhileBarred, [position, period.position], rule: period.effect.source,
                sanction: period.sanction)
        }
        // After a removal a lower post is what the law asks for.
        let lowers: Set<Measure> = [.removal, .demotion]
        guard isHigher(than: level, rules) == nil, !lowers.contains(period.measure) else {
            return nil
        }
        return Caution(
            .postWhileBarred, [position, period.position], rule: period.effect.source,
            sanction: period.sanction)
    }

    /// Nil: no rank tells.
    private func isHigher(than other: TakenPost, _ rules: Bodies) -> Bool? {
        guard let rank, let theirs = other.rank else { return nil }
        return rules.isHigher(rank, than: theirs) ?? (rank == theirs ? false : nil)
    }
}
