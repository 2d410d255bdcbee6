// swift-tools-version: 6.1
import PackageDescription

// The targets are the architecture: a room may import only rooms above it in this list.
// SwiftPM does not enforce that (an undeclared transitive import builds), so Tests/Tidy does.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// The programs carry the language's own libraries: they start in half the time, and run where no
// Swift is installed.
let linking: [LinkerSetting] = [
    .unsafeFlags(["-static-stdlib"], .when(configuration: .release))
]

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
        .target(
            name: "CSchema", path: "schema",
            exclude: [
                "README.md", "answers", "calendars", "events", "mappings", "rules", "sqlite.sql",
                "statements.sql", "text", "vectors",
            ],
            sources: ["embed.c"], publicHeadersPath: "include"),

        .target(name: "Chain", dependencies: ["COpenSSL"], swiftSettings: settings),
        .target(name: "Law", swiftSettings: settings),
        .target(name: "Vocabulary", dependencies: ["Law"], swiftSettings: settings),
        .target(
            name: "Records", dependencies: ["Law", "Vocabulary"], exclude: ["README.md"],
            swiftSettings: settings),
        .target(name: "Store", dependencies: ["Chain"], swiftSettings: settings),
        .target(name: "StoreMemory", dependencies: ["Chain", "Store"], swiftSettings: settings),
        .target(
            name: "StoreSQLite", dependencies: ["Chain", "Store", "CSchema", "CSQLite"],
            swiftSettings: settings),
        .target(
            name: "Registry",
            dependencies: ["Chain", "Law", "Vocabulary", "Records", "Store", "CSchema"],
            swiftSettings: settings),
        .target(
            name: "Wording",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "Registry", "CSchema",
            ],
            swiftSettings: settings),
        .target(
            name: "Application",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "Registry", "Wording",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "stele",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "StoreSQLite", "Registry",
                "Wording", "Application",
            ],
            swiftSettings: settings, linkerSettings: linking),
        .executableTarget(
            name: "stele-verify", dependencies: ["Chain"], swiftSettings: settings,
            linkerSettings: linking),

        .testTarget(
            name: "ChainTests", dependencies: ["Chain"], exclude: ["Vectors"],
            swiftSettings: settings),
        .target(
            name: "LawSupport", dependencies: ["Law"], path: "Tests/LawSupport",
            swiftSettings: settings),
        .testTarget(
            name: "LawTests", dependencies: ["Law", "LawSupport"], swiftSettings: settings),
        .testTarget(
            name: "VocabularyTests", dependencies: ["Law", "Vocabulary"],
            swiftSettings: settings),
        .testTarget(
            name: "RecordsTests", dependencies: ["Law", "LawSupport", "Vocabulary", "Records"],
            swiftSettings: settings),
        .target(
            name: "StoreContract", dependencies: ["Chain", "Store"], path: "Tests/StoreContract",
            swiftSettings: settings),
        .testTarget(
            name: "StoreMemoryTests", dependencies: ["Store", "StoreMemory", "StoreContract"],
            swiftSettings: settings),
        .testTarget(
            name: "StoreSQLiteTests",
            dependencies: ["Chain", "Store", "StoreSQLite", "StoreContract", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "RegistryTests",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "StoreSQLite", "Registry",
                "Stranger", "TestSupport",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "WordingTests",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Registry", "Wording", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ApplicationTests",
            dependencies: [
                "stele", "Application", "Chain", "Law", "Vocabulary", "Records", "Registry",
                "Stranger", "TestSupport", "Wording",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "stele", "Application", "Chain", "Law", "Vocabulary", "Records", "Registry",
                "Wording",
                "CSchema",
            ],
            swiftSettings: settings),
        .target(
            name: "Stranger", dependencies: ["Law", "Vocabulary"], path: "Tests/Stranger",
            swiftSettings: settings),
        .testTarget(
            name: "VerifierTests", dependencies: ["Chain", "stele", "stele-verify"],
            exclude: ["verify_test.py"], swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["CSQLite"], path: "Tests/Support",
            swiftSettings: settings),
        .testTarget(
            name: "Scenarios",
            dependencies: [
                "stele", "stele-verify", "Chain", "Vocabulary", "Records", "Wording", "Stranger",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "Faults",
            dependencies: ["stele", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "Tidy", swiftSettings: settings),
    ]
)
