/// An entry before it has its place: all but `seq` and `prev`.
///
/// ``line(seq:prev:)`` gives the bytes that are hashed, stored and exported.
///
/// - Precondition: What it holds is spelled as the format asks, `data` is one canonical object and
///   the tags are sorted. Debug builds check this at every line; whoever takes parts from outside
///   asks for ``checkedLine(seq:prev:)``.
/// - Source: the entry format in `schema/format.md`.
public struct EntryDraft: Sendable {
    /// Who did it.
    public var actor: String
    /// Who approved it.
    public var approver: String?
    /// When it is recorded: `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    public var at: String
    /// The rules or articles it rests on.
    public var basis: [String]
    /// The entry that brought this one about.
    public var cause: Int?
    /// What happened: the bytes of one canonical JSON object.
    public var data: [UInt8]
    /// A UUID of version 7, in lower case.
    public var id: String
    /// The day it happened: `YYYY-MM-DD`; nil if unknown.
    public var on: String?
    /// What `on` was imputed from; only beside an `on`.
    public var onBasis: String?
    /// The entry that this one replaces.
    public var supersedes: Int?
    /// Tags, sorted, each with the entry before this one that carries it; nil for the first.
    public var tags: [(tag: String, previous: Int?)]
    /// The kind of event: `sanction.imposed.v1`.
    public var type: String
    /// The unit it is recorded in.
    public var unit: String

    /// A draft of these parts, unchecked.
    public init(
        actor: String, approver: String? = nil, at: String, basis: [String], cause: Int? = nil,
        data: [UInt8], id: String, on: String? = nil, onBasis: String? = nil,
        supersedes: Int? = nil, tags: [(tag: String, previous: Int?)], type: String, unit: String
    ) {
        self.actor = actor
        self.approver = approver
        self.at = at
        self.basis = basis
        self.cause = cause
        self.data = data
        self.id = id
        self.on = on
        self.onBasis = onBasis
        self.supersedes = supersedes
        self.tags = tags
        self.type = type
        self.unit = unit
    }

    /// The line of this entry at a place, without a newline.
    ///
    /// - Parameters:
    ///   - seq: Its position.
    ///   - prev: The leaf hash of the entry before; nil for position 0 only.
    public func line(seq: Int, prev: Digest?) -> [UInt8] {
        let line = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            count = write(to: start, seq: seq, prev: prev)
        }
        assert(fault(in: line) == nil, "the draft is no entry: \(fault(in: line)!)")
        return line
    }

    /// Appends the line of this entry to a buffer that is used again and again.
    public func append(to bytes: inout [UInt8], seq: Int, prev: Digest?) {
        let start = bytes.count
        let room = room
        bytes += [UInt8](repeating: 0, count: room)
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            write(to: buffer.baseAddress! + start, seq: seq, prev: prev)
        }
        bytes.removeLast(room - written)
        assert(
            fault(in: bytes[start...]) == nil,
            "the draft is no entry: \(fault(in: bytes[start...])!)")
    }

    /// As ``line(seq:prev:)``, with the line read back before it is given out.
    ///
    /// - Throws: ``EntryFault`` if what the draft holds does not make an entry.
    public func checkedLine(seq: Int, prev: Digest?) throws(EntryFault) -> [UInt8] {
        let line = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            count = write(to: start, seq: seq, prev: prev)
        }
        if let fault = fault(in: line) { throw fault }
        return line
    }

    private func fault(in line: some Collection<UInt8>) -> EntryFault? {
        var tape = LineTape()
        return Array(line).withUnsafeBytes { bytes in
            do throws(EntryFault) {
                _ = try EntryView.read(bytes, tape: &tape)
                return nil
            } catch {
                return error
            }
        }
    }

    /// The most bytes the line can take.
    private var room: Int {
        // Names, quotes, colons and commas of all members, `prev` and five integers.
        var strings = actor.utf8.count + at.utf8.count + id.utf8.count + type.utf8.count
        strings += unit.utf8.count + (approver?.utf8.count ?? 0) + (on?.utf8.count ?? 0)
        strings += onBasis?.utf8.count ?? 0
        var room = 420
        for source in basis { room &+= CanonicalText.room(forString: source.utf8.count) &+ 1 }
        for tag in tags {
            room &+= CanonicalText.room(forString: tag.tag.utf8.count) &+ 2
            room &+= CanonicalText.roomForInteger
        }
        return room &+ CanonicalText.room(forString: strings) &+ data.count
    }

    private func write(to start: UnsafeMutablePointer<UInt8>, seq: Int, prev: Digest?) -> Int {
        var out = start
        CanonicalText.write(literal: "{\"actor\":", to: &out)
        CanonicalText.write(actor, to: &out)
        if let approver {
            CanonicalText.write(literal: ",\"approver\":", to: &out)
            CanonicalText.write(approver, to: &out)
        }
        CanonicalText.write(literal: ",\"at\":", to: &out)
        CanonicalText.write(at, to: &out)
        CanonicalText.write(literal: ",\"basis\":[", to: &out)
        var isFirst = true
        for source in basis {
            if !isFirst { CanonicalText.write(literal: ",", to: &out) }
            isFirst = false
            CanonicalText.write(source, to: &out)
        }
        CanonicalText.write(literal: "]", to: &out)
        if let cause {
            CanonicalText.write(literal: ",\"cause\":", to: &out)
            CanonicalText.write(cause, to: &out)
        }
        CanonicalText.write(literal: ",\"data\":", to: &out)
        data.withUnsafeBufferPointer { data in
            if let base = data.baseAddress {
                CanonicalText.write(bytes: base, data.count, to: &out)
            }
        }
        CanonicalText.write(literal: ",\"id\":", to: &out)
        CanonicalText.write(id, to: &out)
        if let on {
            CanonicalText.write(literal: ",\"on\":", to: &out)
            CanonicalText.write(on, to: &out)
        }
        if let onBasis {
            CanonicalText.write(literal: ",\"onBasis\":", to: &out)
            CanonicalText.write(onBasis, to: &out)
        }
        if let prev {
            CanonicalText.write(literal: ",\"prev\":\"", to: &out)
            prev.writeHex(to: out)
            out += 64
            CanonicalText.write(literal: "\",\"seq\":", to: &out)
        } else {
            CanonicalText.write(literal: ",\"prev\":null,\"seq\":", to: &out)
        }
        CanonicalText.write(seq, to: &out)
        if let supersedes {
            CanonicalText.write(literal: ",\"supersedes\":", to: &out)
            CanonicalText.write(supersedes, to: &out)
        }
        CanonicalText.write(literal: ",\"tags\":{", to: &out)
        isFirst = true
        for (tag, previous) in tags {
            if !isFirst { CanonicalText.write(literal: ",", to: &out) }
            isFirst = false
            CanonicalText.write(tag, to: &out)
            if let previous {
                CanonicalText.write(literal: ":", to: &out)
                CanonicalText.write(previous, to: &out)
            } else {
                CanonicalText.write(literal: ":null", to: &out)
            }
        }
        CanonicalText.write(literal: "},\"type\":", to: &out)
        CanonicalText.write(type, to: &out)
        CanonicalText.write(literal: ",\"unit\":", to: &out)
        CanonicalText.write(unit, to: &out)
        CanonicalText.write(literal: "}", to: &out)
        return out - start
    }
}
