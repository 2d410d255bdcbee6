internal import Law
public import Registry
internal import Vocabulary

extension Text {
    /// What an edition replaces, from when, and which open files it judges from now on: a sentence
    /// each.
    public func sentences(on effect: ActivationEffect) -> [String] {
        [replacement(effect), touched(effect)]
    }

    private func replacement(_ effect: ActivationEffect) -> String {
        var values = ["edition": harmless(effect.edition), "from": "\(effect.from)"]
        guard let replaced = effect.replaced else { return self("rules.replacesNone", values) }
        values["replaced"] = harmless(replaced.content.edition)
        values["entry"] = "\(replaced.position)"
        guard let through = effect.through else { return self("rules.replaces", values) }
        values["through"] = "\(through)"
        return self("rules.replacesUntil", values)
    }

    private func touched(_ effect: ActivationEffect) -> String {
        let files = effect.files
        if files.isEmpty { return self("rules.touchesNothing") }
        let named =
            files.prefix(Self.filesNamed).map { harmless($0.identifier) }
            + (files.count > Self.filesNamed ? ["…"] : [])
        return self(
            "rules.touches",
            ["count": number(files.count), "files": named.joined(separator: self("list.comma"))])
    }

    /// So many files are named in a sentence; the answer for programs names all.
    private static let filesNamed = 20
}
