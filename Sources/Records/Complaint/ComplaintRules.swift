extension ReceiveComplaint {
    /// The case it is filed under: the one named, else the complaint's own number.
    var file: CaseID { self.case ?? CaseID(wellFormed: complaint.text) }

    /// A complaint is received once; an incident after it is marked, not refused.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        let origin = filedBy ?? .unknown
        if let filed = past.caseFile(file) {
            let known = filed.supersessions.knowledge(at: nil)
            for fact in filed.complaints.all
            where fact.payload.complaint == complaint && known.counts(fact) {
                let isSame =
                    fact.on == circumstances.on && fact.payload.incidentOn == incidentOn
                    && fact.payload.category == category && fact.payload.filedBy == origin
                guard isSame else { throw .complaintAlreadyReceived(complaint) }
                return []  // Asked twice, recorded once.
            }
        }
        var marks: [Irregularity] = []
        if let incidentOn, let on = circumstances.on, incidentOn > on {
            marks.append(.incidentAfterReceipt)
        }
        let fact = ComplaintReceived(
            complaint: complaint, case: file, incidentOn: incidentOn, category: category,
            filedBy: origin, narrative: narrative, irregularities: marks)
        return [circumstances.draft(.complaintReceived(fact), under: Basis.socialSupervision)]
    }
}
