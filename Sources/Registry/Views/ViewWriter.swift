import Chain
import Records

/// What becomes a row of a view.
protocol ViewFile {
    func write(to writer: inout some FieldWriter)
}

/// Writes a file as a row of a view, straight into one buffer. Nothing is sealed in it: what is
/// sealed in the ledger stands there as its commitment.
struct ViewWriter: FieldWriter {
    private var stream = CanonicalStream()

    /// The canonical bytes of a file.
    static func bytes(of file: some ViewFile) -> [UInt8] {
        var writer = ViewWriter()
        let object = writer.stream.begin()
        file.write(to: &writer)
        writer.stream.end(object)
        if writer.stream.isSorted { return writer.stream.bytes }
        var sorting = PayloadWriter(.clear)
        file.write(to: &sorting)
        return sorting.object.bytes
    }

    mutating func put(_ name: String, _ value: String) { stream.set(name, value) }

    mutating func put(_ name: String, _ value: Int) { stream.set(name, value) }

    mutating func put(_ name: String, _ value: Bool) { stream.set(name, value) }

    mutating func put(_ name: String, _ value: [String]) { stream.set(name, value) }

    mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .clear(let text): stream.set(name, text)
        case .commitment(let hex):
            let object = stream.begin(name)
            stream.set("sealed", hex)
            stream.end(object)
        }
    }

    mutating func object(_ name: String, _ body: (inout ViewWriter) -> Void) {
        let object = stream.begin(name)
        body(&self)
        stream.end(object)
    }

    mutating func array(_ name: String, count: Int, _ body: (Int, inout ViewWriter) -> Void) {
        stream.beginArray(name)
        for index in 0..<count {
            if index > 0 { stream.nextElement() }
            let object = stream.begin()
            body(index, &self)
            stream.end(object)
        }
        stream.endArray()
    }
}
