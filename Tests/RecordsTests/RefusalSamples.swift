import Law
import LawSupport
import Vocabulary

@testable import Records

/// Samples of the reasons for which one duty refuses, at least one of each.
struct Reasons: Sendable {
    /// `AppealRefusal`.
    let name: String
    /// The cases of the type, by name.
    let declared: [String]
    /// Those of which there is a sample.
    let sampled: [String]
    let refusals: [Refusal]

    private init<R: RefusalReason>(_ samples: [R]) {
        name = "\(R.self)"
        declared = caseNames(of: R.self)
        sampled = samples.map { caseName(of: $0) }
        refusals = samples.map { Refusal($0) }
    }

    static let all = [
        Reasons(GeneralRefusal.samples), Reasons(SubjectRefusal.samples),
        Reasons(EmploymentRefusal.samples), Reasons(ComplaintRefusal.samples),
        Reasons(CaseRefusal.samples), Reasons(SanctionRefusal.samples),
        Reasons(CorrectionRefusal.samples), Reasons(DecisionRefusal.samples),
        Reasons(AppealRefusal.samples), Reasons(DestructionRefusal.samples),
    ]
}

private let then = day("2024-02-18")

extension LawFault {
    static let samples: [Self] = [
        .calendarMissing(2027), .noRules(on: then, first: nil), .noRules(on: then, first: then),
        .unknownClock("folding"),
    ]
}

extension GeneralRefusal {
    static let samples: [Self] =
        [
            .unknownCommand("foldPaper"), .missing("subject"), .notAnIdentifier("case"),
            .impossibleDate(field: "on", value: "2021-02-29"),
            .impossibleDate(field: "on", value: ""), .notOneOf("measure", ["warning"]),
            .outOfRange(field: "months", lowest: 1, highest: 48, source: "政务处分法#8、#15"),
            .notYet(then, today: day("2024-02-17")), .notADigest("minutesDigest"),
            .needsApprover("decision.waive"), .approverIsRecorder("P-1"), .nobodyActs,
            .notAnOfficer(field: "actor", nearest: "P-1"),
            .notAnOfficer(field: "actor", nearest: nil),
            .opaqueEntry(7, type: "paper.folded.v1"),
        ] + LawFault.samples.map { .law($0) }
}

extension SubjectRefusal {
    static let samples: [Self] = [
        .unknown("P-1"), .notAPerson("U-1"), .notAUnit("P-1"), .mergedIntoItself("U-1"),
        .alreadyMerged("U-1", into: "U-2"), .alreadyRegistered("P-1"), .predecessorUnknown("U-1"),
    ]
}

extension EmploymentRefusal {
    static let samples: [Self] = [
        .notInService("P-1", since: then, reason: .retired),
        .alreadyLeft("P-1", since: then, reason: .unknown), .notSuspended("P-1"),
    ]
}

extension ComplaintRefusal {
    static let samples: [Self] = [.alreadyReceived("T-1")]
}

extension CaseRefusal {
    static let samples: [Self] = [
        .unknown("C-1"), .notNamed("P-1", "C-1"), .openedOtherwise("C-1", on: then),
        .notOnDecision("C-1", "D-1"), .beforeOpening("C-1", opened: then),
        .closed("C-1", on: then), .notClosed("C-1"), .recused("P-1", since: then),
        .ownCase("P-1"), .transferred("P-1", to: "U-1", on: then),
        .transferredWhole("C-1", to: "U-1"), .transferToItself("C-1", "U-1"),
        .notTransferred("C-1", "U-1"), .managedElsewhere("P-1", by: "U-1", "U-2"),
        .notNotified("P-1", "C-1"), .notHeard("P-1", "C-1"), .unknownMitigation("x", ["dissent"]),
        .mitigationNotFound("slight", "P-1"), .notEvidence(3, "C-1"), .notAnExpert("P-1", "C-1"),
        .expertNotNotified("P-1", "U-1"), .stillInService("P-1", on: then),
        .fittingTooLight(.warning), .foundResponsible("P-1", on: then),
    ]
}

extension SanctionRefusal {
    private static let warning = LawDocuments.name(of: .warning)
    private static let demerit = LawDocuments.name(of: .demerit)

    static let samples: [Self] = [
        .numberTaken("S-1"), .notImposedHere("S-1"), .alreadyAnnulled("S-1"), .unknown("S-1"),
        .daysAndMonths, .measureUnknown(.reprimand, on: then, ["warning"]),
        .periodInDays(warning), .notStatutoryMonths(warning, given: 7), .notCombinable(warning),
        .notIdentical("S-1", warning), .notRunning("S-1", on: then),
        .combinedMonths(given: 9, lowest: 6, highest: 8), .notCombined("S-1", warning, on: then),
        .sanctionedTwice(by: "S-1"), .heavierThanAnnounced(announced: warning, proposed: demerit),
        .beforeImposition("S-1", imposed: then), .unknownRoute("D", ["A"]),
        .otherRoute("S-1", .employer, route: "A", ["B"]), .servedAlready("S-1", on: then),
        .otherFamily(now: warning, proposed: demerit), .notLighter(now: warning, proposed: demerit),
        .endsLater(now: then, proposed: day("2024-02-19")), .notAnnulled("S-1"),
        .otherRange("S-1", announced: .banner), .restoredAlready("S-1", on: then),
        .nothingToCompensate("S-1"),
    ]
}

