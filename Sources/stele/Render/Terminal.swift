import Glibc

/// What one output stream can show.
struct Terminal: Equatable, Sendable {
    /// Somebody is looking: the stream is a terminal that can move its cursor.
    let isInteractive: Bool
    /// Colour is allowed: interactive, and `NO_COLOR` is unset or empty (no-color.org).
    let hasColour: Bool
    /// Columns: those of `COLUMNS` where it is set, else of the terminal. A stream that is not one has the
    /// fixed width of a printed page.
    let columns: Int

    static let pageColumns = 100
    static let plain = Terminal(isInteractive: false, hasColour: false, columns: pageColumns)
}

extension Terminal {
    /// Looks at an open file descriptor and at `NO_COLOR`, `TERM`.
    init(descriptor: Int32, environment: [String: String]) {
        let isInteractive = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        let wantsNoColour = !(environment["NO_COLOR"] ?? "").isEmpty
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        self.init(
            isInteractive: isInteractive,
            hasColour: isInteractive && !wantsNoColour,
            columns: environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? max($0, 40) : nil }
                ?? (known ? max(Int(size.ws_col), 40) : Self.pageColumns))
    }
}
