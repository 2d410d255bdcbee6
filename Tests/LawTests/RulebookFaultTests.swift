import LawSupport
import Testing

@testable import Law

@Suite("A rulebook that contradicts itself or cites nothing is refused")
struct RulebookFaultTests {
    /// The notice's rulebook with one thing spoilt.
    private static func spoilt(_ path: [Hop], _ value: Tree?) throws -> TreeReader {
        let tree = try LawDocuments.tree("rules/xzz-2020-26.json")
        return try #require(TreeReader(set(tree, path[...], value)))
    }

    enum Hop {
        case name(String)
        case index(Int)
    }

    private static func set(_ tree: Tree, _ path: ArraySlice<Hop>, _ value: Tree?) -> Tree? {
        guard let first = path.first else { return value }
        switch (first, tree) {
        case (.name(let name), .object(var members)):
            members[name] = set(members[name] ?? .object([:]), path.dropFirst(), value)
            return .object(members)
        case (.index(let index), .array(var values)):
            if let new = set(values[index], path.dropFirst(), value) {
                values[index] = new
            } else {
                values.remove(at: index)
            }
            return .array(values)
        default: return tree
        }
    }

    /// `measures.9.months`.
    private static func path(_ text: String) -> [Hop] {
        text.split(separator: ".").map { Int($0).map(Hop.index) ?? .name(String($0)) }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let at: String
        let value: Tree?
        let fault: RulebookFault
        var testDescription: String { at }
    }

    private static func one(_ at: String, _ value: Tree?, _ fault: RulebookFault) -> Case {
        Case(at: at, value: value, fault: fault)
    }

    private static func misspelt(_ code: String) -> Case {
        one("code", .string(code), .codeMisspelt(at: "rulebook", member: "code", value: code))
    }

    static let form: [Case] = [
        one("code", nil, .missing(at: "rulebook", member: "code")),
        one("version", .integer(0), .outOfRange(at: "rulebook", member: "version", lowest: 1)),
        one("inForceFrom", nil, .missing(at: "rulebook", member: "inForceFrom")),
        one(
            "inForceFrom", .string("2020-02-30"),
            .impossibleDay(member: "inForceFrom", "2020-02-30")),
        one("source", nil, .noSource(at: "rulebook")),
        one("parent", .integer(713), .missing(at: "rulebook", member: "parent")),
        one("articles", .array([]), .noArticles),
        one("grounds", nil, .missing(at: "rulebook", member: "grounds")),
        one("clocks", .array([.string("x")]), .missing(at: "rulebook", member: "clocks")),
        misspelt("A:B"), misspelt("ＸＺＺ-１"), misspelt("-A"),
        misspelt(String(repeating: "A", count: 65)),
        one(
            "parent", .string("7 13"),
            .codeMisspelt(at: "rulebook", member: "parent", value: "7 13")),
        one("measurs", .array([]), .unknownMember(at: "rulebook", member: "measurs")),
        one("title.fr", .string("x"), .unknownMember(at: "title", member: "fr")),
        one(
            "measures.0.sourc", .string("x"),
            .unknownMember(at: "measures criticism", member: "sourc")),
        one("measures.0.source", nil, .noSource(at: "measures criticism")),
        one(
            "measures.2.effects.0.source", nil,
            .noSource(at: "measures admonition, effects influencePeriod")),
        one("routes.0.stages.1.source", .string(" "), .noSource(at: "routes A, stages recheck")),
        one("articles.4.text", nil, .noSource(at: "articles XZZ-2020-26#5")),
        one("grounds.0.article", nil, .noSource(at: "grounds G6.1")),
        one("tasks.7.source", nil, .noSource(at: "tasks 8")),
        one("tasks.7.units", .array([]), .missing(at: "tasks 8", member: "units")),
        one("steps.0.source", nil, .noSource(at: "steps participation")),
        one("steps.0.waivableUnder", nil, .noSource(at: "steps participation.waivable")),
        one(
            "steps.3.waivableUnder", .string("713#25"),
            .unknownMember(at: "steps legalityReview", member: "waivableUnder")),
        one("families.0.source", nil, .noSource(at: "families accountability")),
        one("combination.source", nil, .noSource(at: "combination")),
        one("mitigations.0.source", nil, .noSource(at: "mitigations dissent")),
        one("aggravations.0.source", nil, .noSource(at: "aggravations repeatInPeriod")),
        one("clocks.0.source", nil, .noSource(at: "clocks consultationMinimum")),
        one("catalogue.kinds.0.source", nil, .noSource(at: "catalogue, kinds publicPolicy")),
        one("settings.0.source", nil, .noSource(at: "settings sanctionPeriodIncludesFirstDay")),
        one(
            "settings.0.confidence", .string("X"),
            .notOneOf(
                at: "settings sanctionPeriodIncludesFirstDay", member: "confidence", value: "X",
                allowed: ["H", "M", "L"])),
        one(
            "clocks.0.span", .string("30 Days"),
            .unreadableSpan(clock: "consultationMinimum", text: "30 Days", source: "713#15")),
    ]

