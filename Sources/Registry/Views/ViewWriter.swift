import Chain
import Records

/// Writes an index as a row of a view, straight into one buffer.
struct ViewWriter: FieldWriter {
    private var stream = CanonicalStream()

    /// The canonical bytes of an index, which writes its members in their order.
    static func bytes(of index: TrailIndex) -> [UInt8] {
        var writer = ViewWriter()
        let object = writer.stream.begin()
        index.write(to: &writer)
        writer.stream.end(object)
        precondition(writer.stream.isSorted, "an index writes its members sorted")
        return writer.stream.bytes
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
