/// A law, a regulation or a document that kinds and refusals cite (法律依据), and how far it goes.
///
/// - Source: the texts themselves; of a text that is not at hand, only what was read is listed.
public struct Statute: Hashable, Sendable {
    /// As citations name it, before `#`.
    public let code: String
    /// Its articles, or those that may be cited.
    public let articles: Set<Int>
    /// Its tasks, cited after `-T`.
    public let tasks: Set<Int>

    public init(_ code: String, articles: some Sequence<Int>, tasks: some Sequence<Int> = []) {
        self.code = code
        self.articles = Set(articles)
        self.tasks = Set(tasks)
    }

    /// Every text that may be cited.
    public static let all = [
        // 新左政发〔2020〕26号: nineteen tasks; 追责制度: seventeen articles.
        Statute("XZZ-2020-26", articles: 1...17, tasks: 1...19),
        // 重大行政决策程序暂行条例 (国务院令第713号).
        Statute("713", articles: 1...44),
        // 公职人员政务处分法 (2020).
        Statute("政务处分法", articles: 1...68),
        // 公务员法 (2018).
        Statute("公务员法", articles: 1...113),
        // 民法典 (2020).
        Statute("民法典", articles: 1...1260),
        // 个人信息保护法 (2021).
        Statute("个人信息保护法", articles: 1...74),
        // 公务员申诉规定 (2022).
        Statute("公务员申诉规定", articles: [2, 5]),
        // 中国共产党纪律处分条例 (2023).
        Statute("中国共产党纪律处分条例", articles: [8]),
        // 政府信息公开条例 (2019), 行政处罚法 (2021), 征信业管理条例 (2013).
        Statute("政府信息公开条例", articles: 1...56),
        Statute("行政处罚法", articles: 1...86),
        Statute("征信业管理条例", articles: 1...47),
        // Of provinces: patterns, not law here.
        Statute("山东省社会信用条例", articles: 1...56),
        Statute("河南省社会信用条例", articles: 1...63),
        Statute("深圳经济特区社会信用条例", articles: 1...87),
        // 保障中小企业款项支付条例 (2025).
        Statute("保障中小企业款项支付条例", articles: 1...37),
        // Known at second hand.
        Statute("国发〔2016〕76号", articles: []),
        Statute("国办发〔2020〕49号", articles: []),
        Statute("国办发〔2025〕22号", articles: []),
        Statute("信用修复管理办法", articles: []),
        Statute("发改财金〔2023〕1103号", articles: []),
        Statute("双公示", articles: []),
        Statute("双随机一公开", articles: []),
    ]
}

extension Sequence<Statute> {
    /// Whether a citation names one of these texts and, where it goes further, articles or a task
    /// that the text has: `政务处分法#8、#15`, `XZZ-2020-26-T12`, `公务员申诉规定`.
    public func have(_ citation: String) -> Bool {
        contains { statute in
            guard citation.hasPrefix(statute.code) else { return false }
            let rest = citation.dropFirst(statute.code.count)
            if rest.isEmpty { return true }
            if rest.hasPrefix("-T") {
                return Self.number(rest.dropFirst(2)).map(statute.tasks.contains) ?? false
            }
            return rest.split(separator: "、", omittingEmptySubsequences: false).allSatisfy {
                guard $0.hasPrefix("#") else { return false }
                return Self.number($0.dropFirst()).map(statute.articles.contains) ?? false
            }
        }
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.first != "0", text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
