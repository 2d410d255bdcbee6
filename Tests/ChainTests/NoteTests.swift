import Chain
import Testing

/// The worked example of the note format, as its first implementation prints it.
private enum Example {
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let peterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let enochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    /// Type byte and seed.
    static let peterSeed = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
        + "otpRZb6KE6RyyBwJnAM=\n"
    static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnW"
        + "Lox33WWd1RvMc+QQ=\n"
    static let whole = text + "\n" + peterLine + enochLine
}

extension SignedNote {
    fileprivate init(_ text: String) throws(NoteFault) {
        try self.init(parsing: [UInt8](text.utf8))
    }
}

@Suite("Signed notes — C2SP signed-note")
struct NoteTests {
    private func key(_ vkey: String) throws -> VerificationKey {
        try VerificationKey(vkey: vkey)
    }

    @Test("the format's own example is signed to the byte")
    func signs() throws {
        let seed = try #require(Base64.decode(Example.peterSeed)).dropFirst()
        let signer = try SigningKey(seed: [UInt8](seed), name: "PeterNeumann")
        #expect(signer.verifier.vkey == Example.peterKey)
        var note = try SignedNote(text: Example.text)
        try note.sign(with: signer)
        let expected = [UInt8]((Example.text + "\n" + Example.peterLine).utf8)
        #expect(note.bytes == expected)
        try note.sign(with: signer)
        #expect(note.bytes == expected)
    }

    @Test("it verifies for those who trust one of its keys, and says which signed")
    func verifies() throws {
        let peter = try key(Example.peterKey)
        let enoch = try key(Example.enochKey)
        let note = try SignedNote(Example.whole)
        #expect(note.text == Example.text)
        #expect(note.signatures.map(\.name) == ["PeterNeumann", "EnochRoot"])
        #expect(note.signatures.map(\.hash) == [0xc74f_20a3, 0xaf0c_fe78])
        #expect(note.bytes == [UInt8](Example.whole.utf8))
        #expect(try note.verify(trusting: [peter]) == [peter])
        #expect(try note.verify(trusting: [enoch, peter, enoch]) == [peter, enoch])
        #expect(throws: NoteFault.noTrustedSignature) { _ = try note.verify(trusting: []) }
    }

