// swift-tools-version: 6.1
import PackageDescription

// The targets are the architecture: a room may import only rooms above it in this list.
// SwiftPM does not enforce that (an undeclared transitive import builds), so Tests/Tidy does.
let package = Package(
    name: "stele",
    products: [
        .executable(name: "stele", targets: ["stele"]),
        .executable(name: "stele-verify", targets: ["stele-verify"]),
        .library(
            name: "SteleKit",
            targets: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "StoreSQLite", "Registry",
                "Wording", "Application",
            ]),
    ],
    targets: [
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CTime"),
        .target(
            name: "CSchema", path: "schema",
            exclude: [
                "README.md", "answers", "calendars", "encodings", "events", "mappings", "print",
                "rules",
                "sqlite.sql", "statements.sql", "templates", "text", "vectors",
            ],
            sources: ["embed.c"], publicHeadersPath: "include"),

        .target(name: "Chain", dependencies: ["COpenSSL"]),
        .target(name: "Law"),
        .target(name: "Vocabulary", dependencies: ["Law"]),
        .target(name: "Records", dependencies: ["Law", "Vocabulary"], exclude: ["README.md"]),
        .target(name: "Store", dependencies: ["Chain"]),
        .target(name: "StoreMemory", dependencies: ["Chain", "Store"]),
        .target(name: "StoreSQLite", dependencies: ["Chain", "Store", "CSchema", "CSQLite"]),
        .target(
            name: "Registry",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "CSchema", "CTime",
            ], exclude: ["README.md"]),
        .target(
            name: "Wording",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "Registry", "CSchema",
            ]),
        .target(
            name: "Application",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "Registry", "Wording",
            ]),
        .executableTarget(
            name: "stele",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "StoreSQLite", "Registry",
                "Wording", "Application",
            ]),
        .executableTarget(name: "stele-verify", dependencies: ["Chain"]),

        .testTarget(name: "ChainTests", dependencies: ["Chain"], exclude: ["Vectors"]),
        .target(name: "LawSupport", dependencies: ["Law"], path: "Tests/LawSupport"),
        .testTarget(name: "LawTests", dependencies: ["Law", "LawSupport"]),
        .testTarget(
            name: "VocabularyTests", dependencies: ["Law", "LawSupport", "Vocabulary"]),
        .testTarget(
            name: "RecordsTests", dependencies: ["Law", "LawSupport", "Vocabulary", "Records"],
            exclude: ["Worked/deadlines.json", "Worked/histories.json"]),
        .target(
            name: "StoreContract", dependencies: ["Chain", "Store"], path: "Tests/StoreContract"),
        .testTarget(
            name: "StoreMemoryTests", dependencies: ["Store", "StoreMemory", "StoreContract"]),
        .testTarget(
            name: "StoreSQLiteTests",
            dependencies: ["Chain", "Store", "StoreSQLite", "StoreContract", "TestSupport"]),
        .testTarget(
            name: "RegistryTests",
            dependencies: [
                "Chain", "Law", "LawSupport", "Vocabulary", "Records", "Store", "StoreMemory",
                "StoreSQLite", "Registry", "Stranger", "TestSupport",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "WordingTests",
            dependencies: [
                "Chain", "Law", "LawSupport", "Vocabulary", "Records", "Registry", "Wording",
                "TestSupport",
            ]),
        .testTarget(
            name: "ApplicationTests",
            dependencies: [
                "stele", "Application", "Chain", "Law", "Vocabulary", "Records", "Registry",
                "Store", "StoreSQLite", "Stranger", "TestSupport", "Wording",
            ], exclude: ["Printed"]),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "stele", "Application", "Chain", "Law", "Vocabulary", "Records", "Registry",
                "Wording", "CSchema",
            ]),
        .target(name: "Stranger", dependencies: ["Law", "Vocabulary"], path: "Tests/Stranger"),
        .testTarget(
            name: "VerifierTests", dependencies: ["Chain", "stele", "stele-verify"],
            exclude: ["verify_test.py"]),
        .target(name: "TestSupport", dependencies: ["CSQLite"], path: "Tests/Support"),
        .testTarget(
            name: "Scenarios",
            dependencies: [
                "stele", "stele-verify", "Chain", "Vocabulary", "Records", "Wording", "Stranger",
                "TestSupport",
            ], exclude: ["Replays"]),
        .testTarget(name: "Faults", dependencies: ["stele", "TestSupport"]),
        .testTarget(name: "Tidy"),
    ]
)

for target in package.targets where target.type != .system && target.name != "CSchema" {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
    // The programs carry the language's own libraries: they start in half the time, and run where
    // no Swift is installed.
    if target.type == .executable {
        target.linkerSettings = [
            .unsafeFlags(["-static-stdlib"], .when(configuration: .release))
        ]
    }
}
