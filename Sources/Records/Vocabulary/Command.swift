/// Something asked of the ledger. It may be refused; an event may not.
public protocol DomainCommand: Sendable, Hashable {
    /// The stable name by which mappings and interfaces call it.
    static var name: String { get }
    init(from reader: some FieldReader) throws(Refusal)
    /// What must be known to decide it: the past carries these tags.
    var concerns: [Tag] { get }
    /// Decides; never acts. I6: the same past and command always give the same answer.
    ///
    /// Nothing to record (it is there already) is an empty list, not a refusal.
    func decide(over past: some Past) throws(Refusal) -> [Draft]
}

/// A command that can be signed: every one, since who acts may matter to each.
protocol SignedCommand: DomainCommand {
    var circumstances: Circumstances { get set }
}

/// Every command there is.
public enum Command: Hashable, Sendable {
    case registerSubject(RegisterSubject)
    case beginEmployment(BeginEmployment)
    case takePost(TakePost)
    case suspendPost(SuspendPost)
    case reinstatePost(ReinstatePost)
    case endEmployment(EndEmployment)
    case receiveComplaint(ReceiveComplaint)
    case openCase(OpenCase)
    case namePerson(NamePerson)
    case assignInvestigator(AssignInvestigator)
    case recommendFinding(RecommendFinding)
    case makeFinding(MakeFinding)
    case closeCase(CloseCase)
    case recommendSanction(RecommendSanction)
    case imposeSanction(ImposeSanction)
    case recordNotExecuted(RecordNotExecuted)
    case annulSanction(AnnulSanction)
    case withdrawRecord(WithdrawRecord)
    case detectGrounds(DetectGrounds)
    /// A fact asked to be recorded as it is.
    case act(RecordAct)

    /// Reads the fields of the named command.
    public init(name: String, reader: some FieldReader) throws(Refusal) {
        switch name {
        case RegisterSubject.name: self = .registerSubject(try RegisterSubject(from: reader))
        case BeginEmployment.name: self = .beginEmployment(try BeginEmployment(from: reader))
        case TakePost.name: self = .takePost(try TakePost(from: reader))
        case SuspendPost.name: self = .suspendPost(try SuspendPost(from: reader))
        case ReinstatePost.name: self = .reinstatePost(try ReinstatePost(from: reader))
        case EndEmployment.name: self = .endEmployment(try EndEmployment(from: reader))
        case ReceiveComplaint.name: self = .receiveComplaint(try ReceiveComplaint(from: reader))
        case OpenCase.name: self = .openCase(try OpenCase(from: reader))
        case NamePerson.name: self = .namePerson(try NamePerson(from: reader))
        case AssignInvestigator.name:
            self = .assignInvestigator(try AssignInvestigator(from: reader))
        case RecommendFinding.name: self = .recommendFinding(try RecommendFinding(from: reader))
        case MakeFinding.name: self = .makeFinding(try MakeFinding(from: reader))
        case CloseCase.name: self = .closeCase(try CloseCase(from: reader))
        case RecommendSanction.name: self = .recommendSanction(try RecommendSanction(from: reader))
        case ImposeSanction.name: self = .imposeSanction(try ImposeSanction(from: reader))
        case RecordNotExecuted.name: self = .recordNotExecuted(try RecordNotExecuted(from: reader))
        case AnnulSanction.name: self = .annulSanction(try AnnulSanction(from: reader))
        case WithdrawRecord.name: self = .withdrawRecord(try WithdrawRecord(from: reader))
        case DetectGrounds.name: self = .detectGrounds(try DetectGrounds(from: reader))
        default:
            guard let act = try RecordAct(name: name, reader: reader) else {
                throw .unknownCommand(name)
            }
            self = .act(act)
        }
    }

    /// The same, signed: whether it is recorded may depend on who asks and who approved it.
    public func signed(by actor: String, approvedBy approver: String?) -> Command {
        func sign<Asked: SignedCommand>(_ command: Asked) -> Asked {
            var signed = command
            signed.circumstances = command.circumstances.signed(by: actor, approvedBy: approver)
            return signed
        }
        return switch self {
        case .registerSubject(let command): .registerSubject(sign(command))
        case .beginEmployment(let command): .beginEmployment(sign(command))
        case .takePost(let command): .takePost(sign(command))
        case .suspendPost(let command): .suspendPost(sign(command))
        case .reinstatePost(let command): .reinstatePost(sign(command))
        case .endEmployment(let command): .endEmployment(sign(command))
        case .receiveComplaint(let command): .receiveComplaint(sign(command))
        case .openCase(let command): .openCase(sign(command))
        case .namePerson(let command): .namePerson(sign(command))
        case .assignInvestigator(let command): .assignInvestigator(sign(command))
        case .recommendFinding(let command): .recommendFinding(sign(command))
        case .makeFinding(let command): .makeFinding(sign(command))
        case .closeCase(let command): .closeCase(sign(command))
        case .recommendSanction(let command): .recommendSanction(sign(command))
        case .imposeSanction(let command): .imposeSanction(sign(command))
        case .recordNotExecuted(let command): .recordNotExecuted(sign(command))
        case .annulSanction(let command): .annulSanction(sign(command))
        case .withdrawRecord(let command): .withdrawRecord(sign(command))
        case .detectGrounds(let command): .detectGrounds(sign(command))
        case .act(let act):
            .act(RecordAct(act.event, act.circumstances.signed(by: actor, approvedBy: approver)))
        }
    }

