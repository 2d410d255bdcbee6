import Chain
import Records
import Vocabulary
import Wording

/// Writes what Records has to say as canonical JSON. A sealed value that was opened is written in
/// clear, as it is shown; one that was not, as its commitment.
struct JSONFields: FieldWriter {
    var object = CanonicalObject()

    mutating func put(_ name: String, _ value: String) { object.set(name, value) }
    mutating func put(_ name: String, _ value: Int) { object.set(name, value) }
    mutating func put(_ name: String, _ value: Bool) { object.set(name, value) }
    mutating func put(_ name: String, _ value: [String]) { object.set(name, value) }

    mutating func put(_ name: String, _ value: Sealed) {
        switch value {
        case .clear(let text): object.set(name, text)
        case .commitment(let hex):
            var sealed = CanonicalObject()
            sealed.set("sealed", hex)
            object.set(name, sealed)
        case .destroyed(let hex, let on, let position):
            var destroyed = CanonicalObject()
            destroyed.set("entry", position)
            if let on { destroyed.set("on", on) }
            var sealed = CanonicalObject()
            sealed.set("destroyed", destroyed)
            sealed.set("sealed", hex)
            object.set(name, sealed)
        }
    }

    mutating func object(_ name: String, _ body: (inout JSONFields) -> Void) {
        var inner = JSONFields()
        body(&inner)
        object.set(name, inner.object)
    }

    mutating func array(_ name: String, count: Int, _ body: (Int, inout JSONFields) -> Void) {
        var elements: [CanonicalObject] = []
        elements.reserveCapacity(count)
        for index in 0..<count {
            var inner = JSONFields()
            body(index, &inner)
            elements.append(inner.object)
        }
        object.set(name, elements)
    }
}
