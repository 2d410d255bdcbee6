import Law
import Records
import Vocabulary

/// Six people whose careers are written out: they sit in the decisions of the demonstration, and in
/// the cases that follow.
enum DemoCast {
    static let count = 6
    private static let first = DemoPeople.count - count

    /// 旗长, managed by the city; retired since.
    static let head = DemoPeople.id(first)
    /// 副旗长, who said no.
    static let dissenter = DemoPeople.id(first + 1)
    /// 财政局局长, transferred since.
    static let treasurer = DemoPeople.id(first + 2)
    /// 商务局副局长, sanctioned, and reviewed twice.
    static let reviewed = DemoPeople.id(first + 3)
    /// 公安局大队长, sanctioned wrongly.
    static let wronged = DemoPeople.id(first + 4)
    /// An expert who is no official.
    static let expert = DemoPeople.id(first + 5)

    static func tell(in writer: DemoWriter) {
        serve(head, "U-ZFB", "旗长", "县处级正职", "U-SJW", in: writer)
        serve(dissenter, "U-ZFB", "副旗长", "县处级副职", DemoUnits.discipline, in: writer)
        serve(treasurer, "U-CZJ", "局长", "乡科级正职", DemoUnits.discipline, in: writer)
        serve(reviewed, "U-SWJ", "副局长", "乡科级副职", DemoUnits.discipline, in: writer)
        serve(wronged, "U-GAJ", "大队长", "乡科级副职", DemoUnits.discipline, in: writer)

        var moved = DemoTeller(in: writer, about: ("subject", treasurer.text))
        moved.tell(
            "takePost", "2022-07-01", by: DemoUnits.organisation, approved: true,
            [
                "unit": "U-FGW", "post": "局长", "rank": "乡科级正职",
                "managingAuthority": .text(DemoUnits.discipline),
            ])
        var left = DemoTeller(in: writer, about: ("subject", head.text))
        left.tell("endEmployment", "2023-03-31", by: DemoUnits.personnel, ["reason": "retired"])
        var merged = DemoTeller(in: writer, about: ("predecessor", "U-CYJD"))
        merged.tell(
            "subject.restructure", "2025-11-03", by: DemoUnits.organisation, approved: true,
            ["successor": "U-SWJ", "document": "虚构旗机编〔2025〕2号"])
    }

    private static func serve(
        _ person: SubjectID, _ unit: String, _ post: String, _ rank: String, _ organ: String,
        in writer: DemoWriter
    ) {
        var told = DemoTeller(
            in: writer, moment: DemoWriter.opened.later(14).start, about: ("subject", person.text))
        told.tell("beginEmployment", "1996-07-01", by: DemoUnits.organisation)
        told.tell(
            "takePost", "2016-03-01", by: DemoUnits.organisation, approved: true,
            [
                "unit": .text(unit), "unitTitle": .text(DemoUnits.title(unit)), "post": .text(post),
                "rank": .text(rank), "managingAuthority": .text(organ),
            ])
    }
}
