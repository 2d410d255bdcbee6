internal import Chain
internal import Law
public import Registry
public import Vocabulary

/// The facts of a document in one language, and the entries they rest on.
///
/// A fact that the register does not have is absent: nothing is put in its place.
public struct PrintValues: Sendable {
    public struct Value: Hashable, Sendable {
        /// One, or one a line.
        public let texts: [String]
        public let entries: [Position]
    }

    public private(set) var values: [PrintField: Value] = [:]

    /// Takes a fact, unless there is none. What it says is made harmless, wherever it came from.
    mutating func set(_ field: PrintField, _ text: String?, from entry: Position? = nil) {
        set(field, text, from: [entry].compactMap(\.self))
    }

    /// The same of a fact that rests on several entries.
    mutating func set(_ field: PrintField, _ text: String?, from entries: [Position]) {
        guard let text else { return }
        values[field] = Value(texts: [harmless(text)], entries: entries)
    }

    /// Takes a fact on each of several lines; none is none.
    mutating func list(_ field: PrintField, _ lines: [(text: String, entry: Position?)]) {
        list(field, lines.map { ($0.text, [$0.entry].compactMap(\.self)) })
    }

    /// The same of facts that rest on several entries.
    mutating func list(_ field: PrintField, _ lines: [(text: String, entries: [Position])]) {
        if lines.isEmpty { return }
        values[field] = Value(
            texts: lines.map { harmless($0.text) }, entries: lines.flatMap(\.entries))
    }

    /// Every entry that a fact rests on, in order, each once.
    public var entries: [Position] { Set(values.values.flatMap(\.entries)).sorted() }
}

/// One line of a document: how it is set, and its cells.
public struct PrintedLine: Hashable, Sendable {
    public enum Piece: Hashable, Sendable {
        /// Of the template, or a fact.
        case words(String)
        /// What the register does not have: a line to write on.
        case blank(PrintField)
    }

    public let kind: PrintTemplate.Kind
    public let cells: [[Piece]]
}

/// A document, filled in.
public struct PrintedPage: Sendable {
    public let lines: [PrintedLine]

    /// What stands where the register has nothing: a line to write on.
    public static let blank = "＿＿＿＿"

    /// What the register does not have, in the order of the document, each once.
    public var blanks: [PrintField] {
        var blanks: [PrintField] = []
        for case .blank(let field) in lines.flatMap(\.cells).joined()
        where !blanks.contains(field) {
            blanks.append(field)
        }
        return blanks
    }

    init(_ template: [PrintTemplate.Line], _ values: [PrintField: PrintValues.Value]) {
        lines = template.flatMap { Self.filled($0, values) }
    }

    /// A line as often as the longest list in it; a single fact stands on each.
    private static func filled(
        _ line: PrintTemplate.Line, _ values: [PrintField: PrintValues.Value]
    ) -> [PrintedLine] {
        guard line.conditions.allSatisfy({ (values[$0.field] != nil) == $0.isKnown }) else {
            return []
        }
        let fields = line.cells.flatMap(\.holes).compactMap(PrintField.init(rawValue:))
        let count = fields.compactMap { values[$0]?.texts.count }.max() ?? 1
        return (0..<count).map { index in
            PrintedLine(
                kind: line.kind,
                cells: line.cells.map { cell in
                    cell.pieces.map { piece(of: $0, values, index) }
                })
        }
    }

    private static func piece(
        of piece: Template.Piece, _ values: [PrintField: PrintValues.Value], _ index: Int
    ) -> PrintedLine.Piece {
        switch piece {
        case .text(let words): return .words(words)
        case .hole(let name):
            guard let field = PrintField(rawValue: name) else {
                preconditionFailure("no field \(name)")
            }
            guard let texts = values[field]?.texts else { return .blank(field) }
            return .words(texts[min(index, texts.count - 1)])
        }
    }
}

/// What a document is printed of.
public protocol Printed: Sendable {
    static var document: PrintDocument { get }
    var times: Times { get }
    func tell(_ values: inout PrintValues, in text: Text)
}

extension Text {
    /// The facts of a document.
    public func values(of printed: some Printed) -> PrintValues {
        var values = PrintValues()
        printed.tell(&values, in: self)
        return values
    }

    /// A document as it is handed out, with what it rests on below it.
    public func page(of printed: some Printed, standing: LedgerStanding) -> PrintedPage {
        var values = values(of: printed)
        let entries = values.entries
        let times = printed.times
        values.set(.entries, entries.isEmpty ? nil : ranges(entries))
        values.set(.origin, standing.origin)
        values.set(.size, "\(standing.size)")
        values.set(.root, standing.root.hex)
        values.set(
            .asOf,
            times.asOf.map { self("trace.asOfDay", ["day": "\($0)"]) } ?? self("trace.asOfAll"))
        values.set(
            .knownAt,
            times.knownAt.map { self("trace.knownAt", ["moment": moment($0)]) }
                ?? self("trace.knownNow"))
        values.set(.checkpoint, standing.signed.map(signed))
        if LedgerIdentity.isForTrial(origin: standing.origin) {
            values.set(.practice, self("print.practice"))
        }
        return PrintedPage(
            PrintTemplate.of(type(of: printed).document, in: language).lines, values.values)
    }

    /// What of a document the register does not have.
    public func blanks(of printed: some Printed) -> [PrintField] {
        let foot = PrintTemplate.foot(in: language).count
        let template = PrintTemplate.of(type(of: printed).document, in: language).lines
        return PrintedPage(Array(template.dropLast(foot)), values(of: printed).values).blanks
    }

    /// `第 0–735 号记录已由最近签署的检查点证明…`.
    private func signed(_ reach: SignedReach) -> String {
        let last = "\(reach.size - 1)"
        guard let day = reach.at.flatMap({ Instant($0) })?.dateInChina, let days = reach.days else {
            return self("foot.signedSometime", ["last": last])
        }
        return self(
            "foot.signed", ["last": last, "day": "\(day)", "days": number(days)])
    }

    /// `94、224–226、736`.
    func ranges(_ entries: [Position]) -> String {
        var runs: [(first: Position, last: Position)] = []
        for entry in entries {
            if let run = runs.last, run.last + 1 == entry {
                runs[runs.count - 1].last = entry
            } else {
                runs.append((entry, entry))
            }
        }
        return runs.map { run in
            if run.first == run.last { return "\(run.first)" }
            let between = run.first + 1 == run.last ? self("list.comma") : "–"
            return "\(run.first)\(between)\(run.last)"
        }.joined(separator: self("list.comma"))
    }

    /// A day as it is written in a document: `2024年5月1日`.
    func written(_ day: CalendarDate, _ precision: DayPrecision = .day) -> String {
        if language == .english { return shown(day, precision) }
        let parts = "\(day)".split(separator: "-").compactMap { Int($0) }
        let units = zip(parts, ["年", "月", "日"]).map { "\($0)\($1)" }
        return units.prefix(precision == .day ? 3 : precision == .month ? 2 : 1).joined()
    }

    /// The day of an entry; nil where nobody knows it. One that was imputed says so.
    func written(_ recorded: Recorded<some Fact>?) -> String? {
        guard let recorded, let on = recorded.on else { return nil }
        return (recorded.isImputed ? "≈" : "") + written(on, recorded.precision)
    }
}
