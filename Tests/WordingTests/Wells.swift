import Law
import Vocabulary

/// A duty that nobody has, and of which no room has heard: wells are dug and filled.
extension Duty {
    static let well = Duty(
        noun: Noun("well", tag: "well", hasClocks: false),
        kinds: [
            EventKind(
                WellDug.self, source: "井#1", trail: .plain(.procedure), clocks: .none, alike: nil),
            EventKind(
                WellFilled.self, source: "井#2", trail: .plain(.sanction), clocks: .none,
                alike: nil),
        ],
        verbs: [], guards: [])

    /// What its kinds, fields and codes are called.
    static let wellsInChinese = [
        "eventKind.well.dug": "掘井", "field.well": "井号", "field.digger": "掘井人",
        "field.depth": "深度", "field.water": "水质", "field.isPublic": "是否公用",
        "field.dug": "掘成之日", "field.story": "经过", "field.walls": "井壁",
        "field.top": "上", "field.bottom": "下", "field.others": "其他人", "field.smells": "气味",
        "water.sweet": "甜", "water.salty": "咸", "smells.iron": "铁", "smells.mud": "泥",
    ]
}

extension TrailPlace {
    fileprivate static func plain(_ class: TrailClass) -> TrailPlace {
        TrailPlace(.always(`class`), shows: nil, role: .none, course: .none, brings: nil)
    }
}

struct WellID: Identifier {
    static let tagKind: TagKind = "well"
    let text: String
    init(wellFormed text: String) { self.text = text }
}

enum Water: String, Code {
    case sweet, salty
}

enum Smell: String, Code {
    case iron, mud
}

struct Wall: FieldPart {
    var top: Int
    var bottom: Int

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        top = try fields.given("top", \.top)
        bottom = try fields.given("bottom", \.bottom)
    }

    init(top: Int, bottom: Int) {
        self.top = top
        self.bottom = bottom
    }

    static var blank: Wall { Wall(top: 0, bottom: 0) }
}

struct WellDug: Fact {
    static let type: EventType = "well.dug.v1"

    var well = WellID(wellFormed: "W-1")
    var digger = SubjectID(wellFormed: "P-1")
    var others: [SubjectID] = []
    var depth = 12
    var water: Water?
    var smells: [Smell] = []
    var isPublic: Bool?
    var dug: CalendarDate?
    var story: Sealed?
    var walls: [Wall] = []

    init() {}

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        well = try fields.given("well", \.well, .tag)
        digger = try fields.given("digger", \.digger, .tag)
        others = try fields.given("others", \.others)
        depth = try fields.given("depth", \.depth)
        water = try fields.given("water", \.water)
        smells = try fields.given("smells", \.smells)
        isPublic = try fields.given("isPublic", \.isPublic)
        dug = try fields.given("dug", \.dug)
        story = try fields.given("story", \.story, owner: .person("digger"))
        walls = try fields.given("walls", \.walls)
    }

    static var duty: Duty { .well }
}

struct WellFilled: Fact {
    static let type: EventType = "well.filled.v1"

    var well = WellID(wellFormed: "W-1")
    var digger = SubjectID(wellFormed: "P-2")

    init() {}

    init(_ fields: inout Fields<Self>) throws(FieldFault) {
        well = try fields.given("well", \.well, .tag)
        digger = try fields.given("digger", \.digger, .tag)
    }

    static var duty: Duty { .well }
}
