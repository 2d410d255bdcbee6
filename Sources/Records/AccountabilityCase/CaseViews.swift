extension CaseFile {
    /// Whether it was opened, by all that the register knows.
    public var isOpened: Bool {
        let known = supersessions.knowledge(at: nil)
        return openings.all.contains { known.counts($0) }
    }

    /// Whether the person is named in it, by all that the register knows.
    public func names(_ subject: SubjectID) -> Bool {
        let known = supersessions.knowledge(at: nil)
        return namings.all.contains { $0.payload.subject == subject && known.counts($0) }
    }

    /// The day of the incident: that of the first standing complaint which gives one.
    public var incidentOn: CalendarDate? {
        let known = supersessions.knowledge(at: nil)
        for fact in complaints.all where known.counts(fact) {
            if let day = fact.payload.incidentOn { return day }
        }
        return nil
    }

    /// The first day a standing complaint was received.
    public var receivedOn: CalendarDate? {
        let known = supersessions.knowledge(at: nil)
        return complaints.all.lazy.filter { known.counts($0) }.compactMap(\.on).min()
    }

    /// The first day a standing opening took effect.
    public var openedOn: CalendarDate? {
        let known = supersessions.knowledge(at: nil)
        return openings.all.lazy.filter { known.counts($0) }.compactMap(\.on).min()
    }

    /// The last day a standing closing took effect.
    public var closedOn: CalendarDate? {
        let known = supersessions.knowledge(at: nil)
        return closings.all.lazy.filter { known.counts($0) }.compactMap(\.on).max()
    }
}
