public import Law
public import Vocabulary

/// All that is recorded about one document.
public struct InstrumentFile: FileView {
    public typealias ID = InstrumentID
    public let file: RecordFile
    public init(_ file: RecordFile) { self.file = file }

    public var instrument: InstrumentID { id }

    private func own<F: InstrumentFact>(
        _ kind: F.Type, by date: CalendarDate?, knownAt moment: Instant?
    ) -> [Recorded<F>] {
        log.standing(kind, by: date, knownAt: moment).filter { $0.fact.instrument == id }
    }

    /// The registration that stands.
    public func registration(knownAt moment: Instant? = nil) -> Recorded<InstrumentRegistered>? {
        own(InstrumentRegistered.self, by: nil, knownAt: moment).last
    }

    public func variations(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> [Recorded<InstrumentVaried>] {
        own(InstrumentVaried.self, by: date, knownAt: moment)
    }

    public func annulment(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> Recorded<InstrumentAnnulled>? {
        own(InstrumentAnnulled.self, by: date, knownAt: moment).first
    }

    /// Whom it names, as changed last.
    public func subjects(
        by date: CalendarDate? = nil, knownAt moment: Instant? = nil
    ) -> [SubjectID] {
        let released = Set(variations(by: date, knownAt: moment).flatMap(\.fact.released))
        return registration(knownAt: moment)?.fact.subjects.filter { !released.contains($0) } ?? []
    }

    /// The records that were proposed on it, in the order recorded.
    public func records(knownAt moment: Instant? = nil) -> [Recorded<DishonestyProposed>] {
        log.standing(DishonestyProposed.self, knownAt: moment).filter {
            $0.fact.instrument == id
        }
    }
}

extension Past {
    /// Nil when nothing is recorded under the identifier.
    func instrument(_ id: InstrumentID) -> InstrumentFile? { view(id) }

    /// The document, and its registration that stands.
    func registered(
        _ id: InstrumentID
    ) throws(Refusal) -> (file: InstrumentFile, registration: Recorded<InstrumentRegistered>) {
        guard let file = instrument(id), let registration = file.registration() else {
            throw .instrument(.unknown(id))
        }
        return (file, registration)
    }
}
