import Chain
import Testing

@Suite("Canonical objects written straight into one buffer")
struct CanonicalStreamTests {
    @Test("say byte for byte what the sorting writer says")
    func agrees() {
        var stream = CanonicalStream()
        let outer = stream.begin()
        stream.beginArray("facts")
        for number in 0..<3 {
            if number > 0 { stream.nextElement() }
            let element = stream.begin()
            stream.set("n", number)
            stream.set("ok", true)
            stream.end(element)
        }
        stream.endArray()
        let inner = stream.begin("inner")
        stream.set("a", "\"line\"\n")
        stream.end(inner)
        stream.set("list", ["一", "\\"])
        stream.set("z", -1)
        stream.end(outer)

        var object = CanonicalObject()
        object.set("z", -1)
        object.set("list", ["一", "\\"])
        var a = CanonicalObject()
        a.set("a", "\"line\"\n")
        object.set("inner", a)
        object.set(
            "facts",
            (0..<3).map { number in
                var fact = CanonicalObject()
                fact.set("ok", true)
                fact.set("n", number)
                return fact
            })
        #expect(stream.bytes == object.bytes)
        #expect(stream.isSorted)
        #expect(CanonicalObject.isCanonical(stream.bytes))
    }

    @Test(
        "do not pass for sorted when a key comes late or twice, after an inner object too",
        arguments: [["b", "a"], ["a", "a"], ["\u{E000}", "\u{10000}"], ["a", "c", "b"]])
    func unsorted(keys: [String]) {
        var stream = CanonicalStream()
        let outer = stream.begin()
        for key in keys {
            let inner = stream.begin(key)
            stream.end(inner)
        }
        stream.end(outer)
        #expect(!stream.isSorted)
    }
}
