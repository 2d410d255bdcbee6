import Law
import LawSupport
import Vocabulary

@testable import Records

extension Story {
    /// A record of dishonesty from its document to what became of it.
    static func record(_ world: inout World) -> Story {
        var focus = world.focus
        if world.random.chance(2) { focus.subject = "U-SLJ" }
        let (person, today) = (Tree.string(focus.subject), world.today)
        func day(_ before: Int) -> Tree {
            .string((today.adding(days: -before) ?? today).description)
        }
        let scope = world.random.pick(["outside", "outside", "nationalBasic"])
        let item: [String: Tree?] =
            scope == "outside"
            ? ["edition": nil, "creditItem": nil] : ["edition": "2025", "creditItem": "A-1"]
        let register = StoryStep(
            "instrument.register",
            [
                "kind": "accountability", "organ": "U-JW", "dated": day(3), "effectiveOn": nil,
                "subjects": [person, "P-05"],
            ])
        let proposal = StoryStep(
            "dishonesty.propose",
            item.merging([
                "subject": person, "actOn": day(40), "nexus": "inOffice",
                "catalogue": .string(scope),
            ]) { $1 })
        let steps =
            [
                StoryStep("rule.in-force", ["organ": "U-JW", "provides": "unrectifiedContinues"]),
                register, register, proposal, proposal,
                StoryStep("dishonesty.enter"), StoryStep("dishonesty.enter"),
                StoryStep(
                    "dishonesty.notify", ["objectionTold": true, "repairTold": true]),
                StoryStep("dishonesty.grade"), StoryStep("dishonesty.state"),
                StoryStep("dishonesty.explain"),
                StoryStep("dishonesty.order-rectification", ["organ": "U-JW"]),
                StoryStep(
                    "dishonesty.link",
                    [
                        "person": "P-03", "inPostOn": day(40), "linkedUnit": nil,
                        "decision": nil, "project": nil,
                    ]),
                StoryStep(
                    "dishonesty.correct",
                    ["catalogue": nil, "edition": nil, "creditItem": nil, "actOn": day(41)]),
            ] + objection(&world)
            + [StoryStep("dishonesty.rectify"), StoryStep("dishonesty.rectify")] + repair(&world)
            + [
                StoryStep("dishonesty.grade"),
                StoryStep("leniency.recognise", ["actOn": day(1)]),
                StoryStep("credit-complaint.file", ["concerned": "U-JW", "handler": "U-OTHER"]),
                StoryStep("credit-complaint.answer"),
                StoryStep("instrument.vary", ["organ": "U-JW", "released": ["P-05"]]),
                StoryStep("rule.repeal"),
                world.random.chance(2)
                    ? StoryStep("instrument.annul", ["organ": "U-JW"])
                    : StoryStep("dishonesty.annul"),
                StoryStep("dishonesty.restore-reputation", ["person": nil]),
                StoryStep("dishonesty.compensate", ["amount": 100_00, "person": nil]),
                StoryStep("dishonesty.state"),
            ]
        return Story(steps: steps, focus: focus)
    }

    private static func objection(_ world: inout World) -> [StoryStep] {
        let outcome = world.random.pick(["rejected", "rejected", "unverifiable", "upheld"])
        func ruling(_ outcome: String) -> [String: Tree?] {
            [
                "objectionOutcome": .string(outcome), "act": nil, "actOn": nil, "catalogue": nil,
                "edition": nil, "creditItem": nil, "safety": nil,
                "annulledFor": outcome == "upheld" ? "objection" : nil,
            ]
        }
        var steps = [StoryStep("objection.file", ["against": "record"])]
        if world.random.chance(5) { steps.append(StoryStep("objection.refuse")) }
        steps += [
            StoryStep("objection.accept"), StoryStep("objection.flag"),
            StoryStep("objection.ask-source", ["sourceUnit": "U-ZF"]),
            StoryStep("objection.begin-appraisal"), StoryStep("objection.end-appraisal"),
            StoryStep("objection.answer-source", ["sourceUnit": "U-ZF"]),
            StoryStep("objection.decide", ruling(outcome)),
            StoryStep("objection.tell-viewers", ["viewers": ["U-ZF"]]),
            StoryStep("objection.ask-review", ["reviewer": "U-OTHER"]),
            StoryStep("objection.review", ruling("rejected")),
        ]
        return steps
    }

    private static func repair(_ world: inout World) -> [StoryStep] {
        let granting = StoryStep("repair.decide", ["repairOutcome": "granted"])
        let returned = world.random.chance(5) ? [StoryStep("repair.refuse")] : []
        let asking = StoryStep("repair.apply", ["promise": "虚构承诺"])
        return [asking, asking] + returned
            + [
                StoryStep("repair.accept"), StoryStep("repair.extend"), granting, granting,
                StoryStep("repair.revoke"),
            ]
    }
}
