import Application
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is asked of complaints and tips (信访举报).
extension Choice {
    static let ofComplaints = [
        Choice(
            ComplaintList.self,
            listHelp(["": "help.complaint.list", "open": "help.complaint.list.open"])
        ) { asked, reply, sheet in
            let text = sheet.text
            return sheet.register(
                reply.complaints, after: asked.window.after,
                none: asked.isEveryComplaint
                    ? text("complaints.none") : text("complaints.noneSuch"),
                [
                    .init(text("complaints.column.complaint")) { $0.complaint.text },
                    .init(text("complaints.column.received")) { text.day($0.received.on) },
                    .init(text("complaints.column.incident")) {
                        $0.received.fact.incidentOn?.description ?? ""
                    },
                    .init(text("complaints.column.category")) {
                        $0.received.fact.category.map(harmless) ?? ""
                    },
                    .init(text("complaints.column.case")) { one in
                        one.cases.isEmpty
                            ? text("complaints.noCase")
                            : one.cases.map(\.case.text).joined(separator: text("list.comma"))
                    },
                    .init(text("complaints.column.state")) { one in
                        one.cases.map { text.label(.caseState, $0.state) }
                            .joined(separator: text("list.comma"))
                    },
                    .init(text("complaints.column.sustained"), .trailing) { one in
                        text.number(one.cases.reduce(0) { $0 + $1.sustained })
                    },
                ])
        }
    ]
}
