internal import Records
internal import Vocabulary

/// What lines of a trail say of withdrawals, and of the law that was activated.
extension EventWords {
    static let correction: [EventWords] = [
        .words(RecordWithdrawn.self) { fact, line in line.sealed(fact.reason) }
    ]

    static let law: [EventWords] = [
        .words(RulebookActivated.self) { fact, line in
            line.add("\(fact.rulebook)/\(fact.version)")
        },
        .words(CalendarLoaded.self) { fact, line in line.add("\(fact.calendarYear)") },
    ]
}
