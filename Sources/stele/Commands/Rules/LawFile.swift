import Chain
import Law
import Registry
import Wording

/// A file that may become law.
enum LawFile {
    /// The document; nil when it was refused, with one sentence for each fault.
    static func read(
        _ file: String, isCalendar: Bool, _ typed: Typed, in program: Program
    ) throws -> LawDocument? {
        let bytes = try SmallFile.readDocument(file, program.text)
        var faults = isCalendar ? [] : LawDocument.faults(rulebook: bytes)
        if faults.isEmpty {
            do throws(LawDocumentFault) {
                return isCalendar
                    ? try LawDocument(calendar: bytes) : try LawDocument(rulebook: bytes)
            } catch {
                faults = [error]
            }
        }
        let sentences = faults.map { program.text.sentence(of: $0) }
        if typed.wantsJSON {
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
