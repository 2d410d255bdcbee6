/// The last entry that carried each tag, by the tag's hash: sixteen bytes a slot.
///
/// The hash is keyed anew in each run of the program, so that nobody can aim two tags at one slot.
struct TagTable {
    private struct Slot {
        var hash = 0
        /// −1: free.
        var last = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var count = 0

    /// Notes that the entry at `position` carries the tag; returns the last one that did.
    mutating func move(_ hash: Int, to position: Int) -> Int? {
        if count * 4 >= slots.count * 3 { grow() }
        let index = slot(of: hash)
        let before = slots[index].last
        slots[index] = Slot(hash: hash, last: position)
        if before >= 0 { return before }
        count += 1
        return nil
    }

    private func slot(of hash: Int) -> Int {
        var index = hash & (slots.count - 1)
        while slots[index].last >= 0, slots[index].hash != hash {
            index = (index + 1) & (slots.count - 1)
        }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for taken in old where taken.last >= 0 { slots[slot(of: taken.hash)] = taken }
    }
}
