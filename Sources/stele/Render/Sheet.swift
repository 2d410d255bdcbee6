import Application
import Law
import Registry
import Vocabulary
import Wording

/// What a page is written with: the words, the colour that is allowed, how wide it may be.
struct Sheet: Sendable {
    let text: Text
    let paint: Paint
    /// Display columns.
    let columns: Int
    /// Whether lines of a list are folded at that width: on a terminal. What programs read stays a line
    /// a row.
    var isFolded = false

    /// A register: a table, or one sentence where nothing is in it.
    func register<Row>(
        _ rows: [Row], none: String, _ columns: [Table<Row>.Column]
    ) -> String {
        rows.isEmpty
            ? folded(none)
            : Table(columns).rendered(
                rows, with: paint, foldingAt: isFolded ? self.columns : nil)
    }

    /// A part of a list, and how it goes on.
    ///
    /// - Parameters:
    ///   - place: Behind what the list was to go on; nil: it begins with the first.
    ///   - none: What is said where the whole list is empty.
    func register<Row: Sendable>(
        _ list: Windowed<Row>, after place: String?, none: String, _ columns: [Table<Row>.Column]
    ) -> String {
        register(list.rows, none: self.none(list.more, after: place, none), columns)
            + more(list.more, list.next)
    }

    /// What is said of an empty list: "none" is not said of what was looked at in part (I12), be it
    /// that more follows or that the part begins behind a place.
    func none(_ more: Int, after place: String?, _ none: String) -> String {
        if more > 0 { return text("list.noneYet") }
        return place.map { text("list.noneAfter", ["place": harmless($0)]) } ?? none
    }

    /// How a list goes on that is not told whole.
    ///
    /// - Parameter key: The sentence that says it.
    func more(_ more: Int, _ next: String?, saying key: String = "list.more") -> String {
        guard let next else { return "" }
        return folded(text(key, ["more": text.number(more), "next": harmless(next)]))
    }

    /// A sentence beside a list, on a terminal in lines of its width.
    func folded(_ sentence: String) -> String {
        guard isFolded else { return sentence + "\n" }
        return Layout.wrap(sentence, to: columns).joined(separator: "\n") + "\n"
    }
}

extension Sheet {
    /// Below an answer: how far it is proven, and by how old a checkpoint.
    func foot(_ reach: Reach) -> String {
        "\n" + proof(reach).map(folded).joined()
    }

    func proof(_ proof: Reach) -> [String] {
        var lines: [String] = []
        if let signed = proof.signed {
            let last = "\(signed.size - 1)"
            let day = signed.at.flatMap { Instant($0) }?.dateInChina
            let said =
                if let day, let days = signed.days {
                    text(
                        "foot.signed",
                        ["last": last, "day": "\(day)", "days": text.number(days)])
                } else {
                    text("foot.signedSometime", ["last": last])
                }
            lines.append(paint("✓ ", .good) + said)
        }
        let first = proof.signed?.size ?? 0
        if first < proof.size {
            let said =
                proof.signed == nil
                ? text("foot.unsigned", ["first": "0", "last": "\(proof.size - 1)"])
                : text("foot.uncovered", ["first": "\(first)"])
            lines.append(paint("· " + said, .quiet))
        }
        if !proof.isComplete {
            lines.append(
                paint("· " + text("foot.uncompared", ["size": text.number(proof.size)]), .quiet))
        }
        return lines
    }
}

extension Text {
    /// Why a list is not narrowed so.
    func sentence(of unrecorded: Unrecorded) -> String {
        switch unrecorded {
        case .noPlace(let place): self("list.noPlace", ["place": harmless(place)])
        case .nothing(let subject): self("subject.nothing", ["subject": subject.text])
        case .otherKind(let subject, let kind):
            self(
                "subject.otherKind",
                ["subject": subject.text, "kind": label(.subjectKind, kind)])
        }
    }
}

extension Program {
    var sheet: Sheet {
        Sheet(
            text: text, paint: Paint(out.terminal), columns: out.terminal.columns,
            isFolded: out.terminal.isInteractive)
    }
}

/// What lays an answer out on a page, line by line.
protocol Renderer {
    var sheet: Sheet { get }
}

extension Renderer {
    var text: Text { sheet.text }
    var paint: Paint { sheet.paint }
    var columns: Int { sheet.columns }

    /// A title, underlined.
    func underlined(_ title: String) -> [String] {
        let width = min(columns, max(24, DisplayWidth.of(title)))
        return wrapped(title, .heading, indent: 0) + [String(repeating: "═", count: width)]
    }

    /// A title, underlined, and the two times by which the page answers.
    func headed(_ title: String, asOf: String, knownAt: Instant?) -> [String] {
        let known =
            knownAt.map { text("trace.knownAt", ["moment": text.moment($0)]) }
            ?? text("trace.knownNow")
        return underlined(title) + wrapped(asOf + " · " + known, .quiet, indent: 0)
    }

    func headed(_ title: String, asOf day: CalendarDate, knownAt: Instant?) -> [String] {
        headed(title, asOf: text("trace.asOfDay", ["day": "\(day)"]), knownAt: knownAt)
    }

    /// The heading of a paragraph.
    func section(_ heading: String) -> [String] { [""] + wrapped(heading, .heading, indent: 0) }

    func wrapped(_ line: String, indent: Int = 2) -> [String] {
        Layout.wrap(line, to: max(24, columns - indent))
            .map { String(repeating: " ", count: indent) + $0 }
    }

    /// The same in a colour, which ends with each line.
    func wrapped(_ line: String, _ ink: Paint.Ink, indent: Int = 2) -> [String] {
        Layout.wrap(line, to: max(24, columns - indent))
            .map { String(repeating: " ", count: indent) + paint($0, ink) }
    }

    /// The same behind something that stands before its first line alone; where that leaves no room
    /// on a narrow page, below it.
    func wrapped(_ line: String, behind head: String) -> [String] {
        let indent = Layout.width(of: head)
        if columns - indent < 24 { return [Layout.trimmed(head)] + wrapped(line, indent: 6) }
        let space = String(repeating: " ", count: indent)
        return Layout.wrap(line, to: max(24, columns - indent)).enumerated()
            .map { ($0 == 0 ? head : space) + $1 }
    }

    /// `2024-05-01  #17  `: the day and the number of an entry, before what it says.
    func dated(_ on: CalendarDate?, _ position: Position) -> String {
        text.day(on) + "  #\(position)  "
    }

    /// The number of the entry that proves a line, behind it.
    func entry(_ position: Position) -> String { paint("  #\(position)", .quiet) }
}
