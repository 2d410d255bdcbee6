import Glibc

/// The last entry that carried each tag.
///
/// Tags lie end to end in one array, found through an open hash table: about 50 bytes a tag.
struct TagTable {
    private struct Slot {
        var hash = 0
        var start = 0
        var length: Int32 = 0
        var last = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var bytes: [UInt8] = []
    private var count = 0

    /// Notes that the entry at `position` carries the tag; returns the last one that did.
    mutating func move(
        _ tag: UnsafeRawBufferPointer, hash: Int, to position: Int
    ) -> Int? {
        if count * 4 >= slots.count * 3 { grow() }
        var index = hash & (slots.count - 1)
        while slots[index].last >= 0 {
            if slots[index].hash == hash, isSame(tag, slots[index]) {
                let last = slots[index].last
                slots[index].last = position
                return last
            }
            index = (index + 1) & (slots.count - 1)
        }
        slots[index] = Slot(
            hash: hash, start: bytes.count, length: Int32(tag.count), last: position)
        bytes.append(contentsOf: tag)
        count += 1
        return nil
    }

    private func isSame(_ tag: UnsafeRawBufferPointer, _ slot: Slot) -> Bool {
        guard tag.count == Int(slot.length) else { return false }
        return bytes.withUnsafeBytes { known in
            guard let known = known.baseAddress, let tag = tag.baseAddress else { return false }
            return memcmp(known + slot.start, tag, Int(slot.length)) == 0
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.last >= 0 {
            var index = slot.hash & (slots.count - 1)
            while slots[index].last >= 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }
}