    static let contradictions: [Case] = [
        one(
            "grounds.1.code", .string("G6.1"),
            .codeTwice(at: "grounds G6.1", source: "XZZ-2020-26#6")),
        one("tasks.1.number", .integer(1), .codeTwice(at: "tasks 1", source: "XZZ-2020-26-T2")),
        one(
            "articles.1.code", .string("XZZ-2020-26#1"),
            .codeTwice(at: "articles XZZ-2020-26#1", source: "XZZ-2020-26#1")),
        one(
            "routes.0.stages.1.code", .string("reexamination"),
            .codeTwice(at: "routes A, stages reexamination", source: "监察法#49")),
        one(
            "measures.0.family", .string("blame"),
            .unknownFamily(measure: "criticism", family: "blame", source: "XZZ-2020-26#14")),
        one(
            "measures.9.rank", .integer(1),
            .rankTwice(measure: "warning", other: "demerit", family: "sanction", source: "政务处分法#8")),
        one(
            "measures.9.months", .integer(3),
            .monthsFall(measure: "demerit", below: "warning", source: "政务处分法#8")),
        one(
            "measures.9.months", nil,
            .termWithoutMonths(measure: "demerit", source: "政务处分法#8")),
        one(
            "measures.0.months", .integer(6),
            .termWithoutMonths(measure: "criticism", source: "XZZ-2020-26#14")),
        one(
            "measures.2.effects.0.monthsSetting", .string("routeCClock"),
            .unknownSetting(
                measure: "admonition", setting: "routeCClock",
                source: "关于组织人事部门对领导干部进行提醒、函询和诫勉的实施细则")),
        one(
            "combination.maximumMonths", .integer(18),
            .combinationTooShort(maximum: 18, measure: "demotion", months: 24, source: "政务处分法#15")),
        one(
            "combination.maximumMonths", .integer(36),
            .combinationDiffers(maximum: 36, setting: "maximumCombinedMonths", source: "政务处分法#15")),
        one(
            "grounds.0.article", .string("XZZ-2020-26#66"),
            .unknownArticle(ground: "G6.1", article: "XZZ-2020-26#66")),
        one(
            "grounds.0.step", .string("prayer"),
            .unknownStep(ground: "G6.1", step: "prayer", source: "XZZ-2020-26#6")),
        one("grounds.0.trigger", nil, .triggerMissing(ground: "G6.1", source: "XZZ-2020-26#6")),
        one(
            "grounds.3.trigger", .string("minutesAbsent"),
            .triggerTooMany(ground: "G6.4", source: "XZZ-2020-26#6")),
        one(
            "grounds.0.trigger", .string("fullMoon"),
            .unknownTrigger(ground: "G6.1", trigger: "fullMoon", source: "XZZ-2020-26#6")),
        one(
            "grounds.0.trigger", .string("opinionsUnanswered"),
            .triggerTwice(ground: "G6.2", other: "G6.1", source: "XZZ-2020-26#6")),
        one(
            "routes.1.stages.1.extensionClock", .string("B.appeal.more"),
            .unknownClock(route: "B", stage: "appeal", clock: "B.appeal.more", source: "公务员法#95")),
        one("routes.2.stages", .array([]), .noStages(route: "C", source: "公务员申诉规定#2")),
        one(
            "routes.0.stages.1.decideFromSetting", .string("routeAStart"),
            .unknownStart(
                route: "A", stage: "recheck", setting: "routeAStart", source: "监察法#49")),
        // A setting that there is, and that says no start.
        one(
            "routes.0.stages.1.decideFromSetting", .string("routeCClock"),
            .unknownStart(
                route: "A", stage: "recheck", setting: "routeCClock", source: "监察法#49")),
        one(
            "clocks.6.measures", .array([.string("fine")]),
            .unknownMeasure(clock: "personnelChange", measure: "fine", source: "政务处分法#54")),
    ]

    @Test("in its form", arguments: form)
    func inForm(spoilt: Case) throws { try refuses(spoilt) }

    @Test("in what it says", arguments: contradictions)
    func inContent(spoilt: Case) throws { try refuses(spoilt) }

    private func refuses(_ spoilt: Case) throws {
        let reader = try Self.spoilt(Self.path(spoilt.at), spoilt.value)
        #expect(throws: spoilt.fault) { try Rulebook(from: reader) }
        // With the article concerned.
        #expect(spoilt.fault.source.count > 2)
    }

    @Test("a body of law may be called by any identifier, up to its sixty-four letters")
    func longest() throws {
        for code in ["7", String(repeating: "A", count: 64), "a.b_c-9"] {
            let reader = try Self.spoilt(Self.path("code"), .string(code))
            #expect(try Rulebook(from: reader).code.text == code)
        }
    }

    @Test("all faults of one document are told, not the first alone")
    func all() throws {
        let tree = try LawDocuments.tree("rules/xzz-2020-26.json")
        let months = Self.set(tree, Self.path("measures.9.months")[...], .integer(3))
        let spoilt = try #require(months)
        let both = Self.set(spoilt, Self.path("grounds.0.step")[...], .string("prayer"))
        let book = try Rulebook(unchecked: #require(TreeReader(both)))
        #expect(book.faults().count == 2)
    }
}
