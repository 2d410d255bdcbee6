import Chain
import Records
import Testing
import Vocabulary
import Wording

@testable import stele

@Suite("What people write is read as what entries hold")
struct WrittenTests {
    private func spelling(_ name: String) throws -> Spelling {
        try #require(Choices(Duties.register).all.first { $0.spelling.spoken == name }).spelling
    }

    private func read(
        _ name: String, _ words: String..., in language: Language = .chinese
    ) throws -> [String: JSONValue] {
        try TypedFields.read(words, as: spelling(name), in: Text(language)).values
    }

    private func failure(_ name: String, _ words: String...) throws -> Failure {
        try #require(throws: Failure.self) {
            _ = try TypedFields.read(words, as: spelling(name), in: Text(.chinese))
        }
    }

    @Test("a day, in a verb, a part and a question")
    func days() throws {
        #expect(
            try read("subject leave", "P-1", "--on", "2024年1月5日")["on"] == .string("2024-01-05"))
        #expect(try read("trace", "P-1", "--as-of", "2024/1/5")["asOf"] == .string("2024-01-05"))
        // Whoever reads the day refuses what is none.
        #expect(try read("subject leave", "P-1", "--on", "近日")["on"] == .string("近日"))
    }

    @Test("a day that may be one of several is refused with both spellings")
    func unclear() throws {
        let failure = try failure("subject leave", "P-1", "--on", "5/1/2024")
        #expect(failure.status == .usage)
        #expect(failure.message.contains("2024-01-05、2024-05-01"))
    }

    @Test("every word that help prints for a code is taken for that code, in either language")
    func words() throws {
        var count = 0
        for verb in Duties.register.verbs {
            func check(_ fields: [Field]) throws {
                for field in fields {
                    try check(field.form.parts)
                    for code in field.form.codes ?? [] {
                        for language in Language.allCases {
                            let text = try Text(language)
                            guard let word = text.word(for: code, of: field) else { continue }
                            let written = Written(text: try Text(.english), unclear: .usage)
                            let meant = written.meant(by: word, of: field)
                            #expect(meant == code, "\(verb.spoken) \(field.name) \(word)")
                            count += 1
                        }
                    }
                }
            }
            try check(verb.fields)
        }
        #expect(count > 200)
    }

    @Test("words stand for codes and for yes and no")
    func codes() throws {
        let left = try read("subject leave", "P-1", "--reason", "退休", "--on", "2024-01-05")
        #expect(left["reason"] == .string("retired"))
        let english = try read("subject leave", "P-1", "--reason", "Retired", in: .english)
        #expect(english["reason"] == .string("retired"))
        let no = try read("decision discuss", "--head-spoke-last", "否", "D-1")
        #expect(no["headSpokeLast"] == .bool(false))
        #expect(no["decision"] == .string("D-1"))
        let yes = try read("decision discuss", "D-1", "--head-spoke-last=是")
        #expect(yes["headSpokeLast"] == .bool(true))
    }

    @Test("a word that is none is refused with the nearest, where one is near")
    func nearest() throws {
        let near = try failure("subject leave", "P-1", "--reason", "退体")
        #expect(near.status == .dataRefused)
        #expect(near.message.contains("最接近的是“retired 退休”"))
        let swapped = try failure("subject leave", "P-1", "--reason", "reitred")
        #expect(swapped.message.contains("最接近的是“retired 退休”"))
        let far = try failure("subject leave", "P-1", "--reason", "xyzxyzxyz")
        #expect(!far.message.contains("最接近"))
        #expect(far.message.contains("retired 退休"))
    }
}
