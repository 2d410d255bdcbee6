import Chain
import Testing

@Suite("Entries — the line that is hashed, stored and exported")
struct EntryTests {
    @Test("the documented lines are entries, chained by the documented leaf hashes")
    func documented() throws {
        var context = DigestContext(.sha256)
        #expect(EntryExample.documented.count == 2)
        var prev: Digest?
        for (seq, entry) in EntryExample.documented.enumerated() {
            #expect(entry.line.withUnsafeBytes { context.leaf($0) } == entry.leaf)
            try EntryExample.read(entry.line) { view in
                #expect(view.seq == seq)
                #expect(view.prev == prev)
            }
            prev = entry.leaf
        }
    }

    @Test("the documented commitment is that of the documented value and salt")
    func sealed() throws {
        var context = DigestContext(.sha256)
        let expected = Array(UInt8(0)...15).withUnsafeBytes { salt in
            Array("张三".utf8).withUnsafeBytes { context.commitment(salt: salt, value: $0) }
        }
        try EntryExample.read(EntryExample.lines[0]) { view in
            #expect(view.sealedCount == 1)
            #expect(view.sealed.map(\.commitment) == [expected])
            #expect(view.sealed.map(\.path) == ["name"])
        }
    }

    @Test("every member of a line is read")
    func members() throws {
        try EntryExample.read(EntryExample.lines[1]) { view in
            #expect(view.actor == "officer:O-17")
            #expect(view.approver == "officer:O-02")
            #expect(view.at == "2026-11-24T08:00:01.500Z")
            #expect(view.atMilliseconds == 1_795_507_201_500)
            #expect(view.basis == ["CPC-2018:8", "2020-26:14"])
            #expect(view.cause == 0)
            #expect(view.data["months"]?.integer == 6)
            #expect(view.data["measure"]?.string == "警告")
            #expect(view.id == "019a0e5a-8c01-7000-8000-000000000002")
            #expect(view.on == "2026-11-20")
            #expect(view.onBasis == "decision")
            #expect(view.seq == 1)
            #expect(view.supersedes == nil)
            #expect(view.tagCount == 2)
            #expect(view.tags.map(\.tag) == ["sanction:S-1", "subject:P-7Q2M"])
            #expect(view.tags.map(\.previous) == [nil, 0])
            #expect(view.type == "sanction.imposed.v1")
            #expect(view.unit == "U-01")
            #expect(view.sealedCount == 0)
        }
    }

    @Test("I2: a draft gives the documented bytes, and reading them gives the draft again")
    func golden() throws {
        for (line, _) in EntryExample.documented {
            try EntryExample.read(line) { view in
                let draft = EntryDraft(view)
                #expect(draft.line(seq: view.seq, prev: view.prev) == line)
                let checked = try draft.checkedLine(seq: view.seq, prev: view.prev)
                #expect(checked == line)
                var buffer = Array("before\n".utf8)
                draft.append(to: &buffer, seq: view.seq, prev: view.prev)
                #expect(buffer == Array("before\n".utf8) + line)
            }
        }
        for line in EntryExample.variants {
            #expect(EntryExample.fault(line) == nil)
            #expect(ReaderProperties.entryIsWrittenAsRead(line) == nil)
        }
    }

    @Test("the longest spelling of every part fits the room a draft sets aside")
    func room() throws {
        let worst = String(repeating: "\u{1}", count: 50)
        let tag = "a:" + String(repeating: "x", count: 64)
        let most = 9_007_199_254_740_991
        let draft = EntryDraft(
            actor: worst, approver: worst, at: "9999-12-31T23:59:59.999Z",
            basis: [worst, "", worst],
            cause: most, data: Array("{}".utf8), id: "019a0e5a-8c01-7000-bfff-ffffffffffff",
            on: "9999-12-31", onBasis: worst, supersedes: most,
            tags: [(tag, most), (tag + "0", nil)].map { (String($0.0.prefix(66)), $0.1) }.prefix(1)
                + [("b:1", most)],
            type: "a.b.v1", unit: worst)
        let line = try draft.checkedLine(seq: most, prev: Vectors.leaves(1)[0])
        #expect(ReaderProperties.entryIsWrittenAsRead(line) == nil)
        try EntryExample.read(line) { #expect($0.tags.map(\.previous) == [most, most]) }
    }

    @Test("what a draft must not hold is refused when the line is read back")
    func checked() throws {
        let sound = try EntryExample.read(EntryExample.lines[0]) { EntryDraft($0) }
        func fault(_ change: (inout EntryDraft) -> Void, seq: Int = 0) -> EntryFault? {
            var draft = sound
            change(&draft)
            do throws(EntryFault) { _ = try draft.checkedLine(seq: seq, prev: nil) } catch {
                return error
            }
            return nil
        }
        #expect(fault { _ in } == nil)
        #expect(isMalformed(fault { $0.tags = [("b:1", nil), ("a:1", nil)] }, .keyOrder))
        #expect(isMalformed(fault { $0.tags = [("a:1", nil), ("a:1", nil)] }, .duplicateKey))
        #expect(isMalformed(fault { $0.data = Array(#"{"b":1,"a":1}"#.utf8) }, .keyOrder))
        #expect(isMalformed(fault { $0.data = Array(#"{"a":1},"x":1"#.utf8) }, .keyOrder))
        #expect(isMalformed(fault { $0.data = [] }, .unexpectedByte))
        #expect(fault { $0.data = Array("[]".utf8) } == .invalid(.data, offset: 83))
        #expect(fault { $0.data = Array(#"{},"dbad":1"#.utf8) } == .unexpectedMember(offset: 86))
        #expect(fault { $0.on = "2026-02-30" } != nil)
        #expect(fault { $0.onBasis = "guess" } != nil)
        #expect(fault({ _ in }, seq: 1) != nil)
    }

    private func isMalformed(_ fault: EntryFault?, _ reason: JSONFault.Reason) -> Bool {
        if case .malformed(let json) = fault { json.reason == reason } else { false }
    }

    @Test("I8: any byte of a line flipped gives another leaf, and is refused or reads otherwise")
    func flipped() throws {
        var context = DigestContext(.sha256)
        var refused = 0
        var taken = 0
        for (line, leaf) in EntryExample.documented {
            for place in line.indices {
                for bit in 0..<8 {
                    var forged = line
                    forged[place] ^= 1 << bit
                    #expect(forged.withUnsafeBytes { context.leaf($0) } != leaf)
                    #expect(ReaderProperties.readersAgree(forged) == nil)
                    #expect(ReaderProperties.entryIsWrittenAsRead(forged) == nil)
                    if EntryExample.fault(forged) == nil { taken += 1 } else { refused += 1 }
                }
            }
        }
        // Most flips break the form; those that do not are what the hash is for.
        #expect(refused > 2500 && taken > 500, "\(refused) refused, \(taken) taken")
    }
}
