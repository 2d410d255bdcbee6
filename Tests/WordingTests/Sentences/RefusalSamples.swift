import Law
import LawSupport
import Registry
import Vocabulary

@testable import Records

/// Samples of what one type has to explain, at least one of each of its cases and of each sentence.
struct Samples: Sendable {
    /// `AppealRefusal`.
    let name: String
    /// The cases of the type, by name.
    let declared: [String]
    /// Those of which there is a sample.
    let sampled: [String]
    let all: [any Explained & Sendable]

    private init<E: Explained & Sendable>(_ samples: [E]) {
        name =
            "\(String(reflecting: E.self).split(separator: ".").dropFirst().joined(separator: "."))"
        declared = caseNames(of: E.self)
        sampled = samples.map { caseName(of: $0) }
        all = samples
    }

    static let refusals = [
        Samples(GeneralRefusal.samples), Samples(SubjectRefusal.samples),
        Samples(IdentityRefusal.samples), Samples(EmploymentRefusal.samples),
        Samples(ComplaintRefusal.samples),
        Samples(CaseRefusal.samples), Samples(SanctionRefusal.samples),
        Samples(CorrectionRefusal.samples), Samples(DecisionRefusal.samples),
        Samples(AppealRefusal.samples), Samples(DestructionRefusal.samples),
        Samples(InstrumentRefusal.samples), Samples(DishonestyRefusal.samples),
        Samples(RuleRefusal.samples), Samples(ObjectionRefusal.samples),
        Samples(RepairRefusal.samples), Samples(CreditComplaintRefusal.samples),
        Samples(LeniencyRefusal.samples),
    ]

    static let faults = [
        Samples(LawFault.samples), Samples(RulebookFault.samples), Samples(CalendarFault.samples),
        Samples(LawDocumentFault.samples), Samples(MappingFault.samples),
        Samples(FileFault.samples), Samples(RowFault.Reason.samples), Samples(ReportFault.samples),
        Samples(DeliveryFault.samples),
    ]
}

private let then = day("2024-02-18")

extension GeneralRefusal {
    static let samples: [Self] =
        [
            .unknownCommand("foldPaper"), .missing("subject"),
            .missingTogether(["authority", "on"]),
            .notAnIdentifier("case"),
            .impossibleDate(field: "on", value: "2021-02-29"),
            .impossibleDate(field: "on", value: ""), .notOneOf("measure", ["warning"]),
            .nearOneOf("measure", ["warning"], nearest: "warning"),
            .outOfRange(field: "months", lowest: 1, highest: 48, source: "政务处分法#8、#15"),
            .notYet(then, today: day("2024-02-17")),
            .notYetKnown(Instant(milliseconds: 2), now: Instant(milliseconds: 1)),
            .notADigest("minutesDigest"),
            .needsApprover("decision.waive"), .approverIsRecorder("P-1"), .nobodyActs,
            .notAnOfficer(field: "actor", nearest: "P-1"),
            .notAnOfficer(field: "actor", nearest: nil),
            .opaqueEntry(7, type: "paper.folded.v1"),
            .saidOtherwise(7, fields: ["name", "on"]),
        ] + LawFault.samples.map { .law($0) }
}

extension SubjectRefusal {
    static let samples: [Self] = [
        .unknown("P-1"), .notAPerson("U-1"), .notAUnit("P-1"), .mergedIntoItself("U-1"),
        .alreadyMerged("U-1", into: "U-2"), .alreadyRegistered("P-1"),
        .spelledOtherwise("p-1", as: "P-1"), .predecessorUnknown("U-1"),
        .fieldOfOtherKind(field: "title", instead: "name", .person),
        .fieldOfOtherKind(field: "name", instead: "title", .unit),
        .fieldOfOtherKind(field: "name", instead: "title", .organisation),
        .fieldOfOtherKind(field: "predecessor", instead: nil, .person),
    ]
}

extension IdentityRefusal {
    static let samples: [Self] = [
        .unsound(field: "idNumber", .rounded),
        .unsound(field: "idNumber", .length(17, expected: 18)),
        .unsound(field: "idNumber", .character(at: 3)), .unsound(field: "idNumber", .date),
        .unsound(field: "idNumber", .checkDigit("X", not: "1")),
        .numberTaken(field: "idNumber", by: "P-1"), .asIdentifier(field: "subject"),
        .notShared(field: "code", with: "U-1"),
    ]
}

extension EmploymentRefusal {
    static let samples: [Self] =
        [
            .notInService("P-1", since: then, reason: .retired), .notSuspended("P-1"),
            .noSuchPost("P-1", "U-1", on: then),
        ] + Departure.allCases.map { .alreadyLeft("P-1", since: then, reason: $0) }
}

extension ComplaintRefusal {
    static let samples: [Self] = [.alreadyReceived("T-1"), .unknown("T-1")]
}

