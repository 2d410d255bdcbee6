internal import Law
public import Records
public import Registry
public import Vocabulary

/// Whom a document is about, as it names them.
public struct PrintedPerson: Sendable {
    public let subject: SubjectID
    public let registration: SubjectRegistered?
    /// The entries that say who it is.
    public let registered: [Position]
    /// The posts held on the day of the document.
    public let posts: [PostHeld]

    /// - Parameter posts: The page of the day on which posts are asked for; nil: of the same day.
    public init(_ page: SubjectPage, posts: SubjectPage? = nil) {
        subject = page.status.subject
        registration = page.registration
        registered = page.registered
        self.posts = (posts ?? page).status.posts
    }
}

extension PrintValues {
    mutating func tell(_ person: PrintedPerson, in text: Text) {
        set(.person, person.subject.text, from: person.registered)
        let said = person.registration
        set(
            .name, said.flatMap { $0.title ?? $0.name.map(text.named) },
            from: person.registered + [said?.name?.destroyedBy].compactMap(\.self))
        set(.kind, said.map { text.label(.subjectKind, $0.kind) }, from: person.registered)
        if !person.posts.isEmpty {
            let posts = person.posts.map { text.words($0.post) }
            set(
                .post, posts.joined(separator: text("list.comma")),
                from: person.posts.map(\.position))
        }
    }

    /// An organ as people call it, else by its identifier.
    mutating func set(
        _ field: PrintField, organ: UnitID?, _ names: [SubjectID: String], from entry: Position?
    ) {
        guard let organ else { return }
        set(field, names[SubjectID(wellFormed: organ.text)] ?? organ.text, from: entry)
    }
}

/// What a document says of the remedy (救济).
extension PrintValues {
    /// The route that was told, what may be done on it, and until when.
    ///
    /// - Parameters:
    ///   - stage: The stage of the route; nil: its first.
    ///   - until: The last day that was told.
    mutating func tell(
        route code: String, stage: String?, until: CalendarDate?, rules: Bodies?,
        from entry: Position, in text: Text
    ) {
        let route = rules?.route(code)
        set(
            .route, route.map { text.choose($0.titleChinese, $0.titleEnglish) } ?? code,
            from: entry)
        guard let stage = stage ?? route?.stages.first?.code else { return }
        let act = text.label(.remedyAct, stage)
        if route?.stage(stage)?.fileClock == nil, route != nil {
            set(.asProvided, act, from: entry)
        } else {
            set(.remedy, act, from: entry)
            set(.remedyUntil, until.map { text.written($0) }, from: entry)
        }
    }
}

extension Sealed {
    /// The entry that says that it was destroyed.
    fileprivate var destroyedBy: Position? {
        if case .destroyed(_, _, let entry) = self { entry } else { nil }
    }
}

extension Text {
    /// A name out of the vault. One that nobody can read any more says so; it is no blank.
    fileprivate func named(_ name: Sealed) -> String {
        name.text ?? self("print.unreadable", ["why": words(name)])
    }

    /// What the law calls the decision that imposes a measure (处分决定书).
    func document(imposing measure: Measure, by authority: Authority?) -> String {
        switch (measure.family, authority) {
        case (.sanction, .supervision): self("print.title.supervision")
        case (.sanction, _): self("print.title.sanction")
        case (.accountability, _): self("print.title.accountability")
        case (.party, _), (.credit, _), (.delivered, _): self("print.title.measure")
        }
    }

    /// `记过处分`: a sanction is called so, a measure by its own name.
    func given(_ measure: Measure) -> String {
        measure.family == .sanction
            ? self("print.sanction", ["measure": label(.measure, measure)])
            : label(.measure, measure)
    }
}
