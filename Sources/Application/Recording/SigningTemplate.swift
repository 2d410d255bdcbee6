internal import Records
public import Registry
public import Vocabulary

extension Application {
    /// What somebody filled in, signed by whoever imports it, as they are registered; nil where nobody
    /// says who that is.
    ///
    /// - Throws: ``Refusal`` where the recorder and the approver are one, or the unit is a person.
    public func signed(
        _ mapping: Mapping, by actor: Officer?, of unit: UnitID, approver: Officer?
    ) throws -> Mapping? {
        guard let actor else { return nil }
        if try ledger.registration(of: unit).kind == .person { throw Refusal.notAUnit(unit) }
        let identities = Identities(ledger)
        let recorder = try identities.registered(actor)
        let second = try approver.map(identities.registered)
        if let second, second == recorder { throw Refusal.approverIsRecorder(second) }
        return mapping.signed(by: recorder, of: unit, approver: second)
    }
}
