import Store

/// A store whose writing a test breaks; whatever else is asked of it goes to the store beneath.
protocol BrittleStore: EntryStore {
    var base: any EntryStore { get }
}

extension BrittleStore {
    func read<Result>(
        _ access: ReadAccess, _ body: (any StoreReader) throws -> Result
    ) throws -> Result {
        try base.read(access, body)
    }

    func rehearse<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try base.rehearse(body)
    }

    func structureFaults() throws(StoreFault) -> [String] { try base.structureFaults() }

    func close() throws(StoreFault) { try base.close() }
}
