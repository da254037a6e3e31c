import CCMark
import Diagnostics
import Foundation
import Markdown

/// What reading Markdown costs beside the parser behind it, on the same texts in the same run.
///
///     swift run -c release MarkdownBenchmark FILE... [--only cmark|dossier]
///
/// For each text: microseconds of cmark alone, of ours, and their ratio; the best of many rounds,
/// since the machine may be busy. With `--only` one of the two runs a fixed number of times, for
/// `valgrind --tool=callgrind`, whose counts no other process disturbs.
@main
struct MarkdownBenchmark {
  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    var only: String?
    if let flag = paths.firstIndex(of: "--only"), flag + 1 < paths.count {
      only = paths[flag + 1]
      paths.removeSubrange(flag...flag + 1)
    }
    var options = MarkdownOptions()
    options.quotationMarks = .init(double: .init("“", "”"), single: .init("‘", "’"))
    var totals = (cmark: 0.0, dossier: 0.0)
    for path in paths {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      if let only {
        for _ in 0..<400 { only == "cmark" ? parseByCmark(bytes) : parseByDossier(bytes, options) }
        continue
      }
      let rounds = max(20, 4_000_000 / max(1, bytes.count))
      let cmark = best(of: rounds) { parseByCmark(bytes) }
      let dossier = best(of: rounds) { parseByDossier(bytes, options) }
      totals.cmark += cmark
      totals.dossier += dossier
      report(path, bytes.count, cmark, dossier)
    }
    if only == nil, paths.count > 1 { report("all", 0, totals.cmark, totals.dossier) }
  }

  private static func report(_ name: String, _ size: Int, _ cmark: Double, _ dossier: Double) {
    print(
      name.suffix(40), "\(size) bytes", String(format: "cmark %.1f µs", cmark),
      String(format: "dossier %.1f µs", dossier), String(format: "ratio %.2f", dossier / cmark),
      separator: "\t")
  }

  private static func best(of rounds: Int, _ work: () -> Void) -> Double {
    var best = Double.infinity
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      let time = clock.measure(work).components
      best = min(best, Double(time.attoseconds) / 1e12 + Double(time.seconds) * 1e6)
    }
    return best
  }

  private static func parseByCmark(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      let text = buffer.bindMemory(to: CChar.self)
      guard let root = cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      else { return }
      cmark_node_free(root)
    }
  }

  private static func parseByDossier(_ bytes: [UInt8], _ options: MarkdownOptions) {
    _ = MarkdownParser.parse(
      bytes: bytes, range: 0..<bytes.count, file: SourceFileID(0), options: options)
  }
}
