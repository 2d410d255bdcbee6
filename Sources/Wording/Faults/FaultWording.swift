public import Chain
public import Law
public import Registry
public import Store

/// What is said to a person when something did not work: what happened, and what to do next.
extension Text {
    /// Of what carries its message: the sentence, and the rule that it rests on.
    public func sentence(of told: some Explained) -> String {
        let message = told.message
        let sentence = words(message.named)
        if message.source.isEmpty { return sentence }
        return self("said.cited", ["sentence": sentence, "source": cited(message.source)])
    }

    /// What names a field, in every sentence.
    private static let fieldHoles: Set = ["field", "fields", "instead"]

    /// A field as Chinese officers call it (身份证号); English ones read its name.
    private func field(_ named: Named) -> Named {
        switch named {
        case .text(let name) where language == .chinese:
            .text(
                lookUp("field.\(name)").map { String($0.prefix { !"（；，：".contains($0) }) } ?? name)
        case .list(let all, let between): .list(all.map(field), between: between)
        case .text, .title, .words: named
        }
    }

    /// A value as this language names it.
    private func words(_ named: Named) -> String {
        switch named {
        case .text(let text): text
        case .title(let chinese, let english): choose(chinese, english)
        case .words(let key, let values):
            self(
                key,
                Dictionary(
                    uniqueKeysWithValues: values.map { hole, value in
                        (hole, words(Self.fieldHoles.contains(hole) ? field(value) : value))
                    }))
        case .list(let all, let between): all.map(words).joined(separator: self(between))
        }
    }

    public func sentence(of fault: StoreFault) -> String {
        switch fault {
        case .missing(let path): self("fault.missing", ["path": path])
        case .exists(let path): self("fault.exists", ["path": path])
        case .permission(let path): self("fault.permission", ["path": path])
        case .notALedger(let path): self("fault.notALedger", ["path": path])
        case .secondName(let path, let other):
            other.isEmpty
                ? self("fault.secondNameSomewhere", ["path": path])
                : self("fault.secondName", ["path": path, "other": other])
        case .mountedAlone(let path): self("fault.mountedAlone", ["path": path])
        case .moved(let path): self("fault.moved", ["path": path])
        case .newerFormat(let found, let supported):
            self("fault.newerFormat", ["found": "\(found)", "supported": "\(supported)"])
        case .truncated(let path, let found, let expected):
            expected > 0
                ? self(
                    "fault.truncated",
                    ["path": path, "found": number(found), "expected": number(expected)])
                : self("fault.truncatedSomewhere", ["path": path])
        case .malformed(let detail): self("fault.malformed", ["detail": detail])
        case .busy(let writer, let pid):
            pid > 0
                ? self("fault.busy", ["writer": writer, "pid": "\(pid)"])
                : self("fault.busySomebody")
        case .readOnly(let path): self("fault.readOnly", ["path": path])
        case .diskFull(let path): self("fault.diskFull", ["path": path])
        case .ioError(let detail, _): self("fault.inputOutput", ["detail": detail])
        case .unreachable(let server): self("fault.unreachable", ["server": server])
        case .refused(let server): self("fault.refused", ["server": server])
        case .overloaded(let server): self("fault.overloaded", ["server": server])
        case .connectionLost(let server): self("fault.connectionLost", ["server": server])
        case .unknownOutcome(let detail, let isFull):
            isFull ? self("fault.unknownWriteFull") : self("fault.unknownWrite", ["detail": detail])
        }
    }

