// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: Swift 6 mode, the upcoming features that keep imports and existentials honest,
/// and no warning left standing.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .treatWarning("ExplicitSendable", as: .error),
]

/// What targets are compiled with that go over every byte and every value of an exchange.
///
/// Without optimisation they would be a good part of a run in a debug build. Only those, since optimising takes time, too.
let optimized: [SwiftSetting] = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { Target.Dependency.product(name: $0, package: "swift-nio") }
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = ["Hummingbird", "HummingbirdCore"].map { Target.Dependency.product(name: $0, package: "hummingbird") }
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A library target and the test target that holds its promises.
///
/// - Parameters:
///   - name: the target; its sources are in `Sources/<name>`, its tests in `Tests/<name>Tests`.
///   - dependencies: what the target may import; arrows run one way (see the architecture page).
///   - plugins: build plugins that make part of the sources.
///   - testing: what the tests import beside the target and its dependencies.
///   - fixtures: folders of the test target that hold data, not code.
///   - librarySettings: what the target itself is compiled with.
/// - Returns: the two targets.
func layer(
    _ name: String,
    on dependencies: [Target.Dependency] = [],
    plugins: [Target.PluginUsage]? = nil,
    testing: [Target.Dependency] = [],
    fixtures: [String] = [],
    librarySettings: [SwiftSetting] = settings
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: librarySettings, plugins: plugins),
        .testTarget(
            name: name + "Tests",
            dependencies: [.byName(name: name)] + dependencies + testing,
            exclude: fixtures,
            swiftSettings: settings
        ),
    ]
}

let libraries =
    layer("Timestamps")
    + layer("Files")
    + layer("JSON", librarySettings: optimized)
    + layer("JSONSchema", on: ["JSON", "Timestamps"], librarySettings: optimized)
    + layer("YAMLSource", on: ["JSON", yams])
    + layer(
        "BundledSuite",
        plugins: ["BundleSuite"],
        testing: [
            "Conformance", "Files", "Policy", "Proof", "ReferenceServer", "Results", "Scenarios", "SeamContract",
            "YAMLSource",
        ]
    )
    + layer("Redaction", on: ["JSON"], librarySettings: optimized)
    + layer("SeamContract", on: ["JSON", "JSONSchema", "YAMLSource", collections])
    + layer("ContractDiff", on: ["JSON", "JSONSchema", "SeamContract", "YAMLSource"])
    + layer("Scenarios", on: ["JSON", "JSONSchema", "SeamContract", "Timestamps", "YAMLSource"])
    + layer("Results", on: ["JSON", "SeamContract", "Timestamps"])
    + layer(
        "Trends",
        on: ["Results", "SeamContract", "Timestamps"],
        testing: ["SeamModel", "TrendTrial"],
        librarySettings: optimized
    )
    + layer(
        "Conformance",
        on: [
            "JSON", "JSONSchema", "Redaction", "Results", "Scenarios", "SeamContract", "Timestamps", "YAMLSource",
            httpClient,
        ]
            + nio,
        testing: ["ReferenceServer", "SeamModel"]
    )
    + layer("SeamModel", on: ["JSON", "Timestamps"])
    + layer(
        "ReferenceServer",
        on: ["JSON", "JSONSchema", "SeamContract", "SeamModel", "Timestamps", httpTypes, logging] + hummingbird + nio
    )
    + layer(
        "Proof",
        on: ["Conformance", "ReferenceServer", "Results", "Scenarios", "SeamContract", "Timestamps"],
        testing: ["BundledSuite", "JSON"]
    )
    + layer(
        "History",
        on: ["CZlib", "Files", "JSON", "Results", "SeamContract", "Timestamps", "Trends", grdb],
        testing: ["Reports"]
    )
    + layer(
        "Policy",
        on: ["JSON", "Results", "Scenarios", "SeamContract", "Timestamps", "Trends", "YAMLSource"],
        testing: ["BundledSuite"]
    )
    + layer(
        "Reports",
        on: ["JSON", "Results", "SeamContract", "Timestamps", "Trends", mustache],
        testing: ["JSONSchema"],
        fixtures: ["Fixtures"]
    )
    + layer(
        "Fuzzing",
        on: ["BundledSuite", "JSON", "JSONSchema", "Scenarios", "SeamContract", "YAMLSource"],
        fixtures: ["Corpus"]
    )

let tools: [Target] = [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .plugin(name: "BundleSuite", capability: .buildTool(), dependencies: ["bundle-suite"]),
    .executableTarget(name: "bundle-suite", swiftSettings: settings),
    .executableTarget(
        name: "seamcheck",
        dependencies: [
            "BundledSuite", "Conformance", "ContractDiff", "Files", "History", "JSON", "JSONSchema", "Policy", "Proof",
            "Redaction", "ReferenceServer", "Reports", "Results", "Scenarios", "SeamContract", "Timestamps", "Trends",
            "YAMLSource", arguments,
        ],
        swiftSettings: settings
    ),
    .executableTarget(
        name: "seambench",
        dependencies: [
            "BundledSuite", "Conformance", "History", "JSON", "JSONSchema", "Policy", "Proof", "Redaction",
            "ReferenceServer", "Reports", "Results", "Scenarios", "SeamContract", "SeamModel", "Timestamps",
            "TrendTrial",
            "Trends",
        ],
        swiftSettings: settings
    ),
    .executableTarget(name: "seamfuzz", dependencies: ["Fuzzing"], swiftSettings: settings),
    .target(
        name: "TrendTrial",
        dependencies: ["Results", "SeamModel", "Timestamps", "Trends"],
        swiftSettings: optimized
    ),
    .target(name: "TestEndpoint", dependencies: ["JSON"] + nio, path: "Tests/TestEndpoint", swiftSettings: settings),
    .testTarget(
        name: "seamcheckTests",
        dependencies: [
            "seamcheck", "BundledSuite", "JSON", "ReferenceServer", "SeamContract", "SeamModel", "TestEndpoint",
            "Timestamps", grdb,
        ],
        swiftSettings: settings
    ),
]

let package = Package(
    name: "seam-conformance",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "seamcheck", targets: ["seamcheck"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: libraries + tools
)
