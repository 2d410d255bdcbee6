import Chain
import Glibc

/// The numbers of BSD `sysexits.h`.
enum Status: Int32 {
    case sound = 0
    case damaged = 1
    case usage = 64
    case inputMissing = 66
    case inputOutput = 74
}

func run(_ arguments: [String], language preset: String?) -> Status {
    let words = Words(language: Arguments.language(arguments, preset: preset))
    func say(_ text: String) { write(text + "\n", to: STDERR_FILENO) }
    func answer(_ text: String) { write(text, to: STDOUT_FILENO) }
    do {
        let asked = try Arguments(arguments)
        guard let bundle = asked.bundle, !asked.isHelp else {
            answer(words.help + "\n")
            return .sound
        }
        var outside: [(String, [UInt8])] = []
        for path in asked.checkpoints { outside.append((path, try SmallFile.read(path))) }
        var key: VerificationKey?
        if let text = asked.key {
            key = try trustedKey(text)
            guard key != nil else {
                say(words.badKey(text))
                return .usage
            }
        }
        let verifier = BundleVerifier(
            directory: bundle, outside: outside, key: key,
            cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let report = try verifier.verify()
        if asked.isJSON {
            answer(String(decoding: report.json.bytes, as: UTF8.self) + "\n")
        } else {
            answer(Page(words: words).text(report, hasOutsideCheckpoint: !outside.isEmpty))
        }
        return report.isSound ? .sound : .damaged
    } catch let fault as Arguments.Fault {
        say(words.usageFault(fault))
        return .usage
    } catch let fault as ReadFault {
        if fault.isMissing {
            say(words.missing(fault.path))
            return .inputMissing
        }
        say(words.unreadable(fault.path, String(cString: strerror(fault.code))))
        return .inputOutput
    } catch {
        say("\(error)")
        return .inputOutput
    }
}

/// A public key as text, or a file that holds one and nothing else; nil if it is neither.
func trustedKey(_ text: String) throws(ReadFault) -> VerificationKey? {
    if let key = try? VerificationKey(vkey: text) { return key }
    let bytes = try SmallFile.read(text)
    guard let content = String(validating: bytes, as: UTF8.self) else { return nil }
    return try? VerificationKey(vkey: String(content.trimmed))
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}

/// Writes whole, through interrupted and short writes.
func write(_ text: String, to descriptor: Int32) {
    Array(text.utf8).withUnsafeBytes { bytes in
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
            if count < 0, errno != EINTR, errno != EAGAIN { return }
            done += max(0, count)
        }
    }
}

exit(
    run(
        Array(CommandLine.arguments.dropFirst()),
        language: getenv("STELE_LANG").map { String(cString: $0) }
    ).rawValue)