    /// What must be known to decide it.
    public var concerns: [Tag] {
        switch self {
        case .registerSubject(let command): command.concerns
        case .beginEmployment(let command): command.concerns
        case .takePost(let command): command.concerns
        case .suspendPost(let command): command.concerns
        case .reinstatePost(let command): command.concerns
        case .endEmployment(let command): command.concerns
        case .receiveComplaint(let command): command.concerns
        case .openCase(let command): command.concerns
        case .namePerson(let command): command.concerns
        case .assignInvestigator(let command): command.concerns
        case .recommendFinding(let command): command.concerns
        case .makeFinding(let command): command.concerns
        case .closeCase(let command): command.concerns
        case .recommendSanction(let command): command.concerns
        case .imposeSanction(let command): command.concerns
        case .recordNotExecuted(let command): command.concerns
        case .annulSanction(let command): command.concerns
        case .withdrawRecord(let command): command.concerns
        case .detectGrounds(let command): command.concerns
        case .act(let act): act.act.concerns
        }
    }

    /// The day on which it is said to have happened.
    public var on: CalendarDate? { circumstances.on }

    /// Whether it may be recorded before its day: posts and retirements are ordered ahead.
    public var mayLieAhead: Bool {
        switch self {
        case .beginEmployment, .takePost, .endEmployment: true
        default: false
        }
    }

    /// When it happened and on what it rests.
    var circumstances: Circumstances {
        switch self {
        case .registerSubject(let command): command.circumstances
        case .beginEmployment(let command): command.circumstances
        case .takePost(let command): command.circumstances
        case .suspendPost(let command): command.circumstances
        case .reinstatePost(let command): command.circumstances
        case .endEmployment(let command): command.circumstances
        case .receiveComplaint(let command): command.circumstances
        case .openCase(let command): command.circumstances
        case .namePerson(let command): command.circumstances
        case .assignInvestigator(let command): command.circumstances
        case .recommendFinding(let command): command.circumstances
        case .makeFinding(let command): command.circumstances
        case .closeCase(let command): command.circumstances
        case .recommendSanction(let command): command.circumstances
        case .imposeSanction(let command): command.circumstances
        case .recordNotExecuted(let command): command.circumstances
        case .annulSanction(let command): command.circumstances
        case .withdrawRecord(let command): command.circumstances
        case .detectGrounds(let command): command.circumstances
        case .act(let act): act.circumstances
        }
    }

    /// The name it is called by.
    public var name: String {
        switch self {
        case .registerSubject: RegisterSubject.name
        case .beginEmployment: BeginEmployment.name
        case .takePost: TakePost.name
        case .suspendPost: SuspendPost.name
        case .reinstatePost: ReinstatePost.name
        case .endEmployment: EndEmployment.name
        case .receiveComplaint: ReceiveComplaint.name
        case .openCase: OpenCase.name
        case .namePerson: NamePerson.name
        case .assignInvestigator: AssignInvestigator.name
        case .recommendFinding: RecommendFinding.name
        case .makeFinding: MakeFinding.name
        case .closeCase: CloseCase.name
        case .recommendSanction: RecommendSanction.name
        case .imposeSanction: ImposeSanction.name
        case .recordNotExecuted: RecordNotExecuted.name
        case .annulSanction: AnnulSanction.name
        case .withdrawRecord: WithdrawRecord.name
        case .detectGrounds: DetectGrounds.name
        case .act(let act): type(of: act.act).act.name
        }
    }

    /// All commands but acts, in the order of a case's life.
    public static let types: [any DomainCommand.Type] = [
        RegisterSubject.self,
        BeginEmployment.self,
        TakePost.self,
        SuspendPost.self,
        ReinstatePost.self,
        EndEmployment.self,
        ReceiveComplaint.self,
        OpenCase.self,
        NamePerson.self,
        AssignInvestigator.self,
        RecommendFinding.self,
        MakeFinding.self,
        CloseCase.self,
        RecommendSanction.self,
        ImposeSanction.self,
        RecordNotExecuted.self,
        AnnulSanction.self,
        WithdrawRecord.self,
        DetectGrounds.self,
    ]

    /// Their names.
    public static let names = types.map { $0.name }

    /// Decides; never acts. An empty list: it is there already.
    public func decide(over past: some Past) throws(Refusal) -> [Draft] {
        try checkRecusals(over: past)
        return switch self {
        case .registerSubject(let command): try command.decide(over: past)
        case .beginEmployment(let command): try command.decide(over: past)
        case .takePost(let command): try command.decide(over: past)
        case .suspendPost(let command): try command.decide(over: past)
        case .reinstatePost(let command): try command.decide(over: past)
        case .endEmployment(let command): try command.decide(over: past)
        case .receiveComplaint(let command): try command.decide(over: past)
        case .openCase(let command): try command.decide(over: past)
        case .namePerson(let command): try command.decide(over: past)
        case .assignInvestigator(let command): try command.decide(over: past)
        case .recommendFinding(let command): try command.decide(over: past)
        case .makeFinding(let command): try command.decide(over: past)
        case .closeCase(let command): try command.decide(over: past)
        case .recommendSanction(let command): try command.decide(over: past)
        case .imposeSanction(let command): try command.decide(over: past)
        case .recordNotExecuted(let command): try command.decide(over: past)
        case .annulSanction(let command): try command.decide(over: past)
        case .withdrawRecord(let command): try command.decide(over: past)
        case .detectGrounds(let command): try command.decide(over: past)
        case .act(let act): try act.decide(over: past)
        }
    }
}
