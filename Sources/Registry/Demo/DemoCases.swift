import Law
import Records
import Vocabulary

/// Some thirty cases of the banner: with and without a known person, found and not found, sanctioned
/// and not, annulled, withdrawn, corrected, and still open.
enum DemoCases {
    /// The turns a case can take; each is taken about twice.
    enum Turn: Int, CaseIterable {
        case sanctioned, notSustained, unfounded, exonerated, nobodyNamed, nobodyNamedOpen, open
        case retiredBeforeExecution, annulledByOrgan, recommendedOtherwise, admonished
        case suspendedAndReinstated, twoPersons, irregular, namedAfterRetirement, corrected
    }

    static let count = 2 * Turn.allCases.count

    /// What people are said to have done, with the ground of the 追责制度 or the task of the notice.
    private static let categories = [
        ("未按规定公开征求社会公众意见", "G6.1"), ("未按规定处理群众意见", "G6.2"), ("未按规定组织专家论证", "G7.1"),
        ("专家论证弄虚作假", "G7.2"), ("未按规定开展风险评估", "G8.1"), ("未经合法性审查作出决策", "G9.1"),
        ("未按规定记录会议决定过程", "G10.2"), ("未按规定公开决策事项依据和结果", "G11.1"),
        ("政府采购履约验收失实", "T13"), ("违反招商引资政策承诺", "T16"), ("拖欠农民工工资", "T17"), ("便民服务推诿", "T18"),
    ]
    private static let measures: [Measure] = [
        .warning, .demerit, .seriousDemerit, .demotion, .criticism, .removal,
    ]

    static func tell(about people: [DemoPeople.Person], in writer: DemoWriter) {
        let retired = people.filter { $0.left?.reason == .retired }
        for index in 0..<count {
            guard let turn = Turn(rawValue: index % Turn.allCases.count) else { continue }
            var incident = day("2018-03-01").later(index * 78 + writer.random.number(0...50))
            var person = serving(on: incident, people, &writer.random)
            if turn == .retiredBeforeExecution || turn == .namedAfterRetirement {
                person = retired[(index / Turn.allCases.count) % retired.count]
                guard let left = person.left else { continue }
                incident = left.on.later(turn == .namedAfterRetirement ? -120 : -330)
            }
            story(turn, index, person, people, incident: incident, in: writer)
        }
    }

    /// Somebody who holds a post on that day and stays until the end.
    private static func serving(
        on day: CalendarDate, _ people: [DemoPeople.Person], _ random: inout SplitMix64
    ) -> DemoPeople.Person {
        random.pick(people.filter { $0.left == nil && $0.isInService(on: day) })
    }

    private static func story(
        _ turn: Turn, _ index: Int, _ person: DemoPeople.Person, _ people: [DemoPeople.Person],
        incident: CalendarDate, in writer: DemoWriter
    ) {
        let received = incident.later(
            turn == .namedAfterRetirement ? 260 : writer.random.number(20...90))
        let number = String(index + 1)
        var told = DemoCaseTeller(
            in: writer,
            number: "\(received.year)-" + String(repeating: "0", count: 3 - number.count) + number,
            category: writer.random.pick(categories))
        let origin = writer.random.pick([ComplaintOrigin.public, .public, .internal, .unknown])
        let isIrregular = turn == .irregular
        told.receive(
            on: received, incident: isIrregular ? received.later(9) : incident, from: origin)
        let opened = received.later(writer.random.number(5...20))
        told.open(on: opened)
        if turn == .nobodyNamedOpen { return }
        if turn == .nobodyNamed {
            told.close(on: opened.later(120))
            return
        }
        let named = opened.later(writer.random.number(1...12))
        told.name(person.id, on: named)
        let investigator = serving(on: named, people, &writer.random)
        told.investigate(by: investigator.id, on: named)
        if turn == .open { return }
        let heard = named.later(writer.random.number(30...60))
        conclude(turn, index, &told, person, people, on: heard, in: writer)
    }

