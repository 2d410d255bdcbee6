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

    /// - Returns: Nil when nothing is recorded of what is asked about: the table of heads was then
    ///   compared (I12).
    /// - Throws: ``LedgerFault/unsound(_:more:)`` where what the answer rests on is damaged,
    ///   ``GeneralRefusal/notYetKnown(_:now:)``.
    public func ask<Asked: Question>(_ question: Asked) throws -> Asked.Reply? {
        try asking(question)?.reply
    }

    /// An answer, and how far it is proven.
    public func asking<Asked: Question>(
        _ question: Asked
    ) throws -> (reply: Asked.Reply, reach: Reach)? {
        try checkHasPassed(question.knownAt)
        return try ledger.atOneMoment(
            comparing: question.completeness, listing: Asked.isList
        ) { ledger in
            try reply(to: question, in: ledger).map { ($0, try ledger.reach()) }
        }
    }

    /// An answer with the ledger as it stood, for a document that is handed out.
    public func handingOut<Asked: Question>(
        _ question: Asked
    ) throws -> (reply: Asked.Reply, standing: LedgerStanding)? {
        try checkHasPassed(question.knownAt)
        return try ledger.atOneMoment(
            comparing: question.completeness, listing: Asked.isList
        ) { ledger in
            try reply(to: question, in: ledger).map { ($0, try ledger.standing()) }
        }
    }

    /// What was known at a moment never changes, once it has passed; before, nobody can say.
    private func checkHasPassed(_ moment: Instant?) throws {
        guard let moment, moment > ledger.now else { return }
        throw Refusal.notYetKnown(moment, now: ledger.now)
    }

    /// The same answer as one canonical JSON object, with the ledger as it stood.
    public func json<Asked: Question>(asking question: Asked) throws -> [UInt8]? {
        try checkHasPassed(question.knownAt)
        return try ledger.atOneMoment(
            comparing: question.completeness, listing: Asked.isList
        ) { ledger in
            try reply(to: question, in: ledger)?.json(at: try ledger.standing())
        }
    }

    /// What narrows a question, and nothing is recorded of; nil: the question has an answer, or none
    /// for another reason.
    public func unrecorded<Asked: Question>(in question: Asked) throws -> Unrecorded? {
        try ledger.atOneMoment(comparing: question.completeness, listing: Asked.isList) {
            try $0.noPlace(in: question) ?? question.unrecorded(in: $0)
        }
    }

    /// How else an identifier is written under which nothing is recorded, where its letters alone stand
    /// in another case; nil where nothing or several are.
    ///
    /// - Parameter kinds: Of what it is one.
    public func otherCase(of identifier: String, among kinds: [TagKind]) throws -> String? {
        let typed = Officer.shaped(identifier)
        if !isWellFormedIdentifier(typed) { return nil }
        let identities = Identities(ledger)
        let found = Set(try kinds.flatMap { try identities.spellings(of: typed, under: $0) })
        return found.count == 1 ? found.first.flatMap { $0 == typed ? nil : $0 } : nil
    }

    private func reply<Asked: Question>(
        to question: Asked, in ledger: Ledger
    ) throws -> Asked.Reply? {
        let isNarrowed =
            try ledger.noPlace(in: question) != nil || question.unrecorded(in: ledger) != nil
        let reply = isNarrowed ? nil : try question.answer(in: ledger)
        if reply == nil { try ledger.proveNothing() }
        return reply
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
