#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension EntryView {
    /// Reads one line, without its newline, as an entry.
    ///
    /// - Throws: ``EntryFault``, for the first thing that is wrong with the line.
    public static func read(_ line: UnsafeRawBufferPointer, tape: inout LineTape)
        throws(EntryFault) -> EntryView
    {
        do throws(JSONFault) {
            try tape.parse(line)
        } catch {
            throw .malformed(error)
        }
        return try EntryView(tape.root)
    }

    /// Takes the members in their canonical order: they are sorted, so one walk finds them all.
    @inline(__always)
    private init(_ root: JSONCursor) throws(EntryFault) {
        guard root.isObject else { throw .notAnObject }
        var walk = MemberWalk(root)
        var places = Places()
        places.actor = try walk.text("actor", .actor)
        places.approver = try walk.optionalText("approver", .approver)
        places.at = try walk.text("at", .at)
        guard let at = EntrySyntax.instant(walk.at(places.at).raw) else {
            throw walk.invalid(.at, places.at)
        }
        places.basis = try walk.require("basis", .basis)
        guard walk.at(places.basis).isArrayOfStrings else {
            throw walk.invalid(.basis, places.basis)
        }
        cause = try walk.position("cause", .cause)
        places.data = try walk.require("data", .data)
        guard walk.at(places.data).isObject else { throw walk.invalid(.data, places.data) }
        places.id = try walk.text("id", .id)
        guard EntrySyntax.isIdentifier(walk.at(places.id).raw) else {
            throw walk.invalid(.id, places.id)
        }
        places.on = try walk.optionalText("on", .on)
        if places.on != 0 {
            let day = walk.at(places.on).raw
            guard day.count == 10, EntrySyntax.day(at: day.baseAddress!) != nil else {
                throw walk.invalid(.on, places.on)
            }
            places.onBasis = try walk.optionalText("onBasis", .onBasis)
        }
        let prevPlace = try walk.require("prev", .prev)
        prev = try walk.at(prevPlace).link()
        let seqPlace = try walk.require("seq", .seq)
        guard let seq = walk.at(seqPlace).integer, seq >= 0 else {
            throw walk.invalid(.seq, seqPlace)
        }
        guard (seq == 0) == (prev == nil) else { throw walk.invalid(.prev, prevPlace) }
        supersedes = try walk.position("supersedes", .supersedes)
        places.tags = try walk.require("tags", .tags)
        tagCount = try walk.at(places.tags).checkTags()
        places.type = try walk.text("type", .type)
        guard EntrySyntax.isType(walk.at(places.type).raw) else {
            throw walk.invalid(.type, places.type)
        }
        places.unit = try walk.text("unit", .unit)
        try walk.end()
        sealedCount = try walk.at(places.data).checkSeals()
        self.seq = seq
        atMilliseconds = at
        self.places = places
        line = root.line
        tokens = root.tokens
    }
}

/// Goes once through the members of an entry.
private struct MemberWalk {
    let root: JSONCursor
    let stop: Int
    var index: Int

    @inline(__always)
    init(_ root: JSONCursor) {
        self.root = root
        stop = root.token.next
        index = root.index &+ 1
    }

    @inline(__always)
    func at(_ index: Int) -> JSONCursor { root.at(index) }

    /// The place of the member's value if it comes next; 0 if it does not.
    @inline(__always)
    mutating func take(_ name: StaticString) -> Int {
        guard index < stop else { return 0 }
        let key = root.tokens[index]
        guard Int(key.end) &- key.start == name.utf8CodeUnitCount,
            memcmp(root.line + key.start, name.utf8Start, name.utf8CodeUnitCount) == 0
        else { return 0 }
        let place = index &+ 1
        index = root.at(place).next
        return place
    }

    @inline(__always)
    mutating func require(_ name: StaticString, _ member: EntryMember) throws(EntryFault) -> Int {
        let place = take(name)
        if place == 0 { throw absent(member) }
        return place
    }

    @inline(__always)
    mutating func text(_ name: StaticString, _ member: EntryMember) throws(EntryFault) -> Int {
        let place = try require(name, member)
        guard at(place).isString else { throw invalid(member, place) }
        return place
    }

    @inline(__always)
    mutating func optionalText(_ name: StaticString, _ member: EntryMember)
        throws(EntryFault) -> Int
    {
        let place = take(name)
        guard place == 0 || at(place).isString else { throw invalid(member, place) }
        return place
    }

    @inline(__always)
    mutating func position(_ name: StaticString, _ member: EntryMember) throws(EntryFault) -> Int? {
        let place = take(name)
        if place == 0 { return nil }
        guard let position = at(place).integer, position >= 0 else {
            throw invalid(member, place)
        }
        return position
    }

    @inline(__always)
    func end() throws(EntryFault) {
        if index < stop { throw .unexpectedMember(offset: at(index).offset) }
    }

    @inline(never)
    func invalid(_ member: EntryMember, _ place: Int) -> EntryFault {
        .invalid(member, offset: at(place).offset)
    }

    /// A member that must be here is not: either it is missing, or a stranger stands before it.
    @inline(never)
    private func absent(_ member: EntryMember) -> EntryFault {
        guard index < stop else { return .missing(member) }
        var name = member.rawValue
        let order = name.withUTF8 { name in
            KeyOrder.compareCanonical(at(index).raw, UnsafeRawBufferPointer(name))
        }
        return order > 0 ? .missing(member) : .unexpectedMember(offset: at(index).offset)
    }
}

extension JSONCursor {
    @inline(__always)
    fileprivate var isArrayOfStrings: Bool {
        guard isArray else { return false }
        let end = token.next
        // A string is one token, so the elements are strings if the tokens are.
        var index = index &+ 1
        while index < end {
            guard at(index).isString else { return false }
            index &+= 1
        }
        return true
    }

    /// The value of `prev`.
    @inline(__always)
    fileprivate func link() throws(EntryFault) -> Digest? {
        if isNull { return nil }
        guard isString, raw.count == 64, let digest = ByteScan.digest(fromHex: line + token.start)
        else { throw .invalid(.prev, offset: offset) }
        return digest
    }

    /// How many tags there are, after each was checked.
    @inline(__always)
    fileprivate func checkTags() throws(EntryFault) -> Int {
        guard isObject else { throw .invalid(.tags, offset: offset) }
        let end = token.next
        var index = index &+ 1
        while index < end {
            let key = at(index)
            let value = at(index &+ 1)
            guard EntrySyntax.isTag(key.raw),
                value.isNull
                    || value.token.kind == LineTape.Kind.integer && value.token.payload >= 0
            else { throw .invalidTag(offset: key.offset) }
            index &+= 2
        }
        return token.count
    }

    /// How many sealed values `data` holds, after each was checked.
    @inline(__always)
    fileprivate func checkSeals() throws(EntryFault) -> Int {
        let end = token.next
        var count = 0
        var index = index &+ 1
        while index < end {
            let key = at(index)
            if key.isSealedKey {
                let value = at(index &+ 1)
                let holder = at(index &- 1)
                // With one member, the object is the token before its only key.
                guard holder.index > self.index, holder.isObject, holder.token.count == 1,
                    value.isString, value.raw.count == 64,
                    ByteScan.digest(fromHex: line + value.token.start) != nil
                else { throw .invalidSeal(offset: key.offset) }
                count &+= 1
            }
            index &+= 1
        }
        return count
    }
}
