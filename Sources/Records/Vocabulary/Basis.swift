/// The rules that events and refusals cite (I9). An article stands after `#`, a task after `-T`.
public enum Basis {
    /// 新左政发〔2020〕26号 task 8: what goes into the integrity record (政务失信记录).
    static let integrityRecord = "XZZ-2020-26-T8"
    /// 新左政发〔2020〕26号 task 12: objection and correction (异议).
    public static let objection = "XZZ-2020-26-T12"
    /// 新左政发〔2020〕26号 task 19: complaints and tips (社会监督).
    static let socialSupervision = "XZZ-2020-26-T19"
    /// 追责制度 Art. 3: whoever transferred, left, resigned or retired stays accountable.
    static let lifelong = "XZZ-2020-26#3"
    /// 追责制度 Art. 4: facts, powers and evidence.
    static let dueProcess = "XZZ-2020-26#4"
    /// 追责制度 Art. 14: the accountability measures.
    static let measures = "XZZ-2020-26#14"
    /// 追责制度 Art. 16: remedies.
    static let remedies = "XZZ-2020-26#16"
    /// 政务处分法 Art. 7: the six sanctions.
    static let sanctions = "政务处分法#7"
    /// 政务处分法 Art. 8, 15: their periods.
    static let periods = "政务处分法#8"
    /// 政务处分法 Art. 27: who has left is investigated, not sanctioned.
    static let departed = "政务处分法#27"
    /// 政务处分法 Art. 57: wrong decisions are annulled.
    static let annulment = "政务处分法#57"
}
