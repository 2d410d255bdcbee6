extension EntryView {
    /// The type of the entries that say that a clock was wrong.
    private static let clockCorrection = Array("clock.corrected.v1".utf8)

    /// Whether it may be recorded before its predecessor: it says that a clock was wrong.
    ///
    /// - Source: the entry format in `schema/format.md`.
    public var correctsClock: Bool { typeUTF8.elementsEqual(Self.clockCorrection) }
}
