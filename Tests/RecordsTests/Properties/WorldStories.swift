import Law
import LawSupport
import Vocabulary

@testable import Records

/// One step of a story: a command, and the fields that matter to how the story goes on.
struct StoryStep {
    let name: String
    let fields: [String: Tree?]

    init(_ name: String, _ fields: [String: Tree?] = [:]) {
        self.name = name
        self.fields = fields
    }
}

/// A course of things as they could go; the world skips, repeats and mixes its steps.
struct Story {
    let steps: [StoryStep]
    let focus: World.Focus
    var at = 0

    /// A decision from its proposal to what became of it.
    static func decision(_ world: inout World) -> Story {
        let focus = world.focus
        var room: [Tree] = []
        for (person, part) in [("P-01", "head"), ("P-02", "leader"), ("P-03", "lead")] {
            let opinion = world.random.pick(["agree", "agree", "disagree", "reserved"])
            room.append([
                "subject": .string(person), "part": .string(part), "opinion": .string(opinion),
            ])
        }
        let conclusion = world.random.pick(["lawful", "lawful", "unlawful", "conditional"])
        func step(_ verb: String, _ fields: [String: Tree?] = [:]) -> StoryStep {
            StoryStep("decision." + verb, fields)
        }
        let preparation = [
            step("open-consultation"), step("receive-opinion", ["opinion": "Y-1"]),
            step("dispose-opinion", ["opinion": "Y-1"]), step("close-consultation"),
            step("require-hearing"), step("hold-hearing", ["participants": 12]),
            step("skip-hearing"), step("review-by-experts", ["experts": ["P-12"]]),
            step("assess-risk"), step("handle-risk"), step("waive"),
            step("submit-for-legality"),
            step("review-legality", ["conclusion": .string(conclusion)]),
            step("discuss", ["attendees": .array(room), "headSpokeLast": true]),
            step("report-to-party"),
        ]
        var steps = [
            step("propose"),
            step("initiate", ["head": "P-01", "leadOfficer": "P-03", "lead": "U-SLJ"]),
        ]
        steps += preparation + [step("defer"), step("adopt")]
        steps += [
            step("publish", ["channels": ["虚构网站"]]), step("withhold"),
            step("archive", ["manifest": [.string(String(repeating: "9f", count: 32))]]),
            step("assign-execution", ["executor": "U-SLJ", "officer": "P-03"]),
            step("assign-supervision"), step("report-execution"), step("suspend", ["by": "P-01"]),
            step("resume"),
            step("order-evaluation", ["evaluator": "P-10"]),
            step("evaluate", ["evaluator": "P-10"]),
            step("confirm-harm", ["amount": 600_00]), step("identify-delay"),
            step("raise-ground", ["ground": "G10.3"]), step("dismiss-ground"),
            StoryStep("detectGrounds"), step("cite-overriding-law"),
        ]
        if world.random.chance(2) { steps += [step("adjust")] + preparation + [step("adopt")] }
        // Last: of a matter that is excluded nothing more is suspected.
        if world.random.chance(8) { steps.append(step("exclude", ["ground": "legislation"])) }
        return Story(steps: steps + [step("close")], focus: focus)
    }

    /// A decision that was put down and never adopted.
    static func rejection(_ world: inout World) -> Story {
        let names = ["propose", "initiate", "discuss", "reject", "identify-delay", "close"]
        return Story(
            steps: names.map {
                StoryStep(
                    "decision." + $0,
                    $0 == "initiate"
                        ? ["head": "P-01", "leadOfficer": nil, "lead": "U-SLJ"] : [:])
            }, focus: world.focus)
    }