    private static func conclude(
        _ turn: Turn, _ index: Int, _ told: inout DemoCaseTeller, _ person: DemoPeople.Person,
        _ people: [DemoPeople.Person], on heard: CalendarDate, in writer: DemoWriter
    ) {
        let found = heard.later(14)
        let acted = found.later(10)
        var closed = acted.later(5)
        switch turn {
        case .sanctioned:
            told.recommend(.sustained, on: person.id, on: heard)
            told.find(.sustained, on: person.id, on: found)
            let measure = measures[index / 6 % measures.count]
            told.recommend(measure, on: person.id, on: found)
            told.impose(measure, on: person.id, on: acted)
        case .notSustained:
            told.recommend(.notSustained, on: person.id, on: heard)
            told.find(.notSustained, on: person.id, on: found)
        case .unfounded: told.find(.unfounded, on: person.id, on: found)
        case .exonerated:
            told.recommend(.sustained, on: person.id, on: heard)
            told.find(.exonerated, on: person.id, on: found)
        case .retiredBeforeExecution:
            // Imposed on the last days in office; what was not carried out by then never will be.
            told.find(.sustained, on: person.id, on: found)
            told.impose(.demerit, on: person.id, on: acted)
            if let left = person.left {
                told.leaveUnexecuted(.departed, on: person.id, on: left.on.later(3))
                closed = left.on.later(6)
            }
        case .annulledByOrgan:
            told.find(.sustained, on: person.id, on: found)
            told.impose(.seriousDemerit, on: person.id, on: acted)
            told.close(on: closed)
            told.annul(by: .organ, ground: "事实不清，证据不足", on: person.id, on: acted.later(75))
            return
        case .recommendedOtherwise:
            told.recommend(.sustained, on: person.id, on: heard)
            told.recommend(.demotion, on: person.id, on: heard)
            told.find(.notSustained, on: person.id, on: found)
        case .admonished:
            told.find(.sustained, on: person.id, on: found)
            told.impose(.admonition, on: person.id, on: acted)
        case .suspendedAndReinstated: suspend(&told, person, heard, found, in: writer)
        case .twoPersons:
            let second = serving(on: heard, people.filter { $0.id != person.id }, &writer.random)
            told.name(second.id, on: heard)
            told.find(.sustained, on: person.id, on: found)
            told.find(.exonerated, on: second.id, on: found)
            told.impose(.warning, on: person.id, on: acted)
        case .irregular: told.find(.noAffidavit, on: person.id, on: found)
        case .namedAfterRetirement:
            told.find(.sustained, on: person.id, on: found)
            told.recommend(.removal, on: person.id, on: found)
            told.impose(.criticism, on: person.id, on: acted)
        case .corrected: correct(&told, person, found, acted, in: writer)
        case .nobodyNamed, .nobodyNamedOpen, .open: break
        }
        told.close(on: closed)
    }

    private static func suspend(
        _ told: inout DemoCaseTeller, _ person: DemoPeople.Person, _ heard: CalendarDate,
        _ found: CalendarDate, in writer: DemoWriter
    ) {
        told.recommend(.suspensionPending, on: person.id, on: heard)
        let id = DemoField.text(person.id.text)
        told.tell("suspendPost", .on(heard.later(2)), by: DemoUnits.organisation, ["subject": id])
        told.find(.unfounded, on: person.id, on: found)
        told.tell("reinstatePost", .on(found.later(1)), by: DemoUnits.organisation, ["subject": id])
    }

    /// Entered as a heavier sanction than it was, corrected from the instrument.
    private static func correct(
        _ told: inout DemoCaseTeller, _ person: DemoPeople.Person, _ found: CalendarDate,
        _ acted: CalendarDate, in writer: DemoWriter
    ) {
        told.find(.sustained, on: person.id, on: found)
        let number = told.sanction(of: person.id)
        let file = DemoField.text(told.file.text)
        func impose(_ measure: Measure) -> Command {
            Command(
                "imposeSanction", .on(acted, "虚构旗纪监处〔\(acted.year)〕99号"),
                [
                    "sanction": .text(number), "case": file, "subject": .text(person.id.text),
                    "measure": .text(measure.rawValue),
                ])
        }
        let wrong = told.record(impose(.seriousDemerit), on: acted)
        told.correct(step: wrong, by: impose(.demerit), on: acted.later(8))
    }
}
