import Registry
import Vocabulary
import Wording

/// The codes of rulebooks that may stand where a field asks for one (规则代码): those of the rulebooks
/// that the program carries, as completion opens no ledger.
enum RuleCodes {
    /// - Returns: Each once, in the order of the rulebooks; none where the field holds no such code.
    static func offered(for field: Field, of spelling: Spelling) -> [String] {
        guard let kinds = kinds(of: field, spelling), let text = try? Text(.chinese) else {
            return []
        }
        var met: Set<String> = []
        return BuiltInLaw.documents.flatMap { document in
            guard case .rulebook(let book) = document.content else { return [String]() }
            return RuleLine.all(of: book, in: text).filter { kinds.contains($0.kind) }.map(\.code)
        }.filter { met.insert($0).inserted }
    }

    private static func kinds(of field: Field, _ spelling: Spelling) -> Set<RuleLine.Kind>? {
        switch field.form {
        case .text, .texts, .identifier, .identifiers: break
        case .sealed, .integer, .flag, .date, .code, .codes, .object, .objects: return nil
        }
        return switch (spelling.spoken, field.name) {
        case ("rules show", "code"): Set(RuleLine.Kind.allCases)
        case ("decision exclude", "ground"): [.exclusion]
        case ("case find-mitigation", "code"), (_, "mitigations"): [.mitigation]
        case (_, "grounds"): [.ground]
        case (let spoken, "ground") where spoken.hasPrefix("decision "): [.ground]
        case (_, "route") where spelling.isVerb: [.route]
        default: nil
        }
    }
}
