/// The commands a mapping may name and the fields each takes.
///
/// A mapping that names anything else is refused before a row is read: a misspelt field would
/// otherwise lose what the column says without anybody noticing.
struct CommandVocabulary: Sendable {
    /// Field names by command name.
    let fields: [String: Set<String>]

    /// What Records decides today.
    static let standard: CommandVocabulary = {
        func fields(_ names: String) -> Set<String> {
            // What every command takes: when it happened, and what it rests on.
            Set(names.split(separator: " ").map(String.init)).union(["on", "onBasis", "basis"])
        }
        return CommandVocabulary(fields: [
            "registerSubject": fields("subject kind name title idNumber code predecessor rank"),
            "beginEmployment": fields("subject rank"),
            "takePost": fields("subject unit unitTitle post rank until"),
            "suspendPost": fields("subject sanction"),
            "reinstatePost": fields("subject sanction"),
            "endEmployment": fields("subject reason lastUnit"),
            "receiveComplaint": fields("complaint case incidentOn category filedBy narrative"),
            "openCase": fields("case complaint"),
            "namePerson": fields("case subject recordedUnit category categoryCode"),
            "assignInvestigator": fields("case investigator"),
            "recommendFinding": fields("case subject finding sourceCode outcome outcomeClass"),
            "makeFinding": fields("case subject finding sourceCode outcome outcomeClass"),
            "closeCase": fields("case"),
            "recommendSanction": fields("case subject measure days sourceText"),
            "imposeSanction": fields("sanction case subject measure days months sourceText"),
            "recordNotExecuted": fields("sanction case subject reason"),
            "annulSanction": fields("sanction case subject by ground"),
        ])
    }()
}
