/// One entry of the ledger, read in place.
///
/// An entry is one line of canonical JSON. Its leaf hash, `H(0x00 ‖ line)`, is the `prev` of the next
/// line. These are the first two of a ledger of suite `sha256`, each broken here into rows; the value
/// sealed in the first is `张三`, its salt the bytes 0 to 15.
///
/// ```
/// {"actor":"officer:O-17","at":"2026-11-24T08:00:00.000Z","basis":["2020-26"]
/// ,"data":{"name":{"sealed":"6f38e9af86a7062d73c5434154ca274ac754763325c0c30017816f691eb68c02"}
/// ,"subject":"P-7Q2M"}
/// ,"id":"019a0e5a-8c00-7000-8000-000000000001","prev":null
/// ,"seq":0,"tags":{"subject:P-7Q2M":null}
/// ,"type":"subject.registered.v1","unit":"U-01"}
/// leaf 4f4d568ff8672b250ffd6f0b27675ff240be8d496db55f9220103bfabf416692
/// {"actor":"officer:O-17","approver":"officer:O-02","at":"2026-11-24T08:00:01.500Z"
/// ,"basis":["CPC-2018:8","2020-26:14"],"cause":0,"data":{"measure":"警告","months":6}
/// ,"id":"019a0e5a-8c01-7000-8000-000000000002","on":"2026-11-20","onBasis":"decision"
/// ,"prev":"4f4d568ff8672b250ffd6f0b27675ff240be8d496db55f9220103bfabf416692"
/// ,"seq":1,"tags":{"sanction:S-1":null,"subject:P-7Q2M":0}
/// ,"type":"sanction.imposed.v1","unit":"U-01"}
/// leaf ff3b2bd35bd61e02a35bfef70e2349c474a72c8a3b3ee553a990809c1d00ae9c
/// ```
///
/// ``read(_:tape:)`` has checked all that a line shows by itself: canonical bytes, the exact
/// members and their types, the spelling of `at`, `on`, `id`, `type`, tags and sealed values. What
/// takes more than the line (sequence, link, time, references, tag links) is the verifier's.
///
/// It points into the line and the tape: it is good until the tape takes its next line, and only
/// while the bytes of the line stay where they are. Nothing is copied until a `String` is asked for.
///
/// - Source: the entry format in `schema/format.md`.
public struct EntryView {
    let line: UnsafePointer<UInt8>
    let tokens: UnsafePointer<LineTape.Token>
    let places: Places

    /// The position, from 0.
    public let seq: Int
    /// The leaf hash of the entry before; nil in entry 0 and only there.
    public let prev: Digest?
    /// When it was recorded. Units: milliseconds since 1970-01-01T00:00:00Z.
    public let atMilliseconds: Int
    /// The entry that brought this one about; not checked to be an earlier one.
    public let cause: Int?
    /// The entry that this one replaces; not checked to be an earlier one.
    public let supersedes: Int?
    /// How many tags it has.
    public let tagCount: Int
    /// How many sealed values its `data` holds.
    public let sealedCount: Int

    /// Where each member's value is on the tape; 0 for one that is absent.
    struct Places {
        var actor = 0
        var approver = 0
        var at = 0
        var basis = 0
        var data = 0
        var id = 0
        var on = 0
        var onBasis = 0
        var tags = 0
        var type = 0
        var unit = 0
    }

    func cursor(_ index: Int) -> JSONCursor {
        JSONCursor(line: line, tokens: tokens, index: index)
    }

    private func text(_ index: Int) -> String { cursor(index).string ?? "" }

