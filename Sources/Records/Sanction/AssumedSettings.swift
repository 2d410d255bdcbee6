internal import Law
internal import Vocabulary

extension SanctionLife {
    /// Those that its last day was computed by where the law itself does not say (推定的设定): whether
    /// the first day counts, and from when it runs where it was changed or decided anew.
    func settings(under law: Law) -> [Rulebook.Setting] {
        guard case .until = term, !isUndated, let rules = law.bodies(on: since) else { return [] }
        let atChange = lastChangedOn.flatMap(law.bodies(on:)) ?? rules
        return [
            rules.setting("sanctionPeriodIncludesFirstDay"),
            variations.isEmpty ? nil : atChange.setting("variationKeepsOriginalStart"),
            rectifications.isEmpty ? nil : atChange.setting("rectificationCountsServed"),
            imposed.fact.replaces.isEmpty
                ? nil : rules.setting("replacementKeepsOriginalStart"),
        ].compactMap(\.self).filter { $0.confidence != .high }
    }
}

extension EffectPeriod {
    /// The one that says for how long it lasts, where the law itself does not.
    fileprivate func setting(under law: Law) -> Rulebook.Setting? {
        guard let code = effect.monthsSetting,
            let setting = law.bodies(on: from)?.setting(code), setting.confidence != .high
        else { return nil }
        return setting
    }
}

extension Law {
    /// What the last days of these sanctions, of what they bar and of these records hang on, each once,
    /// in the order in which it is met.
    func settings(
        behind lives: [SanctionLife], _ bars: [EffectPeriod], _ records: [DishonestyView]
    ) -> [Rulebook.Setting] {
        var met: Set<String> = []
        let all =
            lives.flatMap { $0.settings(under: self) }
            + bars.compactMap { $0.setting(under: self) }
            + records.filter { $0.state.counts || $0.state == .stopped }.flatMap {
                $0.period?.settings ?? []
            }
        return all.filter { met.insert($0.code).inserted }
    }
}
