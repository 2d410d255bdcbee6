public import Law
public import Vocabulary

/// How a loss follows from what was done (损失类别).
public enum LossKind: String, Code {
    /// 直接损失、间接损失.
    case direct, indirect
}

/// One part of a confirmed loss (损失分项).
///
/// - Invariant: `item` tells the parts of one decision apart: confirmed again under the same name a part
///   was assessed anew, under another it is added.
/// - Units: `amount` in fen (分).
/// - Source: 追责制度 Art. 3; 713 Art. 38.
public struct ConfirmedLoss: Hashable, Sendable {
    /// What was lost, in public words: 建设投入.
    public let item: String
    public let lossKind: LossKind
    public let amount: Int
    /// What it is assessed by: the number of an audit or an appraisal.
    public var assessment: String?
    /// The day on which it arose.
    public var lossOn: CalendarDate?
}

extension ConfirmedLoss: FieldPart {
    public init(_ fields: inout Fields<Self>) throws(FieldFault) {
        item = try fields.given("item", \.item)
        lossKind = try fields.given("lossKind", \.lossKind)
        amount = try fields.given("amount", \.amount)
        assessment = try fields.given("assessment", \.assessment)
        lossOn = try fields.given("lossOn", \.lossOn)
    }

    public static var blank: ConfirmedLoss {
        ConfirmedLoss(item: "", lossKind: .blank, amount: 0)
    }
}

extension HarmConfirmed {
    /// Harm of a decision needs the decision; harm of a delay needs none. A loss is said whole or in
    /// parts, each part once and not after the day on which it is established.
    func check(in file: DecisionFile, over past: some Past, on: CalendarDate?) throws(Refusal) {
        if attribution != .undueDelay { try file.checkAdopted(by: on) }
        if amount != nil, !losses.isEmpty { throw .decision(.lossWholeAndParts(decision)) }
        for amount in losses.map(\.amount) + [amount].compactMap(\.self)
        where !Self.amounts.contains(amount) {
            throw .outOfRange(
                field: "amount", lowest: Self.amounts.lowerBound, highest: Self.amounts.upperBound)
        }
        var items: Set<[UInt8]> = []
        for loss in losses {
            guard items.insert(Array(loss.item.utf8)).inserted else {
                throw .decision(.lossTwice(loss.item))
            }
            try checkOrder(from: loss.lossOn, to: on, source: Self.rule)
        }
    }

    private static let amounts = 0...1 << 52
}

/// A part of the loss as it stands on a day, by the confirmation that assessed it last.
public struct LossPart: Hashable, Sendable {
    /// Nil: what the document does not divide.
    public let item: String?
    /// Nil where the document does not say.
    public let kind: LossKind?
    /// In fen (分).
    public let amount: Int
    public let assessment: String?
    /// The day on which it arose.
    public let lossOn: CalendarDate?
    public let attribution: HarmAttribution
    /// The day of the confirmation that counts, and its entry.
    public let on: CalendarDate?
    public let position: Position
    /// The confirmations of the same part that came before it, in their order.
    public let replaces: [Position]
}

extension LossPart {
    init(
        _ loss: ConfirmedLoss, in fact: HarmConfirmed, on day: CalendarDate?, at position: Position
    ) {
        self.init(
            item: loss.item, kind: loss.lossKind, amount: loss.amount,
            assessment: loss.assessment, lossOn: loss.lossOn, attribution: fact.attribution,
            on: day, position: position, replaces: [])
    }
}

/// What another decision cost that this one made necessary (后续决策损失).
public struct CausedLoss: Hashable, Sendable {
    public let decision: DecisionID
    /// The day on which that one began, and the entry that says what it was caused by.
    public let on: CalendarDate?
    public let position: Position
    /// Its own loss with what it caused in turn, in fen; nil: none was confirmed.
    public let amount: Int?
}

/// The loss from a decision, whole and in parts (损失合计与分项).
///
/// - Invariant: Sums are computed from what stands, and never stored.
public struct Loss: Hashable, Sendable {
    /// In the order in which each was first confirmed.
    public let parts: [LossPart]
    /// In the order of their days.
    public var caused: [CausedLoss] = []

    init(parts: [LossPart], caused: [CausedLoss] = []) {
        self.parts = parts
        self.caused = caused
    }

    /// What one confirmation says by itself.
    public init(confirmedIn fact: HarmConfirmed) {
        self.init(parts: fact.losses.map { LossPart($0, in: fact, on: nil, at: 0) })
    }

