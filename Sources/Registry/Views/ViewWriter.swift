import Chain
import Law
import Records
public import Vocabulary

/// Writes what a row of a view says, or a long answer, straight into one buffer.
public struct ViewWriter: FieldWriter {
    private var stream = CanonicalStream()

    /// The canonical bytes of an object that writes its members in their order.
    public static func bytes(_ write: (inout ViewWriter) -> Void) -> [UInt8] {
        var writer = ViewWriter()
        let object = writer.stream.begin()
        write(&writer)
        writer.stream.end(object)
        precondition(writer.stream.isSorted, "a row writes its members sorted")
        return writer.stream.bytes
    }

    public mutating func put(_ name: String, _ value: String) { stream.set(name, value) }

    public mutating func put(_ name: String, _ value: Int) { stream.set(name, value) }

    public mutating func put(_ name: String, _ value: Bool) { stream.set(name, value) }

    public mutating func put(_ name: String, _ value: [String]) { stream.set(name, value) }

    public mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .clear(let text): stream.set(name, text)
        case .commitment(let hex), .destroyed(let hex, _, _):
            let object = stream.begin(name)
            stream.set("sealed", hex)
            stream.end(object)
        }
    }

    public mutating func object(_ name: String, _ body: (inout ViewWriter) -> Void) {
        let object = stream.begin(name)
        body(&self)
        stream.end(object)
    }

    public mutating func array(_ name: String, count: Int, _ body: (Int, inout ViewWriter) -> Void)
    {
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
