import Law
import Records
import Vocabulary

func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("no such day in a test") }
    return date
}

extension Officer: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(SubjectID(wellFormed: text)) }
}
extension SubjectID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension CaseID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension ComplaintID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension SanctionID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension DecisionID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension AppealID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension InstrumentID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension CreditRecordID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension RuleID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension ObjectionID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension RepairID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension CreditComplaintID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
extension LeniencyID: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(wellFormed: text) }
}
