extension CreditRules {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "organs", "instrumentKinds", "profiles", "catalogues", "objectionGrounds", "measures",
            "disclosureBases", "masks", "reportingOrgans",
        ])
        organs = try entry.list("organs")
        instrumentKinds = try entry.list("instrumentKinds")
        profiles = try entry.list("profiles")
        catalogues = try entry.list("catalogues")
        objectionGrounds = try entry.list("objectionGrounds")
        measures = try entry.list("measures")
        disclosureBases = try entry.list("disclosureBases")
        masks = try entry.list("masks")
        reportingOrgans = try entry.texts("reportingOrgans")
    }
}

extension CreditRules.Organ: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "names", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        names = try entry.texts("names")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension CreditRules.InstrumentKind: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "organs", "recorders", "recordersSetting", "subjects", "families",
            "bases", "needsBreach", "from", "setting", "remedyZh", "remedyEn", "source",
            "confidence",
        ])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        organs = try entry.texts("organs")
        recorders = try entry.texts("recorders")
        recordersSetting = try entry.optionalText("recordersSetting")
        subjects = try entry.codes("subjects")
        families = try entry.optionalTexts("families") ?? []
        bases = try entry.optionalTexts("bases") ?? []
        needsBreach = try entry.optionalFlag("needsBreach") ?? false
        from = try entry.optionalDay("from")
        setting = try entry.optionalText("setting")
        let chineseRemedy = try entry.optionalText("remedyZh")
        remedy = try chineseRemedy.map { chinese throws(RulebookFault) in
            CreditRules.Remedy(chinese: chinese, english: try entry.text("remedyEn"))
        }
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension CreditRules.Profile: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only([
            "code", "zh", "en", "inside", "kinds", "from", "until", "grades", "minimumMonths",
            "maximumMonths", "safetyMinimumMonths", "maximumSetting", "repairAtOnce", "source",
            "confidence",
        ])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        isInside = try entry.flag("inside")
        kinds = try entry.optionalTexts("kinds") ?? []
        from = try entry.optionalDay("from")
        until = try entry.optionalDay("until")
        grades = try entry.optionalList("grades")
        minimumMonths = try entry.optionalNumber("minimumMonths", atLeast: 1)
        maximumMonths = try entry.optionalNumber("maximumMonths", atLeast: 1)
        safetyMinimumMonths = try entry.optionalNumber("safetyMinimumMonths", atLeast: 1)
        maximumSetting = try entry.optionalText("maximumSetting")
        repairAtOnce = try entry.optionalFlag("repairAtOnce") ?? false
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension CreditRules.Grade: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "minimumMonths", "maximumMonths", "source"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        minimumMonths = try entry.optionalNumber("minimumMonths", atLeast: 1)
        maximumMonths = try entry.number("maximumMonths", atLeast: 1)
        source = try entry.source()
    }
}

extension CreditRules.CatalogueItem: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["scope", "edition", "code", "zh", "en", "from", "source"])
        scope = try entry.code("scope")
        edition = try entry.text("edition")
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        from = try entry.day("from")
        source = try entry.source()
    }
}

extension CreditRules.Ground: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension CreditRules.Measure: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "subjects", "organs", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        subjects = try entry.codes("subjects")
        organs = try entry.texts("organs")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension CreditRules.DisclosureBasis: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "subjects", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        subjects = try entry.codes("subjects")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}

extension CreditRules.Mask: RulebookPart {
    init(_ entry: RuleEntry<some DocumentReader>) throws(RulebookFault) {
        try entry.only(["code", "zh", "en", "subjects", "source", "confidence"])
        code = try entry.text("code")
        (chinese, english) = try entry.both()
        subjects = try entry.codes("subjects")
        source = try entry.source()
        confidence = try entry.confidence()
    }
}
