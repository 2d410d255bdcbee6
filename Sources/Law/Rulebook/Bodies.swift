/// The bodies of law that are in force side by side on one day (同时施行的各部规则).
///
/// Activating another code adds a body; it takes none away, and changes no answer that a body
/// gives. Each body raises its own ``grounds``. Every other question has one answer: where several
/// bodies know a code, the one activated first keeps its say, and so does it for the whole of a
/// rule, never for a part. Rules made under none (上位法) leave the word to the first that was made
/// under them, which carries them out and repeats them under its own articles (实施办法); they
/// still say what it leaves out.
///
/// - Invariant: There is at least one, and of each code one edition: the latest in force on the
///   day; of two in force from one day the one activated last.
public struct Bodies: Hashable, Sendable {
    /// A ground, and the body that names it.
    public typealias NamedGround = (body: Rulebook, ground: Rulebook.Ground)

    /// In the order in which their codes were first activated.
    public let activations: [Law.Activation<Rulebook>]
    /// The same, in the order in which they are asked.
    let asked: [Rulebook]

    /// Nil when there are none.
    ///
    /// - Parameter activations: One of each code, in the order in which the codes were first
    ///   activated.
    init?(_ activations: [Law.Activation<Rulebook>]) {
        if activations.isEmpty { return nil }
        self.activations = activations
        asked = Self.inOrder(activations.map(\.content))
    }

    private static func inOrder(_ bodies: [Rulebook]) -> [Rulebook] {
        var asked = bodies
        for root in bodies where root.parent == nil {
            guard let child = asked.firstIndex(where: { $0.parent == root.code }),
                let place = asked.firstIndex(where: { $0.code == root.code }), place < child
            else { continue }
            asked.insert(asked.remove(at: child), at: place)
        }
        return asked
    }

    /// In the order in which their codes were first activated.
    public var editions: [Rulebook] { activations.map(\.content) }

    /// The body that is asked first.
    public var foremost: Rulebook { asked[0] }

    /// The edition of that code; nil when it is not in force.
    public func edition(of code: RulebookCode) -> Rulebook? { asked.first { $0.code == code } }

    /// What was activated of that code; nil when it is not in force.
    public func activation(of code: RulebookCode) -> Law.Activation<Rulebook>? {
        activations.first { $0.content.code == code }
    }
}

// MARK: Every body speaks

extension Bodies {
    /// The grounds of every body, in the order in which their codes were first activated.
    public var grounds: [NamedGround] { named(\.grounds) }

    /// What every body lets the machine raise on this trigger.
    public func grounds(raisedBy trigger: Rulebook.Trigger) -> [NamedGround] {
        named { $0.grounds(raisedBy: trigger) }
    }

    /// The ground of that code; where several bodies name it, that of the one asked first.
    public func ground(_ code: String) -> NamedGround? {
        answer { body in body.ground(code).map { (body, $0) } }
    }

    /// The clock by which a body judges what it claims: its own of that code; where it has none, the
    /// one that the others give.
    public func clock(_ code: String, judgingBy body: Rulebook) -> ClockRule? {
        body.clock(code) ?? clock(code)
    }

    private func named(_ grounds: (Rulebook) -> [Rulebook.Ground]) -> [NamedGround] {
        activations.flatMap { one in grounds(one.content).map { (one.content, $0) } }
    }
}

// MARK: One body answers

extension Bodies {
    public func article(_ code: String) -> Rulebook.Article? { answer { $0.article(code) } }
    public func task(_ number: Int) -> Rulebook.Task? { answer { $0.task(number) } }
    public func step(_ code: String) -> Rulebook.Step? { answer { $0.step(code) } }
    public func family(_ code: String) -> Rulebook.Family? { answer { $0.family(code) } }
    public func measure(_ code: String) -> Rulebook.MeasureRule? { answer { $0.measure(code) } }
    public func mitigation(_ code: String) -> Rulebook.Mitigation? {
        answer { $0.mitigation(code) }
    }
    /// What is cited for a rule, of an organ of that kind; as the rule is named where no body says, or
    /// where it depends on an organ that nobody knows.
    public func citation(of rule: String, for organ: Rulebook.DecidingOrgan?) -> String {
        let said = answer { body in body.conduct.first { $0.rule == rule } }
        return said?.citation(of: organ) ?? rule
    }

