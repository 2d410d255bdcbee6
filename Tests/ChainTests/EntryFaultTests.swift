import Chain
import Testing

@Suite("Entries — what is refused, member by member")
struct EntryFaultTests {
    private typealias Line = EntryExample

    /// A value of every type.
    private static let ofEveryType: [(type: String, value: JSONValue)] = [
        ("null", .null), ("bool", .bool(true)), ("integer", .integer(7)), ("string", .string("x")),
        ("array", .array([])), ("object", .object([])),
    ]

    private static let typeOfMember: [EntryMember: String] = [
        .actor: "string", .approver: "string", .at: "string", .basis: "array", .cause: "integer",
        .data: "object", .id: "string", .on: "string", .onBasis: "string", .prev: "string",
        .seq: "integer", .supersedes: "integer", .tags: "object", .type: "string", .unit: "string",
    ]

    private func expectInvalid(_ member: EntryMember, _ value: JSONValue) {
        let line = Line.line([member.rawValue: value])
        let offset = Line.offset(of: member.rawValue, in: line)
        #expect(Line.fault(line) == .invalid(member, offset: offset), "\(member) \(value)")
    }

    @Test("a member that every entry has is missed by name", arguments: EntryMember.allCases)
    func missing(_ member: EntryMember) {
        let line = Line.line([member.rawValue: nil])
        switch member {
        case .on:  // What it rests on then rests on nothing.
            let key = Line.offset(of: "onBasis", in: line) - "\"onBasis\":".utf8.count
            #expect(Line.fault(line) == .unexpectedMember(offset: key))
            #expect(Line.fault(Line.line(["on": nil, "onBasis": nil])) == nil)
        case _ where member.isOptional: #expect(Line.fault(line) == nil)
        default: #expect(Line.fault(line) == .missing(member))
        }
    }

    @Test("a member of another type is refused at its value", arguments: EntryMember.allCases)
    func wrongType(_ member: EntryMember) {
        // So that `prev` may not be null.
        for (type, value) in Self.ofEveryType where type != Self.typeOfMember[member] {
            expectInvalid(member, value)
        }
    }

    @Test("a member that no entry has is refused at its name, wherever it sorts")
    func unexpected() {
        for name in ["", "aaa", "actors", "az", "datb", "onC", "seqq", "tagz", "z", "\u{1}", "中"] {
            let line = Line.line([name: .null])
            let key = Line.offset(of: name, in: line) - JSONValue.string(name).canonical.count - 1
            #expect(Line.fault(line) == .unexpectedMember(offset: key), "\(name)")
        }
    }

