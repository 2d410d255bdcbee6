import Records
public import Vocabulary

/// How delivered files become commands: a declarative document, read once and checked whole.
///
/// The document's keys are described in `schema/mappings/README.md`; reading it is
/// ``init(parsing:)``. A mapping that was read has no loose ends: every column, table, command and
/// field it names exists. What the delivered header lacks is found when a file is opened.
public struct Mapping: Sendable {
    /// Names the delivery. Row keys are unique within (delivery, file); a corrected delivery keeps
    /// the name.
    public let delivery: String
    /// Who imports, as entries record it.
    public internal(set) var actor: Officer
    /// On whose behalf.
    public internal(set) var unit: UnitID
    /// Who approved what is typed; deliveries are approved by nobody.
    public internal(set) var approver: Officer?
    /// Whether the rows were filled in by somebody here: each is then held to what it would be held to
    /// had it been typed, and no old register answers for it.
    public let isTyped: Bool
    /// The rules under which it is imported; of what was filled in there may be none beside those of
    /// each act.
    public let basis: [String]
    /// Whether a delivery holds everything that there is, so that what it lacks is to be listed.
    public let isWhole: Bool
    /// In import order.
    public let files: [FileMapping]

    /// The same, for what somebody here filled in and answers for.
    public func signed(by actor: Officer, of unit: UnitID, approver: Officer?) -> Mapping {
        var signed = self
        signed.actor = actor
        signed.unit = unit
        signed.approver = approver
        return signed
    }
}

/// One file of a delivery.
public struct FileMapping: Sendable {
    /// Whether a column has to be there.
    public enum Presence: String, Sendable, CaseIterable {
        /// In the header, and filled in every row.
        case required
        /// In the header; blank in any row.
        case present
        /// May be missing from the header, which reads as blank.
        case optional
    }

    /// One column that the mapping uses.
    public struct Column: Sendable {
        /// Its name in the header.
        public let name: String
        /// Whether it has to be there.
        public let presence: Presence
        /// Whether a field seals it: then no report and no message shows its values.
        public internal(set) var isSealed = false
    }

    /// What counts where two rows of one key differ.
    public enum Repeats: String, Sendable, CaseIterable {
        /// Neither: both are refused.
        case refuse
        /// The one that stands last in the file.
        case last
    }

    /// Path relative to the delivered directory, with forward slashes.
    public let name: String
    /// Whether people filled it in: then nothing in it goes unused, and nobody is told of mappings.
    var isFilledIn = false
    /// Whether a delivery may come without it.
    public let isOptional: Bool
    /// What stands between two columns: one byte.
    let delimiter: UInt8
    /// Fixed by the mapping; nil: found out.
    public let encoding: TextEncoding?
    /// What names a row of the file for ever, in this order.
    let key: [KeyPart]
    /// What counts where two rows of one key differ.
    let repeats: Repeats
    /// Rows of which all of it holds are no records: notes, an example. Empty: there are none.
    let skip: [Condition]
    /// The date formats of the file, tried in this order.
    let dateFormats: [DateFormat]
    /// What the mapping uses of the header. Other columns are kept with the raw row.
    public let columns: [Column]
    /// The commands of a row, in the order in which they are decided.
    public let commands: [CommandTemplate]
}

/// A part of a row's key; a column is an index into ``FileMapping/columns``.
enum KeyPart: Sendable {
    /// The text as delivered, without blanks around it.
    case text(Int)
    /// The day, so that a spreadsheet that saves dates in another form changes no key.
    case date(Int)

    var column: Int {
        switch self {
        case .text(let column), .date(let column): column
        }
    }
}

/// One command that a row becomes when its conditions hold.
public struct CommandTemplate: Sendable {
    /// The name, as Records knows it.
    public let name: String
    /// All must hold.
    let when: [Condition]
    /// A field with its expression, and whether it identifies something.
    typealias Field = (name: String, expression: Expression, isIdentifier: Bool)
    let fields: [Field]
    /// Names of all fields that may arise, `onBasis` and its like included.
    let layout: FieldLayout
}

/// What has to be true of a row. Columns are indices into ``FileMapping/columns``.
indirect enum Condition: Sendable {
    case blank(Int)
    case filled(Int)
    case equals(Int, String)
    case among(Int, Set<ExactText>)
    case notAmong(Int, Set<ExactText>)
    case matches(Int, TextPattern)
    case any([Condition])
    case all([Condition])
}

/// How the value of one field is made from a row.
struct Expression: Sendable {
    indirect enum Source: Sendable {
        case column(Int)
        case constant(MappedValue)
        case template([TemplatePiece])
        case firstOf([Expression])
        /// The first of these columns that is not blank, read as a date.
        case date([Int])
        case ledger(LedgerFact, of: Expression)
        /// A part of a column, between marks; counted from 1.
        case split(Int, by: String, part: Int)
        /// An identifier made from a text: the prefix, and a digest of the text as people read it.
        case identifier(Expression, prefix: String)
        /// The one person or unit that is called so.
        case called(SubjectKind?, by: Expression)
    }

    enum Kind: String, Sendable, CaseIterable { case text, integer, boolean, list }

    var source: Source
    var kind = Kind.text
    var table: ValueTable?
    var isSealed = false
    /// All must hold, else the field is left out.
    var when: [Condition] = []
    /// The value is imputed from this: told in the field named after it with `Basis`.
    var basis: String?
    /// Whether the field is left out, with a note, where the cell is not in its form; else the row is
    /// refused.
    var leavesOutMalformed = false
}

/// A piece of a template such as `S-{CR_ID}-{UID}`.
enum TemplatePiece: Sendable, Equatable {
    case text(String)
    case column(Int)
}

/// A table of values: what a delivered code means here.
struct ValueTable: Sendable {
    enum Otherwise: Sendable {
        /// A value that is not in the table refuses the row.
        case refuse
        /// It is taken as it stands.
        case keep
        /// It becomes this.
        case value(String)
        /// The field is left out.
        case leaveOut
    }

    let name: String
    /// Nil: the field is left out.
    let values: [ExactText: String?]
    let otherwise: Otherwise
    /// What a blank value becomes; nil: the field is left out.
    let blank: String?

    /// What a value may be, as a message names it: in order, the first of a long table.
    var known: [String] {
        Array(
            values.keys.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(30)
        )
    }
}

/// Something that an earlier row has put into the ledger, asked for by the case's identifier.
public enum LedgerFact: String, Sendable, CaseIterable {
    /// The day on which the case was closed.
    case caseClosedOn = "case.closedOn"
    /// The day on which the case was opened.
    case caseOpenedOn = "case.openedOn"
    /// The day of the incident, by the case's complaint.
    case caseIncidentOn = "case.incidentOn"
    /// The day on which the case's complaint was received.
    case caseReceivedOn = "case.receivedOn"
}
