import Application
import Chain
import Law
import Records
import Registry
import Vocabulary
import Wording

/// What is printed to be handed out (打印文书).
extension Choice {
    static let ofPrints = [
        Choice(
            printing: PrintAcceptance.self,
            ["": "help.print.acceptance", "appeal": "help.appeal.id"]
        ) { asked, text, ledger in
            try ledger.appeals(with: asked.appeal, at: asked.times) == nil
                ? text("print.noAppeal", ["appeal": asked.appeal.text])
                : text("print.notRuled", ["appeal": asked.appeal.text])
        },
        Choice(
            printing: PrintDecision.self,
            ["": "help.print.decision", "sanction": "help.sanction.id"]
        ) { asked, text, _ in text("sanction.nothing", ["sanction": asked.sanction.text]) },
        Choice(
            printing: PrintService.self, ["": "help.print.service", "file": "help.print.file"]
        ) { asked, text, ledger in
            let appeal = AppealID(wellFormed: asked.file.text)
            return try ledger.appeals(with: appeal, at: asked.times) == nil
                ? text("print.neither", ["file": asked.file.text])
                : text("print.noOutcome", ["appeal": appeal.text])
        },
        Choice(
            printing: PrintRecordNotice.self,
            ["": "help.print.recordNotice", "record": "help.dishonesty.record"]
        ) { asked, text, ledger in
            try ledger.dishonesty(asked.record, at: asked.times) == nil
                ? text("dishonesty.nothing", ["record": asked.record.text])
                : text("print.notEntered", ["record": asked.record.text])
        },
        Choice(
            printing: PrintObjectionDecision.self,
            ["": "help.print.objectionDecision", "objection": "help.objection.id"]
        ) { asked, text, ledger in
            try ledger.objection(asked.objection, at: asked.times) == nil
                ? text("objection.nothing", ["objection": asked.objection.text])
                : text("print.notDecided", ["file": asked.objection.text])
        },
        Choice(
            printing: PrintRepairDecision.self,
            ["": "help.print.repairDecision", "repair": "help.repair.id"]
        ) { asked, text, ledger in
            try ledger.repair(asked.repair, at: asked.times) == nil
                ? text("repair.nothing", ["repair": asked.repair.text])
                : text("print.notDecided", ["file": asked.repair.text])
        },
        Choice(
            printing: PrintTrail.self, ["": "help.print.trail", "subject": "help.trace.subject"]
        ) { asked, text, _ in text("subject.nothing", ["subject": asked.subject.text]) },
        Choice(
            printing: PrintCertificate.self,
            [
                "": "help.print.certificate", "on": "help.print.on",
                "subject": "help.trace.subject",
            ]
        ) { asked, text, _ in text("subject.nothing", ["subject": asked.subject.text]) },
    ]

    /// How a document is handed out: beside what is asked.
    private static let handing = [Field("html", .flag), Field("out", .text)]

    /// A document: as text, as HTML, to a file or to standard output. What is left blank is told
    /// beside it.
    private init<Asked: PrintQuestion>(
        printing question: Asked.Type, _ help: [String: String],
        nothing: @escaping @Sendable (Asked, Text, Ledger) throws -> String
    ) {
        let spell = { @Sendable in
            Spelling(
                Asked.spoken, about: Asked.about, Asked.fields + Self.handing,
                common: Spelling.common, now: Spelling.now)
        }
        let words = HelpPage.Words(
            help.merging(["html": "help.print.html", "out": "help.print.out"]) { own, _ in own })
        self.init(
            Asked.spoken, spell: spell,
            summary: { text in words.help[""].map { text($0) } ?? Asked.spoken },
            sections: { text in HelpPage.sections(of: spell(), words, in: text) }
        ) { typed, program in
            let text = program.text
            let asked = try typed.read(as: spell(), in: text) {
                reader throws(FieldFault) in try Application.question(Asked.self, from: reader)
            }
            let access = try program.access(typed)
            let file = try typed.text("out").map { path throws(Failure) in
                try access.newOutput(path, sparing: [access.keyPath])
            }
            let application = Application(try access.reading(at: typed.now(in: text)))
            guard let (reply, standing) = try application.handingOut(asked) else {
                let about = spell().about.flatMap { field in
                    typed.text(field.name).map { ($0, field.tagKind) }
                }
                throw Failure(
                    status: .inputMissing,
                    message: try application.offering(
                        about, behind: nothing(asked, text, application.ledger), program))
            }
            // What is handed out says nothing of a day that has not come.
            if let day = reply.paper.times.asOf, day > application.ledger.today {
                throw Failure(
                    status: .dataRefused,
                    message: text(
                        "print.notYet",
                        ["day": "\(day)", "today": "\(application.ledger.today)"]))
            }
            let page = text.page(of: reply.paper, standing: standing)
            let handed =
                typed.values["html"] == .bool(true)
                ? PrintedHTML(language: text.language).document(page)
                : PrintedText(text: text).document(page)
            if let file {
                try SmallFile.create(file, Array(handed.utf8), isSecret: false, text)
            }
            if typed.wantsJSON {
                program.out.json(reply.json(at: standing))
            } else if let file {
                program.out.line(text("print.written", ["file": harmless(file)]))
            } else {
                program.out.write(handed)
            }
            let blanks = page.blanks.map { text.label(.printField, $0) }
            if !blanks.isEmpty {
                program.notice(
                    text("print.blank", ["fields": blanks.joined(separator: text("list.comma"))]))
            }
            return .sound
        }
    }
}
