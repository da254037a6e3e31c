import Diagnostics
import Documents

/// Which scales, axes and legends are shared by the views within one.
struct ResolveSpecification: Sendable {
  var scale: [Channel: Bool] = [:]
  var axis: [Channel: Bool] = [:]
  var legend: [Channel: Bool] = [:]

  /// Reads `resolve: {scale: {y: independent}}`.
  static func read(_ node: Node) -> Outcome<ResolveSpecification> {
    var result = ResolveSpecification()
    var reader = PropertyReader(node, of: "'resolve'")
    func read(_ key: String, _ reader: inout PropertyReader) -> [Channel: Bool] {
      guard let node = reader.node(key) else { return [:] }
      var shared: [Channel: Bool] = [:]
      var inner = PropertyReader(node, of: "'\(key)' of 'resolve'")
      for channel in Channel.allCases where channel.hasScale {
        guard let word = inner.text(channel.rawValue) else { continue }
        switch word.value {
        case "shared": shared[channel] = true
        case "independent": shared[channel] = false
        default:
          inner.report(
            .chartUnsupported, "'\(word.value)' is no way to share a \(key)", at: word.span,
            help: "it can be shared or independent")
        }
      }
      reader.report(inner.finish())
      return shared
    }
    result.scale = read("scale", &reader)
    result.axis = read("axis", &reader)
    result.legend = read("legend", &reader)
    return Outcome(result, reader.finish())
  }
}
