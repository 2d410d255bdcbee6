import Application
import Chain
import Glibc
import Registry
import Store
import StoreSQLite
import Vocabulary
import Wording

/// `stele template`: a table to be filled in, which `stele import --template` takes back.
struct TemplateCommand: Directive {
    static let spoken = "template"
    static let about: String? = "noun"
    static let help = [
        "": "help.template", "noun": "help.template.noun", "list": "help.template.list",
        "out": "help.template.out", "encoding": "help.template.encoding",
    ]
    static let defaults = ["encoding": "utf-8"]

    let noun: TemplateNoun?
    let list: Bool
    let out: String?
    let encoding: TableEncoding

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        noun = try fields.given("noun", \.noun)
        list = try fields.given("list", \.list, or: false)
        try fields.require("noun", unless: noun != nil || list)
        out = try fields.given("out", \.out)
        encoding = try fields.given("encoding", \.encoding, or: .utf8)
    }

    func run(_ typed: Typed, in program: Program) async throws -> ExitStatus {
        guard let noun else {
            try tell(TemplateNoun.allCases, typed, in: program)
            return .sound
        }
        if list {
            try tell([noun], typed, in: program)
            return .sound
        }
        let template = try ImportTemplate(noun, for: program.duties)
        let bytes = template.csv(in: encoding.written)
        if let out {
            try checkNew(out, in: program)
            try SmallFile.create(out, bytes, isSecret: false, program.text)
            if typed.wantsJSON {
                var object = Self.object(template, program.text)
                object.set("file", out)
                program.out.json(object)
            } else {
                program.out.line(
                    program.text(
                        "template.written",
                        [
                            "file": harmless(out), "noun": noun.rawValue,
                            "encoding": encoding.written.label,
                        ]))
            }
        } else if typed.wantsJSON {
            program.out.json(Self.object(template, program.text))
        } else {
            program.out.write(bytes)
        }
        return .sound
    }

    /// Nothing that is there is written over, and nothing is taken for a file of a ledger.
    private func checkNew(_ path: String, in program: Program) throws(Failure) {
        if let ledger = LedgerFiles.neighbour(of: path, others: LedgerAccess.endings) {
            throw Failure(
                status: .cannotCreate,
                message: program.text("fault.ledgerFile", ["path": path, "ledger": ledger]))
        }
        var status = stat()
        if lstat(path, &status) == 0 {
            let fault = StoreFault.exists(path: path)
            throw Failure(status: .cannotCreate, message: program.text.sentence(of: fault))
        }
    }

    private func tell(
        _ nouns: [TemplateNoun], _ typed: Typed, in program: Program
    ) throws {
        let templates = try nouns.map { noun throws(MappingFault) in
            try ImportTemplate(noun, for: program.duties)
        }
        if typed.wantsJSON {
            var object = CanonicalObject()
            object.set("templates", templates.map { Self.object($0, program.text) })
            program.out.json(object)
            return
        }
        for template in templates {
            let words = program.text.label(.template, template.noun)
            program.out.line(Layout.pad(template.noun.rawValue, to: 12) + words)
        }
    }

    private static func object(_ template: ImportTemplate, _ text: Text) -> CanonicalObject {
        var object = CanonicalObject()
        object.set(
            "columns",
            template.columns.map { column in
                var one = CanonicalObject()
                one.set("example", column.example)
                one.set("isRequired", column.isRequired)
                one.set("name", column.name)
                one.set("note", column.note)
                return one
            })
        object.set("noun", template.noun.rawValue)
        object.set("title", text.label(.template, template.noun))
        return object
    }
}

/// How a table is encoded, as it is typed.
enum TableEncoding: String, Code {
    case utf8 = "utf-8"
    case gb18030

    /// UTF-8 is written with the mark by which spreadsheets know it.
    var written: TextEncoding { self == .utf8 ? .utf8WithMark : .gb18030 }
    var read: TextEncoding { self == .utf8 ? .utf8 : .gb18030 }
}