    public func sentence(of fault: LedgerFault) -> String {
        switch fault {
        case .unfinished: self("fault.unfinished")
        case .damaged(let entry): self("fault.damagedEntry", ["entry": "\(entry)"])
        case .altered(let entry): self("fault.alteredEntry", ["entry": "\(entry)"])
        case .damagedHead(let tag): self("fault.damagedHead", ["tag": tag])
        case .notSound(let place): self("fault.notSound", ["place": place])
        case .damagedRow(let file, let key):
            self("fault.damagedRow", ["file": file, "key": key])
        case .damagedValue(let entry): self("fault.damagedValue", ["entry": "\(entry)"])
        case .evidence(let damages):
            self("fault.evidence", ["what": evidence(damages)])
        case .unsound(let damages, let more): sentence(ofDamage: damages, more: more)
        case .damagedView(let view): self("fault.damagedView", ["view": view])
        case .clockBehind(let last, let now):
            self("fault.clockBehind", ["last": "\(last)", "now": "\(now)"])
        case .clockAhead(let last, let now):
            self("fault.clockAhead", ["last": "\(last)", "now": "\(now)"])
        case .clockUnconfirmed(let now): self("fault.clockUnconfirmed", ["now": "\(now)"])
        case .notFirstAhead(let entry, let first):
            first.map {
                self("fault.notFirstAhead", ["entry": "\(entry)", "first": "\($0)"])
            } ?? self("fault.noneAhead")
        case .foreignKey(let expected, let found):
            self("fault.foreignKey", ["expected": expected, "found": found])
        case .signedOtherwise(let signed, let size):
            signed.map {
                self("fault.signedOtherwise", ["signed": number($0), "size": number(size)])
            } ?? self("fault.signedUnreadable")
        case .noSuchEntry(let position, let size):
            self("fault.noSuchEntry", ["entry": "\(position)", "size": number(size)])
        case .noSuchSize(let asked, let size):
            self("fault.noSuchSize", ["asked": "\(asked)", "size": number(size)])
        case .noCheckpoint(let entry): self("fault.noCheckpoint", ["entry": "\(entry)"])
        case .entryTooLarge(let bytes, let limit):
            self("fault.entryTooLarge", ["bytes": number(bytes), "limit": number(limit)])
        case .notAnIdentifier: self("usage.badSubject", ["what": ""])
        case .unusableOrigin(let origin): self("fault.unusableOrigin", ["origin": origin])
        case .unknownOutcome(let from, let to, let isFull):
            self(
                isFull ? "fault.unknownOutcomeFull" : "fault.unknownOutcome",
                ["from": number(from), "to": number(to)])
        }
    }

    /// That somebody else is writing and is waited for; `pid` is 0 where it is not known who.
    public func sentence(waitingFor writer: String, pid: Int, seconds: Int) -> String {
        pid > 0
            ? self(
                "wait.named", ["writer": writer, "pid": "\(pid)", "seconds": number(seconds)])
            : self("wait.somebody", ["seconds": number(seconds)])
    }

    /// What is damaged, and where: at an entry, in a run of them, at a place beside them.
    public func located(_ damage: Damage) -> String {
        let reason = label(.damage, damage.kind)
        if let entry = damage.entry, let through = damage.through {
            return self(
                "verify.damageRange",
                ["entry": "\(entry)", "through": "\(through)", "reason": reason])
        }
        if let entry = damage.entry {
            return self("verify.damageAt", ["entry": "\(entry)", "reason": reason])
        }
        guard let place = damage.place else { return reason }
        return self("verify.damageWhere", ["place": harmless(place), "reason": reason])
    }

    /// What a verification found, in a few words.
    private func evidence(_ damages: [Damage]) -> String {
        let told = damages.prefix(3).map(located)
        let rest = damages.count - told.count
        return (told + (rest > 0 ? [self("evidence.more", ["count": number(rest)])] : []))
            .joined(separator: self("evidence.comma"))
    }

    /// What is damaged and whose trails it touches, as the reason not to answer.
    private func sentence(ofDamage damages: [Damage], more: Int) -> String {
        var parts = damages.map { damage in
            let part = located(damage)
            if damage.trails.isEmpty { return part }
            let trails = damage.trails.joined(separator: " ")
            return self("fault.unsoundTrails", ["damage": part, "trails": trails])
        }
        if more > 0 { parts.append(self("verify.more", ["count": number(more)])) }
        return self("fault.unsound", ["damages": parts.joined(separator: self("fault.unsoundAnd"))])
    }

    /// - Parameter reason: The system's own words for its error number.
    public func sentence(of fault: ExportFault, because reason: (Int32) -> String) -> String {
        switch fault {
        case .exists(let path): self("fault.exists", ["path": path])
        case .cannotWrite(let path, let code):
            self("fault.cannotCreate", ["path": path, "reason": reason(code)])
        }
    }

    public func sentence(of fault: TileFault) -> String {
        let address =
            switch fault {
            case .missing(let address), .wrongLength(let address, _): address
            }
        return self("fault.damagedTile", ["detail": "tile \(address.level)/\(address.index)"])
    }

    public func sentence(of fault: KeyFault) -> String {
        self("fault.key", ["reason": Self.name(of: fault)])
    }

    public func sentence(of fault: NoteFault) -> String {
        self("fault.note", ["reason": Self.name(of: fault)])
    }

    /// What no other sentence is about is a mistake of ours. Names its kind and nothing that it
    /// carried: an error may hold a person's data.
    ///
    /// - Parameter id: By which the person and we mean the same occasion.
    public func sentence(ofMistake problem: any Error, id: String) -> String {
        let kind = String(reflecting: type(of: problem)) + "." + Self.name(of: problem)
        return self("fault.internal", ["id": id, "kind": kind])
    }

    /// The name of the case, without what it carries.
    private static func name(of problem: any Error) -> String {
        let mirror = Mirror(reflecting: problem)
        guard mirror.displayStyle == .enum else { return "" }
        return mirror.children.first?.label ?? String(describing: problem)
    }
}
