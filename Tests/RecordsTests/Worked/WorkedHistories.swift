import Foundation
import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// One history that somebody worked out by hand from the statutes (`histories.json`): what was done to a
/// person, and what the law makes of it. None of its days was computed by this code.
struct WorkedHistory: Decodable, CustomTestStringConvertible, Sendable {
    let id: String
    let title: String
    /// As a reader looks them up.
    let articles: [String]
    /// A sort of ``PersonnelKind``.
    let person: String
    /// `inOrder`: the acts are one life; `alone`: each is judged by itself, after those of ``base``.
    let judged: String
    let base: [Int]
    let acts: [Step]
    let asks: [Ask]
    /// How it was counted.
    let working: String
    let confidence: String

    struct Step: Decodable, Sendable {
        /// Negative: it only prepares the next.
        let n: Int
        let on: String
        let `do`: String
        var sanction: String?
        var measure: String?
        var authority: String?
        var `case`: String?
        var act: String?
        var months: Int?
        var combines: [String]?
        var instrument: String?
        var route: String?
        var stage: String?
        var outcome: String?
        var rank: String?
        var reason: String?
        var penalty: String?
        var guilt: String?
        var approval: String?
    }

    struct Ask: Decodable, Sendable {
        let on: String
        let ask: String
        var sanction: String?
        var act: Int?
        let answer: String
    }

    var testDescription: String { "\(id): \(title)" }

    static let all: [WorkedHistory] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "histories.json")
        guard let data = try? Data(contentsOf: file),
            let all = try? JSONDecoder().decode([WorkedHistory].self, from: data)
        else { preconditionFailure("histories.json can be read") }
        return all
    }()
}

@Suite("Sanction histories worked out by hand from the statutes")
struct WorkedHistoriesTests {
    @Test("there are forty of them, each with its articles and its working")
    func table() {
        #expect(WorkedHistory.all.count >= 40)
        #expect(Set(WorkedHistory.all.map(\.id)).count == WorkedHistory.all.count)
        for one in WorkedHistory.all {
            #expect(!one.articles.isEmpty && !one.working.isEmpty && !one.asks.isEmpty, "\(one.id)")
        }
    }

    @Test("the law makes of it what was worked out", arguments: WorkedHistory.all)
    func answers(history: WorkedHistory) throws {
        if history.judged == "alone" {
            for ask in history.asks {
                var told = try ToldHistory(history)
                let own = ask.act ?? history.acts.first { $0.sanction == ask.sanction }?.n
                for step in history.acts where step.n != own && history.base.contains(step.n) {
                    try told.tell(step)
                }
                let last = history.acts.lastIndex { $0.n == own }
                for (index, step) in history.acts.enumerated() where step.n == own {
                    var first = index
                    while first > 0, history.acts[first - 1].n < 0 { first -= 1 }
                    if index == last {
                        for one in history.acts[first...index] { try told.tell(one) }
                    }
                }
                check(ask, in: told)
            }
            return
        }
        var told = try ToldHistory(history)
        for step in history.acts { try told.tell(step) }
        for ask in history.asks { check(ask, in: told) }
    }

    private func check(_ ask: WorkedHistory.Ask, in told: ToldHistory) {
        let said = told.answer(ask)
        let what = "\(told.history.id) \(ask.on) \(ask.ask) \(ask.sanction ?? "")\(ask.act ?? 0)"
        #expect(
            said == ask.answer,
            "\(what): \(told.refusals.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
    }
}

/// A history told to a register, act by act.
struct ToldHistory {
    let history: WorkedHistory
    private var register: Register
    private var opened: Set<String> = []
    private var filed: [String: Int] = [:]
    private var height = 0
    /// What each act recorded; absent: it was refused.
    private var recorded: [Int: [Position]] = [:]
    private(set) var refusals: [Int: String] = [:]

    private static let person: SubjectID = "P-10"
    private static let levels = ["乡科级副职", "乡科级正职", "县处级副职", "县处级正职", "厅局级副职"]

    init(_ history: WorkedHistory) throws {
        self.history = history
        register = Register(now: "2026-11-01T01:00:00.000Z")
        register.law = try LawDocuments.law()
        for id in ["U-JW", "U-RM", "U-BM"] {
            try register.perform(SubjectRegistered(subject: SubjectID(wellFormed: id), kind: .unit))
        }
        for id in ["P-7", "P-8", "P-9", Self.person.text] {
            try register.perform(
                SubjectRegistered(subject: SubjectID(wellFormed: id), kind: .person))
        }
        try register.perform(EmploymentBegan(subject: Self.person), on("2010-07-01"))
        try register.perform(
            TakePost(
                subject: Self.person, unit: "U-BM", post: "职务甲", rank: Self.levels[0],
                personnel: PersonnelKind(rawValue: history.person)), on("2012-01-01"))
    }

