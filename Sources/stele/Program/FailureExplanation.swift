import Chain
import Glibc
import Law
import Registry
import Store
import Vocabulary
import Wording

extension Failure {
    /// Gives an error its sentence and its status. What no case names is a mistake of ours.
    init(explaining problem: any Error, in text: Text) {
        switch problem {
        case let failure as Failure: self = failure
        case let fault as StoreFault:
            self.init(status: .of(fault), message: text.sentence(of: fault))
        case let fault as LedgerFault:
            self.init(status: .of(fault), message: text.sentence(of: fault))
        case let fault as DeliveryFault:
            self.init(status: .of(fault), message: text.sentence(of: fault))
        case let fault as ReportFault:
            self.init(status: .of(fault), message: text.sentence(of: fault))
        case let broken as ImportBrokenOff:
            let inner = Failure(explaining: broken.reason, in: text)
            self.init(
                status: inner.status,
                message: text(
                    broken.isComplete ? "import.stands" : "import.brokenOff",
                    [
                        "reason": inner.message, "rows": text.number(broken.rows),
                        "entries": text.number(broken.entries),
                    ]))
        case let told as any Explained:
            self.init(status: .dataRefused, message: text.sentence(of: told))
        case let fault as ExportFault:
            self.init(
                status: .of(fault),
                message: text.sentence(of: fault) { String(cString: strerror($0)) })
        case let fault as TileFault:
            self.init(status: .damaged, message: text.sentence(of: fault))
        case let fault as KeyFault:
            self.init(status: .dataRefused, message: text.sentence(of: fault))
        case let fault as NoteFault:
            self.init(status: .dataRefused, message: text.sentence(of: fault))
        default:
            let id = String(
                UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16, uppercase: true)
            self.init(
                status: .internalError, message: text.sentence(ofMistake: problem, id: id))
        }
    }
}

extension ExitStatus {
    fileprivate static func of(_ fault: StoreFault) -> ExitStatus {
        switch fault {
        case .missing: .inputMissing
        case .exists: .cannotCreate
        case .permission, .readOnly, .refused: .noPermission
        case .notALedger, .newerFormat, .secondName, .mountedAlone: .dataRefused
        case .truncated, .malformed: .damaged
        case .busy, .unreachable, .overloaded: .busy
        case .diskFull, .ioError, .connectionLost, .moved: .inputOutput
        case .unknownOutcome: .unknownOutcome
        }
    }

    fileprivate static func of(_ fault: LedgerFault) -> ExitStatus {
        switch fault {
        case .unfinished, .foreignKey, .entryTooLarge: .dataRefused
        case .damaged, .altered, .damagedHead, .damagedRow, .notSound, .damagedValue, .damagedView,
            .evidence, .unsound, .signedOtherwise:
            .damaged
        case .clockBehind: .busy
        case .clockAhead, .clockUnconfirmed, .notFirstAhead: .usage
        case .notAnIdentifier, .unusableOrigin: .usage
        case .noCheckpoint, .noSuchEntry, .noSuchSize: .inputMissing
        case .unknownOutcome: .unknownOutcome
        }
    }

    fileprivate static func of(_ fault: DeliveryFault) -> ExitStatus {
        switch fault {
        case .file(.cannotOpen(_, let code)):
            code == EACCES || code == EPERM ? .noPermission : .inputMissing
        case .file(.notRegular): .inputMissing
        case .file(.cannotRead), .file(.changedWhileRead): .inputOutput
        case .file, .mapping: .dataRefused
        }
    }

    fileprivate static func of(_ fault: ExportFault) -> ExitStatus {
        switch fault {
        case .exists: .cannotCreate
        case .cannotWrite(_, let code): .ofWriting(code)
        }
    }

    fileprivate static func of(_ fault: ReportFault) -> ExitStatus {
        switch fault {
        case .notAReport: .cannotCreate
        case .cannotWrite(_, ENOSPC), .cannotWrite(_, EDQUOT), .cannotWrite(_, EIO): .inputOutput
        case .cannotWrite(_, EACCES), .cannotWrite(_, EPERM), .cannotWrite(_, EROFS):
            .noPermission
        case .cannotWrite: .cannotCreate
        }
    }
}
