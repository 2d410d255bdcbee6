internal import Law
public import Vocabulary

/// What became of a finding through what was decided on its sanctions (责任认定的处理).
///
/// - Source: 政务处分法 Art. 57, 60.
public struct FindingCourse: Hashable, Sendable {
    /// The annulments of sanctions that rest on it, in the order in which they happened.
    public let annulments: [Recorded<SanctionAnnulled>]
    /// The last of them that says what becomes of the finding.
    public let deciding: Recorded<SanctionAnnulled>?
    /// The clearing of the person after it.
    public let clearing: Recorded<PersonCleared>?
    /// Whether a sanction in the case still stands.
    let hasSanction: Bool

    /// Whether it counts no longer.
    public var isAnnulled: Bool {
        clearing != nil || deciding?.fact.finding == .annulled
    }
    /// Whether it is to be made anew.
    public var isSentBack: Bool { clearing == nil && deciding?.fact.finding == .remitted }
    /// Whether all that rested on it was annulled, and nobody said what becomes of it.
    public var isInDoubt: Bool {
        !isAnnulled && deciding == nil && !annulments.isEmpty && !hasSanction
    }
}

extension SubjectFile {
    /// What became of a finding by a day.
    func course(
        of finding: Recorded<FindingMade>, known: Knowledge, by date: CalendarDate?
    ) -> FindingCourse {
        func counts<F: Fact>(_ fact: Recorded<F>) -> Bool {
            date.map { known.counts(fact, by: $0) } ?? known.counts(fact)
        }
        let id = finding.fact.case
        let annulled = annulments.filter {
            $0.fact.case == id && counts($0) && finding.moment <% $0.moment
        }.sorted { $0.isBefore($1) }
        let gone = Set(annulled.map(\.fact.sanction))
        let clearing = log.facts(PersonCleared.self).last {
            $0.fact.subject == self.id && $0.fact.case == id && counts($0)
                && finding.moment <% $0.moment
        }
        return FindingCourse(
            annulments: annulled, deciding: annulled.last { $0.fact.finding != nil },
            clearing: clearing,
            hasSanction: sanctions.contains {
                $0.fact.case == id && counts($0) && !gone.contains($0.fact.sanction)
            })
    }

    /// Whether a finding no longer accuses the person: annulled, or all that rested on it was.
    func isUnfounded(
        _ finding: Recorded<FindingMade>, known: Knowledge, by date: CalendarDate?
    ) -> Bool {
        let course = course(of: finding, known: known, by: date)
        return course.isAnnulled || course.isInDoubt
    }
}

extension CasePast {
    /// The finding that counts for the person, unless it was annulled, or sent back, since.
    func standingFinding(on subject: SubjectID) -> Recorded<FindingMade>? {
        finding(on: subject).flatMap { isFallen($0) || isSentBack($0) ? nil : $0 }
    }

    /// Whether the decision on a sanction resting on it annulled it, or the person was cleared since.
    private func isFallen(_ finding: Recorded<FindingMade>) -> Bool {
        let isCleared = facts(PersonCleared.self).contains {
            $0.fact.subject == finding.fact.subject && finding.moment <% $0.moment
        }
        return isCleared || fate(of: finding) == .annulled
    }

    /// Whether it is to be made anew: then the suspicion is back.
    func isSentBack(_ finding: Recorded<FindingMade>) -> Bool {
        fate(of: finding) == .remitted
    }

    private func fate(of finding: Recorded<FindingMade>) -> FindingFate? {
        facts(SanctionAnnulled.self).last {
            $0.fact.subject == finding.fact.subject && $0.fact.finding != nil
                && finding.moment <% $0.moment
        }?.fact.finding
    }
}
