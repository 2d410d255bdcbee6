import Law
import Testing
import Vocabulary

@Suite("An event is a fact of some kind, known here or not")
struct EventTests {
    @Test("it holds its fact, and no other")
    func fact() {
        let event = folded(3)
        #expect(event[BoatFolded.self]?.creases == 3 && event.is(BoatFolded.self))
        #expect(event[BoatSunk.self] == nil && !event.is(BoatSunk.self))
        #expect(event.kind === BoatFolded.kind && event.officials == ["P-1"].map(officer))
        #expect(Event(BoatScuttled(boat: "B-1")).officials.isEmpty)
    }

    private func officer(_ text: String) -> Officer { Officer(SubjectID(wellFormed: text)) }

    @Test("events are the same when they are of one kind and say the same")
    func same() {
        #expect(folded(3) == folded(3) && folded(3) != folded(4))
        #expect(Set([folded(3), folded(3), folded(4)]).count == 2)
        // They say the same, and are not.
        let (sunk, scuttled) = (Event(BoatSunk(boat: "B-1")), Event(BoatScuttled(boat: "B-1")))
        #expect(sunk.tree == scuttled.tree && sunk != scuttled)
    }

    @Test("of a kind that nobody here knows it keeps the type, and says nothing else")
    func opaque() throws {
        let event = try boats.event(type: "kite.flown.v2", reader: Values(["boat": "B-1"]))
        #expect(event.isOpaque && event.type == "kite.flown.v2" && event.kind == nil)
        #expect(event.tags.isEmpty && event.trailClass == .opaque && !event.isWithdrawal)
        #expect(event == Event(opaque: "kite.flown.v2") && event != Event(opaque: "kite.flown.v1"))
        #expect(!event.isSameKind(as: event))
        #expect(boats.kind(ofType: "boat.folded.v9") == nil)
    }

    @Test("one may correct another of its own kind, or of one that is declared alike, either way")
    func likeness() {
        let (sunk, scuttled) = (Event(BoatSunk(boat: "B-1")), Event(BoatScuttled(boat: "B-1")))
        #expect(sunk.isSameKind(as: scuttled) && scuttled.isSameKind(as: sunk))
        #expect(folded(1).isSameKind(as: folded(2)) && !folded(1).isSameKind(as: sunk))
    }

    @Test("what it amounts to in a trail is declared, or told by the code that a field holds")
    func trailClass() throws {
        func with(_ paper: Paper) -> Event {
            Event(BoatFolded(boat: "B-1", by: "P-1", paper: paper))
        }
        #expect(with(.plain).trailClass == .procedure && with(.squared).trailClass == .found)
        // A code that the kind does not list.
        #expect(with(.coloured).trailClass == .opaque)
        #expect(
            try BoatFolded.kind.trailClass { $0.description == "paper" ? "squared" : nil }
                == .found)
        // One of a later release is told apart from what is no code, and from none.
        func fault(_ code: String?) -> FieldFault? {
            do throws(FieldFault) {
                _ = try BoatFolded.kind.trailClass { _ in code }
                return nil
            } catch {
                return error
            }
        }
        guard case .unknownCodes(let codes)? = fault("golden") else {
            Issue.record("a code of a later release")
            return
        }
        #expect(codes.map(\.path) == ["paper"] && codes.map(\.code) == ["golden"])
        #expect(fault("虚构 甲") == .notOneOf("paper", ["plain", "squared"]))
        #expect(fault(nil) == .missing("paper") && fault("plain") == nil)
        #expect(try BoatSunk.kind.trailClass { _ in nil } == .procedure)
        #expect(Event(BoatStruck(reason: .clear(""), by: "P-1")).isWithdrawal)
    }

    @Test(
        "a version that is none is none", arguments: ["boat", "boat.folded", "boat.v0", "boat.vx"])
    func unversioned(name: String) {
        #expect(EventType(name).version == nil && EventType(name).base == name)
    }

    @Test("a clock starts with the version that has it, and on a dated entry only")
    func clocks() throws {
        #expect(!boats.marksClocks("boat.folded.v1"))
        #expect(boats.marksClocks("boat.folded.v2") && boats.marksClocks("boat.folded.v3"))
        #expect(boats.marksClocks("boat.sunk.v1") && !boats.marksClocks("boat.struck.v1"))
        #expect(boats.clockedTags == [.boat])
        #expect(entry(7, folded(1), on: day("2024-05-20")).clockMarks.isEmpty)
        let coloured = Event(BoatFolded(boat: "B-1", by: "P-1", berths: ["b"]))
        #expect(coloured.type.version == 2)
        let marks = entry(7, coloured, on: day("2024-05-20")).clockMarks
        #expect(marks.map(\.tag) == [BoatID(wellFormed: "B-1").tag])
        guard case .start(let start)? = marks.first?.kind else {
            Issue.record("no clock starts")
            return
        }
        #expect(start.position == 7 && start.on == day("2024-05-20") && start.slot == "drying")
        #expect(start.clock == "drying" && start.subject == "P-1")
        #expect(entry(7, coloured).clockMarks.isEmpty)
        #expect(entry(7, Event(opaque: "kite.flown.v1"), on: day("2024-05-20")).clockMarks.isEmpty)
    }
}
