// swift-tools-version: 6.1
import PackageDescription

// The targets are the architecture: a room may import only rooms above it in this list.
// SwiftPM does not enforce that (an undeclared transitive import builds), so Tests/Tidy does.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
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
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "CSchema", path: "schema",
            exclude: [
                "README.md", "calendars", "events", "mappings", "rules", "sqlite.sql",
                "statements.sql", "text", "vectors",
            ],
            sources: ["embed.c"], publicHeadersPath: "include"),

        .target(name: "Chain", dependencies: ["COpenSSL"], swiftSettings: settings),
        .target(name: "Law", swiftSettings: settings),
        .target(name: "Vocabulary", dependencies: ["Law"], swiftSettings: settings),
        .target(name: "Records", dependencies: ["Law", "Vocabulary"], swiftSettings: settings),
        .target(name: "Store", dependencies: ["Chain"], swiftSettings: settings),
        .target(
            name: "StoreSQLite",
            dependencies: [
                "Chain", "Store", "CSchema",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "Registry",
            dependencies: ["Chain", "Law", "Vocabulary", "Records", "Store", "CSchema"],
            swiftSettings: settings),
        .target(
            name: "Wording",
            dependencies: ["Chain", "Law", "Vocabulary", "Records", "Store", "Registry", "CSchema"],
            swiftSettings: settings),
        .executableTarget(
            name: "stele",
            dependencies: [
                "Chain", "Law", "Vocabulary", "Records", "Store", "StoreSQLite", "Registry",
                "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "stele-verify", dependencies: ["Chain"], swiftSettings: settings),

        .testTarget(
            name: "ChainTests", dependencies: ["Chain"], exclude: ["Vectors"],
            swiftSettings: settings),
        .testTarget(
            name: "RecordsTests", dependencies: ["Records", "Chain"], swiftSettings: settings),
        .testTarget(
            name: "StoreSQLiteTests", dependencies: ["Chain", "Store", "StoreSQLite"],
            swiftSettings: settings),
        .testTarget(
            name: "RegistryTests",
            dependencies: ["Chain", "Records", "Store", "StoreSQLite", "Registry"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "ProgramTests",
            dependencies: ["stele", "Chain", "Records", "Registry", "CSchema"],
            swiftSettings: settings),
        .testTarget(
            name: "VerifierTests", dependencies: ["Chain", "stele", "stele-verify"],
            exclude: ["verify_test.py"], swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
        .testTarget(
            name: "Scenarios", dependencies: ["stele", "stele-verify", "Chain", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "Faults",
            dependencies: [
                "stele", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(name: "Tidy", swiftSettings: settings),
    ]
)
