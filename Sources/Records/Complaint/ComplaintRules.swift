internal import Law
public import Vocabulary

extension ComplaintReceived {
    /// The case it is filed under: the one named, else the complaint's own number, so that receiving
    /// it twice is seen.
    var file: CaseID { self.case ?? CaseID(wellFormed: complaint.text) }

    /// A complaint is received once; an incident after it is marked, not refused.
    public func decide(over past: some Past, under circumstances: Circumstances)
        throws(Refusal) -> [Draft]
    {
        if let log = past.file(file.tag)?.log {
            let known = log.knowledge()
            for there in log.facts(ComplaintReceived.self)
            where there.fact.complaint == complaint && known.counts(there) {
                let isSame =
                    there.on == circumstances.on && there.fact.incidentOn == incidentOn
                    && there.fact.category == category && there.fact.filedBy == filedBy
                guard isSame else { throw .complaintAlreadyReceived(complaint) }
                return []  // Asked twice, recorded once.
            }
        }
        var fact = self
        fact.case = file
        if let incidentOn, let on = circumstances.on, incidentOn > on {
            fact.irregularities.append(.incidentAfterReceipt)
        }
        return [circumstances.draft(fact, under: Basis.socialSupervision)]
    }
}
