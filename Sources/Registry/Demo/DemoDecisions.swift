import Law
import Records
import Vocabulary

/// Four major decisions: one adopted against the legality review, one prepared as the law asks, one
/// lawfully withheld, one dragged out until it was dropped.
enum DemoDecisions {
    static let unlawful = "D-2021-003"
    private static let office = "U-ZFB"
    private static let digest = DemoField.text(String(repeating: "5e", count: 32))

    static func tell(in writer: DemoWriter) {
        waterworks(in: writer)
        road(in: writer)
        grassland(in: writer)
        heating(in: writer)
    }

    private static func attendee(_ person: SubjectID, _ part: String, _ opinion: String)
        -> DemoFields
    {
        ["subject": .text(person.text), "part": .text(part), "opinion": .text(opinion)]
    }

    /// Comments for a fortnight, no risk assessment, found unlawful, adopted all the same.
    private static func waterworks(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("decision", unlawful))
        func step(_ verb: String, _ on: String, _ fields: DemoFields = [:]) -> Int {
            told.tell("decision." + verb, on, by: office, fields)
        }
        _ = step(
            "propose", "2021-02-22",
            ["title": "虚构旗北部供水工程", "catalogueItem": "publicWorks"])
        _ = step(
            "initiate", "2021-03-01",
            [
                "lead": "U-SLJ", "head": .text(DemoCast.head.text),
                "leadOfficer": .text(DemoHero.id.text),
            ])
        _ = step(
            "open-consultation", "2021-03-10", ["until": "2021-03-24", "channels": ["虚构旗政府网"]])
        _ = step(
            "receive-opinion", "2021-03-15",
            ["opinion": "Y-1", "from": "citizen", "gist": "管线应避开草场（虚构）"])
        _ = step("dispose-opinion", "2021-03-26", ["opinion": "Y-1", "adopted": true])
        _ = step(
            "review-by-experts", "2021-03-28",
            ["experts": .texts([DemoCast.expert.text]), "interestDeclared": true])
        _ = step("submit-for-legality", "2021-04-01", ["reviewer": "U-SFJ"])
        _ = step("review-legality", "2021-04-13", ["conclusion": "unlawful", "reviewer": "U-SFJ"])
        _ = step(
            "discuss", "2021-04-20",
            [
                "attendees": .objects([
                    attendee(DemoCast.head, "head", "agree"),
                    attendee(DemoCast.dissenter, "leader", "disagree"),
                    attendee(DemoCast.treasurer, "leader", "agree"),
                    attendee(DemoHero.id, "lead", "agree"),
                ]), "headSpokeLast": true, "minutesDigest": digest,
            ])
        _ = step("adopt", "2021-04-20", ["decider": "U-ZFB", "number": "虚构旗政发〔2021〕15号"])
        _ = step("publish", "2021-04-25", ["channels": ["虚构旗政府网"]])
        _ = step(
            "archive", "2021-05-10", ["manifest": .texts([String(repeating: "5e", count: 32)])])
        let wrong = step(
            "assign-execution", "2021-05-12",
            ["executor": "U-SLJ", "officer": .text(DemoCast.treasurer.text)])
        writer.record(
            .withdrawal(
                ofStep: wrong, reason: "承办人登记有误", subject: DemoCast.treasurer, case: nil,
                on: day("2021-05-14")),
            happened: day("2021-05-14"), lag: 0...1, after: &told.moment, by: office, approved: true
        )
        _ = told.tell(
            "decision.assign-execution", "2021-05-12", by: office,
            ["executor": "U-SLJ", "officer": .text(DemoHero.id.text)])
        func later(_ verb: String, _ on: String, approved: Bool = false, _ fields: DemoFields) {
            told.tell("decision." + verb, on, by: office, approved: approved, fields)
        }
        later("report-execution", "2021-10-20", ["report": "一期完工（虚构）"])
        later("suspend", "2022-08-01", ["reason": "水源不足（虚构）", "by": .text(DemoCast.head.text)])
        later("resume", "2022-09-01", [:])
        later("order-evaluation", "2022-10-08", ["evaluator": "U-DCS", "due": "2023-03-31"])
        later("evaluate", "2023-03-20", ["evaluator": "U-DCS"])
        later(
            "confirm-harm", "2024-05-10", approved: true,
            [
                "loss": "major", "influence": "general", "attribution": "decisionError",
                "amount": 860_000_000, "instrument": "虚构旗审〔2024〕3号", "organ": "U-CZJ",
            ])
    }

    /// Every step, one of them waived with its ground and a second person; adjusted two years later.
    private static func road(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("decision", "D-2022-007"))
        func step(
            _ verb: String, _ on: String, approved: Bool = false, _ fields: DemoFields = [:]
        ) {
            told.tell("decision." + verb, on, by: office, approved: approved, fields)
        }
        step("propose", "2022-02-14", ["title": "虚构旗南线公路", "catalogueItem": "publicWorks"])
        step(
            "initiate", "2022-02-21",
            [
                "lead": "U-ZJJ", "head": .text(DemoCast.head.text),
                "leadOfficer": .text(DemoCast.reviewed.text),
            ])
        step("open-consultation", "2022-03-01", ["until": "2022-04-01"])
        step("receive-opinion", "2022-03-11", ["opinion": "Y-1", "from": "enterprise"])
        step(
            "dispose-opinion", "2022-04-06",
            ["opinion": "Y-1", "adopted": false, "reason": "超出范围（虚构）"])
        step("close-consultation", "2022-04-02")
        step("require-hearing", "2022-03-05", ["rule": "某地方性法规第9条（虚构）"])
        step("hold-hearing", "2022-04-12", ["participants": 23, "materialsSentOn": "2022-04-01"])
        step(
            "waive", "2022-03-03", approved: true,
            ["step": "expertReview", "ground": "不属于专业性、技术性较强的事项（虚构）", "rule": "713#19"])
        step(
            "assess-risk", "2022-04-15",
            ["level": "high", "controllable": false, "assessor": "U-FGW"])
        step("handle-risk", "2022-04-25", ["measures": "改线避开居民区（虚构）"])
        step("submit-for-legality", "2022-05-05", ["reviewer": "U-SFJ"])
        step("review-legality", "2022-05-18", ["conclusion": "lawful", "reviewer": "U-SFJ"])
        step(
            "discuss", "2022-05-24",
            [
                "attendees": .objects([
                    attendee(DemoCast.head, "head", "agree"),
                    attendee(DemoCast.dissenter, "leader", "agree"),
                    attendee(DemoCast.reviewed, "lead", "agree"),
                ]), "headSpokeLast": true, "minutesDigest": digest,
            ])
        step("defer", "2022-05-24")
        step("report-to-party", "2022-05-27", ["reference": "虚构旗党组〔2022〕8号"])
        step("adopt", "2022-06-01", ["decider": "U-ZFB"])
        step("publish", "2022-06-07", ["channels": ["虚构旗政府网"]])
        step("adjust", "2024-03-04", ["reason": "线路改变（虚构）"])
    }

    /// Not published, on a stated ground; a suspicion raised by an official and dismissed.
    private static func grassland(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("decision", "D-2023-005"))
        func step(
            _ verb: String, _ on: String, approved: Bool = false, _ fields: DemoFields = [:]
        ) {
            told.tell("decision." + verb, on, by: office, approved: approved, fields)
        }
        step("initiate", "2023-05-08", ["lead": "U-ZRJ", "head": .text(DemoCast.dissenter.text)])
        step(
            "waive", "2023-05-10", approved: true,
            ["step": "participation", "ground": "依法不予公开（虚构）", "rule": "713#14"])
        step("review-by-experts", "2023-05-22", ["interestDeclared": true])
        step("assess-risk", "2023-05-29", ["level": "low", "controllable": true])
        step("submit-for-legality", "2023-06-01")
        step("review-legality", "2023-06-13", ["conclusion": "lawful"])
        step(
            "discuss", "2023-06-20",
            [
                "attendees": .objects([attendee(DemoCast.dissenter, "head", "agree")]),
                "headSpokeLast": true, "minutesDigest": digest,
            ])
        step("adopt", "2023-06-20")
        step("withhold", "2023-06-21", ["ground": "涉及边境管理（虚构）", "rule": "713#32"])
        step("raise-ground", "2023-09-04", ["ground": "G10.3", "note": "会前未送材料（虚构）"])
        step(
            "dismiss-ground", "2023-10-09", approved: true,
            ["ground": "G10.3", "reason": "材料已按期送达（虚构）"])
        step("close", "2025-06-20")
    }

    /// Dragged out for a year, then dropped.
    private static func heating(in writer: DemoWriter) {
        var told = DemoTeller(in: writer, about: ("decision", "D-2022-011"))
        func step(_ verb: String, _ on: String, _ fields: DemoFields = [:]) {
            told.tell("decision." + verb, on, by: office, fields)
        }
        step("propose", "2022-04-11", ["title": "虚构旗集中供热改造"])
        step("initiate", "2022-04-18", ["lead": "U-ZJJ", "head": .text(DemoCast.head.text)])
        step("require-hearing", "2022-05-05", ["rule": "某地方性法规第12条（虚构）"])
        step("skip-hearing", "2022-08-01", ["reason": "无人报名（虚构）"])
        step("identify-delay", "2023-01-16", ["shouldDecideOn": "2022-10-15"])
        step("cite-overriding-law", "2023-01-18", ["rule": "某法律第50条（虚构）"])
        step("reject", "2023-03-06")
    }
}