    mutating func tell(_ step: WorkedHistory.Step) throws {
        do throws(Refusal) {
            try prepare(step)
            let before = register.events.count
            try act(step)
            recorded[step.n] = Array(before..<register.events.count)
        } catch {
            refusals[step.n] = error.code
        }
    }

    // MARK: What is done

    private mutating func act(_ step: WorkedHistory.Step) throws(Refusal) {
        let sanction = step.sanction ?? "S1"
        switch step.do {
        case "impose": try impose(step)
        case "serve":
            try register.act("sanction.serve", sanction, ["route": "A"], on: step.on)
        case "vary":
            try register.act(
                "sanction.vary", sanction,
                ["measure": .string(step.measure ?? ""), "by": "organ"], on: step.on,
                approvedBy: "chief.b")
        case "rectify":
            try register.act(
                "sanction.rectify", sanction,
                ["measure": .string(step.measure ?? ""), "by": "superior", "ground": "确有错误"],
                on: step.on, approvedBy: "chief.b")
        case "annul":
            try register.ask(
                "annulSanction",
                [
                    "sanction": .string(sanction), "case": .string(file(of: sanction)),
                    "subject": .string(Self.person.text), "by": "organ",
                ], on: step.on, approvedBy: "chief.b")
        case "appeal": try appeal(step)
        case "decide": try decide(step)
        case "takePost":
            if step.rank == "higher" { height += 1 }
            try register.perform(
                TakePost(
                    subject: Self.person, unit: "U-BM", post: "职务\(register.events.count)",
                    rank: Self.levels[height], personnel: PersonnelKind(rawValue: history.person)),
                on(step.on))
        case "endPost":
            try register.act(
                "endPost", Self.person.text, ["unit": "U-BM", "ending": "revoked"], on: step.on)
        case "leave":
            try register.ask(
                "endEmployment",
                [
                    "subject": .string(Self.person.text),
                    "reason": .string(step.reason ?? "retired"),
                ],
                on: step.on)
        case "begin": try register.perform(EmploymentBegan(subject: Self.person), on(step.on))
        case "investigate": break  // The case was opened for it.
        case "close": try register.ask("closeCase", ["case": .string(step.case ?? "")], on: step.on)
        case "benefits":
            try register.act(
                "case.recommend-benefits", step.case ?? "C1",
                ["subject": .string(Self.person.text), "fitting": .string(step.measure ?? "")],
                on: step.on)
        case "judgment":
            var fields: [String: Tree] = [
                "subject": .string(Self.person.text), "instrument": "刑初1号（虚构）",
                "penalty": .string(step.penalty ?? ""),
            ]
            fields["guilt"] = step.guilt.map(Tree.string)
            fields["months"] = step.months.map(Tree.integer)
            try register.act("case.record-judgment", step.case ?? "C1", fields, on: step.on)
        case "basisChanged":
            try register.act(
                "sanction.basis-changed", sanction, ["instrument": "再审判决（虚构）2号"], on: step.on)
        case let other: preconditionFailure("nobody can do \(other)")
        }
    }

    private mutating func impose(_ step: WorkedHistory.Step) throws(Refusal) {
        var fields: [String: Tree] = [
            "sanction": .string(step.sanction ?? ""), "case": .string(step.case ?? ""),
            "subject": .string(Self.person.text), "measure": .string(step.measure ?? ""),
        ]
        fields["authority"] = step.authority.map(Tree.string)
        fields["act"] = step.act.map(Tree.string)
        fields["approval"] = step.approval.map(Tree.string)
        fields["months"] = step.months.map(Tree.integer)
        fields["combines"] = step.combines.map { .array($0.map(Tree.string)) }
        fields["instrument"] = step.instrument.map(Tree.string)
        try register.ask("imposeSanction", fields, on: step.on, approvedBy: "chief.b")
    }

    private mutating func appeal(_ step: WorkedHistory.Step) throws(Refusal) {
        let sanction = step.sanction ?? "S1"
        if filed[sanction] == nil {
            try register.act(
                "sanction.serve", sanction, ["route": .string(step.route ?? "A")],
                on: served(before: step.on, sanction))
        } else {
            try register.act("appeal.serve", appealID(sanction), on: step.on)
        }
        filed[sanction, default: 0] += 1
        try register.act(
            "appeal.file", appealID(sanction),
            [
                "sanction": .string(sanction), "route": .string(step.route ?? ""),
                "stage": .string(step.stage ?? ""),
            ], on: step.on)
        try register.act("appeal.rule", appealID(sanction), ["admitted": true], on: step.on)
        if step.stage == "appeal" {
            try register.act(
                "appeal.form-panel", appealID(sanction), ["members": ["P-7", "P-8", "P-9"]],
                on: step.on)
        }
    }

