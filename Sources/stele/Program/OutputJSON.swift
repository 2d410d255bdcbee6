import Chain

extension Output {
    /// One JSON object on one line, in canonical form: the same answer is the same bytes.
    func json(_ object: CanonicalObject) {
        write(object.bytes + [0x0a])
    }
}
