/// How large and how deep YAML and JSON may grow before they are refused.
enum DocumentLimits {
  /// Nodes after aliases are expanded, in YAML; a few lines of aliases can stand for billions.
  static let nodes = 100_000
  /// Collections within collections.
  static let depth = 200
}
