import Chain
import Registry
import Wording

/// Tells what `verify` found: the verdict, the damage and whose trails it touches, and what is still
/// proven.
struct VerificationRenderer: Renderer {
    let sheet: Sheet

    /// How many damages are written out; the rest is counted.
    private static let shown = 50

    func page(_ found: VerificationReport, hasOutsideCheckpoint: Bool) -> String {
        var lines: [String] = []
        let size = text.number(found.size)
        if found.isSound {
            let key = found.leftOut.isEmpty ? "verify.sound" : "verify.soundAsFar"
            lines.append(paint(text(key, ["entries": size]), .good))
        } else {
            let verdict = CheckpointVerdict(text: text, report: found)
            lines.append(
                paint(verdict.sentence ?? text("verify.damaged", ["entries": size]), .bad))
            for damage in found.damages.prefix(Self.shown) {
                lines += describe(damage)
                if verdict.entriesFit { lines += verdict.explain(damage).map { "    " + $0 } }
            }
            let rest = found.damages.count - min(found.damages.count, Self.shown) + found.unlisted
            if rest > 0 { lines.append("  " + text("verify.more", ["count": text.number(rest)])) }
            lines.append(
                found.coherentThrough.map { text("verify.coherent", ["last": "\($0)"]) }
                    ?? text("verify.nothingCoherent"))
        }
        lines.append(
            text("verify.root", ["suite": found.suite.rawValue, "root": found.root.hex]))
        if found.destroyed > 0 {
            lines.append(text("verify.destroyed", ["count": text.number(found.destroyed)]))
        }
        lines += proven(found)
        lines += uncovered(found)
        if !found.leftOut.isEmpty { lines.append(text("verify.leftOut")) }
        if !hasOutsideCheckpoint { lines.append(paint(text("verify.noCheckpoint"), .quiet)) }
        let shown = sheet.isFolded ? lines.flatMap { Layout.wrap($0, to: columns) } : lines
        return shown.joined(separator: "\n") + "\n"
    }

    /// What was added since the largest checkpoint.
    private func uncovered(_ found: VerificationReport) -> [String] {
        guard found.isSound, let last = found.proven.map(\.last).max(), last + 1 < found.size
        else { return [] }
        return [
            paint(
                text(
                    "verify.uncovered", ["first": "\(last + 1)", "last": "\(found.size - 1)"]),
                .quiet)
        ]
    }

    private func describe(_ damage: Damage) -> [String] {
        let isWhole = damage.entry == nil && damage.place == nil
        let what =
            isWhole
            ? text("verify.damageWhole", ["reason": text.label(.damage, damage.kind)])
            : text.located(damage)
        var lines = ["  " + what]
        if let origin = damage.origin {
            lines.append("    " + text("verify.claims", ["origin": harmless(origin)]))
        }
        if !damage.trails.isEmpty {
            let touched = damage.trails.map(harmless).joined(separator: " ")
            lines.append("    " + text("verify.touches", ["subjects": touched]))
        }
        return lines
    }

    /// The largest checkpoint speaks for all: of the others only those kept elsewhere are named.
    private func proven(_ found: VerificationReport) -> [String] {
        guard let largest = found.proven.first else { return [] }
        return found.proven.filter { $0.checkpoint == largest.checkpoint || $0.keptIn != nil }
            .map { range in
                let first = "\(range.first)"
                let last = "\(range.last)"
                let words =
                    range.keptIn.map { name in
                        text(
                            "verify.provenOutside",
                            ["first": first, "last": last, "name": harmless(name)])
                    }
                    ?? text(
                        "verify.provenOwn",
                        ["first": first, "last": last, "size": text.number(range.checkpoint)])
                let at =
                    range.at.map { " " + text("verify.madeAt", ["at": text.moment(written: $0)]) }
                    ?? ""
                return paint("✓ ", .good) + words + at
            }
    }

    /// One object, as `schema/answers` describes it.
    static func json(_ found: VerificationReport) -> CanonicalObject {
        var object = CanonicalObject()
        object.set("checkpoints", found.checkpoints)
        object.set("coherentThrough", found.coherentThrough.map(JSONValue.integer) ?? .null)
        object.set("damages", found.damages.map(json))
        if found.destroyed > 0 { object.set("destroyed", found.destroyed) }
        if !found.leftOut.isEmpty { object.set("leftOut", found.leftOut) }
        object.set("proven", found.proven.map(json))
        object.set("sound", found.isSound)
        object.set("suite", found.suite.rawValue)
        object.set("unlisted", found.unlisted)
        return object
    }

    private static func json(_ range: ProvenRange) -> CanonicalObject {
        var object = CanonicalObject()
        if let at = range.at { object.set("at", at) }
        object.set("checkpoint", range.checkpoint)
        object.set("first", range.first)
        if let file = range.keptIn { object.set("keptIn", file) }
        object.set("last", range.last)
        return object
    }

    private static func json(_ damage: Damage) -> CanonicalObject {
        var object = CanonicalObject()
        if let agrees = damage.agreesThrough { object.set("agreesThrough", agrees) }
        if let entry = damage.entry { object.set("entry", entry) }
        object.set("kind", damage.kind.rawValue)
        if let origin = damage.origin { object.set("origin", origin) }
        if let place = damage.place { object.set("place", place) }
        if let size = damage.size { object.set("size", size) }
        if let through = damage.through { object.set("through", through) }
        object.set("trails", damage.trails)
        return object
    }
}