    @Test("a text with any bit flipped does not verify")
    func flipped() throws {
        let peter = try key(Example.peterKey)
        let bytes = [UInt8]((Example.text + "\n" + Example.peterLine).utf8)
        for place in 0..<Example.text.utf8.count {
            for bit in 0..<8 {
                var forged = bytes
                forged[place] ^= 1 << bit
                #expect(throws: NoteFault.self) {
                    _ = try SignedNote(parsing: forged).verify(trusting: [peter])
                }
            }
        }
    }

    @Test("a wrong signature of a trusted key refuses the note, even beside right ones")
    func wrongBesideRight() throws {
        let forged = Example.enochLine.dropLast(4) + "AA=\n"
        let note = try SignedNote(Example.text + "\n" + Example.peterLine + forged)
        let peter = try key(Example.peterKey)
        let enoch = try key(Example.enochKey)
        #expect(throws: NoteFault.wrongSignature(name: "EnochRoot")) {
            _ = try note.verify(trusting: [peter, enoch])
        }
        // To one who does not know that key it is only an unknown signature.
        #expect(try note.verify(trusting: [peter]) == [peter])
    }

    @Test("a known name with another hash, or a known hash under another name, is unknown")
    func strangers() throws {
        let peter = try key(Example.peterKey)
        let lines = [
            Example.peterLine.split(separator: "x08g").joined(separator: "xxxx"),
            "— CarmenSandiego" + Example.peterLine.dropFirst("— PeterNeumann".count),
        ]
        for line in lines {
            let note = try SignedNote(Example.text + "\n" + line)
            #expect(throws: NoteFault.noTrustedSignature) {
                _ = try note.verify(trusting: [peter])
            }
        }
    }

    @Test("the text may hold blank lines and signatures of its own")
    func nested() throws {
        let key = try SigningKey.generate(suite: .sm3, name: "stele.example/n/sm3")
        var note = try SignedNote(text: Example.whole + "\n\n")
        try note.sign(with: key)
        let again = try SignedNote(parsing: note.bytes)
        #expect(again.text == Example.whole + "\n\n")
        #expect(again.signatures.count == 1)
        #expect(try again.verify(trusting: [key.verifier]) == [key.verifier])
    }

    @Test("a note of just the longest length is read, one byte more is refused")
    func longest() throws {
        let tail = "\n\n" + Example.peterLine
        let whole = String(repeating: "a", count: SignedNote.maximumBytes - tail.utf8.count) + tail
        #expect(whole.utf8.count == 1 << 20)
        #expect(try SignedNote(whole).signatures.count == 1)
        #expect(throws: NoteFault.tooLong(bytes: 1 << 20 + 1)) { _ = try SignedNote("a" + whole) }
    }

    @Test("a note with just as many signatures as are allowed is read")
    func mostSignatures() throws {
        let lines = String(
            repeating: Example.peterLine, count: SignedNote.maximumSignatures)
        #expect(try SignedNote(Example.text + "\n" + lines).signatures.count == 100)
        #expect(throws: NoteFault.tooManySignatures) {
            _ = try SignedNote(Example.text + "\n" + lines + Example.enochLine)
        }
    }

    @Test("each reason for refusing a note, once, in order of precedence")
    func malformed() {
        let line = Example.peterLine
        let text = Example.text
        let expected: [(String, NoteFault)] = [
            (String(repeating: "a", count: 1 << 20) + "\n", .tooLong(bytes: 1 << 20 + 1)),
            ("\u{1}" + text + "\n" + line, .controlCharacter(offset: 0)),
            ("ab\r\n\n" + line, .controlCharacter(offset: 2)),
            (text, .noSignatures),
            (text + "\n", .noSignatures),
            (text + line, .noSignatures),
            ("", .noSignatures),
            ("\n" + line, .noSignatures),
            (text + "\n" + line.dropLast(), .unterminatedSignatures),
            (text + "\n" + String(repeating: line, count: 101), .tooManySignatures),
            (text + "\n" + line + "Unexpected line.\n", .malformedSignature(line: 2)),
            (text + "\n— Bad Name x08go/ZJkuBS\n", .malformedSignature(line: 1)),
            (text + "\n— a+b x08go/ZJkuBS\n", .malformedSignature(line: 1)),
            (text + "\n— \u{3000} x08go/ZJkuBS\n", .malformedSignature(line: 1)),
            (text + "\n—  x08go/ZJkuBS\n", .malformedSignature(line: 1)),
            (text + "\n- a x08go/ZJkuBS\n", .malformedSignature(line: 1)),
            (text + "\n— a x08go/ZJkuBS \n", .malformedSignature(line: 1)),
            (text + "\n— a x08go/ZJkuB\n", .malformedSignature(line: 1)),
            (text + "\n— a x08go/==\n", .malformedSignature(line: 1)),
            (text + "\n— a x08gow==\n", .malformedSignature(line: 1)),
        ]
        for (note, fault) in expected {
            #expect(throws: fault) { _ = try SignedNote(note) }
        }
        #expect(throws: NoteFault.notUTF8) {
            _ = try SignedNote(parsing: [0xff] + [UInt8]((text + "\n" + line).utf8))
        }
        #expect(throws: NoteFault.unterminatedText) { _ = try SignedNote(text: "abc") }
        #expect(throws: NoteFault.unterminatedText) { _ = try SignedNote(text: "") }
        #expect(throws: NoteFault.controlCharacter(offset: 1)) {
            _ = try SignedNote(text: "a\t\n")
        }
    }

    @Test("a hundred signatures are still read")
    func many() throws {
        let note = try SignedNote(
            Example.text + "\n" + String(repeating: Example.peterLine, count: 100))
        #expect(note.signatures.count == 100)
        let peter = try key(Example.peterKey)
        #expect(try note.verify(trusting: [peter]) == [peter])
    }

    @Test("two trusted keys of one name and hash are ambiguous, never a choice")
    func ambiguous() throws {
        // Four bytes of hash collide after trying some 190,000 keys.
        let one = try key("twin+375c8c1d+AWMdWb9m71xZjjHV1X8Sr9JOueQWWeSMMYsVi+eiUsB2")
        let other = try key("twin+375c8c1d+AXKUZVnaWn2B3H0tm3erldqrA90yxcrY4WH1gBCi1rI3")
        #expect(one.hash == other.hash && one != other)
        let signature = [0x37, 0x5c, 0x8c, 0x1d] + [UInt8](repeating: 65, count: 64)
        let note = try SignedNote(Example.text + "\n— twin \(Base64.encode(signature))\n")
        #expect(throws: NoteFault.ambiguousKey(name: "twin")) {
            _ = try note.verify(trusting: [one, other])
        }
        #expect(throws: NoteFault.wrongSignature(name: "twin")) {
            _ = try note.verify(trusting: [one, one])
        }
    }
}

@Suite("Base 64 — RFC 4648 section 4, one spelling")
struct NoteBase64Tests {
    @Test(
        "the RFC's own vectors",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func vectors(clear: String, coded: String) {
        #expect(Base64.encode(clear.utf8) == coded)
        #expect(Base64.decode(coded) == [UInt8](clear.utf8))
    }

    @Test("every byte value comes back")
    func values() {
        for count in 0..<260 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
    }

    @Test(
        "another spelling of the same bytes is refused",
        arguments: [
            "Zg", "Zg=", "Zh==", "Zm9=", "Zm9v====", "=Zg=", "Zg==Zg==", "Z===", "====", "Zm9v\n",
            "Zm 9", "Zm-_", "Zm9vZ", "Zm9é",
        ])
    func strict(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
