public import Law
public import Records
public import Vocabulary

/// What pages of several kinds say of one thing in the same words.
extension Text {
    /// `来源瑕疵：任期重叠`: what cannot be as it stands, or should not have been.
    public func marked(_ irregularities: [String]) -> String {
        self(
            "trace.marked",
            [
                "marks": irregularities.map { label(.irregularity, $0) }
                    .joined(separator: " · ")
            ])
    }

    public func marked(_ irregularities: [Irregularity]) -> String {
        marked(irregularities.map(\.rawValue))
    }

    /// A cited rule as people write it.
    public func cited(_ code: String) -> String { choose(Basis.chinese(code), Basis.english(code)) }

    /// `依据：第 12、15 条`.
    public func evidence(_ positions: [Position]) -> String {
        let list = positions.map { "#\($0)" }.joined(separator: self("list.comma"))
        return self("dossier.evidence", ["entries": list])
    }

    /// `P-0001 虚构甲`: the identifier, and what people call the subject where that is known.
    public func called(_ subject: SubjectID, _ names: [SubjectID: String]) -> String {
        [subject.text, names[subject].map(harmless)].compactMap { $0 }.joined(separator: " ")
    }

    /// `XZZ-2020-26/1《新左政发〔2020〕26号》`: the edition, and its title where the ledger carries it.
    public func called(_ body: BodyName) -> String {
        let edition = harmless(body.edition)
        guard let chinese = body.titleChinese, let english = body.titleEnglish else {
            return edition
        }
        return self(
            "rules.titled", ["edition": edition, "title": harmless(choose(chinese, english))])
    }

    /// That the procedure of a case was not kept here, and whence it is recorded.
    public func procedure(of elsewhere: RecordedElsewhere) -> String {
        elsewhere.instrument.map { self("case.recordedFrom", ["instrument": harmless($0)]) }
            ?? self("case.recordedFromDelivery")
    }

    /// The same with the number of the case.
    public func elsewhere(_ one: RecordedElsewhere) -> String {
        [one.case.text, procedure(of: one)].joined(separator: " ")
    }

    /// A day; `≈2013-09-01` where it was imputed, `undated (by 2013-09-01)` where nobody knows it.
    public func day(
        _ day: CalendarDate, isImputed: Bool, isUndated: Bool = false,
        _ precision: DayPrecision = .day
    ) -> String {
        if isUndated { return self("status.undated", ["by": "\(day)"]) }
        return (isImputed ? "≈" : "") + shown(day, precision)
    }

    /// `2013-09` where the source tells the month alone.
    public func shown(_ day: CalendarDate, _ precision: DayPrecision) -> String {
        switch precision {
        case .day: "\(day)"
        case .month: String("\(day)".prefix(7))
        case .year: String("\(day)".prefix(4))
        }
    }

    /// In the banner's time, UTC+8, to the minute: `2024-05-01 08:30 (UTC+8)`. A moment so late that
    /// adding the zone would leave the calendar is shown eight hours early.
    public func moment(_ moment: Instant) -> String {
        let zone: Int64 = 8 * 3_600_000
        let latest = 253_402_300_799_999 - zone
        let there = Instant(milliseconds: min(moment.milliseconds, latest) + zone).description
        return "\(there.prefix(10)) \(there.dropFirst(11).prefix(5)) (UTC+8)"
    }

    /// The same of an instant as an entry or a checkpoint writes it; what is none stands as it is.
    public func moment(written: String) -> String {
        Instant(written).map { moment($0) } ?? harmless(written)
    }

    /// An amount of fen (分) in yuan.
    public func yuan(_ fen: Int) -> String {
        let rest = abs(fen) % 100
        return number(fen / 100) + "." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// `建设投入 172,900,000.00 元（直接损失）`.
    public func words(_ loss: ConfirmedLoss) -> String {
        self(
            "trace.loss",
            [
                "amount": self("dossier.amount", ["amount": yuan(loss.amount)]),
                "item": harmless(loss.item), "kind": label(.lossKind, loss.lossKind),
            ])
    }

    public func day(_ day: CalendarDate?) -> String {
        day.map { "\($0)" } ?? self("trace.heading.undated")
    }

    /// A sealed value that the vault opened; what stands for one that it did not, or no longer holds.
    public func words(_ value: Sealed) -> String {
        switch value {
        case .clear(let words): harmless(words)
        case .commitment: self("name.sealed")
        case .destroyed(_, let on?, let by):
            self("name.destroyed", ["on": harmless(on), "entry": "#\(by)"])
        case .destroyed(_, nil, let by): self("name.destroyedUndated", ["entry": "#\(by)"])
        }
    }
}

/// Posts and where people are.
extension Text {
    /// Unit and post as they were called then, with the rank.
    public func words(_ post: Post) -> String {
        held(post.unitTitle ?? post.unit.text, post.post, post.rank)
    }

