public import Foundation
public import Law
private import Synchronization

/// The built-in law, read from the checkout.
public enum LawDocuments {
    public static let schema = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schema")

    public static let editions = ["713-2019", "xzz-2020-26", "xzz-2020-26-v2"]
    public static let years = Array(2019...2026)

    /// Every edition that the program carries: those of before the Order, and that of July 2020.
    public static let allEditions =
        before + ["713-2019", "713-2020", "xzz-2020-26", "xzz-2020-26-v2"]
    /// Of before the Order, the earliest first.
    public static let before = ["495-2007", "495-2018", "495-2019"]
    public static let allYears = Array(2007...2026)

    /// The law of before the Order, and then the Order's own.
    public static func lawSince2007() throws -> Law {
        let at = try found(Instant("2026-01-05T01:00:00.000Z"), "at")
        var law = Law()
        for (index, edition) in allEditions.enumerated() {
            law.activate(
                .init(try rulebook(edition), digest: "", position: index + 1, at: at, by: "init"))
        }
        for (index, year) in allYears.enumerated() {
            law.load(.init(try calendar(year), digest: "", position: 8 + index, at: at, by: "init"))
        }
        return law
    }

    public static func tree(_ path: String) throws -> Tree {
        try trees.value(path) {
            let text = try String(contentsOf: schema.appendingPathComponent(path), encoding: .utf8)
            return try found(Tree.parse(compact(text)), path)
        }
    }

    public static func rulebook(_ edition: String) throws -> Rulebook {
        try rulebooks.value(edition) {
            try Rulebook(from: found(TreeReader(tree("rules/\(edition).json")), edition))
        }
    }

    public static func calendar(_ year: Int) throws -> WorkCalendar {
        try workCalendars.value("\(year)") {
            try WorkCalendar(from: found(TreeReader(tree("calendars/\(year).json")), "\(year)"))
        }
    }

    private static let trees = Kept<Tree>()
    private static let rulebooks = Kept<Rulebook>()
    private static let workCalendars = Kept<WorkCalendar>()

    /// What was read once; hundreds of tests ask for the same law.
    private final class Kept<Value: Sendable>: Sendable {
        private let values = Mutex<[String: Value]>([:])

        func value(_ name: String, _ read: () throws -> Value) throws -> Value {
            if let value = values.withLock({ $0[name] }) { return value }
            let value = try read()
            values.withLock { $0[name] = value }
            return value
        }
    }

    public static func calendars() throws -> Calendars { Calendars(try years.map(calendar)) }

    /// Everything, as if activated on one morning.
    public static func law() throws -> Law {
        let at = try found(Instant("2026-01-05T01:00:00.000Z"), "at")
        var law = Law()
        for (index, edition) in editions.enumerated() {
            law.activate(
                .init(try rulebook(edition), digest: "", position: index + 1, at: at, by: "init"))
        }
        for (index, year) in years.enumerated() {
            law.load(.init(try calendar(year), digest: "", position: 9 + index, at: at, by: "init"))
        }
        return law
    }

    /// A document of the checkout that does not read as it should.
    private struct Unreadable: Error { let what: String }

    private static func found<Value>(_ value: Value?, _ what: String) throws -> Value {
        guard let value else { throw Unreadable(what: what) }
        return value
    }

    /// Without the white space that people write between tokens.
    private static func compact(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var quoted = false
        var escaped = false
        for scalar in text.unicodeScalars {
            if quoted {
                quoted = escaped || scalar != "\""
                escaped = !escaped && scalar == "\\"
            } else if scalar == "\"" {
                quoted = true
            } else if scalar == " " || scalar == "\n" {
                continue
            }
            out.append(scalar)
        }
        return String(out)
    }
}

// MARK: Law that says something else

extension LawDocuments {
    /// The built-in law with another answer to a question that the law leaves open.
    public static func law(setting code: String, to value: Bool) throws -> Law {
        try law { _, document in
            document.edit("settings", code) { $0["value"] = .bool(value) }
        }
    }

    /// The built-in law without a measure.
    public static func law(without measure: String) throws -> Law {
        try law { _, document in
            document.edit("measures") { $0.removeAll { $0.member("code") == .string(measure) } }
        }
    }

    /// The built-in law in which a measure lasts otherwise and asks for service or not.
    public static func law(term: String, needsService: Bool, of measure: String) throws -> Law {
        try law { _, document in
            document.edit("measures", measure) {
                $0["term"] = .string(term)
                $0["needsService"] = .bool(needsService)
            }
        }
    }

