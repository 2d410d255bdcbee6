/// An error that already has its sentence and its exit status: what happened and what to do next.
struct Failure: Error, Equatable {
    let status: ExitStatus
    let message: String
}
