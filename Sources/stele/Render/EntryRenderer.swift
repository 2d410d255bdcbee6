import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// One entry: who recorded it, what it says, what became of it, what proves it.
struct EntryRenderer: Renderer {
    let sheet: Sheet
    let names: [SubjectID: String]

    func page(_ answer: EntryAnswer) -> String {
        let page = answer.page
        var lines = underlined(
            text("entry.title", ["entry": "\(page.position)", "what": heading(page)]))
        lines += standing(page)
        lines += section(text("entry.heading.who")) + who(page)
        lines += section(text("entry.heading.what")) + what(answer)
        let around = around(page)
        if !around.isEmpty { lines += section(text("entry.heading.around")) + around }
        lines += section(text("entry.heading.proof")) + proof(page)
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ page: EntryPage) -> String {
        page.item.map { text.heading(of: $0.recorded.event) } ?? text("entry.creation")
    }

    /// What became of it stands first: nobody should read on believing what no longer holds.
    private func standing(_ page: EntryPage) -> [String] {
        switch page.item?.standing {
        case .stands, nil: []
        case .corrected(let by):
            [paint("✗ " + text("trace.correctedBy", ["entry": "#\(by)"]), .suspected)]
        case .withdrawn(let by):
            [paint("✗ " + text("trace.withdrawnBy", ["entry": "#\(by)"]), .suspected)]
        }
    }

    private func who(_ page: EntryPage) -> [String] {
        let said = page.created
        var lines = [text("entry.recordedBy", ["who": called(said.actor)])]
        lines.append(text("entry.inUnit", ["unit": called(said.unit)]))
        lines.append(
            said.approver.map { text("entry.approvedBy", ["who": called($0)]) }
                ?? text("entry.approvedByNobody"))
        lines.append(text("entry.recordedAt", ["at": text.moment(written: said.at)]))
        if let item = page.item {
            lines.append(
                item.on.map { on in
                    item.recorded.onBasis.map { source in
                        text(
                            "entry.happenedAbout",
                            ["on": "\(on)", "source": text.label(.imputation, source)])
                    } ?? text("entry.happenedOn", ["on": "\(on)"])
                } ?? text("entry.happenedUnknown"))
        }
        return lines.flatMap { wrapped($0) }
    }

    private func what(_ answer: EntryAnswer) -> [String] {
        let page = answer.page
        guard let item = page.item else {
            guard let ledger = page.created.ledger else { return [] }
            return [
                text("entry.origin", ["origin": harmless(ledger.origin)]),
                text("entry.suite", ["suite": ledger.suite.rawValue]),
                text("entry.key", ["key": harmless(ledger.key.vkey)]),
            ].flatMap { wrapped($0) }
        }
        let wording = EventWording(
            text: text, subject: SubjectID(wellFormed: ""), law: answer.law)
        let line = wording.line(item)
        var lines = ([line.heading] + line.particulars).joined(separator: " · ")
        if let role = line.role { lines += " · " + role }
        return wrapped(lines)
            + text.fields(of: item.recorded.event).map(clipped).flatMap { wrapped($0, indent: 4) }
            + wrapped(
                text(
                    "entry.tags",
                    [
                        "tags": item.recorded.tags.map { harmless($0.description) }
                            .joined(separator: text("list.comma"))
                    ]))
            + wrapped(
                text(
                    "entry.basis",
                    [
                        "basis": item.recorded.basis.map(text.cited)
                            .joined(separator: text("list.comma"))
                    ]))
    }

    /// A text of law is longer than a page; the whole stands in the answer for programs.
    private func clipped(_ field: String) -> String {
        guard field.count > Self.longest else { return field }
        return text(
            "entry.longer",
            ["beginning": String(field.prefix(Self.longest)), "count": text.number(field.count)])
    }

    /// How much of one field a page shows. Units: characters.
    private static let longest = 400

    /// What led to it, what it took the place of, what it brought about.
    private func around(_ page: EntryPage) -> [String] {
        var lines: [String] = []
        if let cause = page.created.cause {
            lines.append(text("entry.causedBy", ["entry": "#\(cause)"]))
        }
        if let event = page.item?.recorded, let old = event.supersedes {
            lines.append(
                text(
                    event.event.isWithdrawal ? "trace.withdraws" : "trace.corrects",
                    ["entry": "#\(old)"]))
        }
        if !page.broughtAbout.isEmpty {
            let entries = page.broughtAbout.map { "#\($0)" }.joined(separator: " ")
            lines.append(text("entry.broughtAbout", ["entries": entries]))
        }
        return lines.flatMap { wrapped($0) }
    }

    private func proof(_ page: EntryPage) -> [String] {
        let covered: String
        if let checkpoint = page.covered {
            covered =
                text("entry.covered", ["size": text.number(checkpoint.size)]) + signed(checkpoint)
        } else {
            covered = text("entry.notCovered")
        }
        return wrapped(covered) + wrapped(text("prove.leaf", ["leaf": page.leaf.hex]))
    }

    private func signed(_ checkpoint: EntryPage.Covered) -> String {
        guard let at = checkpoint.at, let days = checkpoint.days else { return "" }
        let age =
            days == 0 ? text("entry.today") : text("entry.daysAgo", ["days": text.number(days)])
        return " " + text("entry.signed", ["at": text.moment(written: at), "age": age])
    }

    /// An officer or a unit with the name that the ledger knows.
    private func called(_ who: String) -> String {
        let name = SubjectID(who).flatMap { names[$0] }
        return harmless(who) + (name.map { " " + harmless($0) } ?? "")
    }
}
