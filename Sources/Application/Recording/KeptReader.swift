internal import Law
internal import Vocabulary

/// The fields of a correction: what was given, and of the rest what the corrected entry says. Who
/// corrects a day does not mean to remove a rank.
struct KeptReader<Base: FieldReader>: FieldReader {
    /// Nil: inside a part that is kept whole.
    let base: Base?
    let kept: FieldTree
    /// Whose day and rules are kept; nil: inside a part.
    let entry: RecordedEvent?
    /// What falls away.
    let cleared: Set<String>

    /// The fields of `entry` that somebody may give, its day and its rules among them.
    init(_ base: Base, keeping entry: RecordedEvent, but cleared: Set<String>) {
        self.init(base: base, kept: entry.event.tree, entry: entry, cleared: cleared)
    }

    private init(
        base: Base?, kept: FieldTree, entry: RecordedEvent? = nil, cleared: Set<String> = []
    ) {
        self.base = base
        self.kept = kept
        self.entry = entry
        self.cleared = cleared
    }

    func string(_ name: StaticString) -> String? {
        if let given = base?.string(name) { return given }
        if let entry {
            switch "\(name)" {
            case "on": return cleared.contains("on") ? nil : entry.on?.description
            // What a day was imputed from says nothing about another day.
            case "onBasis": return base?.string("on") == nil ? entry.onBasis : nil
            case _: break
            }
        }
        return take(name) { if case .text(let text) = $0 { text } else { nil } }
    }

    func integer(_ name: StaticString) -> Int? {
        base?.integer(name)
            ?? take(name) { if case .number(let number) = $0 { number } else { nil } }
    }

    func bool(_ name: StaticString) -> Bool? {
        base?.bool(name) ?? take(name) { if case .flag(let flag) = $0 { flag } else { nil } }
    }

    func strings(_ name: StaticString) -> [String]? {
        if let given = base?.strings(name) { return given }
        if let entry, "\(name)" == "basis" { return entry.basis }
        return take(name) { if case .texts(let texts) = $0 { texts } else { nil } }
    }

    func sealed(_ name: StaticString) -> Sealed? {
        base?.sealed(name)
            ?? take(name) { if case .sealed(let sealed, _) = $0 { sealed } else { nil } }
    }

    func object(_ name: StaticString) -> KeptReader? {
        if let given = base?.object(name) { return KeptReader(base: given, kept: FieldTree()) }
        return take(name) {
            if case .object(let tree) = $0 { KeptReader(base: nil, kept: tree) } else { nil }
        }
    }

    func array(_ name: StaticString) -> [KeptReader]? {
        if let given = base?.array(name) {
            return given.map { KeptReader(base: $0, kept: FieldTree()) }
        }
        return take(name) {
            guard case .objects(let trees) = $0 else { return nil }
            return trees.map { KeptReader(base: nil, kept: $0) }
        }
    }

    private func take<Value>(
        _ name: StaticString, _ read: (FieldTree.Value) -> Value?
    ) -> Value? {
        let name = "\(name)"
        return cleared.contains(name) ? nil : kept[name].flatMap(read)
    }
}
