import Foundation
import TestSupport
import Testing

/// What a recording verb answers with `--json`.
struct RecordedAnswer: Decodable {
    struct Entry: Decodable {
        let entry: Int
        let type: String
        let cause: Int?
        let supersedes: Int?
    }
    let recorded: [Entry]
}

@Suite("A story of years ago, told to a practice ledger", .serialized)
struct PracticeStoryTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = scratch("practice")
        let end = try stele.run(["init", "--ledger", ledger, "--practice", "--json"])
        guard end.status == 0 else { throw SetupFault(["init"], end) }
    }

    private func tell(_ words: String) throws -> ProgramEnd {
        try stele.run(
            words.split(separator: " ").map(String.init) + ["--ledger", ledger, "--json"])
    }

    private func types(_ words: String) throws -> [String] {
        let end = try tell(words)
        guard end.status == 0 else { throw SetupFault([words], end) }
        return try end.json(RecordedAnswer.self).recorded.map(\.type)
    }

    @Test("propose, initiate, discuss, adopt: each fact once, and the grounds that follow")
    func decision() throws {
        for person in ["P-0001", "P-0002"] {
            #expect(
                try types(
                    "subject register \(person) --kind person --name 示例 --on 2019-01-01 --now 2019-01-02"
                )
                    == ["subject.registered.v1"])
        }
        #expect(
            try types("subject register U-1 --kind unit --title 局 --on 2019-01-01 --now 2019-01-02")
                == ["subject.registered.v1"])
        #expect(
            try types("decision propose D-1 --title Dam --on 2021-02-20 --now 2021-02-20")
                == ["decision.proposed.v1"])
        // Asked twice, recorded once.
        #expect(
            try types("decision propose D-1 --title Dam --on 2021-02-20 --now 2021-02-21") == [])
        #expect(
            try types(
                "decision initiate D-1 --lead U-1 --head P-0001 --on 2021-03-01 --now 2021-03-01")
                == ["decision.initiated.v1"])
        #expect(
            try types(
                "decision discuss D-1 --attendee subject=P-0001,part=head,opinion=agree"
                    + " --attendee subject=P-0002,part=leader,opinion=disagree --head-spoke-last"
                    + " --minutes-digest 9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f --on 2021-04-20 --now 2021-04-20"
            )
                == ["decision.discussed.v1"])
        let adopted = try tell("decision adopt D-1 --on 2021-04-20 --now 2021-04-20")
            .json(RecordedAnswer.self).recorded
        #expect(adopted.first?.type == "decision.adopted.v1")
        #expect(adopted.count > 1)
        for ground in adopted.dropFirst() {
            #expect(ground.type == "ground.detected.v1")
            #expect(ground.cause == adopted[0].entry)
        }
        let trail = try stele.run(
            "trace", "P-0002", "--ledger", ledger, "--now", "2021-05-01")
        #expect(trail.text.contains("took part as other leader in charge"))
        #expect(trail.text.contains("said: disagreed"))
        #expect(trail.text.contains("suspected, not found"))
        #expect(try stele.verify(ledger).answer?.sound == true)
    }

    @Test("nothing is written when a word is wrong, a field is missing or the law refuses")
    func refusals() throws {
        let before = try stele.verify(ledger).answer?.entries
        let cases: [(String, Int32)] = [
            ("decision propose D-1 --title x --on 2021-02-20 --foo 1", 64),
            ("decision propose D-1 --title x --title y --on 2021-02-20", 64),
            ("decision propose D-1 --on 2021-02-20", 64),
            ("decision propose D-1 --title x", 64),
            ("decision propose --title x --on 2021-02-20", 64),
            ("decision propose D/1 --title x --on 2021-02-20", 65),
            ("decision propose D-1 --title x --on 2021-02-30", 65),
            ("decision propose D-1 --title x --on 2021-02-20 --unit U/1", 65),
            ("decision adopt D-9 --on 2021-02-20", 65),
            ("decision waive D-1 --step riskAssessment --ground x --on 2021-02-20", 65),
            ("decision propose D-1 --title x --on 2021-02-20 --file no/such", 66),
            ("decision propose D-1 --title x --on 2021-02-20 --now 1999-01-01", 64),
            ("withdraw 4711 --subject P-1 --reason x", 65),
            ("subject register P-1 --kind ghost", 65),
        ]
        for (words, status) in cases {
            let day = words.contains("--now") ? "" : " --now 2026-01-01"
            let end = try stele.run(
                (words + day).split(separator: " ").map(String.init) + ["--ledger", ledger])
            #expect(end.status == status, "\(words): \(end.errorText)")
            #expect(end.text.isEmpty)
            #expect(end.errorText.split(separator: "\n").count == 1, "\(words): \(end.errorText)")
        }
        #expect(try stele.verify(ledger).answer?.entries == before)
    }

    @Test("fields from a file, from standard input; what is typed wins")
    func file() throws {
        let path = try scratch.write(
            "d.json", #"{"decision":"D-2","title":"From a file","on":"2021-02-20","basis":["R-1"]}"#
        )
        let end = try tell("decision propose --file \(path) --title Typed --now 2021-02-20")
        #expect(end.status == 0, "\(end.errorText)")
        #expect(end.text.contains(#""title":"Typed""#))
        #expect(end.text.contains("D-2"))
    }

    @Test("a correction takes the place of an entry, a withdrawal leaves it struck through")
    func corrections() throws {
        let first = try tell(
            "subject register P-1 --kind person --name 示例 --rank a --on 2019-01-01 --now 2019-01-02"
        )
        .json(RecordedAnswer.self).recorded[0].entry
        let second = try tell(
            "subject register P-1 --kind person --name 示例 --rank b --on 2019-01-01 --correct \(first) "
                + "--now 2019-01-03"
        ).json(RecordedAnswer.self).recorded
        #expect(second.first?.supersedes == first)
        let gone = try tell(
            "withdraw \(second[0].entry) --subject P-1 --reason mistaken"
        ).json(RecordedAnswer.self).recorded
        #expect(gone.first?.type == "record.withdrawn.v3")
        #expect(gone.first?.supersedes == second[0].entry)
    }

    @Test("--now is for practice ledgers alone, and their checkpoints say what they are")
    func practiceOnly() throws {
        let real = scratch("real")
        #expect(try stele.run("init", "--ledger", real, "--now", "2019-01-01").status == 64)
        #expect(try stele.run("init", "--ledger", real, "--origin", "practice.x").status == 64)
        #expect(try stele.run("init", "--ledger", real).status == 0)
        for words in [
            "decision propose D-1 --title x --on 2021-02-20 --now 2021-02-20",
            "status P-1 --now 2021-02-20", "trace P-1 --now 2021-02-20",
            "rules show --now 2021-02-20",
        ] {
            let end = try stele.run(
                words.split(separator: " ").map(String.init) + ["--ledger", real])
            #expect(end.status == 64)
            #expect(end.errorText.contains("practice ledgers"))
        }
        let sealed = try stele.run("checkpoint", "--ledger", ledger)
        #expect(sealed.text.hasPrefix("practice."))
        let named = scratch("named")
        let end = try stele.run([
            "init", "--ledger", named, "--practice", "--origin", "example.org/a", "--json",
        ])
        #expect(end.text.contains(#""origin":"practice.example.org/a""#))
    }
}

