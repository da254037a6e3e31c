extension EDTFDate {
  /// A part of the year other than a month, ISO 8601-2 section 4.8 (sub-year groupings, 21 to 41).
  public enum Division: Hashable, Sendable {
    /// A season, by name; which months it has depends on the hemisphere.
    case season(Season, Hemisphere?)
    /// A quarter, 1 to 4: three months.
    case quarter(Int)
    /// A third (quadrimester), 1 to 3: four months.
    case third(Int)
    /// A half (semestral), 1 or 2.
    case half(Int)

    /// The season's name.
    public enum Season: Int, Hashable, Sendable {
      /// March to May in the north.
      case spring
      /// June to August in the north.
      case summer
      /// September to November in the north.
      case autumn
      /// December to February of the next year in the north.
      case winter
    }

    /// The half of the globe that a season is said of, where it is said.
    public enum Hemisphere: Hashable, Sendable {
      /// Codes 25 to 28.
      case northern
      /// Codes 29 to 32.
      case southern
    }

    /// The division that a code from 21 to 41 stands for, or nil for any other number.
    public init?(code: Int) {
      switch code {
      case 21...32:
        guard let season = Season(rawValue: (code - 21) % 4) else { return nil }
        self = .season(season, code < 25 ? nil : code < 29 ? .northern : .southern)
      case 33...36: self = .quarter(code - 32)
      case 37...39: self = .third(code - 36)
      case 40...41: self = .half(code - 39)
      default: return nil
      }
    }

    /// The first month, 1 to 12, and how many months there are.
    ///
    /// A season that begins in December ends in the next year.
    public var months: (first: Int, count: Int) {
      switch self {
      case .season(let season, let hemisphere):
        let shift = hemisphere == .southern ? 6 : 0
        return ((season.rawValue * 3 + 2 + shift) % 12 + 1, 3)
      case .quarter(let number): return (number * 3 - 2, 3)
      case .third(let number): return (number * 4 - 3, 4)
      case .half(let number): return (number * 6 - 5, 6)
      }
    }
  }
}
