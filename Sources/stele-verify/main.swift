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
    do {
        let asked = try Arguments(arguments)
        for path in asked.checkpoints { try RegularFile.check(path) }
        switch asked.subject {
        case .help:
            answer(words.help + "\n")
            return .sound
        case .bundle(let directory):
            return try verify(directory, asked, words)
        case .proof(let file, let key):
            return try verify(proof: file, under: key, asked, words)
        }
    } catch let fault as Arguments.Fault {
        say(words.usageFault(fault))
        return .usage
    } catch let fault as NoKey {
        say(words.badKey(fault.text))
        return .usage
    } catch let fault as ReadFault {
        if fault.isMissing {
            say(words.missing(fault.path))
            return .inputMissing
        }
        say(
            fault.isNotRegular
                ? words.notRegular(fault.path)
                : words.unreadable(fault.path, String(cString: strerror(fault.code))))
        return .inputOutput
    } catch {
        say("\(error)")
        return .inputOutput
    }
}

private func verify(_ directory: String, _ asked: Arguments, _ words: Words) throws -> Status {
    let key = try asked.key.map(trustedKey)
    let verifier = BundleVerifier(
        directory: directory, outside: asked.checkpoints, key: key,
        cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let report = try verifier.verify()
    if asked.isJSON {
        answer(report.json)
    } else {
        answer(Page(words: words).text(report, hasOutsideCheckpoint: !asked.checkpoints.isEmpty))
    }
    return report.isSound ? .sound : .damaged
}

private func verify(
    proof file: String, under key: String, _ asked: Arguments, _ words: Words
) throws -> Status {
    let verifier = ProofVerifier(
        place: file, outside: asked.checkpoints, key: try trustedKey(key))
    let report = try verifier.verify()
    if asked.isJSON { answer(report.json) } else { answer(Page(words: words).text(report)) }
    return report.isSound ? .sound : .damaged
}

private func answer(_ text: String) { write(text, to: STDOUT_FILENO) }
private func answer(_ object: CanonicalObject) {
    answer(String(decoding: object.bytes, as: UTF8.self) + "\n")
}

/// What was given as a key is none.
struct NoKey: Error {
    let text: String
}

/// A public key as text, or a file that holds one and nothing else.
///
/// - Throws: ``NoKey`` if it is neither; ``ReadFault``.
func trustedKey(_ text: String) throws -> VerificationKey {
    if let key = try? VerificationKey(vkey: text) { return key }
    let bytes: [UInt8]
    do throws(ReadFault) {
        bytes = try RegularFile.read(text, most: Largest.description)
    } catch {
        // Spelt like a key and no file: a key that is none, such as one of small order.
        throw text.utf8.count(where: { $0 == UInt8(ascii: "+") }) >= 2 ? NoKey(text: text) : error
    }
    guard let content = String(validating: bytes, as: UTF8.self),
        let key = try? VerificationKey(vkey: String(content.trimmed))
    else { throw NoKey(text: text) }
    return key
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
