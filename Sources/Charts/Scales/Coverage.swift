import Datasets
import Values

/// The amounts that an axis must cover, gathered value by value.
struct Coverage {
  /// Beyond this the distance of two numbers is infinite.
  static let limit = 8e307

  var lower = Double.infinity
  var upper = -Double.infinity
  /// The largest bound that an estimate leaves open upwards, which needs room above it.
  private var openAbove = -Double.infinity
  /// The smallest bound that an estimate leaves open downwards.
  private var openBelow = Double.infinity

  /// Whether there was anything at all.
  var isAny: Bool { lower <= upper }

  /// Takes a value in.
  mutating func include(_ value: Double) {
    let held = min(max(value, -Coverage.limit), Coverage.limit)
    lower = min(lower, held)
    upper = max(upper, held)
  }

  /// Takes in all values of a channel, or the ends of the stack that its layer makes of them.
  mutating func add(_ layer: BoundLayer, _ channel: BoundChannel) {
    if let stack = layer.stack, channel.channel == layer.valueChannel {
      for extent in stack where extent.end.isFinite {
        include(extent.start)
        include(extent.end)
      }
      return
    }
    for value in channel.values {
      switch value {
      case .number(let number): include(number)
      case .estimate(let estimate):
        if let low = estimate.low { include(low) } else { open(below: estimate.high) }
        if let high = estimate.high { include(high) } else { open(above: estimate.low) }
      default: break
      }
    }
  }

  private mutating func open(above bound: Double?) {
    openAbove = max(openAbove, bound ?? openAbove)
  }
  private mutating func open(below bound: Double?) {
    openBelow = min(openBelow, bound ?? openBelow)
  }

  /// The ends, never the same, with room for what is open.
  func widened(isLog: Bool, hasDomain: Bool) -> (Double, Double) {
    guard isAny else { return isLog ? (1, 10) : (0, 1) }
    if hasDomain { return (lower, upper) }
    var (first, last) = (lower, upper)
    if first == last {
      if isLog { return (first / 2, last * 2) }
      let margin = first == 0 ? 1 : first.magnitude / 10
      return first == 0 ? (0, 1) : (first - margin, last + margin)
    }
    let room = last / 8 - first / 8
    if openAbove > last - room { last = isLog ? last * 2 : openAbove + room }
    if openBelow < first + room, first != 0 { first = isLog ? first / 2 : openBelow - room }
    return (first, last)
  }
}
