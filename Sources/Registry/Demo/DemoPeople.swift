import Law
import Records
import Vocabulary

/// About sixty people of the banner and their careers.
enum DemoPeople {
    struct Person {
        let id: SubjectID
        /// First day of each post, with unit and title of the post; from the day of entry on.
        var posts: [(since: CalendarDate, unit: DemoUnits.Unit, post: String, rank: String)]
        var left: (on: CalendarDate, reason: Departure)?

        func isInService(on day: CalendarDate) -> Bool {
            posts[0].since <= day && (left.map { day < $0.on } ?? true)
        }
    }

    static let count = 60

    /// `示例·甲一` … `示例·癸六`: nobody is called so.
    static func name(_ index: Int) -> String {
        let stems = Array("甲乙丙丁戊己庚辛壬癸")
        let numbers = Array("一二三四五六")
        return "示例·\(stems[index / numbers.count])\(numbers[index % numbers.count])"
    }

    static func id(_ index: Int) -> SubjectID {
        let number = String(index + 1)
        return subject("P-" + String(repeating: "0", count: 4 - number.count) + number)
    }

    /// A ladder of posts; people climb it by a step at a time.
    private static let ladder = [
        ("科员", "一级科员"), ("股长", "四级主任科员"), ("办公室主任", "三级主任科员"), ("副局长", "乡科级副职"),
        ("局长", "乡科级正职"),
    ]
    private static let townLadder = [
        ("科员", "一级科员"), ("所长", "四级主任科员"), ("党政办主任", "三级主任科员"), ("副镇长", "乡科级副职"),
        ("镇长", "乡科级正职"),
    ]

    /// Registers everybody, the hero first, and tells every career that nobody wrote out.
    static func register(among units: [DemoUnits.Unit], in writer: DemoWriter) -> [Person] {
        var moment = DemoWriter.opened.later(1).start
        for index in 0..<count {
            let command = Command(
                "registerSubject", .on(DemoWriter.opened.later(1)),
                [
                    "subject": .text(id(index).text), "kind": "person",
                    "name": .text(name(index)),
                    "idNumber": .text(DemoIdentifiers.residentID(index + 1)),
                ])
            writer.record(
                .command(command), happened: DemoWriter.opened, lag: 1...1, after: &moment,
                by: DemoUnits.organisation, approved: true)
        }
        var people: [Person] = []
        for index in 1..<count - DemoCast.count {
            let person = career(of: index, among: units, &writer.random)
            tell(person, in: writer)
            people.append(person)
        }
        return people
    }

    private static func career(
        of index: Int, among units: [DemoUnits.Unit], _ random: inout SplitMix64
    ) -> Person {
        // U-GTJ was merged before the register opened, U-SJW is of the city: nobody here serves there.
        let serving = units.filter { !["U-GTJ", "U-SJW"].contains($0.id.text) }
        var since = day("1990-01-01").later(random.number(0...9_600))
        var unit = random.pick(serving)
        var step = random.number(0...1)
        var person = Person(id: id(index), posts: [], left: nil)
        let end = DemoWriter.lastDay
        while since < end, step < ladder.count {
            let isTown = unit.id.text.hasPrefix("U-SM")
            let (post, rank) = (isTown ? townLadder : ladder)[step]
            person.posts.append((since, unit, post, rank))
            since = since.later(random.number(900...3_000))
            if random.number(0...2) > 0 { unit = random.pick(serving) }
            step += random.number(0...2) == 0 ? 0 : 1
        }
        let last = person.posts[person.posts.count - 1].since
        if index % 3 == 0 {
            let reasons: [Departure] = [.retired, .retired, .resigned, .retired, .died, .dismissed]
            let on = max(last, day("2019-10-08")).later(random.number(200...1_500))
            if on < end { person.left = (on, reasons[index / 3 % reasons.count]) }
        }
        return person
    }

    private static func tell(_ person: Person, in writer: DemoWriter) {
        var moment = DemoWriter.opened.later(14).start
        let id = DemoField.text(person.id.text)
        let first = person.posts[0].since
        writer.record(
            .command(Command("beginEmployment", .on(first), ["subject": id])),
            happened: first, after: &moment, by: DemoUnits.organisation)
        for one in person.posts where person.left.map({ one.since < $0.on }) ?? true {
            let command = Command(
                "takePost",
                .on(one.since, "虚构旗组干〔\(one.since.year)〕\(one.since.month)号"),
                [
                    "subject": id, "unit": .text(one.unit.id.text), "post": .text(one.post),
                    "rank": .text(one.rank),
                ])
            writer.record(
                .command(command), happened: one.since, lag: 3...25, after: &moment,
                by: DemoUnits.organisation, approved: true)
        }
        guard let left = person.left else { return }
        func leave(_ reason: Departure, on day: CalendarDate) {
            let command = Command(
                "endEmployment", .on(day), ["subject": id, "reason": .text(reason.rawValue)])
            writer.record(.command(command), happened: day, after: &moment, by: DemoUnits.personnel)
        }
        leave(left.reason, on: left.on)
        // Some of those who retired have died since: the trail stays.
        let died = left.on.later(700)
        if left.reason == .retired, left.on.day % 4 == 0, died < DemoWriter.lastDay {
            leave(.died, on: died)
        }
    }
}
