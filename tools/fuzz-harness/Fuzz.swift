import Glibc

/// What libFuzzer calls with every input it thinks of. `STELE_FUZZ_TARGET` names what reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    if let complaint = target(bytes) {
        fatalError(complaint)
    }
    return 0
}

/// Every target gives nil, or a sentence about what did not hold.
private let target: @Sendable ([UInt8]) -> String? = {
    let name = getenv("STELE_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = targets[name] else {
        let known = targets.keys.sorted().joined(separator: ", ")
        fatalError("STELE_FUZZ_TARGET is one of \(known), not \"\(name)\"")
    }
    return target
}()
