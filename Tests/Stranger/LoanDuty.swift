public import Law
public import Vocabulary

/// A duty that nobody has and of which no room of the house has heard: instruments are lent (器具借用).
/// Its articles are made up. It shows that a duty is a folder: whatever the house can do with its
/// own kinds it must be able to do with these.
extension Duty {
    public static let loan = Duty(
        noun: Noun("loan", tag: .loan, hasClocks: true),
        kinds: [
            EventKind(
                LoanLent.self, source: "器具借用办法#3", trail: .loan(.procedure),
                clocks: Marks(starts: [LoanClock.return], ends: []) { fact, entry in
                    [
                        entry.start(
                            fact.loan.tag, LoanClock.return, due: fact.due, unit: fact.lender,
                            subject: fact.borrower)
                    ]
                }, alike: nil),
            EventKind(
                LoanReturned.self, source: "器具借用办法#5", trail: .loan(.cleared),
                clocks: .ending([LoanClock.return]) { $0.loan }, alike: nil),
            .plain(LoanOverdueNoticed.self, "器具借用办法#6", .loan(.suspected)),
            EventKind(
                LoanLost.self, source: "器具借用办法#7", trail: .loan(.found),
                clocks: .ending([LoanClock.return]) { $0.loan }, alike: nil),
        ],
        verbs: [
            .step(LoanLent.self, "loan", "lend", .byRule),
            .step(LoanReturned.self, "loan", "return", .byRule),
            .step(LoanOverdueNoticed.self, "loan", "notice", .byRule),
            .step(LoanLost.self, "loan", "lose", .required),
        ],
        guards: [])
}

extension TagKind {
    public static let loan: TagKind = "loan"
}

extension TrailPlace {
    /// It stands on the trail of whoever borrowed.
    static func loan(_ class: TrailClass) -> TrailPlace {
        TrailPlace(.always(`class`), shows: nil, role: .none, course: .none, brings: nil)
    }
}

enum LoanClock {
    /// Until when the instrument is to be back.
    static let `return` = "instrumentReturn"
}

/// The loan of one instrument to one person (借用).
public struct LoanID: Identifier {
    public static let tagKind: TagKind = .loan
    public let text: String
    public init(wellFormed text: String) { self.text = text }
}

/// All that is recorded about one loan.
public struct LoanFile: FileView {
    public typealias ID = LoanID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }

    var lent: Recorded<LoanLent>? { log.latest(LoanLent.self) }

    /// When it came to its end, and by which entry.
    var end: (on: CalendarDate?, by: Position)? {
        let returned = log.latest(LoanReturned.self).map { ($0.on, $0.position) }
        return returned ?? log.latest(LoanLost.self).map { ($0.on, $0.position) }
    }
}

extension Past {
    /// Nil when nothing is recorded under `loan:id`.
    func loan(_ id: LoanID) -> LoanFile? { view(id) }
}

extension Statute {
    /// Its made-up articles (器具借用办法).
    public static let loans = Statute("器具借用办法", articles: 1...7)
}
