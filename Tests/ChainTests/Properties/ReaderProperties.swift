import Chain

/// What must hold for any bytes at all. Each gives nil, or a sentence about what did not hold.
///
/// The tests ask on a corpus and its mutations, the fuzzer on whatever it thinks of.
enum ReaderProperties {
    /// The tape and the tree reader see the same in the same bytes: same value, or same fault at the
    /// same place. The tape alone refuses what is JSON but not canonical.
    static func readersAgree(_ bytes: [UInt8]) -> String? {
        switch (onTape(bytes), asTree(bytes)) {
        case (.success(let left), .success(let right)):
            if right.canonical != bytes { return "the tape took what is not canonical" }
            return left == right ? nil : "the same bytes are two values"
        case (.success, .failure(let fault)):
            return "only the tree reader refuses: \(fault)"
        case (.failure(let fault), .success(let value)):
            if value.canonical == bytes { return "the tape refuses canonical bytes: \(fault)" }
            return isAboutForm(fault, bytes) ? nil : "only the tape refuses: \(fault)"
        case (.failure(let left), .failure(let right)):
            if left == right { return nil }
            // A key that is there already is told at its quote, a bad escape inside it further on.
            let isLater = right.offset >= left.offset || right.reason == .duplicateKey
            return isAboutForm(left, bytes) && isLater
                ? nil : "two faults in the same bytes: \(left) and \(right)"
        }
    }

    /// What is read as an entry is written as the same bytes.
    static func entryIsWrittenAsRead(_ bytes: [UInt8]) -> String? {
        var tape = LineTape()
        return bytes.withUnsafeBytes { buffer in
            guard let view = try? EntryView.read(buffer, tape: &tape) else { return nil }
            if Array(view.sealed).count != view.sealedCount { return "a seal was lost" }
            if view.sealed.contains(where: { $0.path.isEmpty }) { return "a seal has no path" }
            guard let line = try? EntryDraft(view).checkedLine(seq: view.seq, prev: view.prev)
            else {
                return "an entry was read that cannot be written"
            }
            return line == bytes ? nil : "an entry is written otherwise than it was read"
        }
    }

    /// What is read as a note, and its text as a checkpoint, is written as the same bytes.
    static func noteIsWrittenAsRead(_ bytes: [UInt8]) -> String? {
        guard let note = try? SignedNote(parsing: bytes) else { return nil }
        if note.bytes != bytes { return "a note is written otherwise than it was read" }
        guard let checkpoint = try? Checkpoint(parsing: note.text) else { return nil }
        return checkpoint.text.utf8.elementsEqual(note.text.utf8)
            ? nil : "a checkpoint is written otherwise than it was read"
    }

    static func onTape(_ bytes: [UInt8]) -> Result<JSONValue, JSONFault> {
        var tape = LineTape()
        return bytes.withUnsafeBytes { buffer in
            do throws(JSONFault) {
                try tape.parse(buffer)
                return .success(tape.root.value)
            } catch {
                return .failure(error)
            }
        }
    }

    static func asTree(_ bytes: [UInt8]) -> Result<JSONValue, JSONFault> {
        do throws(JSONFault) {
            return .success(try JSONValue(parsing: bytes, limits: .entry))
        } catch {
            return .failure(error)
        }
    }

    /// Whether the fault is one of spelling alone; white space behind the value is one too.
    private static func isAboutForm(_ fault: JSONFault, _ bytes: [UInt8]) -> Bool {
        switch fault.reason {
        case .whiteSpace, .keyOrder, .escapeNotMinimal: true
        case .trailingBytes: [0x20, 0x09, 0x0A, 0x0D].contains(bytes[fault.offset])
        default: false
        }
    }
}

extension EntryDraft {
    /// The draft that an entry was made from.
    init(_ view: EntryView) {
        self.init(
            actor: view.actor, approver: view.approver, at: view.at, basis: view.basis,
            cause: view.cause, data: Array(view.data.bytes), id: view.id, on: view.on,
            onBasis: view.onBasis, supersedes: view.supersedes,
            tags: view.tags.map { ($0.tag, $0.previous) }, type: view.type, unit: view.unit)
    }
}
