import Records
import Store

extension Failure {
    /// Gives an error its sentence and its status. What no case names is a mistake of ours.
    init(explaining problem: any Error, in text: Text) {
        switch problem {
        case let failure as Failure: self = failure
        case let fault as StoreFault: self.init(fault, in: text)
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

    /// Names the kind of mistake and nothing it carried: an error may hold a person's data.
    private init(internalError problem: any Error, in text: Text) {
        let mirror = Mirror(reflecting: problem)
        var kind = String(reflecting: type(of: problem))
        if mirror.displayStyle == .enum {
            kind += "." + (mirror.children.first?.label ?? String(describing: problem))
        }
        let id = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16, uppercase: true)
        self.init(
            status: .internalError, message: text("fault.internal", ["id": id, "kind": kind]))
    }
}
