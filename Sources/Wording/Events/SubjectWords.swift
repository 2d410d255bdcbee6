internal import Law
internal import Records
internal import Vocabulary

/// What lines of a trail say of who somebody is, of posts and service, and of units.
extension EventWords {
    static let subject: [EventWords] = [
        .words(SubjectRegistered.self) { fact, line in
            line.label(.subjectKind, fact.kind)
            line.verbatim(fact.title)
            line.phrase("trace.code", "code", fact.code)
            line.phrase("trace.predecessor", "unit", fact.predecessor)
            line.phrase("trace.entered", "rank", fact.rank)
            line.marks = fact.irregularities
        },
        .words(SubjectRenamed.self) { fact, line in
            line.verbatim(fact.title)
            line.phrase("trace.code", "code", fact.code)
            line.document(fact.document)
            line.marks = fact.irregularities
        },
        .words(EmploymentBegan.self) { fact, line in
            line.phrase("trace.entered", "rank", fact.rank)
            line.marks = fact.irregularities
        },
        .words(PositionAssumed.self) { fact, line in
            line.post(fact.asPost, until: fact.until)
            line.marks = fact.irregularities
        },
        .words(PositionTransferred.self) { fact, line in
            line.post(fact.asPost, until: fact.until)
            if let previous = fact.previous {
                line.phrase("trace.from", ["post": line.text.words(previous)])
            }
            line.marks = fact.irregularities
        },
        .words(PositionEnded.self) { fact, line in
            line.add(line.text.words(fact.asPost))
            line.says(line.text.label(.postEnding, fact.ending))
            line.phrase("trace.instrument", "instrument", fact.instrument)
        },
        .words(PositionSuspended.self) { fact, line in line.add(fact.sanction?.text) },
        .words(PositionReinstated.self) { fact, line in line.add(fact.sanction?.text) },
        .words(EmploymentEnded.self) { fact, line in
            line.says(line.text.label(.departure, fact.reason))
            line.phrase("trace.lastUnit", "unit", fact.lastUnit)
            line.marks = fact.irregularities
        },
        .words(OrganisationRestructured.self) { fact, line in
            if fact.successor == line.subject {
                line.phrase("trace.predecessor", "unit", fact.predecessor)
            } else {
                line.phrase("trace.successor", "unit", fact.successor)
            }
            line.document(fact.document)
        },
    ]
}

extension EventLine {
    fileprivate mutating func post(_ post: Post, until: CalendarDate?) {
        add(text.words(post))
        phrase("trace.heldUntil", "until", until)
    }
}
