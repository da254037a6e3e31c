/// The marks of the Traffic Light Protocol, version 2.0, as FIRST defines them; the narrower a mark
/// lets something go round, the greater it is.
public enum TrafficLight: String, Sendable, CaseIterable, Comparable {
  /// No limit on disclosure.
  case clear = "CLEAR"
  /// The recipient's community.
  case green = "GREEN"
  /// The recipient's organisation and its clients.
  case amber = "AMBER"
  /// The recipient's organisation alone.
  case amberStrict = "AMBER+STRICT"
  /// The named recipients alone.
  case red = "RED"

  /// Whether `left` lets something go round further than `right`.
  public static func < (left: TrafficLight, right: TrafficLight) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .clear: 0
    case .green: 1
    case .amber: 2
    case .amberStrict: 3
    case .red: 4
    }
  }

  /// The mark as FIRST writes it: `TLP:AMBER+STRICT`.
  public var label: String { "TLP:" + rawValue }

  /// The mark as a class name of the style sheet.
  public var className: String {
    rawValue.lowercased().replacing("+", with: "-")
  }
}
