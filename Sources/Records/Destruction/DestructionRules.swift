public import Law
public import Vocabulary

extension ValueDestroyed {
    /// Once, with a second person behind it, and only what the entry does commit to; not by who is
    /// named in the case that the entry belongs to, or excluded from it: evidence is no exception.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let committed = past.entry(entry) else { throw .destruction(.unknownEntry(entry)) }
        // What nobody here can read says of nothing whose it is.
        if committed.event.isOpaque {
            throw .opaqueEntry(entry, type: committed.event.type.name)
        }
        try past.checkWhoActs(in: committed.tags, circumstances)
        let recorded = committed.at.dateInChina
        let day = try circumstances.day()
        if day < recorded {
            throw .destruction(.beforeTheEntry(entry, recorded: recorded, on: day))
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
        let fact = together(with: path, of: entry, committed.tags)
        return [circumstances.draft(fact, under: Self.rule)]
    }
}

/// Why a destruction is refused, in order of precedence.
public enum DestructionRefusal: RefusalReason {
    case unknownEntry(Position)
    /// On that day the entry was not recorded yet.
    case beforeTheEntry(Position, recorded: CalendarDate, on: CalendarDate)
    case destroyedAlready(Position, by: Position)
    /// The entry commits to no value there.
    case nothingSealed(Position, path: String, [String])

    public var message: Message {
        switch self {
        case .unknownEntry(let entry):
            .refusal("destructionOfUnknown", ValueDestroyed.rule, ["entry": entry])
        case .beforeTheEntry(let entry, let recorded, let on):
            .refusal(
                "destroyedBeforeEntry", ValueDestroyed.rule,
                ["entry": entry, "recorded": recorded, "on": on])
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
