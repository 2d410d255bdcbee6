import Law
import Vocabulary

@testable import Records

extension DecisionFile {
    /// The dossier of a decision that no other has to do with.
    func dossier(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law
    ) -> Dossier? {
        dossier(on: date, knownAt: moment, under: law) { _ in nil }
    }

    /// Who answers for a decision that no other has to do with.
    func backTrace(
        on date: CalendarDate, knownAt moment: Instant? = nil, under law: Law,
        file: (SubjectID) -> SubjectFile?
    ) -> BackTrace {
        backTrace(on: date, knownAt: moment, under: law, decision: { _ in nil }, file: file)
    }
}
