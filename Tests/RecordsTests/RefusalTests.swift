import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("What cannot be read from the fields of a command is refused by the field's name")
struct RefusalTests {
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
            // What these are about is told by the entry that they name.
            let byEntry = ["destroyValue", "correctClock"].contains(name)
            #expect(!everything || !command.concerns.isEmpty || byEntry)
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
