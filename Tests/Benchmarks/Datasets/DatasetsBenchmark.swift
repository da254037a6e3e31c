import Datasets
import Diagnostics
import Foundation

/// What reading CSV costs: parting it into cells, and all of it, under a schema and without one.
///
///     swift run -c release DatasetsBenchmark FILE DESCRIPTOR [--rounds N] [--only part|schema|guess]
///
/// Prints a line for each: its name, megabytes (of 10^6 bytes) a second, seconds. The best of
/// several rounds counts, since the machine may be busy. `Tests/Benchmarks/datasets` makes the file
/// and sets other readers beside it, in the same run.
@main
struct DatasetsBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func option(_ name: String) -> String? {
      guard let flag = arguments.firstIndex(of: name), flag + 1 < arguments.count else {
        return nil
      }
      let value = arguments[flag + 1]
      arguments.removeSubrange(flag...flag + 1)
      return value
    }
    let rounds = option("--rounds").flatMap(Int.init) ?? 5
    let only = option("--only")
    guard arguments.count == 2 else {
      print("usage: DatasetsBenchmark FILE DESCRIPTOR [--rounds N] [--only part|schema|guess]")
      return
    }
    let data = DataFile(
      path: "data/rows.csv", file: SourceFileID(0), bytes: try bytes(arguments[0]))
    let descriptor = DataFile(
      path: "data/datapackage.yaml", file: SourceFileID(1), bytes: try bytes(arguments[1]))
    for (name, work) in [
      ("part", { data.countCells() }),
      ("schema", { rows(PackageReader.read(descriptor: descriptor, files: [data])) }),
      ("guess", { rows(PackageReader.read(descriptor: nil, files: [data])) }),
    ] where only == nil || only == name {
      report(name, data.bytes.count, rounds, work)
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// How many rows were read; what was found wrong makes the time worthless, and is printed.
  private static func rows(_ outcome: Outcome<DataPackage>) -> Int {
    for diagnostic in outcome.diagnostics.prefix(3) { print(diagnostic.message) }
    return outcome.value.datasets.values.reduce(0) { $0 + $1.rowCount }
  }

  private static func report(_ name: String, _ size: Int, _ rounds: Int, _ work: () -> Int) {
    var best = Double.infinity
    var count = 0
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      let time = clock.measure { count = work() }.components
      best = min(best, Double(time.attoseconds) / 1e18 + Double(time.seconds))
    }
    print(
      name, String(format: "%.1f", Double(size) / 1e6 / best), String(format: "%.3f", best),
      "\(count)", separator: "\t")
  }
}
