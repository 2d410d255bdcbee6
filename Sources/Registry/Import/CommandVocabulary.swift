/// The commands a mapping may name and the fields each takes.
///
/// A mapping that names anything else is refused before a row is read: a misspelt field, or a name
/// given in clear where the command looks for a sealed one, would otherwise lose what the column
/// says without anybody noticing. Withdrawing a record is not among them: a delivery that leaves
/// something out does not say that it never was.
struct CommandVocabulary: Sendable {
    /// What a field holds.
    enum Kind: String, Sendable {
        case text
        case integer
        case boolean
        case list
        case sealed

        /// How a mapping writes it.
        var spelling: String { self == .sealed ? "\"sealed\":true" : "\"as\":\"\(rawValue)\"" }
    }

    /// Kinds of fields by command and field name.
    let fields: [String: [String: Kind]]

    /// What Records decides today.
    static let standard: CommandVocabulary = {
        // What every command takes: when it happened, and what it rests on.
        let common: [String: Kind] = ["on": .text, "onBasis": .text, "basis": .list]
        func fields(
            _ texts: String, integers: String = "", sealed: String = ""
        ) -> [String: Kind] {
            var kinds = common
            for name in texts.split(separator: " ") { kinds[String(name)] = .text }
            for name in integers.split(separator: " ") { kinds[String(name)] = .integer }
            for name in sealed.split(separator: " ") { kinds[String(name)] = .sealed }
            return kinds
        }
        return CommandVocabulary(fields: [
            "registerSubject": fields(
                "subject kind title code predecessor rank", sealed: "name idNumber"),
            "beginEmployment": fields("subject rank"),
            "takePost": fields("subject unit unitTitle post rank until"),
            "suspendPost": fields("subject sanction"),
            "reinstatePost": fields("subject sanction"),
            "endEmployment": fields("subject reason lastUnit"),
            "receiveComplaint": fields(
                "complaint case incidentOn category filedBy", sealed: "narrative"),
            "openCase": fields("case complaint"),
            "namePerson": fields("case subject recordedUnit category categoryCode"),
            "assignInvestigator": fields("case investigator"),
            "recommendFinding": fields("case subject finding sourceCode outcome outcomeClass"),
            "makeFinding": fields("case subject finding sourceCode outcome outcomeClass"),
            "closeCase": fields("case"),
            "recommendSanction": fields("case subject measure sourceText", integers: "days"),
            "imposeSanction": fields(
                "sanction case subject measure sourceText", integers: "days months"),
            "recordNotExecuted": fields("sanction case subject reason"),
            "annulSanction": fields("sanction case subject by", sealed: "ground"),
        ])
    }()
}
