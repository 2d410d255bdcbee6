import Dispatch
import Glibc

@testable import Registry
@testable import stele

/// A sound ledger that is made once: the demonstration, a delivery, a checkpoint, an act after it.
struct MadeLedger: Sendable {
    let folder: String
    let bytes: [UInt8]
    let key: [UInt8]
    /// A moment at which it can be recorded over.
    let clock: FixedClock

    static let one = MadeLedger()

    private init() {
        guard let base = getenv("STELE_FUZZ_FOLDER") else {
            fatalError("run tools/fuzz, which makes a folder for it")
        }
        folder = "\(String(cString: base))/\(getpid())"
        mkdir(folder, 0o700)
        let path = folder + "/made"
        Self.write(
            folder + "/people.csv", "id,name,begin\nP-1,示例·一,2010-01-05\nP-2,示例·二,2011-01-05\n")
        Self.write(folder + "/mapping.json", Self.mapping)
        for words in [
            ["demo"], ["import", folder, "--mapping", folder + "/mapping.json"], ["checkpoint"],
            ["subject", "register", "P-9999", "--kind", "person", "--on", "2020-01-01"],
        ] {
            let end = run(words + ["--ledger", path])
            guard end.status == .sound || words[0] == "import" else {
                fatalError("the ledger cannot be made: \(words) \(end.error)")
            }
        }
        guard access(path + "-wal", F_OK) != 0, let bytes = Self.read(path),
            let key = Self.read(path + ".key")
        else { fatalError("the ledger is not whole in its file") }
        self.bytes = bytes
        self.key = key
        clock = FixedClock(SystemClock().now())
    }

    private static let mapping = """
        {"format": 1, "delivery": "people", "actor": "import", "unit": "U-1",
         "basis": ["XZZ-2020-26-T8"], "files": [{"name": "people.csv",
          "columns": {"id": "required", "name": "present", "begin": "required"}, "key": ["id"],
          "rows": [
           {"command": "registerSubject", "fields": {"subject": "id",
             "kind": {"constant": "person"}, "name": {"column": "name", "sealed": true}}},
           {"command": "beginEmployment", "fields": {"subject": "id", "on": {"date": "begin"}}}]}]}
        """

    /// A file of its own with the ledger as it was made, and its key beside it.
    func copy(as name: String) -> String {
        let path = folder + "/" + name
        for ending in ["", "-wal", "-shm", ".writer", ".key.signed"] { unlink(path + ending) }
        Self.write(path, bytes)
        Self.write(path + ".key", key)
        return path
    }

    static func write(_ path: String, _ text: String) { write(path, Array(text.utf8)) }

    static func write(_ path: String, _ bytes: [UInt8]) {
        guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard written == bytes.count, fclose(file) == 0 else { fatalError("cannot write \(path)") }
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}

/// Runs the program as a person does, without a process.
func run(_ words: [String]) -> (status: ExitStatus, out: String, error: String) {
    let out = Output()
    let error = Output()
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var status = ExitStatus.internalError
    Task.detached {
        do {
            let program = try Program(
                arguments: words, environment: ["STELE_ACTOR": "R-1", "STELE_LANG": "en"],
                out: out, error: error)
            status = await program.run()
        } catch let fault {
            fatalError("the embedded catalogue: \(fault)")
        }
        done.signal()
    }
    done.wait()
    return (status, out.text, error.text)
}