    @Test("what is no object, or no canonical JSON, is no entry")
    func other() {
        for text in ["null", "1", "\"x\"", "[]", "true"] {
            #expect(Line.fault(Array(text.utf8)) == .notAnObject)
        }
        #expect(Line.fault(Array("{}".utf8)) == .missing(.actor))
        #expect(Line.fault([]) == .malformed(JSONFault(.unexpectedEnd, at: 0)))
        let count = Line.lines[0].count
        #expect(
            Line.fault(Line.lines[0] + [0x0A]) == .malformed(JSONFault(.trailingBytes, at: count)))
        #expect(Line.fault([0x20] + Line.lines[0]) == .malformed(JSONFault(.whiteSpace, at: 0)))
        for cut in 0..<count {
            let fault = JSONFault(.unexpectedEnd, at: cut)
            // Between the two bytes of a character there is no end, but half a character.
            let line = Array(Line.lines[0][..<cut])
            #expect(Line.fault(line) == .malformed(fault))
        }
    }

    @Test("positions are from 0 on, and within what JSON keeps")
    func positions() {
        for member in [EntryMember.cause, .supersedes, .seq] { expectInvalid(member, .integer(-1)) }
        for number in ["9007199254740992", "1.0", "1e3"] {
            var text = String(decoding: Line.lines[1], as: UTF8.self)
            text = text.replacing("\"cause\":0", with: "\"cause\":\(number)")
            guard case .malformed = Line.fault(Array(text.utf8)) else {
                Issue.record("\(number) was taken for a position")
                continue
            }
        }
        let most = 9_007_199_254_740_991
        #expect(Line.fault(Line.line(["seq": .integer(most)])) == nil)
    }

    @Test("references may be read that do not point back: whoever verifies compares them")
    func references() throws {
        for (cause, supersedes) in [
            (0, nil), (1, nil), (nil, 0), (nil, 1), (0, 7), (nil, nil),
        ] as [(Int?, Int?)] {
            let line = Line.line([
                "cause": cause.map { .integer($0) }, "supersedes": supersedes.map { .integer($0) },
            ])
            #expect(try Line.read(line) { $0.cause } == cause)
            #expect(try Line.read(line) { $0.supersedes } == supersedes)
        }
    }

    @Test("prev is absent at entry 0 and only there, and 64 lower-case digits elsewhere")
    func prev() {
        expectInvalid(.prev, .null)
        let first = Line.line(["seq": .integer(0)])
        #expect(
            Line.fault(first) == .invalid(.prev, offset: Line.offset(of: "prev", in: first)))
        #expect(Line.fault(Line.line(["seq": .integer(0), "prev": .null])) == nil)
        let hex = String(repeating: "a", count: 63)
        for text in [
            "", hex, hex + "aa", hex + "A", hex + "g", hex + ":", hex + "/", hex + "`",
            hex + "\u{0}",
            "\u{0}" + hex, String(hex.dropLast(2)) + "中",
        ] { expectInvalid(.prev, .string(text)) }
        // Each of the 64 places is looked at.
        for place in 0..<64 {
            for wrong in ["G", "g", "/", ":", "@", "`", "F"] {
                let text = hex.prefix(place) + wrong + hex.suffix(63 - place)
                expectInvalid(.prev, .string(String(text)))
            }
        }
    }

    @Test("basis holds strings only")
    func basis() {
        for element: JSONValue in [.null, .integer(1), .array([.string("x")]), .object([])] {
            expectInvalid(.basis, .array([.string("a"), element]))
        }
    }

    @Test("tags are kind:identifier, sorted, each null or a position")
    func tags() throws {
        let sound = [
            "a:1", "subject:P-7Q2M", "abc:A._-9", "z:" + String(repeating: "x", count: 64),
        ]
        for tag in sound {
            let line = Line.line(["tags": .object([.init(tag, .integer(0))])])
            #expect(try Line.read(line) { $0.tags.map(\.tag) } == [tag])
            #expect(EntrySyntax.isTag(tag))
        }
        let wrong = [
            "", "a", ":", "a:", ":a", "A:1", "a1:1", "a:-x", "a:.x", "a:_x", "a:1 ", " a:1", "a:中",
            "a:1:2", "a:1/2", "a:\u{0}", "é:1", "a:\"", "z:" + String(repeating: "x", count: 65),
        ]
        for tag in wrong {
            #expect(!EntrySyntax.isTag(tag))
            let line = Line.line(["tags": .object([.init(tag, .null)])])
            let offset = Line.offset(of: "tags", in: line) + 1
            #expect(Line.fault(line) == .invalidTag(offset: offset), "\(tag)")
        }
        for value: JSONValue in [
            .integer(-1), .string("0"), .bool(false), .array([]), .object([]),
        ] {
            let line = Line.line(["tags": .object([.init("a:1", .null), .init("b:1", value)])])
            let offset = Line.offset(of: "tags", in: line) + 1 + #""a:1":null,"#.utf8.count
            #expect(Line.fault(line) == .invalidTag(offset: offset))
        }
        let text = String(decoding: Line.lines[1], as: UTF8.self)
        let swapped = text.replacing(
            #""sanction:S-1":null,"subject:P-7Q2M":0"#,
            with: #""subject:P-7Q2M":0,"sanction:S-1":null"#)
        #expect(swapped != text)
        guard case .malformed(let fault) = Line.fault(Array(swapped.utf8)) else {
            Issue.record("unsorted tags were read")
            return
        }
        #expect(fault.reason == .keyOrder)
    }

    @Test("a seal is alone in its object, 64 lower-case digits, and never data itself")
    func seals() throws {
        let digits = JSONValue.string(String(repeating: "ab", count: 32))
        let seal = JSONValue.object([.init("sealed", digits)])
        let nested = JSONValue.object([
            .init("a", seal), .init("b", .array([.integer(1), .array([seal]), seal])),
            .init("sealed2", .null),
        ])
        try Line.read(Line.line(["data": nested])) { view in
            #expect(view.sealedCount == 3)
            #expect(view.sealed.map(\.path) == ["a", "b.1.0", "b.2"])
        }
        let wrong: [JSONValue] = [
            seal,
            .object([.init("a", .object([.init("sealed", .null)]))]),
            .object([.init("a", .object([.init("sealed", .string("ab"))]))]),
            .object([.init("a", .object([.init("sealed", seal)]))]),
            .object([.init("a", .object([.init("sealed", digits), .init("z", .null)]))]),
            .object([.init("a", .object([.init("b", seal), .init("sealed", digits)]))]),
            .object([
                .init("a", .object([.init("sealed", .string(String(repeating: "AB", count: 32)))]))
            ]),
            .object([.init("b", seal), .init("sealed", digits)]),
        ]
        for data in wrong {
            let line = Line.line(["data": data])
            guard case .invalidSeal(let offset) = Line.fault(line) else {
                Issue.record("\(data) was taken")
                continue
            }
            #expect(line[offset...].starts(with: Array("\"sealed\":".utf8)))
        }
    }
}
