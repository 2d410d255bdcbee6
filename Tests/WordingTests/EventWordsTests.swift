import Law
import Records
import Testing
import Vocabulary

@testable import Wording

@Suite("What a line of a trail says")
struct EventWordsTests {
    let texts: [Text]

    init() throws { texts = try Language.allCases.map { try Text($0) } }

    @Test("every kind of every duty has a heading in both languages")
    func headings() {
        for kind in Duties.register.kinds {
            for text in texts {
                let heading = text.heading(of: kind.type)
                #expect(heading != kind.name, "\(kind.name) in \(text.language)")
                #expect(!heading.isEmpty, "\(kind.name) in \(text.language)")
            }
        }
    }

    @Test("no words are kept for a kind that no duty declares, and none twice")
    func noStrayWords() {
        let declared = Set(Duties.register.kinds.map(\.type))
        let told = EventWords.all.map(\.type)
        for type in told { #expect(declared.contains(type), "\(type)") }
        #expect(Set(told).count == told.count)
    }

    /// Kinds whose lines have always said something of their own, or nothing beside the heading.
    @Test(
        "the kinds of the first editions keep their own words",
        arguments: [
            "subject.registered", "employment.began", "employment.ended", "position.assumed",
            "position.transferred", "position.suspended", "position.reinstated",
            "organisation.restructured", "complaint.received", "case.opened", "case.personNamed",
            "case.investigatorAssigned", "case.closed", "case.reopened", "case.recusalDeclared",
            "case.factsNotified", "case.defenceHeard", "case.defenceWaived",
            "case.mitigationFound", "case.transferred", "case.transferAnswered",
            "case.expertNotified", "case.expertAnswered", "case.benefitAdjustmentRecommended",
            "case.personCleared", "finding.recommended", "finding.made", "sanction.recommended",
            "sanction.imposed", "sanction.notExecuted", "sanction.annulled", "sanction.served",
            "sanction.executed", "sanction.varied", "sanction.reputationRestored",
            "sanction.compensationPaid", "record.withdrawn", "decision.proposed",
            "decision.initiated", "decision.consultationOpened", "decision.consultationClosed",
            "decision.hearingRequired", "decision.hearingHeld", "decision.hearingNotHeld",
            "decision.opinionReceived", "decision.opinionDisposed", "decision.expertReviewed",
            "decision.riskAssessed", "decision.riskHandled", "decision.stepWaived",
            "decision.legalitySubmitted", "decision.legalityReviewed", "decision.discussed",
            "decision.partyReported", "decision.adopted", "decision.rejected",
            "decision.deferred", "decision.published", "decision.withheld", "decision.archived",
            "decision.executionAssigned", "decision.executionReported", "decision.suspended",
            "decision.resumed", "decision.adjusted", "decision.evaluationOrdered",
            "decision.evaluated", "decision.harmConfirmed", "decision.delayIdentified",
            "decision.overridingLawCited", "decision.closed", "ground.detected",
            "ground.dismissed", "appeal.filed", "appeal.admissibilityRuled", "appeal.panelFormed",
            "appeal.recusalDeclared", "appeal.heard", "appeal.extended", "appeal.decided",
            "appeal.served", "appeal.withdrawn", "rulebook.activated", "calendar.loaded",
        ])
    func ownWords(_ name: String) throws {
        let kind = try #require(Duties.register.kind(ofType: name + ".v1"))
        #expect(EventWords.of(kind) != nil)
    }

    private func item(_ event: Event, supersedes: Position? = nil) throws -> TrailItem {
        let recorded = RecordedEvent(
            position: 7, at: try #require(Instant("2026-03-01T00:00:00.000Z")),
            on: CalendarDate("2026-03-01"), actor: "clerk", unit: "U-1",
            basis: ["井#1"], supersedes: supersedes, event: event)
        let trail = LifelongTrail.build(events: [recorded])
        return try #require(trail.items.first)
    }

    @Test("a kind of the future is named as unknown, with its type, and says nothing else")
    func opaque() throws {
        let item = try item(Event(opaque: "appeal.filed.v9"))
        let lines = texts.map {
            EventWording(text: $0, subject: SubjectID(wellFormed: "P-1")).line(item)
        }
        #expect(lines.map(\.heading) == ["未知类别 appeal.filed.v9", "unknown kind appeal.filed.v9"])
        #expect(lines.allSatisfy { $0.particulars.isEmpty && $0.role == nil && $0.marks.isEmpty })
        #expect(TimelineSign(item) == .opaque)
    }

    @Test("a stranger's kind is told by its declared fields, with words from a catalogue alone")
    func stranger() throws {
        var dug = WellDug()
        dug.water = .salty
        dug.smells = [.mud, .iron]
        dug.isPublic = true
        dug.dug = CalendarDate("2026-02-28")
        dug.story = .clear("两人\u{1B}挖成")
        dug.others = [SubjectID(wellFormed: "P-8"), SubjectID(wellFormed: "P-9")]
        dug.walls = [Wall(top: 0, bottom: 3), Wall(top: 3, bottom: 12)]
        let text = try Text(.chinese, adding: Duty.wellsInChinese)
        let line = try EventWording(text: text, subject: SubjectID(wellFormed: "P-1"))
            .line(item(Event(dug), supersedes: 3))
        #expect(line.heading == "掘井")
        #expect(
            line.particulars == [
                "井号\u{FF1A}W-1", "另涉的主体\u{FF1A}P-8、P-9", "深度\u{FF1A}12",
                "水质\u{FF1A}咸", "气味\u{FF1A}泥、铁", "是否公用\u{FF1A}是",
                "掘成之日\u{FF1A}2026-02-28", "经过\u{FF1A}两人␛挖成",
                "井壁\u{FF1A}上\u{FF1A}0、下\u{FF1A}3\u{FF1B}上\u{FF1A}3、下\u{FF1A}12",
                "更正 #3",
            ])
        #expect(line.role == nil)
    }

