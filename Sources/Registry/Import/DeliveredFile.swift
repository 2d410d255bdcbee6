import Glibc
public import Law

/// Why a delivery stops before or inside a file: the mapping does not fit it, or it cannot be read.
public enum DeliveryFault: Error, Explained, Hashable, Sendable {
    case mapping(MappingFault)
    case file(FileFault)

    public var message: Message {
        switch self {
        case .mapping(let fault): fault.message
        case .file(let fault): fault.message
        }
    }

}

/// A delivered file that has passed everything that can be checked before its rows are read:
/// it exists, its encoding is whole, its header has what the mapping needs.
///
/// Check every file of a delivery before importing the first row of any.
public struct CheckedFile: Sendable {
    /// The mapping of the file.
    public let mapping: FileMapping
    /// Where it lies.
    public let path: String
    /// What it is encoded in.
    public let encoding: TextEncoding
    /// Its size in bytes.
    public let size: Int
    private let limits: CSVReader.Limits

    /// Whether a file that may be missing is.
    static func isLeftOut(_ mapping: FileMapping, in directory: String) throws(DeliveryFault)
        -> Bool
    {
        guard mapping.isOptional else { return false }
        return access(Self.path(of: mapping, in: directory), F_OK) != 0 && errno == ENOENT
    }

    private static func path(of mapping: FileMapping, in directory: String) -> String {
        directory.hasSuffix("/") ? directory + mapping.name : "\(directory)/\(mapping.name)"
    }

    /// Reads the file through once.
    ///
    /// - Parameters:
    ///   - directory: Where the delivery lies.
    ///   - encoding: Where the mapping fixes none; nil: found out.
    public init(
        _ mapping: FileMapping, in directory: String, encoding: TextEncoding? = nil,
        limits: CSVReader.Limits = .init()
    ) throws(DeliveryFault) {
        try self.init(
            mapping, at: Self.path(of: mapping, in: directory), encoding: encoding, limits: limits)
    }

    /// The same, of a file that lies at `path` whatever the mapping calls it.
    init(
        _ mapping: FileMapping, at path: String, encoding declared: TextEncoding? = nil,
        limits: CSVReader.Limits = .init()
    ) throws(DeliveryFault) {
        self.mapping = mapping
        self.limits = limits
        self.path = path
        let text: DeliveredText
        let reader: CSVReader
        do throws(FileFault) {
            encoding = try .detect(
                path: path, name: mapping.name, declared: mapping.encoding ?? declared)
            text = try encoding.open(path: path, name: mapping.name)
            reader = try CSVReader(
                text.text, file: mapping.name, delimiter: mapping.delimiter, limits: limits)
        } catch {
            throw .file(error)
        }
        size = text.file.size
        do throws(MappingFault) {
            _ = try RowMapper(mapping, header: reader.header)
        } catch {
            throw .mapping(error)
        }
    }

    /// Opens the rows, from the first.
    public func rows() throws(DeliveryFault) -> DeliveredRows {
        try DeliveredRows(self, limits: limits)
    }
}

/// The rows of one delivered file, one after the other, in memory that does not grow.
public final class DeliveredRows {
    private let name: String
    private let size: Int
    private let text: DeliveredText
    private let reader: CSVReader
    private var mapper: RowMapper

    init(_ file: CheckedFile, limits: CSVReader.Limits) throws(DeliveryFault) {
        name = file.mapping.name
        size = file.size
        let text: DeliveredText
        let reader: CSVReader
        do throws(FileFault) {
            text = try file.encoding.open(path: file.path, name: name)
            reader = try CSVReader(
                text.text, file: name, delimiter: file.mapping.delimiter, limits: limits)
        } catch {
            throw .file(error)
        }
        do throws(MappingFault) {
            mapper = try RowMapper(file.mapping, header: reader.header)
        } catch {
            throw .mapping(error)
        }
        self.text = text
        self.reader = reader
    }

    /// Bytes of the file read so far, of ``CheckedFile/size``; for progress.
    public var bytesRead: Int { text.file.consumed }

    /// The next row, mapped, or why it cannot be.
    public func next() throws(DeliveryFault) -> MappedStep {
        switch try step() {
        case .record(let line): mapper.map(reader, line: line)
        case .fault(let fault): .fault(fault, key: nil)
        case .end: .end
        }
    }

    /// The key of the next row, and a hash of all its columns; nil at the end. A row that cannot be
    /// read, or has no key, has none.
    func nextKey() throws(DeliveryFault) -> (key: String?, hash: Int, line: Int)? {
        switch try step() {
        case .record(let line): (mapper.key(of: reader), reader.fieldsHash, line)
        case .fault(let fault): (nil, 0, fault.line)
        case .end: nil
        }
    }

    private func step() throws(DeliveryFault) -> CSVReader.Step {
        let step: CSVReader.Step
        do throws(FileFault) {
            step = try reader.next()
        } catch {
            throw .file(error)
        }
        // What was checked is what must have been read.
        if case .end = step, text.file.consumed != size {
            throw .file(.changedWhileRead(file: name))
        }
        return step
    }
}
