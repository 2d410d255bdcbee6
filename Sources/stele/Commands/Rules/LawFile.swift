import Chain
import Law
import Registry
import Wording

/// A file that may become law.
struct LawFile {
    let bytes: [UInt8]
    let isCalendar: Bool

    init(_ bytes: [UInt8], isCalendar: Bool) {
        self.bytes = bytes
        self.isCalendar = isCalendar
    }

    /// The document; nil when it was refused, with one sentence for each fault.
    func read(telling program: Program, json: Bool) throws -> LawDocument? {
        var faults = isCalendar ? [] : LawDocument.faults(rulebook: bytes)
        if faults.isEmpty {
            do throws(LawDocumentFault) {
                return isCalendar
                    ? try LawDocument(calendar: bytes) : try LawDocument(rulebook: bytes)
            } catch {
                faults = [error]
            }
        }
        let sentences = faults.map {
            program.text.choose($0.messageChinese, $0.messageEnglish)
        }
        if json {
            var object = CanonicalObject()
            object.set("faults", sentences)
            object.set("sound", false)
            program.out.json(object)
        } else {
            for sentence in sentences {
                program.error.line(program.text("failure.line", ["message": harmless(sentence)]))
            }
        }
        return nil
    }

    /// `XZZ-2020-26/2`, or the year of a calendar.
    static func name(of document: LawDocument) -> String {
        switch document.content {
        case .rulebook(let book): "\(book.code)/\(book.version)"
        case .calendar(let calendar): "\(calendar.year)"
        }
    }
}
