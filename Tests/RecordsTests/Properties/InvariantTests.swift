import Law
import Testing
import Vocabulary

@testable import Records

/// The promises of the domain, attacked by random commands; the numbers are those of its list of
/// invariants, and the table in the README of the tests says where each stands elsewhere.
@Suite("Whatever officers ask in whatever order: thirty thousand commands")
struct InvariantTests {
    let campaign: Campaign

    init() throws { campaign = try Campaign.shared.get() }

    @Test("no promise is broken, and every one was put to the test", arguments: Campaign.sentences)
    func holds(_ sentence: Campaign.Sentence) {
        let broken = campaign.violations[sentence.promise] ?? []
        #expect(broken.isEmpty, "seed \(campaign.seed): \(broken.joined(separator: "\n"))")
        #expect((campaign.checks[sentence.promise] ?? 0) > 0, "seed \(campaign.seed)")
    }

    @Test("every kind of command is recorded at least once")
    func everyKind() {
        let never = World.names.filter { (campaign.tally[$0]?.recorded ?? 0) == 0 }
        #expect(never.isEmpty, "seed \(campaign.seed)")
    }
}

extension Campaign {
    struct Sentence: CustomTestStringConvertible, Sendable {
        let promise: Promise
        let testDescription: String
    }

    static let sentences: [Sentence] =
        ([
            (.replay, "1: replaying from zero yields equal files"),
            (
                .appendOnly,
                "3: nothing recorded changes; corrections say what they take the place of"
            ),
            (.neverHeavier, "4: an outcome is never heavier than what is appealed"),
            (.inEffectMeanwhile, "5: a sanction stays in effect whatever appeal is pending"),
            (.neverAggravated, "6: a defence or an appeal never adds a day"),
            (.annulment, "7: annulled from its day on; the trail shows both"),
            (.groundsOnce, "10: exactly one G9.2 a round after an unlawful conclusion"),
            (.missingStep, "11: a missing step without a waiver raises its ground at adoption"),
            (.groundsTouchNothing, "12: grounds never change a status"),
            (.rolesStay, "13: no entry ever leaves a trail"),
            (.nobodyDeparted, "14: nobody departed is sanctioned"),
            (.sanctionedOnce, "16: one act is not sanctioned by both organs"),
            (.heardFirst, "17: told and heard before a finding"),
            (.fourEyes, "18: the approver is not the recorder; the recused do not act"),
            (.undoneByTwo, "I15: what two decided, one does not undo"),
            (.dissentSurfaces, "19: recorded dissent surfaces as mitigation"),
            (.calendar, "20: time limits follow the calendar"),
            (.fortyEightMonths, "21: no period is longer than 48 months"),
            (.repairedCountsNot, "8: a repaired record does not count, and stays on the trail"),
            (.deciderApart, "18: who decides on a record had no hand in it"),
            (.neverLonger, "no flag, objection, repair or leniency lengthens publication"),
            (.settledAnswers, "25: what the register said then it says for ever"),
            (.refusalExplains, "no refusal without a code, a source and what it names"),
            (.deterministic, "I6: the same past and command give the same answer"),
            (.askedTwice, "what is asked twice is recorded once, whatever it is"),
        ] as [(Promise, String)]).map { Sentence(promise: $0.0, testDescription: $0.1) }
}
