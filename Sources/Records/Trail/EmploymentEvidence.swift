internal import Law
internal import Vocabulary

extension SubjectFile {
    /// The entries that show where the person stands in the service on a day, in order.
    func evidence(
        of state: EmploymentState, holding posts: [PostHeld], on date: CalendarDate,
        _ known: Knowledge
    ) -> [Position] {
        func counted<F: Fact>(
            _ facts: [Recorded<F>], _ shows: (Recorded<F>) -> Bool = { _ in true }
        ) -> [Position] {
            facts.filter { known.counts($0, by: date) && shows($0) }.map(\.position)
        }
        let found: [Position] =
            switch state {
            case .left(let reason, let on):
                counted(endings) { $0.on == on && $0.fact.reason == reason }
                    + (reason == .expelled ? dismissals(on: on, counted) : [])
            case .deceased(let on): counted(endings) { $0.fact.reason == .died && $0.on == on }
            case .suspended: counted(suspensions).suffix(1)
            case .inPost: posts.map(\.position)
            case .inService: counted(beginnings) + counted(assumptions) + counted(transfers)
            case .unknown:
                counted(endings) { $0.fact.irregularities.contains(.endedBeforeBegan) }
            }
        return Set(found).sorted()
    }

    private func dismissals(
        on day: CalendarDate,
        _ counted: ([Recorded<SanctionImposed>], (Recorded<SanctionImposed>) -> Bool) -> [Position]
    ) -> [Position] {
        counted(sanctions) { $0.fact.measure == .dismissal && $0.on == day }
    }
}
