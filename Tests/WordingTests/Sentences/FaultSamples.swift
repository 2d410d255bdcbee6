import Glibc
import Law
import Records
import Registry
import Vocabulary

/// Samples of what can be wrong with law and with a delivery, at least one of each case.
extension LawFault {
    static let samples: [Self] = [
        .calendarMissing(2027), .noRules(on: then, first: nil), .noRules(on: then, first: then),
        .noDecisionRules(on: then, first: nil), .noDecisionRules(on: then, first: then),
        .unknownClock("folding"),
    ]
}

private let then = day("2024-02-18")
private let article = "713#15"
private let document = "国办发明电〔2023〕7号"

extension RulebookFault {
    static let samples: [Self] = [
        .missing(at: "x", member: "m"), .unknownMember(at: "x", member: "m"),
        .notOneOf(at: "x", member: "m", value: "v", allowed: ["a", "b"]),
        .impossibleDay(member: "inForceFrom", "2021-02-29"),
        .endsBeforeBeginning(from: then, until: then),
        .unreadableSpan(clock: "c", text: "soon", source: article),
        .outOfRange(at: "x", member: "m", lowest: 1), .noArticles, .noSource(at: "x"),
        .codeMisspelt(at: "x", member: "code", value: "A:B"),
        .codeTwice(at: "x", source: article),
        .unknownFamily(measure: "m", family: "f", source: article),
        .rankTwice(measure: "m", other: "o", family: "f", source: article),
        .monthsFall(measure: "m", below: "b", source: article),
        .termWithoutMonths(measure: "m", source: article),
        .unknownArticle(ground: "g", article: "713#99"),
        .unknownStep(ground: "g", step: "s", source: article),
        .triggerMissing(ground: "g", source: article),
        .triggerTooMany(ground: "g", source: article),
        .triggerTwice(ground: "g", other: "o", source: article),
        .unknownTrigger(ground: "g", trigger: "t", source: article),
        .unknownClock(route: "r", stage: "s", clock: "c", source: article),
        .noStages(route: "r", source: article),
        .unknownStart(route: "r", stage: "s", setting: "t", source: article),
        .unknownMeasure(clock: "c", measure: "m", source: article),
        .unknownSetting(measure: "m", setting: "s", source: article),
        .unknownMeasureOfPersonnel("p", measure: "m", source: article),
        .unknownPersonnel(route: "r", personnel: "p", source: article),
        .unknownMeasureOfFloor("f", measure: "m", source: article),
        .combinationTooShort(maximum: 12, measure: "m", months: 24, source: article),
        .unknownOrgan(at: "instrumentKinds k", organ: "o", source: article),
        .unknownSettingOf("profiles p", setting: "s", source: article),
        .maximumBelowMinimum(at: "profiles p", source: article),
        .combinationDiffers(maximum: 12, setting: "s", source: article),
    ]
}

extension CalendarFault {
    static let samples: [Self] =
        [
            .missing("year"), .unknownMember("m"), .impossibleDay("2021-02-29"),
            .noSource(year: 2024), .noHolidays(year: 2024),
            .dayOfAnotherYear(then, year: 2025, source: document),
            .endsBeforeItBegins(then, source: document),
            .dayTwice(then, source: document),
            .restAndWork(then, source: document),
        ]
        + (19...25).map { .notAWeekend(day("2024-02-\($0)"), source: document) }
}

extension LawDocumentFault {
    static let samples: [Self] = [
        .notJSON("badEscape", offset: 3), .rulebook(.noArticles), .calendar(.noSource(year: 2024)),
        .activatedOtherwise(rulebook: "U-1", version: 2, at: 7),
    ]
}

extension MappingFault {
    static let samples: [Self] = [
        .notJSON(reason: "badEscape", offset: 3), .unknownFormat(found: 2, supported: 1),
        .missingMember(at: "a", name: "b"),
        .unknownMember(at: "a", name: "b", allowed: ["c", "d"]),
        .wrongType(at: "a", expected: "[…]"), .contradictory(at: "a", one: "b", other: "c"),
        .notAnIdentifier(at: "actor"), .badFileName(at: "a", name: ".."), .repeatedFile(name: "f"),
        .unknownEncoding(at: "a", name: "b"), .unknownDateFormat(at: "a", name: "b"),
        .unknownColumn(at: "a", name: "b"), .unknownTable(at: "a", name: "b"),
        .unknownCommand(at: "a", name: "b"), .unknownField(at: "a", command: "b", name: "c"),
        .wrongKind(at: "a", name: "b", expected: "c"),
        .unknownLedgerFact(at: "a", name: "b"), .badTemplate(at: "a", text: "b"),
        .optionalKey(at: "a", column: "b"), .sealedInClear(file: "f", column: "b"),
        .missingColumn(file: "f", column: "b", header: ["c", "d"]),
        .missingColumn(file: "f", column: "b", header: []),
        .missingColumn(file: "f", column: "b", header: (1...21).map { "c\($0)" }),
    ]
}

extension RowFault.Reason {
    static let samples: [Self] =
        [
            .unterminatedQuote(lastLine: 7), .nulByte, .fieldTooLong(limit: 9), .textAfterQuote,
            .ragged(expected: 2, got: 1), .notUTF8, .blankKey, .keyTooLong(limit: 9),
            .blankRequired, .blankTogether(columns: ["a", "b"]),
            .unused(columns: ["a"], missing: ["b"]), .unused(columns: ["a"], missing: []),
            .unregistered("U-1"),
            .numberTwice(line: 2, .numberTaken(field: "idNumber", by: "P-1")),
        ]
        + ["虚构", "\u{1B}[31m" + String(repeating: "x", count: 50), nil].flatMap { value -> [Self] in
            [
                .unreadableDate(value: value, formats: ["YYYY-MM-DD", "YYYY/M/D"]),
                .impossibleDate(value: value), .notInteger(value: value),
                .notBoolean(value: value),
                .notInTable(table: "t", value: value, known: ["男", "女"]),
                .notADay(field: "until"), .leftOut(columns: ["a", "b"]), .nobodyCalled,
                .severalCalled(2), .keyTwice(lines: [3, 4]),
            ]
        }
}

extension FileFault {
    static let samples: [Self] = [
        .cannotOpen(file: "f.csv", systemError: ENOENT), .notRegular(file: "f.csv"),
        .cannotRead(file: "f.csv", systemError: EIO), .empty(file: "f.csv"),
        .wideEncoding(file: "f.csv", name: "UTF-16", offset: 0),
        .notText(file: "f.csv", offset: 0),
        .notInEncoding(file: "f.csv", encoding: .gb18030, offset: 7),
        .truncatedCharacter(file: "f.csv", encoding: .utf8, offset: 7),
        .unknownEncoding(file: "f.csv", utf8Offset: 1, gb18030Offset: 2),
        .ambiguousEncoding(file: "f.csv", offset: 3),
        .changedWhileRead(file: "f.csv"),
        .headerUnreadable(file: "f.csv", reason: .nulByte),
        .headerBlank(file: "f.csv", column: 2), .headerRepeated(file: "f.csv", name: "a"),
        .tooManyColumns(file: "f.csv", limit: 9),
    ]
}

extension ReportFault {
    static let samples: [Self] = [
        .notAReport(path: "r.csv"), .cannotWrite(path: "r.csv", systemError: ENOSPC),
    ]
}

extension DeliveryFault {
    static let samples: [Self] = [
        .mapping(.repeatedFile(name: "f.csv")), .file(.empty(file: "f.csv")),
    ]
}
