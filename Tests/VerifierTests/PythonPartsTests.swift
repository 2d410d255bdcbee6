import Foundation
import Testing

@Suite("The parts of tools/verify.py")
struct PythonPartsTests {
    @Test("hold against RFC 8032, the national standards, C2SP and the RFC's recursion")
    func published() throws {
        let tests = Programs.package.appendingPathComponent("Tests/VerifierTests/verify_test.py")
        let answer = try Programs.run(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-B", tests.path],
            in: Programs.package)
        #expect(answer.status == 0, "\(answer.error)")
        #expect(answer.error.contains("Ran 1"))
    }
}