    /// All parts, in fen; nil: none was confirmed.
    public var whole: Int? { Self.sum(parts.map(\.amount)) }

    /// The parts of one kind; those of which the document does not say it are of neither.
    public func whole(of kind: LossKind) -> Int? {
        Self.sum(parts.filter { $0.kind == kind }.map(\.amount))
    }

    /// With what the decisions cost that it made necessary; nil: nothing was confirmed of any.
    public var withCaused: Int? {
        Self.sum([whole].compactMap(\.self) + caused.compactMap(\.amount))
    }

    /// Whether one confirmation says all of it: there is nothing to add up.
    public var isPlain: Bool {
        caused.isEmpty && parts.count < 2
            && parts.allSatisfy { $0.item == nil && $0.replaces.isEmpty }
    }

    /// Saturating: what no officer could record ends no page.
    private static func sum(_ amounts: [Int]) -> Int? {
        if amounts.isEmpty { return nil }
        return amounts.reduce(0) { sum, amount in
            let (next, overflows) = sum.addingReportingOverflow(amount)
            return overflows || next > greatest ? greatest : max(next, -greatest)
        }
    }

    /// The greatest integer that an answer holds.
    private static let greatest = (1 << 53) - 1
}

extension DecisionPast {
    /// The parts in which the loss was confirmed. The last confirmation of a part counts, in the order
    /// in which they were made, whichever was recorded first; what was not divided is one part.
    func lossParts() -> [LossPart] {
        var parts: [LossPart] = []
        func note(_ part: LossPart) {
            // Texts are compared as bytes: `==` takes what only looks equal for equal.
            let there = parts.firstIndex { one in
                one.item.map { Array($0.utf8) } == part.item.map { Array($0.utf8) }
            }
            guard let there else { return parts.append(part) }
            let former = parts[there]
            parts[there] = LossPart(
                item: part.item, kind: part.kind, amount: part.amount, assessment: part.assessment,
                lossOn: part.lossOn, attribution: part.attribution, on: part.on,
                position: part.position, replaces: former.replaces + [former.position])
        }
        for harm in facts(HarmConfirmed.self) {
            let fact = harm.fact
            if let amount = fact.amount {
                note(
                    LossPart(
                        item: nil, kind: nil, amount: amount, assessment: nil, lossOn: nil,
                        attribution: fact.attribution, on: harm.on, position: harm.position,
                        replaces: []))
            }
            for loss in fact.losses {
                note(LossPart(loss, in: fact, on: harm.on, at: harm.position))
            }
        }
        return parts
    }
}

extension DecisionFile {
    /// The loss on that day, by what was known at the moment, with what the decisions cost that it made
    /// necessary.
    ///
    /// - Parameter decision: Gives the file of another decision; nil when nothing is recorded.
    public func loss<Failure: Error>(
        on date: CalendarDate, knownAt moment: Instant? = nil,
        decision: (DecisionID) throws(Failure) -> DecisionFile?
    ) throws(Failure) -> Loss {
        var loss = Loss(parts: past(by: date, knownAt: moment).lossParts())
        // Everything that followed, each once: nobody can record a circle, and one is followed no
        // further.
        var found: [(from: Int?, link: Recorded<DecisionCaused>, file: DecisionFile?)] = []
        var seen: Set<DecisionID> = [self.decision]
        func follow(_ file: DecisionFile, as index: Int?) {
            for one in file.past(by: date, knownAt: moment).caused(by: file.decision)
            where seen.insert(one.fact.caused).inserted { found.append((index, one, nil)) }
        }
        follow(self, as: nil)
        var next = 0
        while next < found.count {
            if let file = try decision(found[next].link.fact.caused) {
                found[next].file = file
                follow(file, as: next)
            }
            next += 1
        }
        // What came last is added to what caused it first.
        var caused = [[CausedLoss]](repeating: [], count: found.count)
        for index in found.indices.reversed() {
            let (from, link, file) = found[index]
            let own = Loss(
                parts: file?.past(by: date, knownAt: moment).lossParts() ?? [],
                caused: caused[index].reversed())
            let one = CausedLoss(
                decision: link.fact.caused, on: link.on, position: link.position,
                amount: own.withCaused)
            if let from { caused[from].append(one) } else { loss.caused.append(one) }
        }
        loss.caused.reverse()
        return loss
    }
}
