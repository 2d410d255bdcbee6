import Law
import Testing
import Vocabulary

@testable import Records

@Suite("One number is one person; a name lasts as long as it lasts")
struct SubjectNumberTests {
    private static let sound = "11010519491231002X"

    private func person(
        _ id: SubjectID, _ number: String, sharedWith: SubjectID? = nil
    ) -> SubjectRegistered {
        SubjectRegistered(
            subject: id, kind: .person, idNumber: .clear(number), sharedWith: sharedWith)
    }

    @Test(
        "one number for two people asks, however it is written",
        arguments: [sound, "11010519491231002x", "110105491231002", "110105 19491231 002X"])
    func taken(written: String) throws {
        var register = Register()
        try register.perform(person("P-7", Self.sound))
        #expect(throws: Refusal.identity(.numberTaken(field: "idNumber", by: "P-7"))) {
            try register.perform(person("P-8", written))
        }
        try register.perform(person("P-8", written, sharedWith: "P-7"))
        // Typed twice it is there already.
        #expect(try register.perform(person("P-7", written)).isEmpty)
    }

    @Test("who is named as sharing a number shares it")
    func notShared() throws {
        var register = Register()
        try register.perform(person("P-7", Self.sound))
        #expect(throws: Refusal.identity(.notShared(field: "idNumber", with: "P-7"))) {
            try register.perform(person("P-8", "150726190001010011", sharedWith: "P-7"))
        }
        try register.perform(person("P-8", "150726190001010011"))
    }

    @Test("what an old register delivers is marked and not refused")
    func delivered() throws {
        var register = Register()
        var delivered = Circumstances()
        delivered.isDelivered = true
        try register.perform(person("P-7", Self.sound))
        let twice = try register.perform(person("P-8", Self.sound), delivered)
        #expect(twice.first?.event[SubjectRegistered.self]?.irregularities == [.numberShared])
        let wrong = try register.perform(person("P-9", "110105194912310021"), delivered)
        #expect(wrong.first?.event[SubjectRegistered.self]?.irregularities == [.numberUnsound])
        #expect(
            throws: Refusal.identity(.unsound(field: "idNumber", .checkDigit("X", not: "1")))
        ) {
            try register.perform(person("P-10", "110105194912310021"))
        }
    }

    @Test("a number that was corrected away is free again")
    func corrected() throws {
        var register = Register()
        let first = try register.perform(person("P-7", Self.sound))
        let position = try #require(first.first?.position)
        try register.correct(position, with: Command(person("P-7", "150726190001010011")))
        try register.perform(person("P-8", Self.sound))
        #expect(throws: Refusal.identity(.numberTaken(field: "idNumber", by: "P-7"))) {
            try register.perform(person("P-9", "150726190001010011"))
        }
    }

    @Test("two units do not have one credit code")
    func codes() throws {
        var register = Register()
        func unit(_ id: SubjectID, _ code: String) -> SubjectRegistered {
            SubjectRegistered(subject: id, kind: .unit, title: "虚构\(id)", code: code)
        }
        try register.perform(unit("U-1", "91350100M000100Y43"))
        #expect(throws: Refusal.identity(.numberTaken(field: "code", by: "U-1"))) {
            try register.perform(unit("U-2", "91350100m000100y43"))
        }
        #expect(throws: Refusal.identity(.unsound(field: "code", .checkDigit("3", not: "4")))) {
            try register.perform(unit("U-2", "91350100M000100Y44"))
        }
        try register.perform(unit("U-2", "旗编02"))
    }

    private func titles(_ register: Register, _ date: String) -> [String?] {
        let file = register.file("U-9")
        return [file.registration(on: day(date))?.title]
            + file.otherNames(on: day(date)).map(\.title)
    }

    @Test("a title lasts until the day before the next, in whatever order they are told")
    func renamed() throws {
        for order in [["2020-06-01", "2024-06-01"], ["2024-06-01", "2020-06-01"]] {
            var register = Register()
            try register.perform(
                SubjectRegistered(subject: "U-9", kind: .unit, title: "甲"))
            for since in order {
                try register.perform(
                    SubjectRenamed(subject: "U-9", title: since == "2020-06-01" ? "乙" : "丙"),
                    on(since))
            }
            #expect(titles(register, "2020-05-31") == ["甲", "乙", "丙"])
            #expect(titles(register, "2020-06-01") == ["乙", "甲", "丙"])
            #expect(titles(register, "2024-05-31") == ["乙", "甲", "丙"])
            #expect(titles(register, "2024-06-01") == ["丙", "甲", "乙"])
            let names = register.file("U-9").otherNames(on: day("2021-01-01"))
            #expect(names.map(\.reason) == [.former, .later])
            #expect(names.map(\.day) == [day("2020-05-31"), day("2024-06-01")])
            // A post is in the unit as it was called then.
            try register.perform(SubjectRegistered(subject: "P-1", kind: .person))
            for (since, title) in [("2020-05-31", "甲"), ("2020-06-01", "乙")] {
                let taken = try register.perform(
                    TakePost(subject: "P-1", unit: "U-9"), on(since))
                let post =
                    taken.first?.event[PositionAssumed.self]?.unitTitle
                    ?? taken.first?.event[PositionTransferred.self]?.unitTitle
                #expect(post == title)
            }
        }
    }

    @Test("a renaming asks for whom and what, twice is once, and what changes nothing is nothing")
    func refusals() throws {
        var register = Register()
        try register.perform(SubjectRegistered(subject: "U-9", kind: .unit, title: "甲"))
        try register.perform(person("P-7", Self.sound))
        func refused(_ refusal: Refusal, _ act: SubjectRenamed) {
            #expect(throws: refusal) { try register.perform(act, on("2024-01-01")) }
        }
        refused(.unknownSubject("P-404"), SubjectRenamed(subject: "P-404", name: .clear("丙")))
        refused(.notAUnit("P-7"), SubjectRenamed(subject: "P-7", title: "丙"))
        refused(.notAPerson("U-9"), SubjectRenamed(subject: "U-9", name: .clear("丙")))
        refused(.missing("title"), SubjectRenamed(subject: "U-9"))
        refused(.missing("name"), SubjectRenamed(subject: "P-7"))
        let renamed = SubjectRenamed(subject: "U-9", title: "乙")
        #expect(try register.perform(renamed, on("2024-01-01")).count == 1)
        #expect(try register.perform(renamed, on("2024-01-01")).isEmpty)
        #expect(try register.perform(renamed, on("2024-02-01")).isEmpty)
        // A former number is still somebody's.
        try register.perform(
            SubjectRenamed(subject: "P-7", idNumber: .clear("150726190001010011")),
            on("2024-01-01"))
        for number in [Self.sound, "150726190001010011"] {
            #expect(throws: Refusal.identity(.numberTaken(field: "idNumber", by: "P-7"))) {
                try register.perform(person("P-8", number))
            }
        }
    }

    @Test("a renaming has a second person behind it")
    func fourEyes() throws {
        var register = Register()
        try register.perform(SubjectRegistered(subject: "U-9", kind: .unit, title: "甲"))
        let command = Command(SubjectRenamed(subject: "U-9", title: "乙"), on("2024-01-01"))
        #expect(throws: Refusal.needsApprover("subject.rename")) {
            try command.decide(over: register)
        }
        let approved = command.signed(by: "clerk.a", approvedBy: "chief.b")
        #expect(try approved.decide(over: register).count == 1)
    }
}
