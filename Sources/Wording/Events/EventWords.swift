internal import Records
internal import Vocabulary

/// What is told of the facts of one kind.
///
/// A duty's words stand in one file. A kind that is none of them is told by its declared fields, so
/// that a duty of which this room knows nothing needs entries in the catalogues and no more.
struct EventWords: Sendable {
    /// The first type of the kind.
    let type: EventType
    /// The sign at the head of the line, where the class of the kind does not say it.
    let sign: TimelineSign?
    let tell: @Sendable (Event, inout EventLine) -> Void

    /// - Parameters:
    ///   - file: The kind of file in which it is a step, and which is named first.
    ///   - tell: What a line says beside its heading, in the order in which it says it.
    static func words<F: Fact>(
        _ fact: F.Type, of file: TagKind? = nil, sign: TimelineSign? = nil,
        _ tell: @escaping @Sendable (F, inout EventLine) -> Void
    ) -> EventWords {
        EventWords(type: F.type, sign: sign) { event, line in
            guard let fact = event[F.self] else { return }
            if let file { line.add(event.tags.first { $0.kind == file }?.identifier) }
            tell(fact, &line)
        }
    }

    /// A kind of which the heading says everything.
    static func heading<F: Fact>(_ fact: F.Type, of file: TagKind? = nil) -> EventWords {
        words(fact, of: file) { _, _ in }
    }

    static let all =
        subject + complaint + accountabilityCase + sanction + correction + destruction + decision
        + appeal + law

    private static let byType = Dictionary(
        all.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })

    /// Nil where the kind is told by its declared fields.
    static func of(_ kind: EventKind) -> EventWords? { byType[kind.type] }
}
