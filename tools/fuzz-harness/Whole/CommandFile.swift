import Application
import Chain
import Records
import Vocabulary
import Wording

@testable import Registry
@testable import stele

/// A file of fields is taken or refused, and so is a mapping.
///
/// What begins with `{` is a mapping, and behind a zero byte what is delivered through it. Anything
/// else is the type of an entry on the first line, and the fields of the verb that records it behind
/// it; without such a type the first byte says which verb. What can be read is decided over the past
/// of a sound ledger.
@Sendable func commandFileIsTakenOrRefused(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "{") {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        return delivered(Array(parts.count > 1 ? parts[1] : []), through: Array(parts[0]))
    }
    let verbs = Duties.register.verbs
    let line = bytes.prefix { $0 != 0x0A }
    let named = verbs.first { $0.records.name.utf8.elementsEqual(line) }
    let verb = named ?? verbs[Int(first) % verbs.count]
    let fields = named == nil ? bytes.dropFirst() : bytes.dropFirst(line.count + 1)
    return recorded(verb, Array(fields))
}

private let text: Text = {
    guard let text = try? Text(.english) else { fatalError("the embedded catalogue") }
    return text
}()

private let decided: Ledger = {
    let path = MadeLedger.one.copy(as: "decided")
    guard
        let ledger = try? LedgerAccess(path: path, program: silent).reading()
    else { fatalError("the ledger that was made cannot be read") }
    return ledger
}()

private let silent: Program = {
    guard
        let program = try? Program(arguments: [], environment: [:], out: Output(), error: Output())
    else { fatalError("the embedded catalogue") }
    return program
}()

private func recorded(_ verb: Verb, _ bytes: [UInt8]) -> String? {
    let path = MadeLedger.one.folder + "/fields.json"
    MadeLedger.write(path, bytes)
    do {
        let fields = try FieldsFile(path: path, verb: verb, text: text).read()
        let reader = JSONFieldReader(fields)
        let command = Command(
            verb, try verb.read(reader), try Circumstances(from: reader), in: Duties.register)
        try decided.rehearse { transaction in
            let recorder = LedgerTransaction.Recorder(actor: "R-1", unit: "SYS")
            for draft in try transaction.decide(command) { transaction.stage(draft, by: recorder) }
            try transaction.checkSizes()
            transaction.keep(by: recorder)
        }
        return nil
    } catch {
        return unexpected(error)
    }
}

private func delivered(_ csv: [UInt8], through document: [UInt8]) -> String? {
    do {
        let mapping = try Mapping(parsing: document, for: Duties.register)
        for file in mapping.files {
            let reader = try CSVReader(MemoryBytes(csv), file: file.name, delimiter: file.delimiter)
            var mapper = try RowMapper(file, header: reader.header)
            while case .record(let line) = try reader.next() { _ = mapper.map(reader, line: line) }
        }
        return nil
    } catch {
        return unexpected(error)
    }
}

/// What no reader of files may throw: anything that the program would call a mistake of its own.
private func unexpected(_ error: any Error) -> String? {
    let failure = Failure(explaining: error, in: text)
    return failure.status == .internalError ? "\(error): \(failure.message)" : nil
}
