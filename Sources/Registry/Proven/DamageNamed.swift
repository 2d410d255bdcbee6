import Store

extension LedgerFault {
    /// Whether it says that something stored is not as it was.
    var isDamage: Bool {
        switch self {
        case .damaged, .altered, .damagedHead, .damagedRow, .notSound, .damagedValue, .damagedView:
            true
        case .unfinished, .unsound, .evidence, .signedOtherwise, .clockBehind, .clockAhead,
            .clockUnconfirmed, .notFirstAhead, .foreignKey, .noSuchEntry, .noSuchSize,
            .noCheckpoint, .entryTooLarge, .unknownOutcome, .notAnIdentifier, .unusableOrigin:
            false
        }
    }

    /// The entry that it is about, if it names one.
    private var entry: Int? {
        switch self {
        case .damaged(let entry), .altered(let entry), .damagedValue(let entry): entry
        default: nil
        }
    }

    /// What of a verification's findings it ran into: those at its entry, else all.
    fileprivate func among(_ damages: [Damage]) -> [Damage] {
        let own = damages.filter { $0.entry != nil && $0.entry == entry }
        return own.isEmpty ? damages : own
    }
}

extension Ledger {
    /// How many damages a fault names.
    private static let named = 5

    /// Runs `body`; where it runs into damage, the ledger is verified, so that the fault names what
    /// is wrong and whose trails it touches.
    ///
    /// - Throws: ``LedgerFault/unsound(_:more:)``, or the fault as it was where a verification finds
    ///   nothing of it.
    public func namingDamage<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let fault as LedgerFault where fault.isDamage {
            throw naming(fault)
        } catch StoreFault.malformed(let detail) {
            let fault = LedgerFault.notSound(place: detail)
            let named = naming(fault)
            throw named == fault ? StoreFault.malformed(detail: detail) as any Error : named
        }
    }

    /// A fault with the damage that it ran into.
    public func naming(_ fault: LedgerFault) -> LedgerFault {
        guard fault.isDamage,
            let found = try? LedgerVerifier(source, duties: duties, cores: AllCores.count).verify(),
            !found.isSound
        else { return fault }
        let damages = fault.among(found.damages)
        return .unsound(
            Array(damages.prefix(Self.named)),
            more: max(0, damages.count - Self.named) + found.unlisted)
    }
}
