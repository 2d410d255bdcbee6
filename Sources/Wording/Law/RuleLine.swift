public import Law

/// One entry of a rulebook as a line: what kind of rule, its code, what it says, where it stands.
public struct RuleLine: Sendable {
    /// In the order in which a page shows them.
    public enum Kind: String, CaseIterable, Sendable {
        case article, task, step, ground, family, measure, mitigation, aggravation, floor, route,
            stage
        case clock, catalogue, exclusion
        case organ, instrumentKind, profile, catalogueItem, objectionGround, creditMeasure
        case disclosureBasis, mask, setting
    }

    public let kind: Kind
    public let code: String
    public let says: String
    public internal(set) var facts: [String] = []
    public let source: String
    /// How sure we are of it, where that is a question.
    public internal(set) var confidence: Confidence = .high

    /// Everything a rulebook says, entry by entry.
    public static func all(of book: Rulebook, in text: Text) -> [RuleLine] {
        duties(book, text) + consequences(book, text) + floors(book, text)
            + remedies(book, text) + rest(book, text) + credit(book, text)
    }

    /// Those that a code means: as it stands, or an article by its number.
    public static func all(of book: Rulebook, called code: String, in text: Text) -> [RuleLine] {
        all(of: book, in: text).filter {
            $0.code == code || $0.kind == .article && $0.code.hasSuffix("#" + code)
        }
    }

    private static func duties(_ book: Rulebook, _ text: Text) -> [RuleLine] {
        book.articles.map {
            RuleLine(
                kind: .article, code: $0.code, says: text.choose($0.titleChinese, $0.titleEnglish),
                facts: [text.label(.ruleDetection, $0.detectedBy)], source: $0.text)
        }
            + book.tasks.map {
                RuleLine(
                    kind: .task, code: String($0.number),
                    says: text.choose($0.titleChinese, $0.titleEnglish),
                    facts: [$0.units.joined(separator: text("list.comma"))], source: $0.source)
            }
            + book.steps.map {
                RuleLine(
                    kind: .step, code: $0.code, says: text.choose($0.titleChinese, $0.titleEnglish),
                    facts: [
                        $0.waivableUnder.map {
                            text("rules.waivable", ["rule": text.cited($0)])
                        } ?? text("rules.notWaivable")
                    ], source: $0.source)
            }
            + book.grounds.map {
                RuleLine(
                    kind: .ground, code: $0.code, says: text.choose($0.chinese, $0.english),
                    facts: [text.label(.ruleDetection, $0.detectedBy)], source: $0.source)
            }
    }

    private static func consequences(_ book: Rulebook, _ text: Text) -> [RuleLine] {
        book.families.map {
            RuleLine(
                kind: .family, code: $0.code, says: text.choose($0.titleChinese, $0.titleEnglish),
                source: $0.source)
        }
            + book.measures.map { measure in
                var facts = [
                    book.family(measure.family)
                        .map { text.choose($0.titleChinese, $0.titleEnglish) } ?? measure.family,
                    measure.rank.map { text("rules.rank", ["rank": "\($0)"]) } ?? "",
                    measure.months.map { text("trace.months", ["months": "\($0)"]) }
                        ?? text.label(.ruleTerm, measure.term),
                    measure.needsService ? text("rules.needsService") : "",
                ]
                facts += measure.effects.map { text.choose($0.chinese, $0.english) }
                return RuleLine(
                    kind: .measure, code: measure.code,
                    says: text.choose(measure.titleChinese, measure.titleEnglish),
                    facts: facts.filter { !$0.isEmpty }, source: measure.source,
                    confidence: measure.confidence)
            }
            + book.mitigations.map {
                RuleLine(
                    kind: .mitigation, code: $0.code, says: text.choose($0.chinese, $0.english),
                    facts: $0.mayExempt ? [text("rules.mayExempt")] : [], source: $0.source,
                    confidence: $0.confidence)
            }
            + book.aggravations.map {
                RuleLine(
                    kind: .aggravation, code: $0.code, says: text.choose($0.chinese, $0.english),
                    source: $0.source, confidence: $0.confidence)
            }
    }

    private static func floors(_ book: Rulebook, _ text: Text) -> [RuleLine] {
        func name(_ code: String) -> String {
            book.measure(code).map { text.choose($0.titleChinese, $0.titleEnglish) } ?? code
        }
        return book.floors.map { floor in
            RuleLine(
                kind: .floor, code: floor.code, says: text.choose(floor.chinese, floor.english),
                facts: [
                    text("rules.floor", ["measure": name(floor.measure)]),
                    floor.measureApproved.map {
                        text("rules.floorApproved", ["measure": name($0)])
                    },
                ].compactMap(\.self), source: floor.source, confidence: floor.confidence)
        }
    }

    private static func remedies(_ book: Rulebook, _ text: Text) -> [RuleLine] {
        func span(_ code: String?, _ key: String) -> String? {
            code.flatMap(book.clock).map {
                text(key, ["span": text.choose($0.span.chinese, $0.span.english)])
            }
        }
        return book.routes.flatMap { route in
            [
                RuleLine(
                    kind: .route, code: route.code,
                    says: text.choose(route.titleChinese, route.titleEnglish),
                    facts: [route.stages.map(\.code).joined(separator: " → ")],
                    source: route.source)
            ]
                + route.stages.map {
                    RuleLine(
                        kind: .stage, code: "\(route.code).\($0.code)",
                        says: text.choose($0.titleChinese, $0.titleEnglish),
                        facts: [
                            span($0.fileClock, "rules.fileWithin"),
                            span($0.directClock, "rules.directWithin"),
                            span($0.decideClock, "rules.decideWithin"),
                            span($0.extensionClock, "rules.extendBy"),
                        ].compactMap(\.self), source: $0.source)
                }
        }
    }

    private static func rest(_ book: Rulebook, _ text: Text) -> [RuleLine] {
        book.clocks.map {
            RuleLine(
                kind: .clock, code: $0.code, says: text.choose($0.titleChinese, $0.titleEnglish),
                facts: [
                    text.choose($0.span.chinese, $0.span.english),
                    $0.rolls ? text("rules.rolls") : text("rules.notRolls"),
                ], source: $0.source, confidence: $0.confidence)
        }
            + book.catalogue.kinds.map {
                RuleLine(
                    kind: .catalogue, code: $0.code, says: text.choose($0.chinese, $0.english),
                    source: $0.source)
            }
            + book.catalogue.exclusions.map {
                RuleLine(
                    kind: .exclusion, code: $0.code, says: text.choose($0.chinese, $0.english),
                    source: $0.source)
            }
            + book.settings.map {
                let value =
                    switch $0.value {
                    case .flag(let flag): "\(flag)"
                    case .number(let number): "\(number)"
                    case .text(let said): said
                    }
                return RuleLine(
                    kind: .setting, code: $0.code,
                    says: text.choose($0.noteChinese, $0.noteEnglish),
                    facts: [text("rules.value", ["value": value])], source: $0.source,
                    confidence: $0.confidence)
            }
    }
}
