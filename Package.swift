// swift-tools-version: 6.0
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "gazette",
    platforms: [.macOS(.v14)],
    products: [
        .library(name: "Gazette", targets: ["Gazette"]),
        .library(name: "LexiconCompiler", targets: ["LexiconCompiler"]),
        .library(name: "GazetteEvaluation", targets: ["GazetteEvaluation"]),
        .executable(name: "gazette", targets: ["GazetteCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(name: "ICULibrary", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
        .systemLibrary(name: "ZlibLibrary", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "ZstdLibrary", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        .target(name: "CICU", dependencies: ["ICULibrary"]),
        .target(name: "CProcessor"),
        .target(name: "CStandardDescriptors"),
        .target(name: "CCompression", dependencies: ["ZlibLibrary", "ZstdLibrary"]),
        .target(name: "Gazette", dependencies: ["CICU", "CCompression", "CProcessor"], swiftSettings: strict),
        .target(name: "LexiconCompiler", dependencies: ["Gazette"], swiftSettings: strict),
        .target(name: "GazetteEvaluation", dependencies: ["Gazette"], swiftSettings: strict),
        .executableTarget(
            name: "GazetteCLI",
            dependencies: [
                "Gazette", "LexiconCompiler", "GazetteEvaluation", "CStandardDescriptors",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "GazetteTests",
            dependencies: ["Gazette", "LexiconCompiler"],
            swiftSettings: strict),
        .testTarget(name: "LexiconCompilerTests", dependencies: ["LexiconCompiler"], swiftSettings: strict),
        .testTarget(
            name: "GazetteEvaluationTests",
            dependencies: ["GazetteEvaluation", "LexiconCompiler"],
            swiftSettings: strict),
        .testTarget(name: "GazetteCLITests", swiftSettings: strict),
    ]
)