@Suite("The rules, asked about and activated", .serialized)
struct RulesStoryTests {
    private let stele = BuiltProgram.stele
    private let scratch: Scratch
    private let ledger: String

    init() throws {
        scratch = try Scratch()
        ledger = scratch("rules")
        let end = try stele.run(["init", "--ledger", ledger, "--practice"])
        guard end.status == 0 else { throw SetupFault(["init"], end) }
    }

    @Test("a new ledger says by what it judges; a code is looked up as of a day")
    func show() throws {
        let list = try stele.run("rules", "list", "--ledger", ledger)
        #expect(list.text.contains("713/6") && list.text.contains("XZZ-2020-26/7"))
        let ground = try stele.run(
            "rules", "show", "G9.2", "--on", "2021-04-20", "--ledger", ledger)
        #expect(ground.text.contains("XZZ-2020-26/7") && ground.text.contains("Art. 9"))
        #expect(
            try stele.run("rules", "show", "G9.2", "--on", "2007-05-31", "--ledger", ledger).status
                == 65)
        let old = try stele.run(
            "rules", "show", "warning", "--on", "2018-01-01", "--ledger", ledger)
        #expect(old.text.contains("495/4") && old.text.contains("处分条例 Art. 7"))
        #expect(
            try stele.run(
                "rules", "show", "G99.9", "--on", "2021-04-20", "--ledger", ledger
            ).status == 66)
    }

    @Test("a rulebook that contradicts itself is refused, one sentence for each fault")
    func refused() throws {
        let bad = try scratch.write("bad.json", #"{"code":"X-1","version":0}"#)
        for verb in ["check", "activate"] {
            let words = ["rules", verb, bad] + (verb == "check" ? [] : ["--ledger", ledger])
            let end = try stele.run(words)
            #expect(end.status == 65)
            #expect(!end.errorText.isEmpty && end.text.isEmpty)
        }
        #expect(try stele.run("rules", "calendar", bad, "--ledger", ledger).status == 65)
        #expect(try stele.verify(ledger).answer?.sound == true)
    }

    @Test("a calendar is loaded once")
    func calendar() throws {
        let next = try scratch.write(
            "2027.json",
            #"{"year":2027,"source":"示例","rest":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03"}],"work":[]}"#
        )
        let words = [
            "rules", "calendar", next, "--ledger", ledger, "--now", "2026-12-01", "--json",
        ]
        let first = try stele.run(words).json(RecordedAnswer.self)
        #expect(first.recorded.map(\.type) == ["calendar.loaded.v1"])
        #expect(try stele.run(words).json(RecordedAnswer.self).recorded.isEmpty)
    }
}
