// swift-tools-version:6.2
import PackageDescription

/// The language settings of every target of our own.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Dossier",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(name: "Bytes", swiftSettings: house),
    .target(name: "Diagnostics", dependencies: ["Bytes"], swiftSettings: house),
    .target(name: "Values", dependencies: ["Bytes"], swiftSettings: house),
    .target(name: "Markup", dependencies: ["Bytes"], swiftSettings: house),
    .target(
      name: "Documents",
      dependencies: ["Bytes", "Diagnostics", .product(name: "Yams", package: "Yams")], swiftSettings: house),
    .target(
      name: "Datasets", dependencies: ["Bytes", "Diagnostics", "Values", "Documents"],
      swiftSettings: house),
    .target(
      name: "SiteModel", dependencies: ["Bytes", "Diagnostics", "Values"], swiftSettings: house),
    .systemLibrary(name: "CLinux"),
    .target(
      name: "SiteStorage", dependencies: ["CLinux", "Bytes", "Diagnostics", "SiteModel"],
      swiftSettings: house),
    .target(
      name: "Preview",
      dependencies: [
        "Bytes", "SiteModel", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: house),
    .executableTarget(name: "EmbedFilesTool", swiftSettings: house),
    .plugin(
      name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFilesTool"],
      path: "Sources/EmbedFilesPlugin"),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(
      name: "Markdown", dependencies: ["CCMark", "Bytes", "Diagnostics"], swiftSettings: house),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "CCMark", "Bytes", "Diagnostics"],
      swiftSettings: house),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: house),
    .testTarget(name: "ValuesTests", dependencies: ["Values"], swiftSettings: house),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Bytes", "Datasets", "Diagnostics", "Documents", "Values"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
