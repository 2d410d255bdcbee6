public import Records

extension Text {
    /// Where a sanction stands. 处分期内 is the word for one that runs until a day and is a sanction by
    /// law; other measures have no such term, and are 生效中.
    public func state(_ row: SanctionRow) -> String {
        let life = row.life
        guard life.lastDay != nil, [.sanction, .party].contains(life.measure.family) else {
            return label(.sanctionState, row.state)
        }
        switch row.state {
        case .inEffect: return self("sanction.inTerm")
        case .varied: return self("sanction.variedInTerm")
        case .imposed, .served, .expired, .annulled, .combined, .absorbed, .replaced, .notExecuted:
            return label(.sanctionState, row.state)
        }
    }
}
