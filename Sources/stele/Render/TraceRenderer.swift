import Chain
import Law
import Records
import Vocabulary
import Wording

/// A whole life on one page (终身轨迹): who, what counts, the posts as periods, then everything that
/// happened, year by year, each line with the number of the entry that proves it.
struct TraceRenderer: Renderer {
    let sheet: Sheet
    /// By which codes are read.
    var law: Law?

    func page(_ trail: Trail, status: CurrentStatus, registration: SubjectRegistered?) -> String {
        let subject = status.subject
        var lines = headed(subject, registration, asOf: asOf(trail), knownAt: trail.knownAt)
        lines += [""] + StatusRenderer(sheet: sheet).summary(status)
        let posts = PostPeriod.all(in: trail, of: subject, ended: status.employment.ended)
        if !posts.isEmpty {
            lines += section(text("trace.heading.posts"))
            lines += postLines(posts, subject)
        }
        lines += section(text("trace.heading.timeline"))
        lines += timeline(trail, subject)
        lines += section(text("trace.heading.legend"))
        lines += legend(trail)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page of a file: what is recorded in it, everybody named.
    func page(_ trail: Trail, of file: Tag) -> String {
        let nobody = SubjectID(wellFormed: "")
        let lines =
            headed(file.identifier, asOf: asOf(trail), knownAt: trail.knownAt) + [""]
            + timeline(trail, nobody) + section(text("trace.heading.legend")) + legend(trail)
        return lines.joined(separator: "\n") + "\n"
    }

    private func asOf(_ trail: Trail) -> String {
        trail.asOf.map { text("trace.asOfDay", ["day": "\($0)"]) } ?? text("trace.asOfAll")
    }

    private func postLines(_ posts: [PostPeriod], _ subject: SubjectID) -> [String] {
        let wording = EventWording(text: text, subject: subject)
        let periods = posts.map { period in
            let since =
                period.since.map {
                    (period.isImputed ? "≈" : " ") + text.shown($0, period.precision)
                }
                ?? " " + text("trace.unknownBegin")
            let until =
                period.until.map { "\($0)" }
                ?? (period.isOpen ? text("trace.present") : text("trace.openEnd"))
            return since + " — " + until
        }
        let widest = periods.map(DisplayWidth.of).max() ?? 0
        return zip(posts, periods).flatMap { post, period in
            wrapped(
                wording.words(post.post) + entry(post.position),
                behind: "  " + paint(Layout.pad(period, to: widest), .post) + "  ")
        }
    }

    // MARK: The timeline

    private func timeline(_ trail: Trail, _ subject: SubjectID) -> [String] {
        guard let last = trail.items.map(\.recorded.position).max() else {
            return ["  " + text("trace.nothing")]
        }
        let wording = EventWording(text: text, subject: subject, law: law)
        let entryColumns = "#\(last)".count
        var lines: [String] = []
        var year: Int?
        for item in trail.dated {
            if let on = item.on, on.year != year {
                year = on.year
                lines.append(paint("\(on.year)", .heading))
            }
            // The year stands above; a month alone has no day.
            let day = item.on.map { on in
                (item.isImputed ? "≈" : " ") + text.shown(on, item.precision).dropFirst(5)
            }
            lines += line(item, day: day ?? "", wording, entryColumns)
        }
        if !trail.undated.isEmpty {
            lines.append(paint(text("trace.heading.undated"), .heading))
            for item in trail.undated { lines += line(item, day: "", wording, entryColumns) }
        }
        return lines
    }

    private func line(
        _ item: TrailItem, day: String, _ wording: EventWording, _ entryColumns: Int
    ) -> [String] {
        let sign = TimelineSign(item)
        let words = wording.line(item)
        let entry = Layout.pad("#\(item.recorded.position)", to: entryColumns)
        let before = "  " + Layout.pad(day, to: 6) + "  "
        let indent = DisplayWidth.of(before) + entryColumns + 2 + 2
        let room = max(16, columns - indent)

        let whole = ([words.heading] + words.particulars).joined(separator: " · ")
        let wrapped = Layout.wrap(whole, to: room)
        let ink = inks(item, sign)
        var lines = wrapped.enumerated().map { index, part in
            let shown =
                index == 0
                ? headed(part, by: words.heading, ink) : (ink.rest.map { paint(part, $0) } ?? part)
            return index == 0
                ? before + paint(entry, .quiet) + "  " + paint(sign.rawValue, sign.ink) + " "
                    + shown
                : String(repeating: " ", count: indent) + shown
        }
        if let role = words.role {
            for part in Layout.wrap(role, to: room) {
                lines.append(
                    String(repeating: " ", count: indent) + paint(part, ink.rest ?? .quiet))
            }
        }
        var notes: [String] = []
        switch item.standing {
        case .stands: break
        case .corrected(let by): notes.append("✗ " + text("trace.correctedBy", ["entry": "#\(by)"]))
        case .withdrawn(let by): notes.append("✗ " + text("trace.withdrawnBy", ["entry": "#\(by)"]))
        }
        if !words.marks.isEmpty {
            notes.append(text.marked(words.marks))
        }
        for note in notes {
            for part in Layout.wrap(note, to: room) {
                lines.append(String(repeating: " ", count: indent) + paint(part, .suspected))
            }
        }
        return lines
    }

    /// A record that no longer stands is struck through, heading and all, whatever it once said.
    private func inks(_ item: TrailItem, _ sign: TimelineSign) -> (
        head: Paint.Ink, rest: Paint.Ink?
    ) {
        item.standing == .stands ? (sign.ink, nil) : (.struck, .struck)
    }

    private func headed(
        _ part: String, by heading: String, _ ink: (head: Paint.Ink, rest: Paint.Ink?)
    ) -> String {
        guard part.hasPrefix(heading) else { return paint(part, ink.head) }
        let rest = String(part.dropFirst(heading.count))
        return paint(heading, ink.head) + (ink.rest.map { paint(rest, $0) } ?? rest)
    }

    private func legend(_ trail: Trail) -> [String] {
        let present = Set(trail.items.map { TimelineSign($0) })
        func told(_ sign: String, _ words: String) -> [String] {
            wrapped(words, behind: "  " + sign + "  ")
        }
        var lines = TimelineSign.allCases.filter(present.contains).flatMap { sign in
            told(paint(sign.rawValue, sign.ink), text(sign.legendKey))
        }
        let sources = Set(trail.items.filter(\.isImputed).compactMap(\.recorded.onBasis)).sorted()
        if !sources.isEmpty {
            let names = sources.map { text.label(.imputation, $0) }.joined(separator: " · ")
            lines += told("≈", text("legend.imputed", ["sources": names]))
        }
        lines += told("#", text("legend.entry"))
        lines.append("  " + paint(text("trace.count", ["entries": "\(trail.items.count)"]), .quiet))
        return lines
    }
}
