/// The marks of the Traffic Light Protocol, version 2.0, as FIRST defines them.
public enum TrafficLight: String, Sendable, CaseIterable {
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

  /// The mark as a class name of the style sheet.
  public var className: String {
    rawValue.lowercased().replacing("+", with: "-")
  }
}
