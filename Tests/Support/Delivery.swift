/// A small fictional delivery with its mapping: people who enter service, most of whom stay.
public struct Delivery {
    public struct Person {
        public var id: String
        public var name: String
        public var begin: String
        public var end = ""
        public var note = ""

        public init(_ id: String, name: String, begin: String, end: String = "", note: String = "")
        {
            self.id = id
            self.name = name
            self.begin = begin
            self.end = end
            self.note = note
        }
    }

    public var people: [Person]

    /// So many people with identifiers from P-0000 on.
    public init(_ count: Int) {
        people = (0..<count).map { number in
            let digits = String(number)
            let id = "P-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            let day = 1 + number % 28
            return Person(
                id, name: "示例·\(number)",
                begin: "\(2010 + number % 10)-01-\(day < 10 ? "0" : "")\(day)",
                end: number % 7 == 0 ? "2021-05-06" : "", note: "n\(number)")
        }
    }

    public static let header = "id,name,begin,end,note"

    public var csv: String {
        ([Self.header] + people.map { "\($0.id),\($0.name),\($0.begin),\($0.end),\($0.note)" })
            .joined(separator: "\n") + "\n"
    }

    public static let mapping = """
        {"format": 1, "delivery": "people", "actor": "import", "unit": "U-1",
         "basis": ["XZZ-2020-26-T8"],
         "files": [{"name": "people.csv",
          "columns": {"id": "required", "name": "present", "begin": "required", "end": "present",
                      "note": "optional"},
          "key": ["id"],
          "rows": [
           {"command": "registerSubject", "fields": {"subject": "id",
             "kind": {"constant": "person"}, "name": {"column": "name", "sealed": true}}},
           {"command": "beginEmployment", "fields": {"subject": "id", "on": {"date": "begin"}}},
           {"command": "endEmployment", "when": {"column": "end", "blank": false},
            "fields": {"subject": "id", "reason": {"constant": "retired"},
                       "on": {"date": "end"}}}]}]}
        """

    /// Writes mapping and file into a folder and gives the arguments that import them.
    public func arguments(in scratch: Scratch, ledger: String, _ folder: String = "delivery") throws
        -> [String]
    {
        try scratch.write("\(folder)/people.csv", csv)
        let mapping = try scratch.write("\(folder).json", Self.mapping)
        return ["import", "--ledger", ledger, "--mapping", mapping, scratch(folder), "--json"]
    }
}

extension Scratch {
    /// A new ledger with a delivery in it.
    public func ledger(
        _ name: String, suite: String = "sha256", people: Int, checkpoint: Bool = false
    ) throws -> String {
        let path = self(name)
        for arguments in [
            ["init", "--ledger", path, "--suite", suite, "--origin", "stele.example/tests"],
            try Delivery(people).arguments(in: self, ledger: path, name + "-delivery"),
        ] + (checkpoint ? [["checkpoint", "--ledger", path]] : []) {
            let end = try BuiltProgram.stele.run(arguments)
            guard end.status == 0 else { throw SetupFault(arguments, end) }
        }
        return path
    }
}

/// A step before the test did not work.
public struct SetupFault: Error, CustomStringConvertible {
    public let description: String

    public init(_ arguments: [String], _ end: ProgramEnd) {
        description =
            "\(arguments.joined(separator: " ")): \(end.status ?? -1) \(end.errorText)"
    }
}
