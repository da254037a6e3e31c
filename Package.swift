// swift-tools-version:6.2
import PackageDescription

/// The language settings of every target of our own.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The rooms that know the field but not the site.
let engines: [Target.Dependency] = [
  "Bytes", "Diagnostics", "Values", "Documents", "Markup", "Markdown", "Datasets", "Tables",
  "Citations", "Charts",
]

let package = Package(
  name: "Dossier",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "Bytes", swiftSettings: house),
    .target(name: "Diagnostics", dependencies: ["Bytes"], swiftSettings: house),
    .target(name: "Values", dependencies: ["Bytes"], swiftSettings: house),
    .target(
      name: "Documents", dependencies: ["Bytes", "Diagnostics", yams], swiftSettings: house),
    .target(name: "Markup", dependencies: ["Bytes"], swiftSettings: house),
    .target(
      name: "Markdown", dependencies: ["CCMark", "Bytes", "Diagnostics"], swiftSettings: house),
    .target(
      name: "Datasets",
      dependencies: ["Bytes", "Diagnostics", "Values", "Documents", grdb, sqlite],
      swiftSettings: house),
    .target(
      name: "Tables",
      dependencies: ["Bytes", "Datasets", "Values", "Markup", "Documents", "Diagnostics"],
      swiftSettings: house),
    .target(
      name: "Citations", dependencies: ["Bytes", "Documents", "Diagnostics", "Values"],
      swiftSettings: house),
    .target(
      name: "Charts",
      dependencies: ["Bytes", "Datasets", "Values", "Markup", "Documents", "Diagnostics"],
      swiftSettings: house),
    .target(name: "SiteModel", dependencies: engines, swiftSettings: house),
    .target(
      name: "SiteCompiler", dependencies: engines + ["SiteModel", mustache], swiftSettings: house),
    .target(
      name: "SiteStorage", dependencies: ["CLinux", "Bytes", "Diagnostics", "SiteModel"],
      swiftSettings: house),
    .target(name: "Programs", dependencies: ["CLinux", "Diagnostics"], swiftSettings: house),
    .target(
      name: "Preview", dependencies: ["Bytes", "Diagnostics", "SiteModel", flyingSocks],
      exclude: ["Client"], swiftSettings: house, plugins: ["EmbedFilesPlugin"]),
    .target(
      name: "Publishing",
      dependencies: ["CLinux", "Bytes", "Programs", "SiteModel", "SiteStorage"],
      swiftSettings: house),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "Bytes", "Charts", "Datasets", "Diagnostics", "SiteModel", "SiteCompiler", "SiteStorage",
        "Preview", "Programs", "Publishing", "Values", arguments,
      ],
      exclude: ["Starter"], swiftSettings: house, plugins: ["EmbedFilesPlugin"]),
    .executableTarget(name: "EmbedFilesTool", swiftSettings: house),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFilesTool"],
      path: "Sources/EmbedFilesPlugin"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .executableTarget(
      name: "MarkdownBenchmark", dependencies: ["CCMark", "Diagnostics", "Markdown"],
      path: "Tests/Benchmarks/Markdown", swiftSettings: house),
    .executableTarget(
      name: "DatasetsBenchmark", dependencies: ["Datasets", "Diagnostics"],
      path: "Tests/Benchmarks/Datasets", swiftSettings: house),
    .executableTarget(
      name: "ChartsBenchmark",
      dependencies: ["Charts", "Datasets", "Diagnostics", "Documents", "Markup", "Values"],
      path: "Tests/Benchmarks/Charts", swiftSettings: house),
    .testTarget(name: "HouseTests", swiftSettings: house),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Diagnostics", "Documents", "TestSupport"],
      swiftSettings: house),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: house),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: house),
    .testTarget(
      name: "ValuesTests", dependencies: ["Values", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "MarkdownTests",
      dependencies: ["Markdown", "CCMark", "Bytes", "Diagnostics", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DatasetsTests",
      dependencies: [
        "Bytes", "Datasets", "Diagnostics", "Documents", "TestSupport", "Values", grdb, sqlite,
      ],
      swiftSettings: house),
    .testTarget(
      name: "CitationsTests",
      dependencies: ["TestSupport", "Citations", "Bytes", "Diagnostics", "Documents", "Values"],
      swiftSettings: house),
    .testTarget(
      name: "TablesTests",
      dependencies: [
        "TestSupport", "Tables", "Datasets", "Values", "Markup", "Documents", "Diagnostics",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ChartsTests",
      dependencies: [
        "TestSupport", "Charts", "Bytes", "Datasets", "Diagnostics", "Documents", "Markup",
        "Values",
      ],
      swiftSettings: house),
    .testTarget(
      name: "SiteCompilerTests",
      dependencies: engines + [
        "SiteModel", "SiteCompiler", "SiteStorage", "Programs", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "SiteStorageTests", dependencies: ["Diagnostics", "SiteModel", "SiteStorage"],
      swiftSettings: house),
    .testTarget(
      name: "ProgramsTests", dependencies: ["Programs", "Diagnostics", flyingFox, flyingSocks],
      swiftSettings: house),
    .testTarget(
      name: "PreviewTests", dependencies: ["Diagnostics", "Preview", "SiteModel", flyingSocks],
      swiftSettings: house),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Bytes", "Publishing", "SiteModel", "SiteStorage"],
      swiftSettings: house),
    .testTarget(
      name: "dossierTests", dependencies: ["dossier", "TestSupport"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// What libFuzzer drives can be linked only where it is asked for; see Tests/Fuzz/run.
if Context.environment["DOSSIER_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "MarkdownFuzzer", dependencies: ["Diagnostics", "Markdown"],
      path: "Tests/Fuzz/Markdown", exclude: ["seeds", "tokens.dict"], swiftSettings: house))
}