    private mutating func decide(_ step: WorkedHistory.Step) throws(Refusal) {
        var fields: [String: Tree] = ["outcome": .string(step.outcome ?? "")]
        fields["measure"] = step.measure.map(Tree.string)
        try register.act(
            "appeal.decide", appealID(step.sanction ?? "S1"), fields, on: step.on,
            approvedBy: "chief.b")
    }

    private func appealID(_ sanction: String) -> String { "A-\(sanction)-\(filed[sanction] ?? 0)" }

    /// Three days before, or on the day of the decision.
    private func served(before text: String, _ sanction: String) -> String {
        let imposed = history.acts.first { $0.do == "impose" && $0.sanction == sanction }?.on
        let early = day(text).adding(days: -3) ?? day(text)
        return max(imposed.map(day) ?? early, early).description
    }

    private func file(of sanction: String) -> String {
        history.acts.first { $0.do == "impose" && $0.sanction == sanction }?.case ?? "C1"
    }

    // MARK: What comes before

    /// A case that an organ opened, told, heard and found in, before anything is imposed in it.
    private mutating func prepare(_ step: WorkedHistory.Step) throws(Refusal) {
        guard let file = step.case, step.do == "impose" || step.do == "investigate" else { return }
        let isImposed = step.do == "impose"
        let first = isImposed ? day(step.on).adding(days: -20) ?? day(step.on) : day(step.on)
        let organ: Tree = step.authority == "employer" ? "U-RM" : "U-JW"
        let who: [String: Tree] = ["subject": .string(Self.person.text)]
        if opened.insert(file).inserted {
            try register.ask(
                "openCase", ["case": .string(file), "authority": organ], on: first.description)
            try register.ask(
                "namePerson", who.merging(["case": .string(file)]) { $1 }, on: first.description)
        }
        let course = register.past(file)
        guard isImposed, course?.finding(on: Self.person) == nil else { return }
        let heard = day(step.on).adding(days: -2) ?? day(step.on)
        try register.act("case.notify", file, who, on: heard.description)
        try register.act("case.hear-defence", file, who, on: heard.description)
        try register.ask(
            "makeFinding",
            who.merging(["case": .string(file), "finding": "sustained"]) { $1 },
            on: (day(step.on).adding(days: -1) ?? day(step.on)).description, approvedBy: "chief.b")
    }

    // MARK: What follows

    func answer(_ ask: WorkedHistory.Ask) -> String {
        let date = day(ask.on)
        let person = register.file(Self.person)
        let lives = person.sanctionLives(by: date, under: register.law)
        let life = lives.last { $0.sanction.text == ask.sanction }
        switch ask.ask {
        case "inEffect": return life?.isInEffect(on: date) == true ? "yes" : "no"
        case "until":
            guard let life, case .until(let last) = life.term else { return "none" }
            return last.description
        case "executed":
            return life.map { $0.isValid && $0.absorption == nil } == true ? "yes" : "no"
        case "recorded": return recorded[ask.act ?? 0] == nil ? "no" : "yes"
        case "irregular": return isIrregular(ask.act ?? 0, by: date) ? "yes" : "no"
        case "barsPromotionUntil": return barred(from: [.promotion, .higherPost], ask, lives, date)
        case "barsLeadingPostUntil": return barred(from: [.leadingPost], ask, lives, date)
        case "barsHonoursUntil": return barred(from: [.honours], ask, lives, date)
        case "inService": return person.departure(on: date) == nil ? "yes" : "no"
        case "serviceEndsOn": return person.departure(on: date)?.since.description ?? "none"
        case let other: preconditionFailure("nobody can answer \(other)")
        }
    }

    /// The last day of what still bars on the day asked.
    private func barred(
        from bars: Set<Rulebook.Bar>, _ ask: WorkedHistory.Ask, _ lives: [SanctionLife],
        _ date: CalendarDate
    ) -> String {
        let ends = register.file(Self.person).effectPeriods(of: lives, under: register.law)
            .filter { ask.sanction == nil || $0.sanction.text == ask.sanction }
            .filter { !bars.isDisjoint(with: $0.bars) && $0.covers(date) }
            .compactMap { period -> CalendarDate? in
                if case .until(let last) = period.term { last } else { nil }
            }
        return ends.max()?.description ?? "none"
    }

    /// Refused, or marked as what is at fault: whoever records it is told.
    private func isIrregular(_ act: Int, by date: CalendarDate) -> Bool {
        guard let positions = recorded[act] else { return true }
        return register.file(Self.person)
            .marks(by: date, under: register.law) { register.view($0) ?? CaseFile(about: $0) }
            .contains { $0.entries.first.map(positions.contains) ?? false }
    }
}

extension Register {
    fileprivate func past(_ id: String) -> CasePast? {
        let file: CaseFile? = view(CaseID(wellFormed: id))
        return file?.past()
    }
}