    /// Who did it.
    public var actor: String { text(places.actor) }
    /// Who approved it.
    public var approver: String? { places.approver == 0 ? nil : text(places.approver) }
    /// When it was recorded, as `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    public var at: String { text(places.at) }
    /// The rules or articles it rests on.
    public var basis: [String] { cursor(places.basis).strings ?? [] }
    /// What happened: an object.
    public var data: JSONCursor { cursor(places.data) }
    /// Its UUID.
    public var id: String { text(places.id) }
    /// The day it happened, as `YYYY-MM-DD`; nil if unknown.
    public var on: String? { places.on == 0 ? nil : text(places.on) }
    /// What `on` was imputed from; nil if it was delivered.
    public var onBasis: String? { places.onBasis == 0 ? nil : text(places.onBasis) }
    /// The kind of event, such as `sanction.imposed.v1`.
    public var type: String { text(places.type) }
    /// `type` in place, without a copy.
    public var typeUTF8: UnsafeRawBufferPointer { cursor(places.type).raw }
    /// The unit it was recorded in.
    public var unit: String { text(places.unit) }

    /// Its tags, sorted.
    public var tags: TagLinks {
        let tags = cursor(places.tags)
        return TagLinks(cursor: tags.at(tags.index + 1), end: tags.token.next)
    }

    /// The commitments inside its `data`, in the order of the bytes.
    public var sealed: SealedCommitments {
        SealedCommitments(
            data: data, index: places.data,
            end: sealedCount == 0 ? 0 : data.token.next)
    }
}

/// One tag of an entry.
public struct TagLink {
    /// The tag, in place: ASCII.
    public let utf8: UnsafeRawBufferPointer
    /// The entry before this one that carries the same tag; nil for the first.
    public let previous: Int?

    /// The tag: `subject:P-7Q2M`.
    public var tag: String { String(decoding: utf8, as: UTF8.self) }
}

/// The tags of an entry with their back-pointers.
public struct TagLinks: Sequence, IteratorProtocol {
    var cursor: JSONCursor
    let end: Int

    /// The next tag, sorted.
    @inline(__always)
    public mutating func next() -> TagLink? {
        guard cursor.index < end else { return nil }
        let link = TagLink(utf8: cursor.raw, previous: cursor.at(cursor.index &+ 1).integer)
        cursor = cursor.at(cursor.index &+ 2)
        return link
    }
}

/// A value that the entry commits to without telling it.
public struct SealedCommitment {
    /// `H(salt ‖ value)`.
    public let commitment: Digest
    let data: JSONCursor
    let index: Int

    /// Where it stands in `data`: the names on the way down, joined by dots, an element of an array
    /// by its number from 0: `source.row`, `witnesses.0.name`.
    public var path: String {
        var steps: [String] = []
        var at = data
        while at.index < index {
            var number = 0
            var inside: JSONCursor?
            if at.isObject {
                for (key, value) in at.members where value.index <= index && index < value.next {
                    steps.append(key.string ?? "")
                    inside = value
                    break
                }
            } else {
                for element in at.elements {
                    if index < element.next {
                        steps.append(String(number))
                        inside = element
                        break
                    }
                    number += 1
                }
            }
            guard let inside else { break }
            at = inside
        }
        return steps.joined(separator: ".")
    }
}

/// The sealed values of an entry.
public struct SealedCommitments: Sequence, IteratorProtocol {
    let data: JSONCursor
    var index: Int
    let end: Int

    /// The next one, in the order of the bytes.
    public mutating func next() -> SealedCommitment? {
        while index < end {
            let found = index
            index &+= 1
            let key = data.at(found)
            guard key.isSealedKey else { continue }
            guard let digest = ByteScan.digest(fromHex: data.line + data.at(found &+ 1).token.start)
            else { continue }
            return SealedCommitment(commitment: digest, data: data, index: found &- 1)
        }
        return nil
    }
}

extension JSONCursor {
    /// Whether this is a key that says `sealed`.
    @inline(__always)
    var isSealedKey: Bool {
        let token = token
        guard token.kind == LineTape.Kind.key, Int(token.end) &- token.start == 6 else {
            return false
        }
        let at = UnsafeRawPointer(line + token.start)
        return at.loadUnaligned(as: UInt32.self) == UInt32(littleEndian: 0x6C61_6573)
            && at.loadUnaligned(fromByteOffset: 4, as: UInt16.self)
                == UInt16(littleEndian: 0x6465)
    }
}
