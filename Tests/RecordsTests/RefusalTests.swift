import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("A refusal says what happened, what to do next, and why")
struct RefusalTests {
    static let all = Reasons.all.flatMap(\.refusals)

    @Test("every reason of every duty is put to these tests", arguments: Reasons.all)
    func every(reasons: Reasons) {
        #expect(!reasons.declared.isEmpty)
        #expect(Set(reasons.sampled) == Set(reasons.declared), "\(reasons.name)")
    }

    @Test("what the law does not answer is among them")
    func law() {
        #expect(Set(LawFault.samples.map { caseName(of: $0) }) == Set(caseNames(of: LawFault.self)))
    }

    @Test("in Chinese and English, with a source", arguments: all)
    func texts(refusal: Refusal) {
        #expect(!refusal.source.isEmpty)
        #expect(refusal.messageChinese.hasSuffix("（\(Basis.chinese(refusal.source))）"))
        #expect(refusal.messageEnglish.hasSuffix("(\(Basis.english(refusal.source)))"))
        #expect(refusal.messageChinese.unicodeScalars.contains { $0.value >= 0x4E00 })
        #expect(refusal.messageEnglish.unicodeScalars.first.map { $0.value < 0x3000 } == true)
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
            "Find ", "Submit ", "Have ", "have ", "Go on", "Load ", "Activate ", "Compute ",
            "compute ",
            "Record ", "record ", "Withdraw ", "Leave ", "leave ", "Let ", "Wait ", "Serve ",
            "Form ",
            "Decide ", "Hear ", "Choose ", "Write ", "Take ", "Add ", "Set ", "set ", "Open ",
            "Put ",
            "Enter ", "enter ", "Ask ", "Correct ", "correct ", "use ", "check ", "name ",
            "Assign ",
            "Order ", "Keep ", "Resume ", "maintain ", "Impose ", "impose ", "Say ", "Make ",
            "Cite ",
        ]
        #expect(chinese.contains { refusal.messageChinese.contains($0) })
        #expect(english.contains { refusal.messageEnglish.contains($0) })
    }

    @Test("with a code of its own", arguments: Reasons.all)
    func codes(reasons: Reasons) {
        // Samples of one case may have one code.
        let ofCases = Dictionary(grouping: zip(reasons.sampled, reasons.refusals)) { $0.0 }
            .mapValues { Set($0.map(\.1.code)) }
        let codes = ofCases.values.flatMap(\.self)
        #expect(Set(codes).count == codes.count, "\(reasons.name)")
        #expect(codes.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 < 0x80 } })
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
            try asked("beginEmployment", ["subject": "P-1", "on": text])
        }
    }

    @Test("a refusal repeats no text that might be a person's")
    func noPersonalData() {
        #expect(throws: Refusal.impossibleDate(field: "on", value: "")) {
            try asked("beginEmployment", ["subject": "P-1", "on": "虚构甲"])
        }
        #expect(throws: Refusal.notAnIdentifier("subject")) {
            try asked("beginEmployment", ["subject": "虚构甲"])
        }
        #expect(throws: Refusal.notOneOf("kind", SubjectKind.allCases.map(\.rawValue))) {
            try asked("registerSubject", ["subject": "P-1", "kind": "虚构甲"])
        }
    }

    @Test(
        "every command can be read from its fields by name, be it the least or all of them",
        arguments: Duties.register.verbs.map(\.name))
    func commands(name: String) throws {
        let verb = try #require(Duties.register.verb(named: name))
        for everything in [false, true] {
            var source = Form(everything: everything)
            let reader = try #require(TreeReader(.object(source.members(of: verb.fields))))
            let command = try Command(name: name, reader: reader, in: Duties.register)
            #expect(command.name == name)
            // What a destruction is about is told by the entry that it names.
            #expect(!everything || !command.concerns.isEmpty || name == "destroyValue")
        }
    }

    @Test("what is required and left out is named, and a name that no command has")
    func unreadable() throws {
        for verb in Duties.register.verbs {
            var source = Form(everything: true)
            let members = source.members(of: verb.fields)
            for field in verb.fields where field.isRequired {
                // An empty list is for the decider to refuse: it knows what is missing in it.
                if case .array(_)? = members[field.name] { continue }
                var left = members
                left[field.name] = nil
                let reader = try #require(TreeReader(.object(left)))
                #expect(throws: Refusal.missing(field.name), "\(verb.name)") {
                    try Command(name: verb.name, reader: reader, in: Duties.register)
                }
            }
        }
        #expect(throws: Refusal.unknownCommand("foldPaper")) { try asked("foldPaper", [:]) }
        #expect(throws: Refusal.missing("kind")) {
            try asked("registerSubject", ["subject": "P-1"])
        }
    }

    private func asked(_ name: String, _ fields: [String: String]) throws(Refusal) -> Command {
        try Command(name: name, reader: TreeReader(fields), in: Duties.register)
    }
}

/// Fills in a form, either with what it cannot be without, or wholly.
private struct Form: FieldSource {
    var random = SeededGenerator(seed: 1)
    let omission: Int
    let needed: Set<String> = []

    init(everything: Bool) { omission = everything ? Int.max : 1 }

    mutating func identifier(_ name: String) -> String { "X-1" }
    /// A tag where one is asked for, and a text anywhere.
    mutating func text(_ name: String) -> String { "subject:X-1" }
    mutating func sealed(_ name: String) -> Tree { "虚构" }
    mutating func number(_ name: String) -> Int { 3 }
    mutating func date(_ name: String) -> String { "2024-01-31" }
    mutating func count(_ name: String) -> Int { 1 }
}
