import Diagnostics

/// Gathers diagnostics, and where one kind comes too often, counts the rest of it.
///
/// A file of a million bad cells would otherwise drown its first fault.
struct LimitedDiagnostics {
  private let limit: Int
  private var kept: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private var lasts: [(kind: String, index: Int)] = []

  /// Keeps up to `limit` of each kind.
  init(limit: Int) {
    self.limit = limit
  }

  /// Adds a diagnostic of a kind that it shares with others of the same cause.
  ///
  /// One that is only counted is never made: suggestions for a million cells would take hours.
  mutating func add(_ diagnostic: @autoclosure () -> Diagnostic, kind: String) {
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    guard count <= limit else { return }
    if count == limit { lasts.append((kind, kept.count)) }
    kept.append(diagnostic())
  }

  /// Whether the next of this kind would only be counted.
  func isFull(_ kind: String) -> Bool {
    counts[kind, default: 0] >= limit
  }

  /// What was kept; the last of a kind that came too often says how many more there are.
  consuming func finish() -> [Diagnostic] {
    for (kind, index) in lasts {
      let more = counts[kind, default: 0] - limit
      guard more > 0 else { continue }
      let last = kept[index]
      kept[index] = Diagnostic(
        last.code, "\(last.message) (and \(more) more like it)", at: last.span,
        labels: last.labels, help: last.help)
    }
    return kept
  }
}