extension CaseRefusal {
    static let samples: [Self] = [
        .unknown("C-1"), .unitNotNamed("U-1", "C-1"), .notNamed("P-1", "C-1"),
        .openedOtherwise("C-1", on: then),
        .openedOtherwise("C-1", on: nil),
        .notOnDecision("C-1", "D-1"), .beforeOpening("C-1", opened: then),
        .judgedOtherwise("判决1号", on: then),
        .closed("C-1", on: then), .closedByThen("C-1", on: then),
        .notTheInvestigator("U-2", "C-1", "U-1"), .notClosed("C-1"), .recused("P-1", since: then),
        .ownCase("P-1"), .transferred("P-1", to: "U-1", on: then),
        .transferredWhole("C-1", to: "U-1"), .transferToItself("C-1", "U-1"),
        .notTransferred("C-1", "U-1"), .managedElsewhere("P-1", by: "U-1", "U-2"),
        .notNotified("P-1", "C-1"), .notHeard("P-1", "C-1"), .unknownMitigation("x", ["dissent"]),
        .mitigationNotFound("slight", "P-1"), .notEvidence(3, "C-1"), .notAnExpert("P-1", "C-1"),
        .expertNotNotified("P-1", "U-1"), .stillInService("P-1", on: then),
        .fittingTooLight(.warning), .foundResponsible("P-1", on: then),
        .nobodyConducts("C-1"),
        .nobodyConducts("C-1", isUndated: true),
        .nobodyNamed("C-1"), .severalNamed("C-1", ["P-1", "P-2"]), .conductedAndRecorded,
    ]
}

extension SanctionRefusal {
    private static let warning = LawDocuments.name(of: .warning)
    private static let demerit = LawDocuments.name(of: .demerit)

    static let samples: [Self] =
        [
            .numberTaken("S-1"), .notImposedHere("S-1"), .alreadyAnnulled("S-1"), .unknown("S-1"),
            .daysAndMonths, .measureUnknown(.reprimand, on: then, ["warning"]),
            .periodInDays(warning), .notStatutoryMonths(warning, given: 7), .notCombinable(warning),
            .notIdentical("S-1", warning), .notRunning("S-1", on: then),
            .combinedMonths(given: 9, lowest: 6, highest: 8),
            .notCombined("S-1", warning, on: then),
            .sanctionedTwice(by: "S-1"), .noFinding("P-1", "C-1"),
            .heavierAfterAppeal("A-1", by: .employer, before: warning, proposed: demerit),
            .heavierAfterAppeal("A-1", by: nil, before: warning, proposed: demerit),
            .notForPersonnel(
                demerit, LawDocuments.grassroots, [warning], source: "政务处分法#22"),
            .relieveFirst("P-1", demerit, source: "政务处分法#50"),
            .contested("S-1", "A-1", by: .supervision), .unchanged(warning),
            .heavierThanAnnounced(announced: warning, proposed: demerit),
            .beforeFinding("P-1", "C-1", found: then), .beforeRemittal("S-1", remitted: then),
            .imposedLater("S-1", than: then),
            .beforeImposition("S-1", imposed: then), .unknownRoute("D", ["A"]),
            .servedAlready("S-1", on: then), .routeUnsaid("S-1", ["A", "B"]),
            .partyRemedy("S-1"),
            .ratifiedAlready("S-1", by: "U-1", on: then),
            .belowCriminalFloor(
                LawDocuments.name(of: .warning), least: LawDocuments.name(of: .removal),
                approved: nil, judgment: "判决1号", source: "政务处分法#14"),
            .belowCriminalFloor(
                LawDocuments.name(of: .warning), least: LawDocuments.name(of: .removal),
                approved: LawDocuments.name(of: .removal), judgment: "判决1号",
                source: "政务处分法#14"),
            .notLeading("S-1", "P-1", route: "C"),
            .otherFamily(now: warning, proposed: demerit),
            .notLighter(now: warning, proposed: demerit),
            .endsLater(now: then, proposed: day("2024-02-19")), .notAnnulled("S-1"),
            .restoredAlready("S-1", on: then), .nothingToCompensate("S-1"),
        ] + AnnouncementRange.allCases.map { .otherRange("S-1", announced: $0) }
        + Authority.allCases.map { .otherRoute("S-1", $0, route: "A", ["B", "C"]) }
}

extension CorrectionRefusal {
    static let samples: [Self] = [
        .unknownEntry(7), .irrevocable(7), .alreadySuperseded(7, by: 9), .ofOthers(7),
        .ofAnotherKind(7), .correctsNothing(7), .followsFrom(7, cause: 5),
    ]
}

extension DestructionRefusal {
    static let samples: [Self] = [
        .unknownEntry(7), .beforeTheEntry(7, recorded: then, on: day("2024-02-17")),
        .destroyedAlready(7, by: 9), .nothingSealed(7, path: "x", ["reason"]),
        .nothingSealed(7, path: "x", []),
    ]
}

