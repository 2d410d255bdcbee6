public import Law
public import Vocabulary

extension ValueDestroyed {
    /// Once, with a second person behind it, and only what the entry does commit to.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let committed = past.entry(entry) else { throw .destruction(.unknownEntry(entry)) }
        // What nobody here can read says of nothing whose it is.
        if committed.event.isOpaque {
            throw .opaqueEntry(entry, type: committed.event.type.name)
        }
        let file = past.file(Self.tag(of: entry))
        let there = file?.log.standing(Self.self).first { $0.fact.path == path }
        if let there {
            guard there.on == circumstances.on, there.fact.ground == ground,
                there.fact.organ == organ
            else { throw .destruction(.destroyedAlready(entry, by: there.position)) }
            return []  // Asked twice, recorded once.
        }
        // The row as it was delivered stands beside what the event says.
        let sealed = committed.event.tree.sealedPaths + ["source.row"]
        guard sealed.contains(path) else {
            throw .destruction(.nothingSealed(entry, path: path, sealed))
        }
        var fact = self
        fact.concerns = committed.tags.map { TagText(tag: $0) }
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

/// Why a destruction is refused, in order of precedence.
public enum DestructionRefusal: RefusalReason {
    case unknownEntry(Position)
    case destroyedAlready(Position, by: Position)
    /// The entry commits to no value there.
    case nothingSealed(Position, path: String, [String])

    public var message: Message {
        switch self {
        case .unknownEntry(let entry):
            .refusal("destructionOfUnknown", ValueDestroyed.rule, ["entry": entry])
        case .destroyedAlready(let entry, let by):
            .refusal("destroyedAlready", ValueDestroyed.rule, ["entry": entry, "by": by])
        case .nothingSealed(let entry, let path, let sealed) where sealed.isEmpty:
            .refusal(
                "nothingSealed", ValueDestroyed.rule, ["entry": entry, "path": path],
                variant: "bare")
        case .nothingSealed(let entry, let path, let sealed):
            .refusal(
                "nothingSealed", ValueDestroyed.rule,
                ["entry": entry, "path": path, "sealed": sealed])
        }
    }
}

extension Refusal {
    public static func destruction(_ reason: DestructionRefusal) -> Refusal { Refusal(reason) }
}
