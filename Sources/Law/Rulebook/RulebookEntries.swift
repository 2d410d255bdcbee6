/// What one object of a rulebook becomes.
protocol RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault)
}

extension Rulebook.Article: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "text", "detectedBy"])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        guard let text = try? entry.text("text") else { throw .noSource(at: entry.at) }
        self.text = text
        detectedBy = try entry.code("detectedBy")
    }
}

extension Rulebook.Task: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["number", "zh", "en", "units", "source"])
        number = try entry.number("number", atLeast: 1)
        (titleChinese, titleEnglish) = try entry.both()
        units = try entry.texts("units")
        guard !units.isEmpty else { throw .missing(at: entry.at, member: "units") }
        source = try entry.source()
    }
}

extension Rulebook.Step: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "source", "waivable", "waivableUnder"])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        source = try entry.source()
        // What says that it can be done without says under which rule.
        if try entry.flag("waivable") {
            guard let rule = try entry.optionalText("waivableUnder") else {
                throw .noSource(at: "\(entry.at).waivable")
            }
            waivableUnder = rule
        } else {
            try entry.only(["code", "zh", "en", "source", "waivable"])
            waivableUnder = nil
        }
    }
}

extension Rulebook.Ground: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "article", "item", "step", "zh", "en", "detectedBy", "trigger",
        ])
        code = try entry.text("code")
        guard let article = try entry.optionalText("article") else { throw .noSource(at: entry.at) }
        self.article = article
        item = try entry.number("item", atLeast: 1)
        step = try entry.optionalText("step")
        (chinese, english) = try entry.both()
        detectedBy = try entry.code("detectedBy")
        trigger =
            if let text = try entry.optionalText("trigger") {
                if let trigger = Rulebook.Trigger(rawValue: text) {
                    trigger
                } else {
                    throw .unknownTrigger(ground: code, trigger: text, source: article)
                }
            } else {
                nil
            }
    }
}

extension Rulebook.Family: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "referenceOnly", "source"])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        isReferenceOnly = try entry.flag("referenceOnly")
        source = try entry.source()
    }
}

extension Rulebook.MeasureRule: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "family", "rank", "zh", "en", "months", "term", "needsService", "effects",
            "source", "confidence",
        ])
        code = try entry.text("code")
        family = try entry.text("family")
        rank = try entry.optionalNumber("rank", atLeast: 1)
        (titleChinese, titleEnglish) = try entry.both()
        months = try entry.optionalNumber("months", atLeast: 1)
        term = try entry.code("term")
        needsService = try entry.flag("needsService")
        effects = try entry.list("effects")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension Rulebook.Effect: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "bars", "lasts", "months", "monthsSetting", "source", "confidence",
        ])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        bars = try entry.codes("bars")
        months = try entry.optionalNumber("months", atLeast: 1)
        monthsSetting = try entry.optionalText("monthsSetting")
        if try entry.optionalText("lasts") != nil {
            lasting = try entry.code("lasts")
        } else {
            lasting = months == nil && monthsSetting == nil ? .measure : .months
        }
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension Rulebook.Combination: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["maximumMonths", "source", "executesHeaviest", "running"])
        maximumMonths = try entry.number("maximumMonths", atLeast: 1)
        source = try entry.source()
        executesHeaviest = try entry.optionalFlag("executesHeaviest") ?? false
        running =
            entry.reader.memberNames.contains("running")
            ? try Rulebook.Running(entry.entry("running")) : nil
    }
}

extension Rulebook.Running: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["source", "confidence"])
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension Rulebook.Mitigation: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "mayExempt", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        mayExempt = try entry.flag("mayExempt")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension Rulebook.Aggravation: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension Rulebook.Route: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "source", "authority", "leadingMembers", "personnel", "openFrom",
            "stages",
        ])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        source = try entry.source()
        authority = try entry.optionalCode("authority")
        isForLeadingMembers = try entry.optionalFlag("leadingMembers") ?? false
        personnel = try entry.optionalTexts("personnel") ?? []
        openFrom = try entry.optionalDay("openFrom")
        stages = try entry.list("stages")
    }
}

extension Rulebook.Conduct: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "rule", "supervision", "employer"])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        guard let rule = try? entry.text("rule") else { throw .noSource(at: entry.at) }
        self.rule = rule
        supervision = try entry.text("supervision")
        employer = try entry.text("employer")
    }
}

extension Rulebook.Stage: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "fileClock", "directClock", "decideClock", "extensionClock",
            "decideFrom", "decideFromSetting", "source",
        ])
        code = try entry.text("code")
        (titleChinese, titleEnglish) = try entry.both()
        fileClock = try entry.optionalText("fileClock")
        directClock = try entry.optionalText("directClock")
        decideClock = try entry.optionalText("decideClock")
        extensionClock = try entry.optionalText("extensionClock")
        decideFrom =
            if let setting = try entry.optionalText("decideFromSetting") {
                .setting(setting)
            } else {
                .event(try entry.optionalCode("decideFrom") ?? .filing)
            }
        source = try entry.source()
    }
}

extension ClockRule: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "span", "rolls", "zh", "en", "authority", "measures", "escalatesTo", "source",
            "confidence",
        ])
        code = try entry.text("code")
        source = try entry.source()
        let text = try entry.text("span")
        guard let span = Span(text) else {
            throw .unreadableSpan(clock: code, text: text, source: source)
        }
        self.span = span
        rolls = try entry.flag("rolls")
        authority = try entry.optionalCode("authority")
        measures = try entry.optionalTexts("measures")
        escalatesTo = try entry.optionalText("escalatesTo")
        confidence = try entry.confidence()
        (titleChinese, titleEnglish) = try entry.both()
    }
}

extension Rulebook.Catalogue: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["kinds", "exclusions"])
        kinds = try entry.list("kinds")
        exclusions = try entry.list("exclusions")
    }
}

extension Rulebook.Catalogue.Item: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "source"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        source = try entry.source()
    }
}

extension Rulebook.Setting: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "value", "zh", "en", "source", "confidence"])
        code = try entry.text("code")
        (noteChinese, noteEnglish) = try entry.both()
        source = try entry.source()
        // A setting says how sure it is; that is what it is for.
        confidence = try entry.code("confidence")
        if let flag = entry.reader.bool("value") {
            value = .flag(flag)
        } else if let number = entry.reader.integer("value") {
            value = .number(number)
        } else {
            value = .text(try entry.text("value"))
        }
    }
}
