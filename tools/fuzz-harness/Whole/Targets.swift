/// What runs the whole product in one process.
let targets: [String: @Sendable ([UInt8]) -> String?] = [
    "file": commandFileIsTakenOrRefused,
    "ledger": hostileLedgerIsAnsweredOrRefused,
]
