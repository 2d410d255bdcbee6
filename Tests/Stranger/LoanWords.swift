/// What the kinds, fields, verbs and codes of the loan are called.
public enum LoanWords {
    public static let chinese = [
        "eventKind.loan.lent": "借出器具", "eventKind.loan.returned": "归还器具",
        "eventKind.loan.overdueNoticed": "催还器具", "eventKind.loan.lost": "器具遗失",
        "field.loan": "借用编号", "field.borrower": "借用人", "field.lender": "出借单位",
        "field.device": "器具", "field.purpose": "用途", "field.accessories": "附件",
        "field.condition": "状况", "field.since": "逾期自", "field.account": "经过",
        "field.uses": "次数", "condition.intact": "完好", "condition.damaged": "损坏",
        "clockTitle.instrumentReturn": "归还期限",
    ]
    public static let english = [
        "eventKind.loan.lent": "Instrument lent", "eventKind.loan.returned": "Instrument returned",
        "eventKind.loan.overdueNoticed": "Overdue notice", "eventKind.loan.lost": "Instrument lost",
        "field.loan": "loan", "field.borrower": "borrower", "field.lender": "lender",
        "field.device": "instrument", "field.purpose": "purpose",
        "field.accessories": "accessories", "field.condition": "condition",
        "field.since": "overdue since", "field.account": "account", "field.uses": "uses",
        "condition.intact": "intact", "condition.damaged": "damaged",
        "clockTitle.instrumentReturn": "Return of the instrument",
    ]
}
