import Datasets
import Diagnostics
import SiteModel

/// Reads the data of the publication.
enum DataParser {
  /// The package in `data/`, or the CSV files there without one.
  static func parse(_ tree: SourceTree) -> Outcome<DataPackage> {
    let files = tree.content.compactMap { entry -> DataFile? in
      guard entry.path.hasPrefix("data/"), let file = entry.text else { return nil }
      return DataFile(path: entry.path, file: file, bytes: tree[file].bytes)
    }
    let names = ["data/datapackage.yaml", "data/datapackage.yml", "data/datapackage.json"]
    let descriptor = names.lazy.compactMap { name in files.first { $0.path == name } }.first
    let others = tree.content.filter { $0.text == nil && $0.path.hasPrefix("data/") }
    return PackageReader.read(
      descriptor: descriptor, files: files.filter { !names.contains($0.path) },
      otherPaths: Set(others.map(\.path)), unreadablePaths: tree.unreadable)
  }
}
