internal import Law
internal import Vocabulary

/// Which ground is meant, whatever the edition (情形): its code, and the body of law that names it.
/// Two bodies may use one code, each for a ground of its own.
struct GroundName: Hashable, Sendable {
    let code: String
    let body: RulebookCode

    init(_ code: String, of body: RulebookCode) {
        self.code = code
        self.body = body
    }

    init(_ detected: GroundDetected) {
        self.init(detected.ground, of: RulebookCode(ofEdition: detected.rulebook))
    }

    /// With its body, as it is written where the code alone does not tell: `XZZ-2020-26:G9.2`.
    var spelled: String { "\(body):\(code)" }

    /// Whether the text means it: its code alone, or after the code of its body or of an edition.
    func isMeant(by text: String) -> Bool {
        if text == code { return true }
        let suffix = ":" + code
        return text.hasSuffix(suffix)
            && RulebookCode(ofEdition: String(text.dropLast(suffix.count))) == body
    }
}

extension [GroundName] {
    /// The one of them that is meant; nil where none is.
    ///
    /// - Refusals: ``DecisionRefusal/groundOfSeveral(_:_:)``.
    func meant(by text: String) throws(Refusal) -> GroundName? {
        var meant: [GroundName] = []
        for one in self where one.isMeant(by: text) && !meant.contains(one) { meant.append(one) }
        if meant.count > 1 { throw .decision(.groundOfSeveral(text, meant.map(\.spelled))) }
        return meant.first
    }

    /// How each is asked for, once: by its code, and with its body where another has that code, too.
    var spellings: [String] {
        map { name in contains { $0.code == name.code && $0.body != name.body } }
            .enumerated().map { index, isShared in isShared ? self[index].spelled : self[index].code
            }
    }
}

extension Bodies {
    /// The ground that the text means, and the body that names it.
    ///
    /// - Refusals: ``DecisionRefusal/unknownGround(_:_:)``,
    ///   ``DecisionRefusal/groundOfSeveral(_:_:)``.
    func ground(meantBy text: String) throws(Refusal) -> NamedGround {
        let grounds = grounds
        let names = grounds.map { GroundName($0.ground.code, of: $0.body.code) }
        guard let name = try names.meant(by: text), let index = names.firstIndex(of: name) else {
            throw .decision(.unknownGround(text, names.spellings))
        }
        return grounds[index]
    }
}

extension DecisionFile {
    /// The grounds that were raised, in the order recorded; whether they stand or not.
    private var raised: [GroundName] {
        log.facts(GroundDetected.self).map { GroundName($0.fact) }
    }

    /// Whether the code alone does not tell which of the grounds that were raised is meant.
    func isShared(_ code: String) -> Bool {
        Set(raised.filter { $0.code == code }).count > 1
    }

    /// Whether a ground was raised in that round and not dismissed since.
    func isOpen(_ name: GroundName, in round: Int) -> Bool {
        // Whichever happened first: one that was raised after a dismissal is open again.
        let dismissals = log.standing(GroundDismissed.self)
        return log.standing(GroundDetected.self).contains { raised in
            GroundName(raised.fact) == name && raised.fact.round == round
                && !dismissals.contains { $0.dismisses(raised) }
        }
    }

    /// The ground that a text means, as a case is opened on it: what the file shows is meant before
    /// what the rules of the day know.
    ///
    /// - Parameter rules: Those in force on the day; nil: nobody can say whether they know it.
    func spelling(of text: String, under rules: Bodies?) throws(Refusal) -> String {
        let raised = log.standing(GroundDetected.self)
        let open = raised.filter { isOpen(GroundName($0.fact), in: $0.fact.round) }
        var found = try open.map { GroundName($0.fact) }.meant(by: text)
        if found == nil { found = try raised.map { GroundName($0.fact) }.meant(by: text) }
        guard let found else {
            _ = try rules?.ground(meantBy: text)
            return text
        }
        return text == found.code && isShared(text) ? found.spelled : text
    }
}

extension DecisionPast {
    /// The body that first raised a ground of that code: what a code alone means, because it was
    /// written when no other had.
    func firstBody(raising code: String) -> RulebookCode? {
        log.facts(GroundDetected.self).first { $0.fact.ground == code }
            .map { GroundName($0.fact).body }
    }
}

extension Recorded<GroundDismissed> {
    /// Whether it dismisses that ground: of its code and round, recorded before it, and of the body
    /// it names, where it had to name one.
    func dismisses(_ raised: Recorded<GroundDetected>) -> Bool {
        let name = GroundName(raised.fact)
        return fact.ground == name.code && fact.round == raised.fact.round
            && position > raised.position
            && (fact.rulebook.map { RulebookCode(ofEdition: $0) == name.body } ?? true)
    }
}

extension CaseOpened {
    /// Whether it was opened on that ground.
    ///
    /// - Parameter first: The body that a code alone means.
    func takesUp(_ name: GroundName, first: RulebookCode?) -> Bool {
        grounds.contains { text in
            text == name.code ? first == name.body : name.isMeant(by: text)
        }
    }
}
