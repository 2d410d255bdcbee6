import Chain

extension Report {
    /// See "The report" in `schema/format.md`.
    var json: CanonicalObject {
        var object = CanonicalObject()
        object.set("checkpoints", checkpoints)
        object.set("coherentThrough", integer: coherentThrough)
        object.set("damages", shown.map { $0.json(withTrails: true) })
        object.set("entries", lines)
        object.set("key", text: trusted.key?.vkey)
        switch trusted {
        case .given: object.set("keySource", "given")
        case .fromEntry0: object.set("keySource", "entry0")
        case .none: object.set("keySource", nil)
        }
        object.set("origin", text: identity?.origin)
        object.set("proven", proven.map(\.json))
        object.set("root", root.hex)
        object.set("sound", isSound)
        object.set("suite", text: identity?.suite.rawValue)
        object.set("unlisted", unlisted)
        object.set("unlistedProven", unlistedProven)
        return object
    }
}

extension ProofReport {
    /// See "One entry, proven" in `schema/format.md`.
    var json: CanonicalObject {
        var object = CanonicalObject()
        object.set("at", text: checkpoint?.at)
        object.set("damages", shown.map { $0.json(withTrails: false) })
        object.set("entry", integer: entry)
        object.set("key", key.vkey)
        object.set("leaf", text: leaf?.hex)
        object.set("line", text: line)
        object.set("origin", text: checkpoint.map { _ in key.name })
        object.set("root", text: checkpoint?.root.hex)
        object.set("size", integer: checkpoint?.size)
        object.set("sound", isSound)
        object.set("suite", key.suite.rawValue)
        object.set("unlisted", damages.count - shown.count)
        return object
    }
}

extension Damage {
    fileprivate func json(withTrails: Bool) -> CanonicalObject {
        var object = CanonicalObject()
        if let agreesThrough { object.set("agreesThrough", agreesThrough) }
        if let entry { object.set("entry", entry) }
        object.set("kind", kind.rawValue)
        if let origin { object.set("origin", origin) }
        if let place { object.set("place", place) }
        if let size { object.set("size", size) }
        if let through { object.set("through", through) }
        if withTrails { object.set("trails", trails) }
        return object
    }
}

extension ProvenRange {
    fileprivate var json: CanonicalObject {
        var object = CanonicalObject()
        if let at { object.set("at", at) }
        object.set("checkpoint", checkpoint)
        object.set("first", first)
        if isOutside { object.set("keptIn", place) }
        object.set("last", last)
        return object
    }
}

extension CanonicalObject {
    fileprivate mutating func set(_ key: String, integer value: Int?) {
        if let value { set(key, value) } else { set(key, nil) }
    }

    fileprivate mutating func set(_ key: String, text value: String?) {
        if let value { set(key, value) } else { set(key, nil) }
    }
}
