public import Chain
internal import Law
internal import Records
public import Registry
public import Vocabulary

/// The one door to a ledger: what can be recorded and asked comes in with its fields and its officer,
/// a receipt, a refusal or an answer goes out.
///
/// The program prints what comes out, a web page draws it; neither knows how it came about.
public struct Application: Sendable {
    public let ledger: Ledger

    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// - Returns: Nil when nothing is recorded of what is asked about.
    /// - Throws: ``GeneralRefusal/notYetKnown(_:now:)``, or what kept the ledger from being read.
    public func ask<Asked: Question>(_ question: Asked) throws -> Asked.Reply? {
        try checkHasPassed(question.knownAt)
        return try ledger.atOneMoment { try question.answer(in: $0) }
    }

    /// What was known at a moment never changes, once it has passed; before, nobody can say.
    private func checkHasPassed(_ moment: Instant?) throws {
        guard let moment, moment > ledger.now else { return }
        throw Refusal.notYetKnown(moment, now: ledger.now)
    }

    /// The same answer as one canonical JSON object, with the ledger as it stood.
    public func json(asking question: some Question) throws -> [UInt8]? {
        try checkHasPassed(question.knownAt)
        return try ledger.atOneMoment { ledger in
            try question.answer(in: ledger)?.json(at: try ledger.standing())
        }
    }

    /// An answer that was given as one canonical JSON object, with the ledger as it stands.
    public func json(_ answer: some Answer) throws -> [UInt8] {
        answer.json(at: try ledger.standing())
    }

    /// A question as it was typed or sent, its identifiers brought into shape.
    public static func question<Asked: Question>(
        _ asked: Asked.Type, from reader: some FieldReader
    ) throws(FieldFault) -> Asked {
        try Asked(
            asked: ShapedReader(
                base: reader, fields: Asked.fields, spellings: [:], shaping: Shaping()))
    }

    /// What writes itself as an object of its own.
    public static func object(_ write: (inout AnswerWriter) -> Void) -> CanonicalObject {
        var writer = AnswerWriter()
        write(&writer)
        return writer.object
    }
}
