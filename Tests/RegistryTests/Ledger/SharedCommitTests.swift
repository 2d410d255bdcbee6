import Chain
import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Records
@testable import Registry

private func register(_ id: String) -> Command {
    Command(SubjectRegistered(subject: SubjectID(wellFormed: id), kind: .person))
}

@Suite("Writers who come together share a commit")
struct SharedCommitTests {
    @Test("each of 64 gets the positions of its own entries, and they are durable then")
    func receipts() async throws {
        let place = try TestLedger()
        let ledger = place.ledger
        let receipts = try await withThrowingTaskGroup(of: (String, Receipt).self) { group in
            for number in 0..<64 {
                group.addTask {
                    let id = "P-\(number)"
                    let receipt = try await ledger.submit(register(id), actor: "a", unit: "U")
                    let line = try ledger.line(at: receipt.positions.lowerBound)
                    #expect(
                        line.map { String(decoding: $0, as: UTF8.self) }?.contains("\"\(id)\"")
                            == true)
                    return (id, receipt)
                }
            }
            return try await group.reduce(into: [String: Receipt]()) { $0[$1.0] = $1.1 }
        }
        #expect(receipts.values.map(\.positions.lowerBound).sorted() == Array(1...64))
        #expect(receipts.values.allSatisfy { $0.positions.count == 1 })
        #expect(try ledger.size() == 65)
        #expect(try LedgerVerifier(ledger.store, cores: 2).verify().damages.isEmpty)
    }

    @Test("a command that is refused is refused alone")
    func refusedAlone() async throws {
        let place = try TestLedger()
        let ledger = place.ledger
        _ = try await ledger.submit(register("P-1"), actor: "a", unit: "U")
        let stranger = Command(EmploymentBegan(subject: "P-stranger"))
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<32 {
                let command = number.isMultiple(of: 2) ? stranger : register("Q-\(number)")
                group.addTask {
                    do {
                        return try await ledger.submit(command, actor: "a", unit: "U")
                            .positions.count == 1
                    } catch {
                        #expect(error is Refusal)
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 16)
        #expect(try ledger.size() == 18)
    }

    @Test("a command about what is there already is answered with no positions")
    func askedTwice() async throws {
        let place = try TestLedger()
        _ = try await place.ledger.submit(register("P-1"), actor: "a", unit: "U")
        let again = try await place.ledger.submit(register("P-1"), actor: "a", unit: "U")
        #expect(again.positions.isEmpty)
        #expect(try place.ledger.size() == 2)
    }
}

@Suite("The queue of a shared commit")
struct GroupCommitTests {
    @Test("all who come while a commit is under way share the next one")
    func shared() async throws {
        let group = GroupCommit<Int, Int>()
        let batches = Mutex<[[Int]]>([])
        let mayFinish = DispatchSemaphore(value: 0)
        let commit: GroupCommit<Int, Int>.Commit = { work in
            let isFirst = batches.withLock { batches in
                batches.append(work)
                return batches.count == 1
            }
            if isFirst { mayFinish.wait() }
            return work.map { .success($0 * 10) }
        }
        let answers = try await withThrowingTaskGroup(of: Int.self) { tasks in
            tasks.addTask { try await group.perform(0, commit: commit) }
            while batches.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(1)) }
            for number in 1...8 {
                tasks.addTask { try await group.perform(number, commit: commit) }
            }
            while group.waitingCount < 8 { try await Task.sleep(for: .milliseconds(1)) }
            mayFinish.signal()
            return try await tasks.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.sorted() == (0...8).map { $0 * 10 })
        #expect(batches.withLock { $0.map(\.count) } == [1, 8])
    }

    @Test("a commit that fails answers nobody with success")
    func failed() async throws {
        struct Fault: Error {}
        let group = GroupCommit<Int, Int>()
        await #expect(throws: Fault.self) {
            try await group.perform(1) { work in work.map { _ in .failure(Fault()) } }
        }
    }
}
