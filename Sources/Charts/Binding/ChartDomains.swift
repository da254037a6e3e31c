import Datasets
import Diagnostics

/// What all the scales of a chart cover; how long its axes are is not known yet.
struct ChartDomains: Sendable {
  /// From left to right.
  let x: PositionDomain
  /// From bottom to top.
  let y: PositionDomain
  /// The values that part the steps of a discrete x.
  let xOffset: [Value]
  /// The values that part the steps of a discrete y.
  let yOffset: [Value]
  /// The values that have a colour.
  let color: [Value]
  /// The channel that decides the colour, where one does.
  let colorChannel: BoundChannel?
  /// The largest amount that decides a size.
  let size: Double
  /// The channel that decides the size, where one does.
  let sizeChannel: BoundChannel?

  /// Whether there is nothing to be seen.
  var isEmpty: Bool { x.isEmpty || y.isEmpty }
}

extension ChartDomains {
  /// Works out the domains that `layers` share.
  static func resolve(_ layers: [BoundLayer]) -> Outcome<ChartDomains> {
    var x = DomainResolver(.x, layers)
    var y = DomainResolver(.y, layers)
    let xDomain = x.resolve()
    let yDomain = y.resolve()
    func first(_ name: Channel) -> BoundChannel? {
      layers.lazy.compactMap { $0[name] }.first { $0.path != nil || $0.definition.datum != nil }
    }
    func values(_ name: Channel) -> [Value] {
      first(name).map { DiscreteDomain.values(of: $0, in: layers) } ?? []
    }
    let sizes = layers.flatMap { $0[.size]?.path == nil ? [] : $0[.size]?.values ?? [] }
    let domains = ChartDomains(
      x: xDomain, y: yDomain, xOffset: values(.xOffset), yOffset: values(.yOffset),
      color: values(.color), colorChannel: first(.color),
      size: sizes.compactMap(ValueReading.plainNumber).max() ?? 0, sizeChannel: first(.size))
    return Outcome(domains, x.diagnostics + y.diagnostics)
  }
}
