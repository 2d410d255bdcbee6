import Chain
import TestSupport
import Testing

@testable import stele

@Suite(
    "A correction by hand keeps what it does not name, and nothing is there already unless all of it is"
)
struct CorrectionTests {
    private let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await done("init --practice --now 2020-01-01")
        try await done("subject register U-1 --kind unit --title 甲局 --now 2020-01-02")
        try await done("subject register P-1 --kind person --name 示例甲 --now 2020-01-02")
        try await done("subject begin P-1 --on 2010-01-01 --now 2020-01-02")
    }

    private func run(
        _ words: String
    ) async throws -> (status: stele.ExitStatus, out: String, error: String) {
        let out = Output()
        let error = Output()
        let program = try Program(
            arguments: words.split(separator: " ").map { String($0.replacing("␠", with: " ")) },
            environment: [
                "STELE_LANG": "en", "STELE_LEDGER": scratch("l"), "STELE_ACTOR": "clerk.a",
            ], out: out, error: error)
        return (await program.run(), out.text, error.text)
    }

    @discardableResult
    private func done(_ words: String) async throws -> String {
        let end = try await run(words)
        #expect(end.status == .sound, "\(words): \(end.error)")
        return end.out
    }

    private func entry(_ words: String) async throws -> Int {
        let answer = try JSONValue(parsing: Array(try await done(words + " --json").utf8))
        return try #require(answer["recorded"]?.array?.first?["entry"]?.integer)
    }

    private func refused(_ words: String, _ said: String...) async throws {
        let end = try await run(words)
        #expect(end.status == .dataRefused, "\(words): \(end.out)")
        for one in said { #expect(end.error.contains(one), "\(end.error)") }
    }

    private let post = "subject take-post P-1 --unit U-1 --post 科员 --rank 一级科员 --now 2020-02-01"

    @Test("what is not given stays, what is given changes, and both are shown")
    func kept() async throws {
        let first = try await entry(post + " --on 2018-01-01")
        let told = try await done(
            "subject take-post P-1 --correct \(first) --on 2018-02-01 --now 2020-02-02")
        #expect(told.contains("on: 2018-01-01 → 2018-02-01"), "\(told)")
        #expect(!told.contains("rank:") && !told.contains("post:"), "\(told)")
        let status = try await done("status P-1 --now 2020-02-03")
        #expect(status.contains("一级科员") && status.contains("2018-02-01"), "\(status)")
        #expect(!status.contains("2018-01-01"), "\(status)")
    }

    @Test("what a day was imputed from stays with that day, and with no other")
    func imputed() async throws {
        let words = "subject take-post P-1 --now 2020-02-02 --correct"
        let first = try await entry(post + " --on 2018-01-01 --on-basis closed_date")
        let second = try await entry("\(words) \(first) --rank 二级科员")
        #expect(try await done("show \(second) --json").contains("closed_date"))
        let third = try await entry("\(words) \(second) --on 2018-02-01")
        #expect(try await !done("show \(third) --json").contains("closed_date"))
    }

    @Test("it can be corrected again, taken back to what it was, and cleared")
    func again() async throws {
        let first = try await entry(post + " --on 2018-01-01")
        let words = "subject take-post P-1 --now 2020-02-02 --correct"
        let second = try await entry("\(words) \(first) --post 副科长")
        let third = try await entry("\(words) \(second) --post 科员")
        try await refused("\(words) \(first) --post 科长", "\(second)")
        var status = try await done("status P-1 --now 2020-02-03")
        #expect(status.contains("科员") && !status.contains("副科长"), "\(status)")
        let fourth = try await entry("\(words) \(third) --clear rank")
        status = try await done("status P-1 --now 2020-02-03")
        #expect(!status.contains("一级科员") && status.contains("科员"), "\(status)")
        let wrong = try await run("\(words) \(fourth) --clear nothing")
        #expect(wrong.status == .usage && wrong.error.contains("nothing"), "\(wrong.error)")
        // What must be there cannot be taken away.
        let needed = try await run("\(words) \(fourth) --clear unit")
        #expect(needed.status == .usage && needed.error.contains("unit"), "\(needed.error)")
    }

    @Test("a day that is to fall away falls, and stays where nobody says so")
    func dayCleared() async throws {
        let first = try await entry(post + " --on 2018-01-01")
        let words = "subject take-post P-1 --now 2020-02-02 --correct"
        let second = try await entry("\(words) \(first) --post 副科长")
        #expect(try await done("show \(second) --json").contains("2018-01-01"))
        let third = try await entry("\(words) \(second) --clear on --post 科员")
        let told = try await done("show \(third)")
        #expect(!told.contains("2018-01-01"), "\(told)")
    }

    @Test("sealed values are kept and compared, letter by letter")
    func sealed() async throws {
        let register = "subject register P-7 --kind person --name"
        let number = " --id-number 110101199001011237"
        let first = try await entry("\(register) 示例丙\(number) --now 2020-03-01")
        let again = "\(register) 示例丙\(number) --now 2020-03-02"
        #expect(try await done(again).contains("already"))
        try await refused(
            "\(register) 示例丁\(number) --now 2020-03-02", "Entry \(first)", "name")
        let second = try await entry(
            "subject register P-7 --correct \(first) --name 示\u{F914} --now 2020-03-02")
        // It only looks the same.
        try await refused(
            "\(register) 示\u{6A02}\(number) --now 2020-03-02", "Entry \(second)", "name")
        var found = try await done("subject find P-7 --json --now 2020-03-03")
        #expect(found.unicodeScalars.contains("\u{F914}"), "\(found)")
        let third = try await entry(
            "subject register P-7 --correct \(second) --name 示\u{6A02} --now 2020-03-03")
        found = try await done("subject find P-7 --json --now 2020-03-03")
        #expect(found.unicodeScalars.contains("\u{6A02}"), "\(found)")
        // The number that was not named is there all the same.
        try await refused(
            "\(register) 示\u{6A02} --id-number 110101199001011238 --now 2020-03-03",
            "Entry \(third)", "idNumber")
        #expect(
            try await done("\(register) 示\u{6A02}\(number) --now 2020-03-03").contains("already"))
    }

    @Test("a name is found as people read it: in any width, case, spacing and middle dot")
    func found() async throws {
        try await done("subject register P-5 --kind person --name 示例·巴特尔A --now 2020-02-01")
        for words in [
            "示例•巴特尔", "示例・巴特尔", "示例‧巴特尔", "示例．巴特尔", "示例巴特尔", "示例␠·␠巴特尔", "巴特尔Ａ",
            "巴特尔a", "示例\u{200B}·巴特尔", "p-5",
        ] {
            let found = try await run("subject find \(words) --json --now 2020-02-02")
            #expect(found.out.contains("P-5"), "\(words): \(found.error)")
        }
        for words in ["示例丁", "·", "巴特尔B"] {
            let found = try await run("subject find \(words) --json --now 2020-02-02")
            #expect(!found.out.contains("P-5"), "\(words)")
        }
    }

    @Test("a second person who is named stands behind it, or it is not there already")
    func approved() async throws {
        let words = "subject restructure U-1 --successor U-2 --document 文1 --on 2020-03-01"
        try await done("subject register U-2 --kind unit --title 示例局 --now 2020-02-01")
        let first = try await entry(words + " --approver chief.b --now 2020-03-01")
        #expect(
            try await done(words + " --approver chief.b --now 2020-03-02").contains("already"))
        try await refused(words + " --approver chief.c --now 2020-03-02", "\(first)", "approver")
        // What two decided, one neither changes nor takes back.
        let changed = "subject restructure U-1 --correct \(first) --document 文2 --now 2020-03-02"
        try await refused(changed, "--approver")
        let second = try await entry(changed + " --approver chief.b")
        let undone = "withdraw \(second) --subject U-1 --reason 误 --now 2020-03-03"
        try await refused(undone, "--approver")
        try await refused(undone + " --approver clerk.a", "same person")
        try await done(undone + " --approver chief.c")
    }

    @Test("the withdrawal of a correction brings back what it corrected, where that is asked")
    func restored() async throws {
        let register = "subject register P-8 --kind person --name"
        let first = try await entry("\(register) 示例戊 --now 2020-03-01")
        let second = try await entry("\(register) 示例己 --correct \(first) --now 2020-03-01")
        try await refused(
            "withdraw \(first) --subject P-8 --reason 误 --now 2020-03-02", "\(second)")
        let other = try await entry(
            "subject register P-9 --kind person --name 示例辛 --now 2020-03-02")
        try await refused(
            "withdraw \(other) --subject P-9 --reason 误 --restore --now 2020-03-02", "--restore")
        try await done("withdraw \(second) --subject P-8 --reason 误 --restore --now 2020-03-02")
        let found = try await done("subject find P-8 --json --now 2020-03-03")
        #expect(found.contains("示例戊") && !found.contains("示例己"), "\(found)")
        // Without asking it falls, and nothing takes its place.
        let third = try await entry(
            "\(register) 示例庚 --correct \(other + 2) --now 2020-03-03")
        try await done("withdraw \(third) --subject P-8 --reason 误 --now 2020-03-03")
        let gone = try await run("subject find 示例 --json --now 2020-03-03")
        #expect(!gone.out.contains("示例戊") && !gone.out.contains("示例庚"), "\(gone.out)")
    }

    @Test("of a list that was narrowed, none is said of what was asked for")
    func narrowed() async throws {
        try await done("case open C-1 --recorded-from 旧案卷 --on 2019-05-01 --now 2020-02-01")
        let whole = try await done("case list --now 2020-02-02")
        #expect(whole.contains("C-1"))
        let rest = try await done("case list --after C-1 --now 2020-02-02")
        #expect(rest.hasPrefix("None follow C-1."), "\(rest)")
        for narrower in ["--year 2018", "--person P-1", "--as-of 2019-04-30"] {
            let page = try await done("case list \(narrower) --now 2020-02-02")
            #expect(page.contains("such as asked for"), "\(narrower): \(page)")
        }
        #expect(try await done("case list --year 2019 --open --now 2020-02-02").contains("C-1"))
    }

    @Test("what will be known at a moment that has not passed nobody can say")
    func future() async throws {
        for question in ["trace P-1", "status P-1", "case list", "deadlines", "rules list"] {
            let words = question + " --now 2020-02-01T10:00:00+08:00 --known-at "
            try await refused(words + "2020-02-01T10:00:01+08:00", "has not passed")
            try await refused(words + "2020-02-01", "has not passed")
            try await done(words + "2020-02-01T10:00:00+08:00")
            try await done(words + "2020-01-31")
        }
    }
}
