import Application
import Registry
import Wording

/// What is asked of one entry (一条记录).
extension Choice {
    static let ofEntries = [
        Choice(EntryShow.self, ["": "help.show", "entry": "help.show.entry"]) { _, reply, sheet in
            EntryRenderer(sheet: sheet, names: reply.names).page(reply.about)
        }
    ]
}
