import Application
import Chain
import Foundation
import Store
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Wording

@testable import Registry
@testable import stele

// I11: nothing derived decides. Whoever changes anything in the file gets the old answer, or none.
@Suite("A ledger that somebody altered answers as before, or says what is damaged")
struct AttackTests {
    /// What a question comes to.
    enum Told: Equatable {
        case answer(String)
        case nothing
        /// Refused as damage: exit status 1.
        case damage
        /// Refused for another reason, which an attack must never bring about.
        case otherwise(String)
    }

    /// How many of the questions are asked after each attack; after every eighth, all.
    private static let always = 5

    typealias Asking = (name: String, ask: @Sendable (Ledger) throws -> [UInt8]?)

    static func questions(_ hero: String) -> [Asking] {
        func question<Asked: Question>(
            _ type: Asked.Type, _ fields: [String: JSONValue] = [:]
        ) -> Asking {
            (
                "\(Asked.spoken) \(fields.keys.sorted())",
                { ledger in
                    // As the application asks, without a verification of each damage.
                    let asked = try Application.question(type, from: JSONFieldReader(fields))
                    return try ledger.unnamed { ledger in
                        if try asked.unrecorded(in: ledger) != nil { return nil }
                        return try asked.answer(in: ledger)?.json(at: ledger.standing())
                    }
                }
            )
        }
        return [
            question(StatusQuestion.self, ["subject": .string(hero)]),
            question(StatusQuestion.self, ["subject": .string("P-9999")]),
            question(SubjectFind.self, ["words": .string("甲")]),
            question(CaseShow.self, ["file": .string("C-2020-901")]),
            question(DeadlinesQuestion.self, ["asOf": .string("2024-03-20")]),
            question(TraceQuestion.self, ["subject": .string(hero)]),
            question(CaseList.self),
            question(SanctionList.self),
            question(AppealList.self),
            question(DecisionList.self),
        ]
    }

    static func told(_ body: () throws -> [UInt8]?) -> Told {
        do {
            return try body().map { .answer(Self.unsigned($0)) } ?? .nothing
        } catch {
            guard let text = try? Text(.english) else { return .otherwise("no catalogue") }
            let failure = Failure(explaining: error, in: text)
            return failure.status == .damaged ? .damage : .otherwise(failure.message)
        }
    }

    /// An answer without what it says of checkpoints: where one was taken away, less is proven, and
    /// the answer says so.
    private static func unsigned(_ answer: [UInt8]) -> String {
        String(decoding: answer, as: UTF8.self)
            .replacing(/"signed":\{[^}]*\},/, with: "")
    }

    @Test("alone, and with everything recomputed that no key protects", arguments: [false, true])
    func attacks(recomputing: Bool) async throws {
        let made = try await AttackedLedger.made.value
        let questions = Self.questions(made.hero)
        let before: [Told] = try {
            let scratch = try Scratch()
            let ledger = try #require(try made.ledger(after: nil, recomputing: false, in: scratch))
            return questions.map { question in Self.told { try question.ask(ledger) } }
        }()
        for (question, told) in zip(questions, before) {
            if case .answer = told { continue }
            Issue.record("\(question.name): \(told)")
            return
        }
        let fast = ProcessInfo.processInfo.environment["STELE_FAST"] != nil
        // A table beside which nothing stands is the same attack both times.
        let attacks = made.attacks.filter { !recomputing || $0.hasTally }.enumerated()
            .filter { !fast || $0.offset % 4 == 0 }.map(\.element)
        let refused = Atomic(0)
        let slips = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: attacks.count) { index in
            let attack = attacks[index]
            do {
                let scratch = try Scratch()
                let ledger: Ledger?
                do {
                    ledger = try made.ledger(after: attack, recomputing: recomputing, in: scratch)
                } catch let fault as LedgerFault where fault.isDamage {
                    return
                }
                guard let ledger else { return }
                let count = index % 8 == 0 ? questions.count : Self.always
                for (question, told) in zip(questions.prefix(count), before) {
                    let now = Self.told { try question.ask(ledger) }
                    if now == .damage {
                        refused.add(1, ordering: .relaxed)
                    } else if now != told {
                        slips.withLock { $0.append("\(attack): \(question.name): \(now)") }
                    }
                }
                try ledger.store.close()
            } catch {
                slips.withLock { $0.append("\(attack): \(error)") }
            }
        }
        #expect(slips.withLock { $0.sorted().map { String($0.prefix(400)) } } == [])
        // The attacks reach what is asked.
        #expect(refused.load(ordering: .relaxed) > attacks.count)
    }
}
