internal import Law

extension RuleLine {
    /// What a rulebook says of records of dishonesty, entry by entry.
    static func credit(_ book: Rulebook, _ text: Text) -> [RuleLine] {
        guard let credit = book.credit else { return [] }
        return records(credit, text) + rights(credit, text)
    }

    private static func records(_ credit: CreditRules, _ text: Text) -> [RuleLine] {
        credit.organs.map {
            RuleLine(
                kind: .organ, code: $0.code, says: text.choose($0.chinese, $0.english),
                facts: [$0.names.joined(separator: text("list.comma"))], source: $0.source,
                confidence: $0.confidence)
        }
            + credit.instrumentKinds.map { kind in
                RuleLine(
                    kind: .instrumentKind, code: kind.code,
                    says: text.choose(kind.chinese, kind.english),
                    facts: [
                        organs(kind.organs, credit, text).map {
                            text("rules.issuedBy", ["organs": $0])
                        },
                        organs(kind.recorders, credit, text).map {
                            text("rules.recordedBy", ["organs": $0])
                        },
                        concerned(kind.subjects, text),
                        kind.setting.map { text("rules.hangsOn", ["setting": $0]) },
                        kind.recordersSetting.map { text("rules.hangsOn", ["setting": $0]) },
                    ].compactMap(\.self), source: kind.source, confidence: kind.confidence)
            }
            + credit.profiles.map { profile in
                RuleLine(
                    kind: .profile, code: profile.code,
                    says: text.choose(profile.chinese, profile.english),
                    facts: months(of: profile, text), source: profile.source,
                    confidence: profile.confidence)
            }
            + credit.catalogues.map {
                RuleLine(
                    kind: .catalogueItem, code: $0.code, says: text.choose($0.chinese, $0.english),
                    facts: [$0.edition, "\($0.from)"], source: $0.source)
            }
    }

    private static func rights(_ credit: CreditRules, _ text: Text) -> [RuleLine] {
        credit.objectionGrounds.map {
            RuleLine(
                kind: .objectionGround, code: $0.code, says: text.choose($0.chinese, $0.english),
                source: $0.source, confidence: $0.confidence)
        }
            + credit.measures.map {
                RuleLine(
                    kind: .creditMeasure, code: $0.code, says: text.choose($0.chinese, $0.english),
                    facts: [concerned($0.subjects, text), organs($0.organs, credit, text)]
                        .compactMap(\.self), source: $0.source, confidence: $0.confidence)
            }
            + credit.disclosureBases.map {
                RuleLine(
                    kind: .disclosureBasis, code: $0.code,
                    says: text.choose($0.chinese, $0.english),
                    facts: [concerned($0.subjects, text)].compactMap(\.self), source: $0.source,
                    confidence: $0.confidence)
            }
            + credit.masks.map {
                RuleLine(
                    kind: .mask, code: $0.code, says: text.choose($0.chinese, $0.english),
                    facts: [concerned($0.subjects, text)].compactMap(\.self), source: $0.source,
                    confidence: $0.confidence)
            }
    }

    private static func concerned(
        _ subjects: [CreditRules.Concerned], _ text: Text
    ) -> String? {
        subjects.isEmpty
            ? nil
            : subjects.map { text.label(.ruleConcerned, $0) }
                .joined(separator: text("list.comma"))
    }

    private static func organs(
        _ sorts: [String], _ credit: CreditRules, _ text: Text
    ) -> String? {
        guard !sorts.isEmpty else { return nil }
        return sorts.map { sort in
            credit.organ(sort).map { text.choose($0.chinese, $0.english) }
                ?? text("rules.whoeverImposed")
        }.joined(separator: text("list.comma"))
    }

    private static func months(of profile: CreditRules.Profile, _ text: Text) -> [String] {
        var facts: [String] = []
        if let most = profile.maximumMonths {
            let least = profile.minimumMonths.map { "\($0)" } ?? "0"
            facts.append(text("rules.months", ["least": least, "most": "\(most)"]))
        }
        if let setting = profile.maximumSetting {
            facts.append(text("rules.hangsOn", ["setting": setting]))
        }
        return facts
            + profile.grades.map { grade in
                let name = text.choose(grade.chinese, grade.english)
                guard let least = grade.minimumMonths else {
                    return text(
                        "rules.gradeAtOnce", ["grade": name, "most": "\(grade.maximumMonths)"])
                }
                return text(
                    "rules.gradeMonths",
                    ["grade": name, "least": "\(least)", "most": "\(grade.maximumMonths)"])
            }
    }
}