extension CorrectionRefusal {
    static let samples: [Self] = [
        .unknownEntry(7), .alreadySuperseded(7, by: 9), .ofOthers(7), .ofAnotherKind(7),
    ]
}

extension DestructionRefusal {
    static let samples: [Self] = [
        .unknownEntry(7), .destroyedAlready(7, by: 9), .nothingSealed(7, path: "x", ["reason"]),
    ]
}

extension DecisionRefusal {
    static let samples: [Self] = [
        .unknown("D-1"), .recordedOtherwise("D-1", DecisionInitiated.type, on: then),
        .notInCatalogue("x", ["a"]), .endBeforeStart(field: "on", start: then, end: then),
        .consultationNotOpened("D-1"), .opinionUnknown("Y-1"),
        .stepNotWaivable(.legalityReview, source: "713#25"), .meetingOfNobody,
        .attendeeTwice("P-1"), .twoHeads("P-1", "P-2"),
        .stepAfterAdoption(.riskAssessment, adoptedOn: then), .alreadyAdopted("D-1", on: then),
        .beforeInitiation(initiatedOn: then), .notAdopted("D-1", by: then),
        .alreadySuspended("D-1"), .notSuspended("D-1"), .notAssigned("D-1"),
        .evaluatorAssessed("P-1"), .evaluationNotOrdered("P-1"), .decidedInTime(on: then),
        .unknownGround("G9.9", ["G9.1"]),
        .groundOfSeveral("G9.1", ["XZZ-2020-26:G9.1", "U-1:G9.1"]), .groundNotOpen("G9.1"),
        .notEvidence(3),
    ]
}

extension AppealRefusal {
    private static let recheck = LawDocuments.name(ofStage: "recheck")
    private static let reexamination = LawDocuments.name(ofStage: "reexamination")
    private static let warning = LawDocuments.name(of: .warning)
    private static let demerit = LawDocuments.name(of: .demerit)

    static let samples: [Self] = [
        .unknown("A-1"), .sanctionUnknown("S-1"), .numberTaken("A-1"),
        .beforeSanction("S-1", imposed: then), .nothingToAppeal("S-1", annulled: then),
        .unknownRoute("D", ["A"]), .routeNotTold(told: "A", asked: "B"),
        .unknownStage(route: "A", stage: "review", [recheck]),
        .alreadyFiled(stage: recheck, first: "A-1"), .notPrevious("A-1"),
        .stageTooEarly(stage: recheck, needs: reexamination), .previousPending("A-1"),
        .remitted("A-1", on: then), .beforeFiling("A-1", filed: then),
        .decidedAlready("A-1", on: then), .withdrawn("A-1", on: then),
        .inadmissible("A-1", on: then), .ruledAlready("A-1", on: then),
        .inTime("A-1", due: then), .inTime("A-1", due: nil), .memberTwice("P-1"), .panelEven(2),
        .panelTooSmall(1, minimum: 3), .memberRecused("P-1"), .memberTookPart("P-1", "C-1"),
        .memberDecidedBefore("P-1", "A-1"), .panelFormedAlready("A-1", on: then),
        .extendedAlready("A-1", until: then), .noExtension(route: "A", stage: recheck),
        .extensionTooLate("A-1", due: then), .noPanel("A-1"), .panelIncomplete("A-1", "P-1"),
        .measureNotVaried(.maintained), .measureUnknown(.reprimand, on: then, ["warning"]),
        .otherFamily(appealed: warning, proposed: demerit),
        .heavier(appealed: warning, proposed: demerit), .unchanged(warning),
        .nothingLeft("S-1", annulled: then), .notDecided("A-1"),
        .servedBeforeDecision("A-1", decided: then), .servedAlready("A-1", on: then),
    ]
}

extension LawDocuments {
    /// A measure as the built-in rules name it.
    fileprivate static func name(of measure: Measure) -> MeasureName {
        guard let bodies = try? law().inForce(on: then) else {
            preconditionFailure("the built-in law is in force in 2024")
        }
        return MeasureName(measure, nil, in: bodies)
    }

    /// A stage of route A as they name it.
    fileprivate static func name(ofStage stage: String) -> StageName {
        guard let name = try? stageName("A", stage) else {
            preconditionFailure("the built-in law has the stage \(stage)")
        }
        return name
    }
}
