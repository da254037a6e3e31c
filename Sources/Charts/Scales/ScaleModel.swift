import Diagnostics

/// What a scale covers and how, before it is known how long its range is.
struct ScaleModel: Sendable {
  /// What the domain is.
  enum Domain: Sendable {
    /// Two numbers or more; times in milliseconds.
    case continuous([Double])
    /// Names in order.
    case discrete([Datum])
  }

  /// One of the channels that use it.
  struct User: Sendable {
    /// The unit's number.
    let unit: Int
    let mark: MarkDefinition
    let orientation: Orientation
    let channel: BoundChannel
    /// The other end of its values, where there is one.
    let second: BoundChannel?
    let stack: StackedItems?
  }

  let key: ScaleKey
  var type: ScaleType
  /// How the values are to be understood.
  var fieldType: FieldType
  var domain: Domain
  /// What the author says of it: the first that says anything.
  var specification: ScaleSpecification
  /// Whether the domain is widened to round values, to how many steps or to which interval.
  var nice: ScaleSpecification.Nice?
  var isReversed = false
  /// Room at both ends of a continuous domain, in px.
  var padding = 0.0
  var paddingInner = 0.0
  var paddingOuter = 0.0
  /// Whether zero is in it because it was asked for or is the default.
  var includesZero = false
  /// The edges of bins.
  var bins: BinRange?
  /// Whether there is nothing in it to be shown.
  var isEmpty = false
  /// The channels that use it, in the order of drawing.
  var users: [User]

  var channel: Channel { key.channel }

  /// The first user, whose words are the scale's.
  var first: BoundChannel { users[0].channel }

  /// The names, where it is a discrete scale.
  var names: [Datum] {
    if case .discrete(let names) = domain { return names }
    return []
  }

  /// The two ends, where it is a continuous one.
  var ends: (low: Double, high: Double) {
    if case .continuous(let numbers) = domain, let first = numbers.first, let last = numbers.last {
      return (first, last)
    }
    return (0, 1)
  }
}