extension DecisionRefusal {
    static let samples: [Self] =
        [
            .unknown("D-1"), .recordedOtherwise("D-1", DecisionInitiated.type, on: then),
            .notInCatalogue("x", ["a"]), .notAnExclusion("x", ["legislation"]),
            .excluded("D-1", by: 7), .endBeforeStart(field: "on", start: then, end: then),
            .consultationNotOpened("D-1"), .opinionUnknown("Y-1"),
            .meetingOfNobody,
            .attendeeTwice("P-1"), .twoHeads("P-1", "P-2"),
            .stepAfterAdoption(.riskAssessment, adoptedOn: then), .alreadyAdopted("D-1", on: then),
            .beforeInitiation(initiatedOn: then), .notAdopted("D-1", by: then),
            .alreadySuspended("D-1"), .notSuspended("D-1"), .notAssigned("D-1"),
            .evaluatorAssessed("P-1"), .evaluationNotOrdered("P-1"), .decidedInTime(on: then),
            .lossWholeAndParts("D-1"), .lossTwice("建设投入"),
            .causesItself("D-1", through: ["D-1", "D-2", "D-1"]),
            .causeBeginsLater("D-1", on: then, caused: "D-2"),
            .ratifiedAlready("D-1", by: "U-1", on: then),
            .unknownGround("G9.9", ["G9.1"]),
            .groundOfSeveral("G9.1", ["XZZ-2020-26:G9.1", "U-1:G9.1"]), .groundNotOpen("G9.1"),
            .notEvidence(3),
        ] + ProceduralStep.allCases.map { .stepNotWaivable($0, source: "713#25") }
}

extension AppealRefusal {
    private static let recheck = LawDocuments.name(ofStage: "recheck")
    private static let reexamination = LawDocuments.name(ofStage: "reexamination")
    private static let warning = LawDocuments.name(of: .warning)
    private static let demerit = LawDocuments.name(of: .demerit)

    static let samples: [Self] =
        [
            .unknown("A-1"), .sanctionUnknown("S-1"), .numberTaken("A-1"),
            .beforeSanction("S-1", imposed: then), .nothingToAppeal("S-1", annulled: then),
            .unknownRoute("D", ["A"]), .routeNotTold(told: "A", asked: "B"),
            .unknownStage(route: "A", stage: "review", [recheck]),
            .alreadyFiled(stage: recheck, first: "A-1"),
            .stageDecided(stage: recheck, first: "A-1", on: then),
            .stageRuledOut(stage: recheck, first: "A-1", on: then), .notAccepted("A-1"),
            .notPrevious("A-1"),
            .stageTooEarly(stage: recheck, needs: reexamination), .previousPending("A-1"),
            .remitted("A-1", on: then), .beforeFiling("A-1", filed: then),
            .decidedAlready("A-1", on: then), .withdrawn("A-1", on: then),
            .inadmissible("A-1", on: then), .ruledAlready("A-1", on: then),
            .inTime("A-1", due: then), .inTime("A-1", due: nil), .memberTwice("P-1"), .panelEven(2),
            .panelTooSmall(1, minimum: 3), .memberRecused("P-1"), .memberTookPart("P-1", "C-1"),
            .memberDecidedBefore("P-1", "A-1"), .panelFormedAlready("A-1", on: then),
            .extendedAlready("A-1", until: then),
            .noExtension(route: "A", stage: recheck, source: "监察法#56"),
            .extensionTooLate("A-1", due: then), .noPanel("A-1"), .panelIncomplete("A-1", "P-1"),
            .measureUnknown(.reprimand, on: then, ["warning"]),
            .otherFamily(appealed: warning, proposed: demerit),
            .heavier(appealed: warning, proposed: demerit), .unchanged(warning),
            .nothingLeft("S-1", annulled: then), .notDecided("A-1"),
            .servedBeforeDecision("A-1", decided: then), .servedAlready("A-1", on: then),
        ] + AppealOutcome.allCases.map { .measureNotVaried($0) }
}

extension LawDocuments {
    /// A measure as the built-in rules name it.
    static func name(of measure: Measure) -> MeasureName {
        guard let bodies = try? law().inForce(on: then) else {
            preconditionFailure("the built-in law is in force in 2024")
        }
        return MeasureName(measure, nil, in: bodies)
    }

    /// Those of village committees as the laws name them.
    static var grassroots: PersonnelName {
        guard let sort = try? rulebook("xzz-2020-26").personnel("grassroots") else {
            preconditionFailure("the built-in law knows who is in a village committee")
        }
        return PersonnelName(sort)
    }

    /// A stage of route A as they name it.
    static func name(ofStage stage: String) -> StageName {
        guard let rules = try? rulebook("xzz-2020-26"), let stage = rules.route("A")?.stage(stage)
        else {
            preconditionFailure("the built-in law has the stage \(stage)")
        }
        return StageName(stage)
    }
}
