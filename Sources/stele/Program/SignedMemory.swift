import Chain
import Glibc
import Wording

/// What a key has signed last, remembered beside it: the newest checkpoint, whole. So a ledger that
/// was restored from an old copy, or written anew, is not signed over in silence.
struct SignedMemory {
    /// Behind the name of the key's file.
    static let ending = ".signed"

    let path: String
    let text: Text

    init(ofKey file: String, _ text: Text) {
        path = file + Self.ending
        self.text = text
    }

    /// nil where the key has signed nothing yet.
    func read() throws(Failure) -> [UInt8]? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return try SmallFile.read(path, text)
    }

    /// Puts the note in the place of the one before it, whole or not at all. What was signed stands
    /// where that cannot be: the key may lie where nothing can be written.
    func keep(_ note: [UInt8], or tell: (String) -> Void) {
        do throws(Failure) {
            if try read() != note { try SmallFile.replace(path, note, text) }
        } catch {
            tell(text("checkpoint.notRemembered", ["reason": error.message]))
        }
    }
}
