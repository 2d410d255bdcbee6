import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

@Suite("Every duty is declared whole")
struct DutiesTests {
    @Test("nothing is wrong with the declarations")
    func sound() {
        #expect(Duties.register.faults(citing: Statute.all).isEmpty)
        #expect(Duties.register.duties.count == Duties.all.count)
    }

    @Test("every act is called for by one verb, and every fact is declared by its duty")
    func called() {
        for duty in Duties.all {
            for kind in duty.kinds {
                #expect(Duties.register.kind(ofType: kind.type.name) === kind)
                #expect(kind.types.allSatisfy { $0.version != nil })
            }
            for verb in duty.verbs {
                #expect(Duties.register.verb(named: verb.name)?.spoken == verb.spoken)
            }
        }
    }

    @Test("the tags of an event are sorted, each once")
    func tags() {
        var source = RandomEvents(seed: 3)
        for event in source.sequence(400) {
            let texts = event.event.tags.map(\.description)
            #expect(texts == Set(texts).sorted())
        }
    }

    @Test("every kind of tag is one that an entry can carry: small letters alone")
    func tagKinds() {
        let kinds = Duties.register.kinds.flatMap(\.fields).filter(\.isTag).compactMap(\.tagKind)
        for kind in Set(kinds + Duties.all.map(\.noun.tag)) {
            #expect(kind.name.utf8.allSatisfy { (97...122).contains($0) }, "\(kind)")
        }
    }
}
