internal import Law
public import Records
internal import Vocabulary

/// One line of a trail: a heading of two to six characters, then the particulars.
public struct EventLine: Sendable {
    public internal(set) var heading: String
    public private(set) var particulars: [String] = []
    /// What the person was when it happened, on the lines that concern responsibility.
    public internal(set) var role: String?
    public internal(set) var marks: [Irregularity] = []

    let text: Text
    /// Whose trail it is.
    let subject: SubjectID
    /// When it happened.
    let on: CalendarDate?
    /// What the subject was then.
    let roleThen: RoleSnapshot?
    /// The rules in force then, as far as they are known.
    let rules: Bodies?
}

// MARK: Saying one thing

extension EventLine {
    /// Says it, unless there is nothing to say.
    mutating func add(_ particular: String?) {
        if let particular, !particular.isEmpty { particulars.append(particular) }
    }

    /// A text as it was delivered or typed.
    mutating func verbatim(_ value: String?) { add(value.map(harmless)) }

    mutating func label(_ family: LabelFamily, _ code: (some RawRepresentable<String>)?) {
        if let code { add(text.label(family, code)) }
    }

    mutating func sealed(_ value: Sealed?) { add(value.map(text.words)) }

    mutating func phrase(_ key: String, _ values: [String: String] = [:]) {
        add(text(key, values))
    }

    /// A message with one hole, where there is something to fill it.
    mutating func phrase(_ key: String, _ hole: String, _ value: (some CustomStringConvertible)?) {
        if let value { add(text(key, [hole: harmless(value.description)])) }
    }

    /// `责任认定：属实`.
    mutating func says(_ what: String) {
        heading = text("trace.says", ["heading": heading, "what": what])
    }
}

// MARK: What the lines of several duties have in common

extension EventLine {
    mutating func about(_ person: SubjectID?) {
        if person != subject { phrase("trace.person", "subject", person) }
    }

    /// `行政首长 P-0001`, or, on the person's own trail, `任行政首长`.
    mutating func named(_ somebody: SubjectID?, as capacity: String) {
        guard let somebody else { return }
        if somebody == subject {
            phrase("trace.in", ["capacity": capacity])
        } else {
            phrase("trace.named", ["capacity": capacity, "subject": somebody.text])
        }
    }

    mutating func ground(_ ground: Sealed?) {
        phrase("trace.ground", "ground", ground.map(text.words))
    }

    mutating func cites(_ rule: String?) {
        if let rule { phrase("trace.rule", ["rule": text.cited(rule)]) }
    }

    mutating func document(_ number: String?) { phrase("trace.document", "document", number) }

    mutating func evidence(_ evidence: [Evidence]) {
        if !evidence.isEmpty { add(text.evidence(evidence.map(\.entry))) }
    }

    mutating func amount(_ fen: Int?) {
        if let fen { phrase("dossier.amount", ["amount": text.yuan(fen)]) }
    }

    mutating func count(_ key: String, _ count: Int?) {
        if let count { phrase(key, ["count": text.number(count)]) }
    }

    mutating func announced(_ range: AnnouncementRange) {
        phrase("trace.announced", ["range": text.label(.announcementRange, range)])
    }

    /// What the person was then, on a line that concerns responsibility: that it is not known is
    /// said, too.
    mutating func concernsResponsibility() { role = text.roleThen(roleThen) }

    /// What the person was then, where that is known.
    mutating func tellsRole() { role = roleThen.map(text.roleThen) }

    /// The body of law that is spoken of, with its title where it was in force then.
    ///
    /// - Parameter edition: As an entry names it: `XZZ-2020-26/1`; empty or nil: it names none.
    mutating func body(_ edition: String?) {
        guard let edition, !edition.isEmpty else { return }
        let body = rules?.edition(of: RulebookCode(ofEdition: edition)).map(BodyName.init)
        add(body?.edition == edition ? body.map(text.called) : harmless(edition))
    }

    /// `复审`, as the rules in force then call the stage; its code where they are not at hand.
    func route(_ code: String, stage: String?) -> String {
        let route = rules?.route(code)
        guard let stage else {
            let title = route.map { text.choose($0.titleChinese, $0.titleEnglish) }
            return title ?? text("trace.route", ["route": harmless(code)])
        }
        let title = route?.stage(stage).map { text.choose($0.titleChinese, $0.titleEnglish) }
        return title ?? harmless(stage)
    }

    /// `降级（24 个月）`.
    func varied(_ measure: Measure, _ months: Int?) -> String {
        let what = text.label(.measure, measure)
        guard let months else { return what }
        let term = text("trace.months", ["months": "\(months)"])
        return text("trace.ranked", ["post": what, "rank": term])
    }
}
