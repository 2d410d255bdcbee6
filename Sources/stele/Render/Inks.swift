import Records
import Wording

extension TimelineSign {
    var ink: Paint.Ink {
        switch self {
        case .suspected: .suspected
        case .recommended: .recommended
        case .found: .found
        case .cleared, .lifted: .lifted
        case .sanction: .sanction
        case .post, .decision: .post
        case .remedy, .objection, .repair: .lifted
        case .record: .found
        case .procedure, .correction, .opaque: .quiet
        }
    }
}

extension ClockWording {
    func ink(_ reading: ClockReading) -> Paint.Ink {
        switch reading.state {
        case .overdue, .undetermined: .bad
        case .metLate, .filedLate: .suspected
        case .met: .good
        case .running, .lapsed, .reached, .open: .post
        }
    }
}
