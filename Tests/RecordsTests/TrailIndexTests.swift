import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// I5, I7: the index that is stored as a view.
@Suite("The index of a trail says where each kind of entry stands")
struct TrailIndexTests {
    private static let people: [SubjectID] = ["P-1", "P-2", "P-3"]

    private func index(_ id: SubjectID, _ events: some Sequence<RecordedEvent>) -> TrailIndex {
        var index = TrailIndex()
        for event in events where event.tags.contains(id.tag) {
            index.apply(event, about: id)
        }
        return index
    }

    private func json(_ index: TrailIndex) -> String { Tree.of(index.write).json }

    @Test("cut anywhere and merged, it is the same bytes", arguments: 1...40 as ClosedRange<UInt64>)
    func merging(seed: UInt64) {  // I7
        let events = RandomEvents.sequence(120, seed: seed)
        let cut = Int(seed * 7 % 120)
        for id in Self.people {
            let whole = index(id, events)
            var left = index(id, events[..<cut])
            var right = index(id, events[cut...])
            let later = right
            right.merge(left)
            left.merge(later)
            #expect(left == whole && right == whole)
            #expect(json(left) == json(whole) && json(right) == json(whole))
            var overlapping = index(id, events[..<80])
            overlapping.merge(index(id, events[40...]))
            #expect(overlapping == whole)
        }
    }

    @Test(
        "stored half-way and carried on, it is the same bytes",
        arguments: 41...60 as ClosedRange<UInt64>)
    func restoring(seed: UInt64) throws {  // I7
        let events = RandomEvents.sequence(100, seed: seed)
        for id in Self.people {
            let half = json(index(id, events[..<50]))
            var restored = try TrailIndex(from: #require(TreeReader(Tree.parse(half))))
            for event in events[50...] where event.tags.contains(id.tag) {
                restored.apply(event, about: id)
            }
            #expect(restored == index(id, events))
        }
    }

    @Test(
        "in any order of arrival, and seen twice, it is the same",
        arguments: 61...80 as ClosedRange<UInt64>)
    func order(seed: UInt64) {
        let events = RandomEvents.sequence(80, seed: seed)
        var random = SeededGenerator(seed: seed)
        for id in Self.people {
            #expect(index(id, events.shuffled(using: &random)) == index(id, events))
            #expect(index(id, events + events) == index(id, events))
        }
    }

    @Test(
        "it holds what the trail holds, class by class, standing or not",
        arguments: 81...100 as ClosedRange<UInt64>)
    func trail(seed: UInt64) {
        let events = RandomEvents.sequence(150, seed: seed)
        for id in Self.people {
            let mine = events.filter { $0.tags.contains(id.tag) }
            let items = LifelongTrail.build(events: mine).items
            let index = index(id, events)
            for kind in TrailClass.allCases {
                let all = items.filter { $0.kind == kind }
                #expect(index[kind] == all.map(\.recorded.position).sorted())
                let standing = all.filter { $0.standing == .stands }
                #expect(index.standing(kind) == standing.map(\.recorded.position).sorted())
            }
        }
    }

    @Test("what an entry amounts to is told by its type as by its fact")
    func classes() throws {
        var source = RandomEvents(seed: 9)
        let events = source.sequence(2_000).map(\.event)
        for event in events {
            let tree = event.tree
            let told = try event.kind?.trailClass { tree.text("\($0)") }
            #expect(told == event.trailClass)
        }
        #expect(Set(events.map(\.type)).count == Duties.register.types.count)
        #expect(Duties.register.kind(ofType: "paper.folded.v1") == nil)
        #expect(throws: FieldFault.self) { try FindingMade.kind.trailClass { _ in "maybe" } }
    }

    @Test("positions are stored as the first and the distances between them")
    func bytes() {
        var index = TrailIndex()
        var source = RandomEvents(seed: 7)
        for event in source.sequence(200) where event.tags.contains(Self.people[0].tag) {
            index.apply(event, about: "P-1")
        }
        let posts = index[.post]
        let first = posts.first.map { "\"post\":\"\($0)" } ?? ""
        #expect(!posts.isEmpty && json(index).contains(first))
    }

    @Test(
        "a row that holds something else than positions is refused",
        arguments: ["1.5", "x", "1 -2", "1 0", "99999999999999999999"])
    func refused(text: String) {
        #expect(throws: FieldFault.notPositions("found")) {
            try TrailIndex(from: TreeReader(["found": text]))
        }
    }
}
