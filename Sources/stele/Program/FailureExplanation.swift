import Chain
import Glibc
import Records
import Registry
import Store

extension Failure {
    /// Gives an error its sentence and its status. What no case names is a mistake of ours.
    init(explaining problem: any Error, in text: Text) {
        switch problem {
        case let failure as Failure: self = failure
        case let fault as StoreFault: self.init(fault, in: text)
        case let fault as LedgerFault: self.init(fault, in: text)
        case let refusal as Refusal:
            self.init(
                status: .dataRefused,
                message: text.choose(refusal.messageChinese, refusal.messageEnglish))
        case let fault as LawDocumentFault:
            self.init(
                status: .dataRefused,
                message: text.choose(fault.messageChinese, fault.messageEnglish))
        case let fault as LawFault:
            self.init(
                status: .dataRefused,
                message: text.choose(fault.messageChinese, fault.messageEnglish))
        case let fault as DeliveryFault: self.init(fault, in: text)
        case let fault as MappingFault: self.init(.mapping(fault), in: text)
        case let fault as ReportFault: self.init(fault, in: text)
        case let fault as ExportFault: self.init(fault, in: text)
        case let fault as TileFault:
            let detail =
                switch fault {
                case .missing(let address), .wrongLength(let address, _):
                    "tile \(address.level)/\(address.index)"
                }
            self.init(status: .damaged, message: text("fault.damagedTile", ["detail": detail]))
        case let fault as KeyFault:
            self.init(
                status: .dataRefused, message: text("fault.key", ["reason": Self.kind(of: fault)]))
        case let fault as NoteFault:
            self.init(
                status: .dataRefused,
                message: text("fault.note", ["reason": Self.kind(of: fault)]))
        default: self.init(internalError: problem, in: text)
        }
    }

    private init(_ fault: StoreFault, in text: Text) {
        switch fault {
        case .missing(let path):
            self.init(status: .inputMissing, message: text("fault.missing", ["path": path]))
        case .exists(let path):
            self.init(status: .cannotCreate, message: text("fault.exists", ["path": path]))
        case .permission(let path):
            self.init(status: .noPermission, message: text("fault.permission", ["path": path]))
        case .notALedger(let path):
            self.init(status: .dataRefused, message: text("fault.notALedger", ["path": path]))
        case .newerFormat(let found, let supported):
            self.init(
                status: .dataRefused,
                message: text(
                    "fault.newerFormat", ["found": "\(found)", "supported": "\(supported)"]))
        case .truncated(let path, let found, let expected):
            let message =
                expected > 0
                ? text(
                    "fault.truncated",
                    [
                        "path": path, "found": text.number(found),
                        "expected": text.number(expected),
                    ])
                : text("fault.truncatedSomewhere", ["path": path])
            self.init(status: .damaged, message: message)
        case .malformed(let detail):
            self.init(status: .damaged, message: text("fault.malformed", ["detail": detail]))
        case .busy(let writer, let pid):
            let message =
                pid > 0
                ? text("fault.busy", ["writer": writer, "pid": "\(pid)"])
                : text("fault.busySomebody")
            self.init(status: .busy, message: message)
        case .readOnly(let path):
            self.init(status: .noPermission, message: text("fault.readOnly", ["path": path]))
        case .diskFull(let path):
            self.init(status: .inputOutput, message: text("fault.diskFull", ["path": path]))
        case .ioError(let detail, _):
            self.init(status: .inputOutput, message: text("fault.inputOutput", ["detail": detail]))
        }
    }

    private init(_ fault: LedgerFault, in text: Text) {
        switch fault {
        case .unfinished: self.init(status: .dataRefused, message: text("fault.unfinished"))
        case .damaged(let entry):
            self.init(
                status: .damaged, message: text("fault.damagedEntry", ["entry": "\(entry)"]))
        case .damagedHead(let tag):
            self.init(status: .damaged, message: text("fault.damagedHead", ["tag": tag]))
        case .notSound(let place):
            self.init(status: .damaged, message: text("fault.notSound", ["place": place]))
        case .damagedValue(let entry):
            self.init(
                status: .damaged, message: text("fault.damagedValue", ["entry": "\(entry)"]))
        case .damagedView(let view):
            self.init(status: .damaged, message: text("fault.damagedView", ["view": view]))
        case .clockBehind(let last, let now):
            self.init(
                status: .busy,
                message: text("fault.clockBehind", ["last": "\(last)", "now": "\(now)"]))
        case .foreignKey(let expected, let found):
            self.init(
                status: .dataRefused,
                message: text("fault.foreignKey", ["expected": expected, "found": found]))
        case .noSuchEntry(let position, let size):
            self.init(
                status: .usage,
                message: text(
                    "fault.noSuchEntry", ["entry": "\(position)", "size": text.number(size)]))
        case .noSuchSize(let asked, let size):
            self.init(
                status: .usage,
                message: text(
                    "fault.noSuchSize", ["asked": "\(asked)", "size": text.number(size)]))
        case .entryTooLarge(let bytes, let limit):
            self.init(
                status: .dataRefused,
                message: text(
                    "fault.entryTooLarge",
                    ["bytes": text.number(bytes), "limit": text.number(limit)]))
        case .notAnIdentifier:
            self.init(status: .usage, message: text("usage.badSubject", ["what": ""]))
        case .unusableOrigin(let origin):
            self.init(status: .usage, message: text("fault.unusableOrigin", ["origin": origin]))
        }
    }

    private init(_ fault: DeliveryFault, in text: Text) {
        let status: ExitStatus =
            switch fault {
            case .file(.cannotOpen(_, let code)):
                code == EACCES || code == EPERM ? .noPermission : .inputMissing
            case .file(.cannotRead), .file(.changedWhileRead): .inputOutput
            case .file, .mapping: .dataRefused
            }
        self.init(status: status, message: text.choose(fault.messageChinese, fault.messageEnglish))
    }

    private init(_ fault: ExportFault, in text: Text) {
        switch fault {
        case .exists(let path):
            self.init(status: .cannotCreate, message: text("fault.exists", ["path": path]))
        case .cannotWrite(let path, let code):
            self.init(
                status: .ofWriting(code),
                message: text(
                    "fault.cannotCreate", ["path": path, "reason": String(cString: strerror(code))])
            )
        }
    }

    private init(_ fault: ReportFault, in text: Text) {
        let status: ExitStatus =
            switch fault {
            case .notAReport: .cannotCreate
            case .cannotWrite(_, ENOSPC), .cannotWrite(_, EDQUOT), .cannotWrite(_, EIO):
                .inputOutput
            case .cannotWrite(_, EACCES), .cannotWrite(_, EPERM), .cannotWrite(_, EROFS):
                .noPermission
            case .cannotWrite: .cannotCreate
            }
        self.init(status: status, message: text.choose(fault.messageChinese, fault.messageEnglish))
    }

    /// Names the kind of mistake and nothing it carried: an error may hold a person's data.
    private init(internalError problem: any Error, in text: Text) {
        let kind = String(reflecting: type(of: problem)) + "." + Self.kind(of: problem)
        let id = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16, uppercase: true)
        self.init(
            status: .internalError, message: text("fault.internal", ["id": id, "kind": kind]))
    }

    /// The name of the case, without what it carries.
    private static func kind(of problem: any Error) -> String {
        let mirror = Mirror(reflecting: problem)
        guard mirror.displayStyle == .enum else { return "" }
        return mirror.children.first?.label ?? String(describing: problem)
    }
}

extension Text {
    /// One of two sentences that a room below has in both languages.
    func choose(_ chinese: String, _ english: String) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