    /// A case from complaint to closing, and what came of it.
    static func accountability(_ world: inout World) -> Story {
        var focus = world.focus
        let adopted = World.decisions.filter { id in
            world.register.events(about: DecisionID(wellFormed: id).tag).contains {
                $0.event.is(DecisionAdopted.self)
            }
        }
        var decision: Tree?
        if !adopted.isEmpty {
            // Dissent is rare; where there was some, it is what one wants to see again.
            let contested = adopted.filter { !world.dissenters(from: $0).isEmpty }
            focus.decision = world.random.pick(adopted + contested + contested)
            let dissenters = world.dissenters(from: focus.decision)
            focus.subject = world.random.pick(
                ["P-01", "P-03"] + dissenters + dissenters + dissenters)
            decision = .string(focus.decision)
        }
        var steps = [
            StoryStep("receiveComplaint"),
            StoryStep(
                "openCase",
                [
                    "grounds": [], "authority": "U-JW", "decision": decision,
                    "recordedFrom": nil,
                ]),
            StoryStep("namePerson"), StoryStep("namePerson"),
            StoryStep("assignInvestigator"), StoryStep("case.recuse"),
            StoryStep("recommendFinding"), StoryStep("case.consent", ["organ": "U-JW"]),
            StoryStep("case.notify"),
            StoryStep("case.hear-defence"), StoryStep("case.waive-defence"),
            StoryStep("case.find-mitigation", ["evidence": []]),
            StoryStep("makeFinding", ["finding": "sustained", "mitigations": []]),
            StoryStep("recommendSanction"),
            StoryStep("case.recommend-benefits"),
            StoryStep("case.transfer", ["organ": "U-ZZB"]),
            StoryStep("case.answer-transfer", ["organ": "U-ZZB"]),
            StoryStep(
                "case.notify-expert-department", ["expert": "P-12", "department": "U-ZZB"]),
            StoryStep("case.answer-expert", ["expert": "P-12", "department": "U-ZZB"]),
            StoryStep("case.answer-expert", ["expert": "P-12", "department": "U-ZZB"]),
            StoryStep("case.name-unit", ["unit": "U-SLJ", "capacity": "executing"]),
            StoryStep("case.determine-unit", ["unit": "U-SLJ"]),
            StoryStep("makeFinding", ["mitigations": []]), StoryStep("case.clear"),
            StoryStep("case.record-judgment", ["act": "X1"]),
            StoryStep("closeCase"), StoryStep("case.reopen"),
        ]
        if world.random.chance(2) { steps.remove(at: 5) }
        return Story(steps: steps, focus: focus)
    }

    /// A case that an organ here conducts, on no decision.
    private static let opening: [String: Tree?] = [
        "grounds": [], "authority": "U-JW", "decision": nil, "recordedFrom": nil,
    ]

