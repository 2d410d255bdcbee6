/// What the rules say of records of dishonesty (政务失信记录): what puts somebody on record, for how
/// long it is shown, what follows, who is asked to report.
///
/// - Source: 新左政发〔2020〕26号 tasks 2 and 8 to 12, and the provisions that each entry names.
public struct CreditRules: Hashable, Sendable {
    public let organs: [Organ]
    public let instrumentKinds: [InstrumentKind]
    public let profiles: [Profile]
    /// Empty until an edition of a catalogue (信用信息目录) is loaded.
    public let catalogues: [CatalogueItem]
    public let objectionGrounds: [Ground]
    public let measures: [Measure]
    public let disclosureBases: [DisclosureBasis]
    public let masks: [Mask]
    /// The sorts of organs that report to the city's platform month by month (task 10).
    public let reportingOrgans: [String]

    /// What a record or a measure concerns.
    public enum Concerned: String, CaseIterable, Hashable, Sendable {
        case unit, person
    }

    /// A sort of organ (机关类别), told by a word in its name where the register says nothing else.
    public struct Organ: Hashable, Sendable {
        /// Whoever reviews, and answers complaints of credit work (信用办).
        public static let creditOffice = "creditOffice"

        public let code: String
        public let chinese: String
        public let english: String
        public let names: [String]
        public let source: String
        public let confidence: Confidence
    }

    /// A kind of document on which somebody is put on record (依据文书种类).
    public struct InstrumentKind: Hashable, Sendable {
        /// Who may issue or record it, beside the sorts of organs: whoever imposed it.
        public static let imposer = "imposer"

        public let code: String
        public let chinese: String
        public let english: String
        /// The sorts of organs that issue it; empty: any.
        public let organs: [String]
        /// The sorts of organs that record it, or ``imposer``; each unit records of itself beside them.
        public let recorders: [String]
        /// The setting that names one sort of recorder more.
        public let recordersSetting: String?
        public let subjects: [Concerned]
        /// The families of measures that become it.
        public let families: [String]
        /// The provisions under which alone it exists; empty: none in particular.
        public let bases: [String]
        /// Whether it confirms a breach that was verified, ordered to be put right, and was not.
        public let needsBreach: Bool
        /// The first day on which it can be dated.
        public let from: CalendarDate?
        /// The setting without which it puts nobody on record.
        public let setting: String?
        /// Where to turn against it.
        public let remedy: Remedy?
        public let source: String
        public let confidence: Confidence
    }

    /// The remedy that there is against a document (救济途径).
    public struct Remedy: Hashable, Sendable {
        public let chinese: String
        public let english: String
    }

    /// How long records of one regime are shown, and when they can be repaired (公示期).
    public struct Profile: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        /// Whether it is that of information of a catalogue.
        public let isInside: Bool
        /// The kinds of instruments that it is for; empty: all.
        public let kinds: [String]
        public let from: CalendarDate?
        public let until: CalendarDate?
        public let grades: [Grade]
        /// Units: months from the document.
        public let minimumMonths: Int?
        public let maximumMonths: Int?
        /// The least time where food, medicines, equipment, work or fire safety are concerned.
        public let safetyMinimumMonths: Int?
        /// The setting that says how many months at the most.
        public let maximumSetting: String?
        /// Whether it is repaired as soon as it is performed, on the confirming organ's certificate.
        public let repairAtOnce: Bool
        public let source: String
        public let confidence: Confidence

        public func grade(_ code: String) -> Grade? { grades.first { $0.code == code } }

        func covers(_ day: CalendarDate) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }
    }

    /// How grave a breach is (失信程度).
    public struct Grade: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        /// Units: months from the document; nil: repaired as soon as it is performed.
        public let minimumMonths: Int?
        public let maximumMonths: Int
        public let source: String
    }

    /// An item of an edition of a catalogue.
    public struct CatalogueItem: Hashable, Sendable {
        public let scope: Scope
        public let edition: String
        public let code: String
        public let chinese: String
        public let english: String
        public let from: CalendarDate
        public let source: String

        public enum Scope: String, CaseIterable, Hashable, Sendable {
            /// 全国公共信用信息基础目录.
            case nationalBasic
            /// 地方补充目录.
            case regionalSupplement
        }
    }

    /// On what an objection rests (异议事由).
    public struct Ground: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        public let source: String
        public let confidence: Confidence
    }

    /// A measure that may follow a record (失信惩戒措施), and nothing that is not listed.
    public struct Measure: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        public let subjects: [Concerned]
        /// The sorts of organs that apply it; empty: none here, it is named for reference.
        public let organs: [String]
        public let source: String
        public let confidence: Confidence
    }

    /// On what a publication rests (公开依据).
    public struct DisclosureBasis: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        public let subjects: [Concerned]
        public let source: String
        public let confidence: Confidence
    }

    /// What the public sees of a name (脱敏方式).
    public struct Mask: Hashable, Sendable {
        public let code: String
        public let chinese: String
        public let english: String
        public let subjects: [Concerned]
        public let source: String
        public let confidence: Confidence
    }
}

extension CreditRules {
    public func organ(_ code: String) -> Organ? { organs.first { $0.code == code } }
    public func instrumentKind(_ code: String) -> InstrumentKind? {
        instrumentKinds.first { $0.code == code }
    }
    public func profile(_ code: String) -> Profile? { profiles.first { $0.code == code } }
    public func objectionGround(_ code: String) -> Ground? {
        objectionGrounds.first { $0.code == code }
    }
    public func measure(_ code: String) -> Measure? { measures.first { $0.code == code } }
    public func disclosureBasis(_ code: String) -> DisclosureBasis? {
        disclosureBases.first { $0.code == code }
    }
    public func mask(_ code: String) -> Mask? { masks.first { $0.code == code } }

    /// The sorts of organ that a name tells.
    public func sorts(ofUnitNamed name: String) -> [Organ] {
        organs.filter { $0.names.contains(where: name.contains) }
    }

    /// The regime of a record on a day (适用办法): of one in a catalogue by the day alone, of another by
    /// the kind of its instrument, where a profile is for that kind.
    public func profile(
        inside: Bool, kind: String, on day: CalendarDate
    ) -> Profile? {
        let open = profiles.filter { $0.isInside == inside && $0.covers(day) }
        return open.first { $0.kinds.contains(kind) } ?? open.first { $0.kinds.isEmpty }
    }

    /// Whether an edition of that scope is loaded for the day, and whether it has the item.
    public func item(
        _ code: String, of edition: String, _ scope: CatalogueItem.Scope, on day: CalendarDate
    ) -> (isLoaded: Bool, item: CatalogueItem?) {
        let loaded = catalogues.filter {
            $0.scope == scope && $0.edition == edition && $0.from <= day
        }
        return (!loaded.isEmpty, loaded.first { $0.code == code })
    }
}
