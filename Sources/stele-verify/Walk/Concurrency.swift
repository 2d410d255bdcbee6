import Dispatch

/// Runs `body` for 0..<count, on as many cores as there are.
func concurrently(_ count: Int, _ body: @Sendable (Int) -> Void) {
    if count == 1 { return body(0) }
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
}
