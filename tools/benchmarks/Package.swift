// swift-tools-version: 6.1
import PackageDescription

// Stands beside the product and depends on it; nothing in the product depends on this.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "stele", path: "../..")],
    targets: [
        .executableTarget(
            name: "benchmark", dependencies: [.product(name: "SteleKit", package: "stele")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