    /// A role as it was then, unit and post.
    public func role(_ role: RoleSnapshot) -> String {
        if role.basis == .none { return self("trace.roleUnknown") }
        return held(role.unitTitle ?? role.unit?.text, role.post, role.rank)
    }

    /// The same, with how it is known where the register does not show it.
    func roleThen(_ role: RoleSnapshot?) -> String {
        guard let role, role.basis != .none else { return self("trace.roleUnknown") }
        let held = self.role(role)
        if role.basis == .postHeldOnIncident { return self("trace.roleThen", ["role": held]) }
        return self("trace.roleThenBy", ["role": held, "basis": label(.roleBasis, role.basis)])
    }

    private func held(_ unit: String?, _ post: String?, _ rank: String?) -> String {
        let held = [unit, post].compactMap { $0 }.map(harmless).joined(separator: " ")
        guard let rank else { return held }
        return self("trace.ranked", ["post": held, "rank": harmless(rank)])
    }

    /// Where somebody is now.
    public func whereabouts(_ place: Whereabouts) -> String {
        func held(_ post: Post) -> String {
            self.held(post.unitTitle ?? post.unit.text, post.post, nil)
        }
        switch place {
        case .samePost(let post): return self("whereabouts.samePost", ["post": held(post)])
        case .transferred(let post, let since):
            return self(
                "whereabouts.transferred", ["post": held(post), "since": "\(since)"])
        case .suspended: return self("whereabouts.suspended")
        case .left(let reason, let on):
            return self(
                "whereabouts.left",
                ["reason": label(.departure, reason), "on": "\(on)"])
        case .deceased(let on): return self("whereabouts.deceased", ["on": "\(on)"])
        case .inService: return self("whereabouts.inService")
        case .unknown: return self("whereabouts.unknown")
        }
    }
}

/// Sanctions.
extension Text {
    /// What a measure keeps somebody from, and until when.
    public func bar(_ one: EffectPeriod) -> String {
        let bars = one.bars.map { label(.bar, $0) }.joined(separator: self("list.comma"))
        var holes = [
            "bars": bars, "measure": label(.measure, one.measure), "sanction": one.sanction.text,
            "rule": cited(one.effect.source),
        ]
        let key: String
        switch one.term {
        case .until(let last):
            key = "status.barUntil"
            holes["until"] = "\(last)"
        case .momentary:
            key = "status.barUntil"
            holes["until"] = "\(one.from)"
        case .indefinite: key = "status.barOpen"
        case .unknown: key = "status.barUnknown"
        }
        return self(key, holes)
    }

    /// What is assumed where the law does not say, and how sure that is (推定的设定).
    public func hangs(on setting: Rulebook.Setting) -> String {
        self(
            "sanction.setting",
            [
                "note": choose(setting.noteChinese, setting.noteEnglish), "setting": setting.code,
                "confidence": label(.confidence, setting.confidence),
            ])
    }

    /// What cannot be as it stands, the entries that show it, and the rule.
    public func mark(_ mark: Caution, as key: String = "mark.line") -> String {
        self(
            key,
            [
                "what": label(.irregularity, mark.code),
                "entries": mark.entries.map { "#\($0)" }.joined(separator: self("list.comma")),
                "rule": mark.rule.map { self("mark.rule", ["rule": cited($0)]) } ?? "",
            ])
    }

    public func months(_ months: Int?) -> String? {
        months.map { self("sanction.months", ["months": number($0)]) }
    }

    /// From when to when it runs.
    public func term(_ life: SanctionLife) -> String? {
        let since = day(
            life.since, isImputed: life.imposed.isImputed, isUndated: life.isUndated,
            life.imposed.precision)
        if let last = life.lastDay {
            return self("sanction.term", ["since": since, "until": "\(last)"])
        }
        return life.isUndated
            ? since : self("status.since", ["since": "\(life.runsSince)"])
    }

    public func restoration(_ duty: RestorationDuty) -> String {
        switch duty {
        case .none: ""
        case .open(let until?): self("sanction.restoreUntil", ["until": "\(until)"])
        case .open(nil): self("sanction.restore")
        case .done(let on): self("sanction.restored", ["on": "\(on)"])
        }
    }
}