    /// A sanction, its remedies and its end.
    static func sanction(_ world: inout World) -> Story {
        let family = world.random.pick([
            ["seriousDemerit", "warning", "demerit"], ["removal", "demotion", "demerit"],
            ["dutyRemoval", "admonition", "criticism"],
        ])
        let route = world.random.pick(["A", "B", "B", "B", "C"])
        let stages = [
            "A": ["reexamination", "recheck"],
            "B": world.random.pick([["review", "appeal", "reappeal"], ["appeal", "reappeal"]]),
        ]
        var steps = [
            StoryStep("openCase", opening),
            StoryStep("namePerson", ["decision": nil]), StoryStep("case.notify"),
            StoryStep("case.hear-defence"),
            StoryStep("makeFinding", ["finding": "sustained", "mitigations": []]),
            StoryStep(
                "imposeSanction",
                [
                    "measure": .string(family[0]), "months": nil, "days": nil, "combines": [],
                    "authority": .string(
                        world.random.chance(8)
                            ? world.random.pick(["supervision", "employer"])
                            : route == "A" ? "supervision" : "employer"),
                    "organ": "U-JW", "announcedTo": "unit",
                ]),
            StoryStep("instrument.adopt", ["case": nil]),
            StoryStep("sanction.serve", ["route": .string(route)]),
            StoryStep("sanction.execute"), StoryStep("sanction.ratify"),
        ]
        // A step that was skipped or went wrong is asked for again: remedies need all before them.
        steps += steps.suffix(5)
        if world.random.chance(2) {
            steps += [
                StoryStep(
                    "sanction.rectify", ["measure": .string(family[1]), "months": nil]),
                StoryStep("sanction.basis-changed"),
            ]
        }
        var focus = world.focus
        for (index, stage) in (stages[route] ?? ["asProvided"]).enumerated() {
            let lighter = Tree.string(family[min(index + 1, 2)])
            focus.appeal =
                World.appeals[
                    (World.sanctions.firstIndex(of: focus.sanction) ?? 0 + 3 * index) % 8]
            let id = Tree.string(focus.appeal)
            steps += [
                StoryStep(
                    "appeal.file",
                    ["appeal": id, "route": .string(route), "stage": .string(stage), "after": nil]),
                world.random.chance(6) ? StoryStep("appeal.withdraw", ["appeal": id]) : nil,
                StoryStep("appeal.rule", ["appeal": id, "admitted": true, "reason": nil]),
                StoryStep("appeal.rule", ["appeal": id, "admitted": true, "reason": nil]),
                StoryStep("appeal.extend", ["appeal": id]),
                StoryStep("appeal.extend", ["appeal": id]),
                StoryStep(
                    "appeal.form-panel", ["appeal": id, "members": ["P-07", "P-08", "P-09"]]),
                StoryStep("appeal.recuse", ["appeal": id, "officer": "P-08"]),
                StoryStep(
                    "appeal.form-panel", ["appeal": id, "members": ["P-07", "P-09", "P-11"]]),
                StoryStep("appeal.hear", ["appeal": id]),
                StoryStep(
                    "appeal.decide",
                    world.random.chance(2)
                        ? ["appeal": id, "outcome": "maintained", "measure": nil]
                        : [
                            "appeal": id, "outcome": "varied", "measure": lighter, "months": nil,
                            "officers": [],
                        ]),
                StoryStep("appeal.serve", ["appeal": id]),
            ].compactMap(\.self)
        }
        steps += [
            StoryStep("appeal.withdraw"),
            StoryStep(
                "sanction.vary", ["measure": .string(family[2]), "months": nil, "appeal": nil]),
            world.random.chance(2)
                ? StoryStep("recordNotExecuted") : StoryStep("annulSanction"),
            StoryStep("annulSanction"),
            StoryStep("sanction.restore-reputation", ["range": "unit"]),
            StoryStep("sanction.pay-compensation", ["amount": 100_00]),
            StoryStep("sanction.restore-reputation", ["range": "unit"]),
            StoryStep("sanction.pay-compensation", ["amount": 100_00]),
        ]
        return Story(steps: steps, focus: focus)
    }

    /// Not everybody finds a second person at once.
    private static let adjustment = StoryStep(
        "case.adjust-benefits",
        [
            "fitting": "removal", "organ": "U-JW", "executor": nil, "servedOn": nil,
            "paidFrom": "2090-01-01",
        ])

    /// Somebody retires while a case is open.
    static func departure(_ world: inout World) -> Story {
        let steps = [
            StoryStep("openCase", opening),
            StoryStep("namePerson", ["decision": nil]),
            StoryStep("endEmployment", ["reason": "retired"]), StoryStep("case.notify"),
            StoryStep("case.waive-defence"),
            StoryStep("makeFinding", ["finding": "sustained", "mitigations": []]),
            StoryStep("imposeSanction", ["months": nil, "days": nil, "combines": []]),
            StoryStep("case.recommend-benefits", ["fitting": "removal"]),
            adjustment, adjustment, adjustment, adjustment,
            StoryStep("closeCase"), StoryStep("beginEmployment"),
        ]
        return Story(steps: steps, focus: world.focus)
    }

    /// A career goes on.
    static func career(_ world: inout World) -> Story {
        let names = [
            "takePost", "suspendPost", "reinstatePost", "subject.restructure",
            "endEmployment", "beginEmployment",
        ]
        return Story(steps: names.map { StoryStep($0) }, focus: world.focus)
    }
}

extension World {
    /// Who said no, or reserved it, in some meeting on the decision.
    func dissenters(from decision: String) -> [String] {
        register.events(about: DecisionID(wellFormed: decision).tag).flatMap {
            recorded -> [String] in
            guard let meeting = recorded.event[MeetingHeld.self] else { return [] }
            return meeting.attendees.filter {
                $0.opinion == .disagree || $0.opinion == .reserved
            }.map(\.subject.text)
        }
    }
}
