import Foundation
import Law
import LawSupport
import Testing
import Vocabulary

@testable import Records

/// One last day that somebody worked out by hand from the statutes and the notices of public holidays
/// (`deadlines.json`). None of them was computed by this code.
struct WorkedDeadline: Decodable, CustomTestStringConvertible, Sendable {
    let id: String
    let title: String
    /// As a reader looks them up.
    let articles: [String]
    /// The day that the time is counted from.
    let from: String
    /// The clock of the rules; nil: a period or a setting.
    var clock: String?
    /// The measure whose period ends.
    var period: String?
    /// The setting that says how many working days.
    var setting: String?
    /// The days by which it was made longer.
    var `extension`: Int?
    var measure: String?
    var authority: String?
    /// The last day; `none`: there is no such time; `calendar missing`: nobody can say yet.
    let due: String
    /// How it was counted.
    let working: String
    let confidence: String

    var testDescription: String { "\(id): \(title)" }

    static let all: [WorkedDeadline] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "deadlines.json")
        guard let data = try? Data(contentsOf: file),
            let all = try? JSONDecoder().decode([WorkedDeadline].self, from: data)
        else { preconditionFailure("deadlines.json can be read") }
        return all
    }()
}

@Suite("Last days worked out by hand from the statutes")
struct WorkedDeadlinesTests {
    @Test("there are sixty of them, each with its articles and its working")
    func table() {
        #expect(WorkedDeadline.all.count >= 60)
        #expect(Set(WorkedDeadline.all.map(\.id)).count == WorkedDeadline.all.count)
        for one in WorkedDeadline.all {
            #expect(!one.articles.isEmpty && !one.working.isEmpty, "\(one.id)")
        }
    }

    @Test("the law gives the day that was worked out", arguments: WorkedDeadline.all)
    func due(worked: WorkedDeadline) throws {
        let law = try LawDocuments.law()
        let from = day(worked.from)
        let rules = try law.inForce(on: from)
        #expect(try said(worked, from, rules, law) == worked.due)
    }

    private func said(
        _ worked: WorkedDeadline, _ from: CalendarDate, _ rules: Bodies, _ law: Law
    ) throws -> String {
        if let period = worked.period {
            let months = rules.measure(period)?.months
            return months.flatMap(from.lastDay(ofMonths:))?.description ?? "none"
        }
        if let setting = worked.setting {
            var day = from
            for _ in 0..<(rules.number(setting) ?? 0) {
                guard let next = try nextWorkday(after: day, law) else { return "calendar missing" }
                day = next
            }
            return day.description
        }
        let code = try #require(worked.clock)
        guard let rule = rules.clock(code) else { return "none" }
        if let authority = rule.authority?.rawValue, worked.authority != authority { return "none" }
        if let measures = rule.measures, let measure = worked.measure, !measures.contains(measure) {
            return "none"
        }
        do throws(LawFault) {
            var deadline = try law.deadline(code, from: from)
            if worked.extension != nil {
                deadline = try law.deadline("B.appeal.extension", from: deadline.nominalEnd)
            }
            return deadline.due.description
        } catch {
            guard case .calendarMissing = error else { throw error }
            return "calendar missing"
        }
    }

    /// Nil where its year is not loaded.
    private func nextWorkday(after day: CalendarDate, _ law: Law) throws -> CalendarDate? {
        var next = try #require(day.adding(days: 1))
        do throws(CalendarMissing) {
            while try law.calendars.isRestDay(next) {
                guard let later = next.adding(days: 1) else { return nil }
                next = later
            }
            return next
        } catch {
            return nil
        }
    }
}