    public func route(_ code: String) -> Rulebook.Route? { answer { $0.route(code) } }
    public func clock(_ code: String) -> ClockRule? { answer { $0.clock(code) } }
    /// What is said of records of dishonesty; nil where no body says anything.
    public var credit: CreditRules? { answer(\.credit) }
    public func setting(_ code: String) -> Rulebook.Setting? { answer { $0.setting(code) } }
    /// The number a setting holds; nil when there is none, or it is no number.
    public func number(_ code: String) -> Int? { setting(code)?.value.number }
    /// What a setting says yes or no to; nil when there is none, or it is another question.
    public func flag(_ code: String) -> Bool? { setting(code)?.value.flag }

    public func personnel(_ code: String) -> Rulebook.Personnel? { answer { $0.personnel(code) } }
    /// The sort of public servant that the title of a post tells, where it does.
    public func personnel(titled post: String) -> Rulebook.Personnel? {
        answer { body in body.personnel.first { $0.titles.contains(where: post.contains) } }
    }
    /// Whether the one rank is higher than the other; nil where no body knows both.
    public func isHigher(_ one: String, than other: String) -> Bool? {
        answer { $0.isHigher(one, than: other) }
    }
    /// How many months an effect lasts, as it says itself or its setting does.
    public func months(of effect: Rulebook.Effect) -> Int? {
        effect.months ?? effect.monthsSetting.flatMap(number)
    }
    /// What a setting says in words; nil when there is none, or it is another question.
    public func text(_ code: String) -> String? { setting(code)?.value.text }

    /// From when the time of a stage to decide runs; filing where its setting names no start.
    public func decideStart(_ stage: Rulebook.Stage) -> Rulebook.DecideStart.Event {
        switch stage.decideFrom {
        case .event(let event): event
        case .setting(let code):
            text(code).flatMap(Rulebook.DecideStart.Event.init) ?? .filing
        }
    }

    public var combination: Rulebook.Combination { foremost.combination }

    /// The body whose measure ``measure(_:)`` gives.
    public func body(ofMeasure code: String) -> Rulebook? {
        asked.first { $0.measure(code) != nil }
    }

    /// ``Rulebook/isHeavier(_:than:)`` under the first body that knows both: the ranks of two
    /// bodies are never compared.
    public func isHeavier(_ one: Rulebook.Imposed, than other: Rulebook.Imposed) -> Bool? {
        asked.first { $0.measure(one.code) != nil && $0.measure(other.code) != nil }?
            .isHeavier(one, than: other)
    }

    private func answer<Answer>(_ question: (Rulebook) -> Answer?) -> Answer? {
        for body in asked {
            if let answer = question(body) { return answer }
        }
        return nil
    }
}

// MARK: Everything there is

extension Bodies {
    public var steps: [Rulebook.Step] { all(\.steps, by: \.code) }
    public var measures: [Rulebook.MeasureRule] { all(\.measures, by: \.code) }
    public var mitigations: [Rulebook.Mitigation] { all(\.mitigations, by: \.code) }
    public var aggravations: [Rulebook.Aggravation] { all(\.aggravations, by: \.code) }
    public var routes: [Rulebook.Route] { all(\.routes, by: \.code) }
    public var clocks: [ClockRule] { all(\.clocks, by: \.code) }
    public var personnel: [Rulebook.Personnel] { all(\.personnel, by: \.code) }

    /// What is a major decision by any of them, and what is none.
    public var catalogue: Rulebook.Catalogue {
        Rulebook.Catalogue(
            kinds: all(\.catalogue.kinds, by: \.code),
            exclusions: all(\.catalogue.exclusions, by: \.code))
    }

    /// Of each code what the body asked first says.
    private func all<Part>(_ list: (Rulebook) -> [Part], by code: (Part) -> String) -> [Part] {
        var seen: Set<String> = []
        return asked.flatMap(list).filter { seen.insert(code($0)).inserted }
    }
}
