import Law
import LawSupport
import Vocabulary

@testable import Records

private let then = day("2024-05-06")

extension InstrumentRefusal {
    static let samples: [InstrumentRefusal] = [
        .noCreditRules(then), .unknownKind("k", known: ["司法判决", "行政处罚"]),
        .kindNotYet("违约失信确认", from: then, source: "XZZ-2020-26-T8"),
        .kindNotAdmitted("党纪处分", setting: "partyDisciplineIsInstrument", source: "XZZ-2020-26-T8"),
        .effectiveBeforeDated(dated: then), .registeredBeforeDated(dated: then),
        .organUnfit("U-1", kind: "司法判决", organs: ["人民法院"]),
        .subjectUnfit("P-1", kind: "违约失信确认"),
        .provisionNeeded(kind: "依规认定", provisions: ["sme26"]), .breachNotSettled(until: then),
        .ownBreach("U-1"), .registeredOtherwise("I-1", at: 40), .unknown("I-1"),
        .annulledAlready("I-1", on: then), .beforeInstrument("I-1", dated: then),
        .notNamed("P-1", "I-1"), .nobodyLeft("I-1"), .oneSource, .notStanding("S-1"),
        .noKind(measure: LawDocuments.name(of: .partyWarning), source: "XZZ-2020-26-T8"),
        .adoptedAlready("S-1", as: "I-1"), .notOneDecision("C-1", sanctions: ["S-1", "S-2"]),
        .decisionUnknown("S-1"),
    ]
}

extension DishonestyRefusal {
    static let samples: [DishonestyRefusal] = [
        .unknown("R-1"), .proposedOtherwise("R-1", at: 40), .notEffective("I-1", from: then),
        .instrumentAnnulled("I-1", on: then), .wrongSubject("P-1", "I-1"), .notInOffice,
        .actAfterInstrument(dated: then), .nobodyRecords,
        .notEntitled("U-1", kind: "司法判决", recorders: ["人民法院"]),
        .recordedAlready("P-1", as: "R-2"), .unknownItem("A-1", edition: "2024"), .itemMissing,
        .itemOutside, .notEntered("R-1"), .enteredAlready("R-1", on: then),
        .annulledAlready("R-1", on: then), .notAnnulled("R-1"), .beforeStep("R-1", day: then),
        .otherUnit("R-1", unit: "U-1"), .approverProposed("clerk.a"),
        .objectionUntold, .repairUntold(from: then), .notifiedAlready("R-1", on: then),
        .noGrades(regime: "目录以外"), .unknownGrade("g", known: ["轻微", "一般"]),
        .notConfirmingOrgan("U-1"), .orderBehind(until: then), .rectifiedAlready("R-1", on: then),
        .nothingCorrected, .oneLink, .postNotHeld("P-1", on: then),
        .rangeTooNarrow(published: "社会公开"), .notLinked("P-1", "R-1"), .notAnAmount,
        .notAUnit("P-1"),
    ]
}

extension RuleRefusal {
    static let samples: [RuleRefusal] = [
        .inForceAlready("G-1", since: then), .unknown("G-1"), .notYetInForce("G-1", since: then),
        .repealedAlready("G-1", on: then),
    ]
}

private let ground = Named.title(chinese: "主体错误", english: "The wrong person or unit")

extension ObjectionRefusal {
    static let samples: [ObjectionRefusal] = [
        .unknown("O-1"), .filedOtherwise("O-1", at: 40),
        .reargues("I-1", kind: ground, remedy: .words("said.remedyOfIssuer")),
        .unknownGround("g", known: [ground]), .pending("O-1", record: "R-1"),
        .beforeStep("O-1", day: then), .stepTaken("O-1", on: then),
        .decidedAlready("O-1", on: then), .refusedAlready("O-1", on: then),
        .acceptedAlready("O-1", on: then), .notRecordingUnit("O-1", unit: "U-1"),
        .sourceNotAsked("U-1", "O-1"), .appraisalRuns("O-1", since: then), .noAppraisal("O-1"),
        .deciderRecorded("clerk.a", "R-1"), .oneConsequence, .nothingChanges, .notUpheld("O-1"),
        .notDecided("O-1"), .reviewNotAsked("O-1"), .reviewerDecided("U-1"),
        .reviewerUnfit("U-1", organ: ground), .notReviewer("O-1", unit: "U-1"),
    ]
}

extension RepairRefusal {
    static let samples: [RepairRefusal] = [
        .unknown("X-1"), .appliedOtherwise("X-1", at: 40), .pending("X-1", record: "R-1"),
        .repairedAlready("R-1", on: then), .notGraded("R-1"),
        .minimumRuns(until: then, from: day("2024-05-07")), .notRectified("R-1"),
        .noCertificate("R-1"), .noPromise, .barred(until: then, from: day("2024-05-07")),
        .beforeStep("X-1", day: then), .stepTaken("X-1", on: then),
        .decidedAlready("X-1", on: then), .refusedAlready("X-1", on: then),
        .acceptedAlready("X-1", on: then), .notAccepted("X-1"), .extendedAlready("X-1", on: then),
        .noPapers, .noReason, .deciderRecorded("clerk.a", "R-1"), .notEffected("X-1"),
    ]
}

extension CreditComplaintRefusal {
    static let samples: [CreditComplaintRefusal] = [
        .unknown("K-1"), .filedOtherwise("K-1", at: 40), .beforeFiling("K-1", filed: then),
        .answeredByConcerned("U-1"), .answeredAlready("K-1", on: then),
    ]
}

extension LeniencyRefusal {
    static let samples: [LeniencyRefusal] = [
        .recognisedOtherwise("L-1", at: 40), .actLater(then),
        .raises(now: .words("said.ungraded"), to: ground),
    ]
}
