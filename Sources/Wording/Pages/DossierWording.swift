public import Records
public import Vocabulary

/// What a dossier says of the entries of its steps, and of what a reader should look at.
public struct DossierWording: Sendable {
    public let text: Text

    public init(text: Text) { self.text = text }

    /// The heading of its kind, then what matters of it in a dossier; of most kinds nothing does.
    public func words(_ entry: DossierStep.Entry) -> String { words(entry.event) }

    /// The same of any event.
    public func words(_ event: Event) -> String {
        let particulars = Self.table.lazy.compactMap { $0(event, text) }.first ?? []
        return ([text.heading(of: event)] + particulars).joined(separator: " · ")
    }

    public func words(_ note: DossierNote) -> String {
        switch note {
        case .consultationShort(let until, let minimum):
            text(
                "dossier.note.consultationShort",
                ["until": "\(until)", "minimum": "\(minimum)"])
        case .legalityReviewShort(let minimum):
            text("dossier.note.legalityReviewShort", ["minimum": "\(minimum)"])
        case .expertInterest: text("dossier.note.expertInterest")
        case .discussedBeforeLegality: text("dossier.note.discussedBeforeLegality")
        case .conditionalLegality: text("dossier.note.conditionalLegality")
        case .publicationDue(let day): text("dossier.note.publicationDue", ["due": "\(day)"])
        case .calendarMissing(let year):
            text("dossier.note.calendarMissing", ["year": "\(year)"])
        }
    }

    /// What is told of an event, if it is of the kind.
    private typealias Words = @Sendable (Event, Text) -> [String]?

    private static func of<F: Fact>(
        _ kind: F.Type, _ words: @escaping @Sendable (F, Text) -> [String?]
    ) -> Words {
        { event, text in event[F.self].map { words($0, text).compactMap(\.self) } }
    }

    private static let table: [Words] = [
        of(ConsultationOpened.self) { fact, text in
            [
                text("dossier.until", ["until": "\(fact.until)"]),
                fact.urgencyReason == nil ? nil : text("dossier.urgent"),
            ]
        },
        of(OpinionReceived.self) { fact, _ in [harmless(fact.opinion)] },
        of(OpinionDisposed.self) { fact, text in
            [
                harmless(fact.opinion),
                text(fact.adopted ? "dossier.opinionAdopted" : "dossier.opinionDeclined"),
            ]
        },
        of(RiskAssessed.self) { fact, text in
            [
                text.label(.riskLevel, fact.level),
                text(fact.controllable ? "dossier.controllable" : "dossier.uncontrollable"),
            ]
        },
        of(LegalityReviewCompleted.self) { fact, text in
            [
                text.label(.legalityConclusion, fact.conclusion),
                fact.exploratoryClaim == true ? text("dossier.exploratory") : nil,
            ]
        },
        of(MeetingHeld.self) { fact, text in
            [
                text("dossier.present", ["count": "\(fact.attendees.count)"]),
                text(fact.minutesDigest == nil ? "dossier.noMinutes" : "dossier.minutes"),
            ]
        },
        of(StepWaived.self) { fact, text in [text.words(fact.ground), fact.rule.map(harmless)] },
        of(HearingRequired.self) { fact, _ in [harmless(fact.rule)] },
        of(ExecutionAssigned.self) { fact, _ in [harmless(fact.executor.text)] },
        of(PostEvaluationOrdered.self) { fact, text in
            [harmless(fact.evaluator.text), text("dossier.until", ["until": "\(fact.due)"])]
        },
        of(PostEvaluationCompleted.self) { fact, _ in [harmless(fact.evaluator.text)] },
    ]
}
