public import Vocabulary

extension ValueDestroyed {
    /// Once, with a second person behind it, and only what the entry does commit to.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        guard let committed = past.entry(entry) else { throw .destruction(.unknownEntry(entry)) }
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

    public var wording: RefusalWording {
        switch self {
        case .unknownEntry(let entry):
            RefusalWording(
                "destructionOfUnknown", ValueDestroyed.rule,
                "账本没有第 \(entry) 条。请用 `stele trace` 查到正确的条目号。",
                "There is no entry \(entry). Find the right number with `stele trace`.")
        case .destroyedAlready(let entry, let by):
            RefusalWording(
                "destroyedAlready", ValueDestroyed.rule,
                "第 \(entry) 条的该项内容已由第 \(by) 条销毁。请查看第 \(by) 条。",
                "That value of entry \(entry) was destroyed by entry \(by). Look at entry \(by).")
        case .nothingSealed(let entry, let path, let sealed):
            RefusalWording(
                "nothingSealed", ValueDestroyed.rule,
                "第 \(entry) 条没有封存的「\(path)」。请改用：\(sealed.joined(separator: "、"))。",
                "Entry \(entry) seals no “\(path)”. Use one of: \(sealed.joined(separator: ", ")).")
        }
    }
}

extension Refusal {
    public static func destruction(_ reason: DestructionRefusal) -> Refusal { Refusal(reason) }
}
