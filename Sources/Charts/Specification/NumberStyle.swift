import Values

/// How numbers are written in a chart: as it suits the axis, or as the author asks.
enum NumberStyle: Hashable, Sendable {
  /// As short as it can be, its thousands parted.
  case automatic
  /// A number that is a name: its thousands are not parted.
  case name
  /// With a fixed number of places behind the point.
  case fixed(places: Int, isGrouped: Bool)
  /// As a d3-format specifier says.
  case format(NumberFormat)
}