    @Test("others are named by a stranger's kind, and what the vault does not open is said so")
    func strangerSealed() throws {
        var dug = WellDug()
        dug.story = .commitment(String(repeating: "0", count: 64))
        let line = try EventWording(
            text: Text(.english, adding: ["eventKind.well.dug": "Well dug"]),
            subject: SubjectID(wellFormed: "P-2")
        ).line(item(Event(dug)))
        #expect(line.heading == "Well dug")
        #expect(
            line.particulars == ["well: W-1", "digger: P-1", "depth: 12", "story: (sealed)"])
    }

    @Test("a stranger's line has the sign of its class; some kinds of the house have their own")
    func signs() throws {
        #expect(try TimelineSign(item(Event(WellDug()))) == .procedure)
        #expect(try TimelineSign(item(Event(WellFilled()))) == .sanction)
        let own = EventWords.all.filter { $0.sign != nil }.map { "\($0.type.base) \($0.sign!)" }
        #expect(
            own.sorted() == [
                "finding.recommended recommended", "sanction.annulled lifted",
                "sanction.notExecuted lifted", "sanction.recommended recommended",
            ])
    }

    @Test("codes are read by the family that has exactly these, else by the field's own words")
    func codes() throws {
        let text = try Text(.english, adding: ["colour.red": "Red"])
        let finding = LabelFamily.finding.codes()
        #expect(
            text.word(for: "unfounded", of: Field("anything", .code(finding)))
                == text.label(.finding, "unfounded"))
        #expect(
            text.word(for: "unfounded", of: Field("anything", .codes(finding.reversed())))
                == text.label(.finding, "unfounded"))
        #expect(text.word(for: "red", of: Field("colour", .code(["red", "blue"]))) == "Red")
        #expect(text.word(for: "blue", of: Field("colour", .code(["red", "blue"]))) == nil)
    }

    @Test("the names of kinds and fields come from the duties that are asked for")
    func families() {
        let more = Duties.register.adding([.well])
        let fields = LabelFamily.field.codes(in: more)
        #expect(fields.contains("depth") && fields.contains("bottom"))
        #expect(!LabelFamily.field.codes().contains("depth"))
        #expect(LabelFamily.eventKind.codes(in: more).contains("well.dug"))
        #expect(!LabelFamily.eventKind.codes().contains("well.dug"))
    }
}

@Suite("What is said of a mistake of ours")
struct MistakeTests {
    private enum Mistake: Error {
        case carrying(String)
    }

    @Test("it names the kind and the occasion, and nothing that it carried")
    func nothingCarried() throws {
        for language in Language.allCases {
            let sentence = try Text(language).sentence(
                ofMistake: Mistake.carrying("示例·甲"), id: "1A2B3C4D")
            #expect(sentence.contains("1A2B3C4D") && sentence.contains("carrying"))
            #expect(!sentence.contains("示例"))
        }
    }
}
