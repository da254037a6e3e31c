public import ArgumentParser
public import Values

/// Audiences are options by the names of their marks, with or without the `TLP:` that mails have.
extension TrafficLight: ExpressibleByArgument {
  /// The mark called `argument`, in letters of either case.
  public init?(argument: String) {
    let name = argument.uppercased()
    self.init(rawValue: name.hasPrefix("TLP:") ? String(name.dropFirst(4)) : name)
  }
}
