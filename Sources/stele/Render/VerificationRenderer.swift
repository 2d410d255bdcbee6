import Chain
import Registry

/// Tells what `verify` found: first the verdict, then the damage and whose trails it touches, then
/// what is still proven.
struct VerificationRenderer {
    let text: Text
    let paint: Paint

    func page(_ found: Verification) -> String {
        var lines: [String] = []
        let size = text.number(found.size)
        if found.isSound {
            lines.append(paint(text("verify.sound", ["entries": size]), .good))
        } else {
            lines.append(paint(text("verify.damaged", ["entries": size]), .bad))
            lines += found.damage.flatMap(describe)
        }
        lines.append(
            text("verify.root", ["suite": found.suite.rawValue, "root": found.root]))
        for checkpoint in found.checkpoints {
            let values = [
                "file": harmless(checkpoint.file), "size": text.number(checkpoint.size),
            ]
            lines.append(
                checkpoint.sound
                    ? paint("✓ ", .good) + text("verify.checkpointSound", values)
                    : paint("✗ ", .bad) + text("verify.checkpointBroken", values))
        }
        if let proven = found.provenThrough, proven.size > 0 {
            lines.append(
                text(
                    "verify.proven",
                    [
                        "last": text.number(proven.size - 1),
                        "checkpoint": harmless(proven.at ?? proven.file),
                    ]))
        } else {
            lines.append(text("verify.noCheckpoint"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(_ damage: Damage) -> [String] {
        let reason = text.label(.damage, damage.reason)
        let detail = harmless(damage.detail)
        var lines = [
            damage.entry.map { entry in
                text(
                    "verify.damageAt",
                    ["entry": "\(entry)", "reason": reason, "detail": detail])
            } ?? text("verify.damageWhole", ["reason": reason, "detail": detail])
        ]
        if !damage.subjects.isEmpty {
            let touched = damage.subjects.map(harmless).joined(separator: " ")
            lines.append("  " + text("verify.touches", ["subjects": touched]))
        }
        return lines
    }

    static func json(_ found: Verification) -> CanonicalObject {
        var object = CanonicalObject()
        object.set("checkpoints", found.checkpoints.map(json))
        object.set("damage", found.damage.map(json))
        object.set("entries", found.size)
        if let proven = found.provenThrough { object.set("provenThrough", json(proven)) }
        object.set("root", found.root)
        object.set("sound", found.isSound)
        object.set("suite", found.suite.rawValue)
        return object
    }

    private static func json(_ checkpoint: CheckpointVerdict) -> CanonicalObject {
        var object = CanonicalObject()
        if let at = checkpoint.at { object.set("at", at) }
        object.set("file", checkpoint.file)
        object.set("size", checkpoint.size)
        object.set("sound", checkpoint.sound)
        return object
    }

    private static func json(_ damage: Damage) -> CanonicalObject {
        var object = CanonicalObject()
        object.set("detail", damage.detail)
        if let entry = damage.entry { object.set("entry", entry) }
        object.set("reason", damage.reason)
        object.set("subjects", damage.subjects)
        return object
    }
}
