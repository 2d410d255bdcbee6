import Records
import Testing

@Suite("A refusal says what happened, what to do next, and why")
struct RefusalTests {
    static let all: [Refusal] = [
        .unknownCommand("foldPaper"), .missing("subject"), .notAnIdentifier("case"),
        .impossibleDate(field: "on", value: "2021-02-29"), .notOneOf("measure", ["warning"]),
        .outOfRange(field: "months", lowest: 1, highest: 48), .unknownSubject("P-1"),
        .notAPerson("U-1"), .unknownCase("C-1"), .alreadyRegistered("P-1"),
        .predecessorUnknown("U-1"), .complaintAlreadyReceived("T-1"),
        .notNamedInCase("P-1", "C-1"),
        .subjectNotInService("P-1", since: day("2024-06-30"), reason: .retired),
        .alreadyLeft("P-1", since: day("2024-06-30"), reason: .unknown), .notSuspended("P-1"),
        .sanctionNumberTaken("S-1"), .sanctionUnknown("S-1"), .alreadyAnnulled("S-1"),
        .unknownEntry(7), .alreadySuperseded(7, by: 9), .correctionOfAnotherKind(7),
    ]

    @Test("in Chinese and English, with a source", arguments: all)
    func texts(refusal: Refusal) {
        #expect(!refusal.source.isEmpty)
        #expect(refusal.messageChinese.hasSuffix("（\(Basis.chinese(refusal.source))）"))
        #expect(refusal.messageEnglish.hasSuffix("(\(Basis.english(refusal.source)))"))
        #expect(refusal.messageChinese.unicodeScalars.contains { $0.value >= 0x4E00 })
        #expect(refusal.messageEnglish.unicodeScalars.first.map { $0.value < 0x80 } == true)
    }

    @Test(
        "rules are cited as an officer writes them",
        arguments: [
            ("XZZ-2020-26#16", "追责制度第16条", "Accountability Rules Art. 16"),
            ("XZZ-2020-26-T12", "26号文任务12", "the notice, task 12"),
            ("政务处分法#8、#15", "政务处分法第8、15条", "政务处分法 Art. 8、15"),
            ("虚构旗纪监立〔2024〕3号", "虚构旗纪监立〔2024〕3号", "虚构旗纪监立〔2024〕3号"),
        ])
    func cited(code: String, chinese: String, english: String) {
        #expect(Basis.chinese(code) == chinese && Basis.english(code) == english)
    }

    @Test("with a next step in both languages", arguments: all)
    func nextStep(refusal: Refusal) {
        let chinese = ["请", "可以"]
        let english = [
            "Use ", "Fill ", "Check ", "Look ", "Give ", "Register ", "Name ", "go on ", "submit ",
            "Find ", "Submit ",
        ]
        #expect(chinese.contains { refusal.messageChinese.contains($0) })
        #expect(english.contains { refusal.messageEnglish.contains($0) })
    }

    @Test("with a code of its own")
    func codes() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
        #expect(Self.all.allSatisfy { $0.code.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("the text for a person who left names the day, the reason and the article")
    func departed() {
        let refusal = Refusal.subjectNotInService("P-1", since: day("2024-06-30"), reason: .retired)
        #expect(
            refusal.messageChinese
                == "P-1 已于 2024-06-30 退休，不能给予该项处分或处理；可以继续调查、作出认定，并提出待遇调整建议。（政务处分法第27条）")
    }

    @Test(
        "a day that does not exist is refused with the field's name",
        arguments: ["2021-02-29", "2021-13-01", "2021-00-10", "2021-4-1", "0000-01-01", "20210401"])
    func impossibleDates(text: String) {
        #expect(throws: Refusal.impossibleDate(field: "on", value: text)) {
            try BeginEmployment(from: TreeReader(["subject": "P-1", "on": text]))
        }
    }

    @Test("a refusal repeats no text that might be a person's")
    func noPersonalData() {
        #expect(throws: Refusal.impossibleDate(field: "on", value: "")) {
            try BeginEmployment(from: TreeReader(["subject": "P-1", "on": "虚构甲"]))
        }
        #expect(throws: Refusal.notAnIdentifier("subject")) {
            try BeginEmployment(from: TreeReader(["subject": "虚构甲"]))
        }
        #expect(throws: Refusal.notOneOf("kind", SubjectKind.allCases.map(\.rawValue))) {
            try RegisterSubject(from: TreeReader(["subject": "P-1", "kind": "虚构甲"]))
        }
    }

    @Test("every command can be read from its fields by name, and no other can")
    func commands() throws {
        let fields = TreeReader([
            "subject": "P-1", "kind": "person", "unit": "U-1", "complaint": "T-1", "case": "C-1",
            "investigator": "P-2", "measure": "warning", "sanction": "S-1", "by": "court",
            "decision": "D-1", "on": "2024-01-31", "onBasis": "closed_date", "reason": "other",
        ])
        let withReason = try #require(
            TreeReader(.object(fields.members.merging(["position": 3]) { first, _ in first })))
        let retiring = try #require(
            TreeReader(.object(["subject": .string("P-1"), "reason": .string("retired")])))
        for name in Command.names {
            let reader = name == EndEmployment.name ? retiring : withReason
            let command = try Command(name: name, reader: reader)
            #expect(command.name == name)
            #expect(!command.concerns.isEmpty)
        }
        #expect(throws: Refusal.unknownCommand("foldPaper")) {
            try Command(name: "foldPaper", reader: retiring)
        }
        #expect(throws: Refusal.missing("kind")) {
            try Command(name: RegisterSubject.name, reader: retiring)
        }
    }
}
