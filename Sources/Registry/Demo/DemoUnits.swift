import Law
import Records
import Vocabulary

/// The units of the notice's annex, in a banner that does not exist.
enum DemoUnits {
    struct Unit {
        let id: UnitID
        let title: String
    }

    static let banner = "虚构旗"

    static let discipline = "U-JWJW"
    static let organisation = "U-ZZB"
    static let personnel = "U-RSJ"
    static let inspection = "U-DCS"
    static let court = "U-FY"
    static let creditOffice = "U-XYB"

    /// Identifier, title without the banner, and whom it succeeded.
    private static let list: [(id: String, title: String, predecessor: String?)] = [
        ("U-GTJ", "国土资源局", nil), ("U-ZFB", "人民政府办公室", nil), (organisation, "委组织部", nil),
        (discipline, "纪委监委", nil), (court, "人民法院", nil), ("U-JCY", "人民检察院", nil),
        ("U-GAJ", "公安局", nil), ("U-FGW", "发展和改革委员会", nil), ("U-CZJ", "财政局", nil),
        (personnel, "人力资源和社会保障局", nil), ("U-ZJJ", "住房和城乡建设局", nil),
        ("U-ZRJ", "自然资源局", "U-GTJ"), ("U-SLJ", "水利局", nil), ("U-SWJ", "商务局", nil),
        ("U-JYZX", "公共资源交易管理服务中心", nil), ("U-CYJD", "产业基地办公室", nil),
        ("U-SFJ", "司法局", nil), (inspection, "人民政府督查室", nil),
        (creditOffice, "社会信用体系建设领导小组办公室", nil), ("U-SM01", "示例镇人民政府", nil),
        ("U-SM02", "样本苏木人民政府", nil), ("U-SM03", "虚拟苏木人民政府", nil),
        ("U-SM04", "演示镇人民政府", nil), ("U-SJW", "上级市纪委监委", nil),
    ]

    static let all: [Unit] = list.map {
        Unit(id: subject($0.id), title: banner + $0.title)
    }

    static func title(_ id: String) -> String {
        guard let unit = all.first(where: { $0.id.text == id }) else {
            preconditionFailure("no unit \(id)")
        }
        return unit.title
    }

    /// Registers them on the first morning.
    static func register(in writer: DemoWriter) -> [Unit] {
        var moment = DemoWriter.opened.start
        for (index, one) in list.enumerated() {
            let fields: DemoFields = [
                "subject": .text(one.id), "kind": "unit", "title": .text(banner + one.title),
                "code": .text(DemoIdentifiers.creditCode(index + 1)),
            ]
            let command = Command(
                "registerSubject", .on(DemoWriter.opened, "虚构旗编〔2019〕1号"),
                fields.adding("predecessor", one.predecessor))
            writer.record(
                .command(command), happened: DemoWriter.opened, lag: 0...0, after: &moment,
                by: creditOffice, approved: true)
        }
        return all
    }
}

/// An identifier written out in the script.
func subject(_ text: String) -> SubjectID {
    guard let id = SubjectID(text) else { preconditionFailure("\(text) is no identifier") }
    return id
}

/// A case number written out in the script.
func caseID(_ text: String) -> CaseID {
    guard let id = CaseID(text) else { preconditionFailure("\(text) is no case number") }
    return id
}
