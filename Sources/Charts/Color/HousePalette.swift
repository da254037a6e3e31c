/// The six categorical colours of the theme.
enum HousePalette {
  static let count = 6
  static let paints: [Paint] = (0..<count).map { .theme("c\($0 + 1)") }

  /// The colour at `index`, from 0; used over again beyond the sixth.
  static func paint(_ index: Int) -> Paint { paints[((index % count) + count) % count] }
}

/// The theme's ramps: steps even in lightness, from pale to strong, or strong on both sides.
enum HouseRamp {
  /// How many steps each ramp has.
  static let steps = 21

  static func paint(at part: Double, isDiverging: Bool) -> Paint {
    let index = min(max(Int(holding: (part * Double(steps - 1)).rounded()), 0), steps - 1)
    return .theme(isDiverging ? "d s\(index)" : "q s\(index)")
  }
}