    /// The built-in law in which one edition gives a measure another period.
    public static func law(months: Int, of measure: String, in edition: String) throws -> Law {
        try law { name, document in
            guard name == edition else { return }
            document.edit("measures", measure) { $0["months"] = .integer(months) }
        }
    }

    private static func law(_ change: (String, inout Tree) -> Void) throws -> Law {
        let at = try found(Instant("2020-01-05T01:00:00.000Z"), "at")
        var law = Law()
        for (index, edition) in editions.enumerated() {
            var document = try tree("rules/\(edition).json")
            change(edition, &document)
            let rulebook = try Rulebook(from: found(TreeReader(document), edition))
            law.activate(.init(rulebook, digest: "", position: index + 1, at: at, by: "init"))
        }
        for (index, year) in years.enumerated() {
            law.load(.init(try calendar(year), digest: "", position: 9 + index, at: at, by: "init"))
        }
        return law
    }
}

extension Tree {
    public func member(_ name: String) -> Tree? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// Gives a member of an object another value; nil takes it away.
    public mutating func set(_ name: String, _ value: Tree?) {
        guard case .object(var members) = self else { preconditionFailure("no object") }
        members[name] = value
        self = .object(members)
    }

    /// Changes the list of that name.
    public mutating func edit(_ list: String, _ change: (inout [Tree]) -> Void) {
        guard case .object(var members) = self, case .array(var entries)? = members[list] else {
            preconditionFailure("no list \(list)")
        }
        change(&entries)
        members[list] = .array(entries)
        self = .object(members)
    }

    /// Changes the entry of that code in the list of that name.
    public mutating func edit(
        _ list: String, _ code: String, _ change: (inout [String: Tree]) -> Void
    ) {
        edit(list) { entries in
            for index in entries.indices where entries[index].member("code") == .string(code) {
                guard case .object(var members) = entries[index] else { continue }
                change(&members)
                entries[index] = .object(members)
            }
        }
    }
}

// MARK: Law beside the built-in

extension LawDocuments {
    /// A document of law, read and activated after everything that is there.
    public static func activate(_ document: Tree, at moment: String, in law: inout Law) throws {
        let rulebook = try Rulebook(from: found(TreeReader(document), "rulebook"))
        let at = try found(Instant(moment), moment)
        law.activate(
            .init(rulebook, digest: "", position: law.rulebooks.count, at: at, by: "P-0001"))
    }

    /// Rules of an invented region (虚构): the notice under another code, saying otherwise at every
    /// point that can be compared, and a ground, a clock and a measure of its own.
    public static func region(
        code: String = "U-1", parent: String?, from day: String, version: Int = 1
    ) throws -> Tree {
        var document = try tree("rules/xzz-2020-26.json")
        document.set("code", .string(code))
        document.set("parent", parent.map(Tree.string))
        document.set("inForceFrom", .string(day))
        document.set("version", .integer(version))
        document.edit("clocks") { clocks in
            for index in clocks.indices { clocks[index].set("span", .string("90 days")) }
            var own = clocks[0]
            own.set("code", .string("U.local"))
            clocks.append(own)
        }
        document.edit("settings") { settings in
            for index in settings.indices {
                if settings[index].member("code") == .string("routeADecisionStart") {
                    settings[index].set("value", .string("filing"))
                    continue
                }
                switch settings[index].member("value") {
                case .bool(let flag)?: settings[index].set("value", .bool(!flag))
                case .string?: settings[index].set("value", .string("另有规定"))
                default: break
                }
            }
        }
        document.edit("measures", "demotion") { $0["months"] = .integer(30) }
        document.edit("measures", "removal") { $0["months"] = .integer(30) }
        document.edit("measures") { measures in
            guard var own = measures.first(where: { $0.member("code") == .string("dismissal") })
            else { return }
            own.set("code", .string("expulsion"))
            own.set("rank", .integer(99))
            measures.append(own)
        }
        document.edit("mitigations") { list in
            for index in list.indices { list[index].set("zh", .string("另有规定")) }
        }
        document.edit("steps") { list in
            for index in list.indices { list[index].set("zh", .string("另有规定")) }
        }
        document.edit("routes") { list in
            for index in list.indices { list[index].set("zh", .string("另有规定")) }
        }
        document.edit("grounds") { grounds in
            var own = grounds[3]
            own.set("code", .string("U6.9"))
            own.set("item", .integer(9))
            grounds.append(own)
        }
        return document
    }
}
