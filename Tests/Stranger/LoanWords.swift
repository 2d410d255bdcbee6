/// What the kinds, fields, verbs and codes of the loan are called, and what its refusals say.
public enum LoanWords {
    public static let chinese = [
        "eventKind.loan.lent": "借出器具", "eventKind.loan.returned": "归还器具",
        "eventKind.loan.overdueNoticed": "催还器具", "eventKind.loan.lost": "器具遗失",
        "field.loan": "借用编号", "field.borrower": "借用人", "field.lender": "出借单位",
        "field.device": "器具", "field.purpose": "用途", "field.accessories": "附件",
        "field.condition": "状况", "field.since": "逾期自", "field.account": "经过",
        "field.uses": "次数", "condition.intact": "完好", "condition.damaged": "损坏",
        "clockTitle.instrumentReturn": "归还期限",
        "refusal.unknownLoan": "没有借用 {loan}。请先登记借出。",
        "refusal.lentAlready": "借用 {loan} 已由第 {by} 号记录登记。请改用另一编号，或更正第 {by} 号记录。",
        "refusal.loanDueTooEarly": "借用 {loan} 的归还期限 {due} 不晚于借出之日。请核对期限。",
        "refusal.loanOver": "借用 {loan} 已由第 {by} 号记录了结。请查看第 {by} 号记录。",
        "refusal.beforeLending": "借用 {loan} 于 {lent} 才借出。请核对日期。",
        "refusal.loanNotOverdue": "借用 {loan} 的期限是 {due}，尚未逾期。请在期满之后催还。",
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
        "refusal.unknownLoan": "There is no loan {loan}. Record the lending first.",
        "refusal.lentAlready":
            "The loan {loan} was recorded by entry {by}. Use another number, or correct entry {by}.",
        "refusal.loanDueTooEarly":
            "The loan {loan} is due on {due}, not after the day of lending. Check the day.",
        "refusal.loanOver": "The loan {loan} came to its end by entry {by}. Look at entry {by}.",
        "refusal.beforeLending": "The loan {loan} was made on {lent} only. Check the day.",
        "refusal.loanNotOverdue":
            "The loan {loan} is due on {due}, and is not overdue. Give notice when it is.",
    ]
}
