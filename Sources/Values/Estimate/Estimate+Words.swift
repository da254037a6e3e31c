extension Estimate {
  /// The estimate in words for running text: `about 4,000`, `at least 183`, `1,000 to 2,000`.
  public func words(in language: Language) -> String {
    words(in: language) { NumberWords.grouped($0, in: language) }
  }

  /// The estimate in words, with its bounds as `said` has them: `about 25%`.
  public func words(in language: Language, _ said: (Double) -> String) -> String {
    let words = language.words
    func hedged(_ text: String) -> String {
      isApproximate ? words.aboutNumber([.number: text]) : text
    }
    switch (low, high) {
    case (let low?, let high?) where low == high: return hedged(said(low))
    case (let low?, let high?):
      return hedged(words.numberRange([.from: said(low), .to: said(high)]))
    case (let low?, nil):
      return (isLowExclusive ? words.moreThan : words.atLeast)([.number: hedged(said(low))])
    case (nil, let high?):
      let phrase =
        !isHighExclusive
        ? words.atMost : high == high.rounded() ? words.fewerThan : words.lessThan
      return phrase([.number: hedged(said(high))])
    // Every initializer asks for a bound.
    case (nil, nil): return ""
    }
  }

  /// The estimate in digits and signs, for tables: `~4,000`, `≥183`, `>50`, `1,000–2,000`.
  public func digits(in language: Language) -> String {
    digits(in: language) { NumberWords.grouped($0, in: language) }
  }

  /// The estimate in digits and signs, with its bounds as `said` has them: `~25%`.
  public func digits(in language: Language, _ said: (Double) -> String) -> String {
    marked(said) { low, high in range(said(low), said(high), language) }
  }

  /// The estimate in digits and signs, rounded for axes and labels: `~4k`, `1–2k`.
  public func short(in language: Language) -> String {
    func said(_ number: Double) -> String { NumberWords.short(number, in: language) }
    // Where rounding would bring the two ends together, the range is told unrounded.
    if let low, let high, low != high, said(low) == said(high) { return digits(in: language) }
    return marked(said) { low, high in
      let (from, to) = (NumberWords.Scaled(low), NumberWords.Scaled(high))
      guard from == to else {
        return range(from.text(of: low, in: language), to.text(of: high, in: language), language)
      }
      let first = from.digits(of: low, in: language)
      let second = to.digits(of: high, in: language)
      return to.named(range(first, second, language), in: language)
    }
  }

  /// The range with a dash, or with a word where a minus would stand next to the dash.
  private func range(_ low: String, _ high: String, _ language: Language) -> String {
    low.hasPrefix(NumberWords.minus) || high.hasPrefix(NumberWords.minus)
      ? language.words.numberRange([.from: low, .to: high]) : "\(low)–\(high)"
  }

  private func marked(
    _ said: (Double) -> String, range: (Double, Double) -> String
  ) -> String {
    let hedge = isApproximate ? "~" : ""
    switch (low, high) {
    case (let low?, let high?): return hedge + (low == high ? said(low) : range(low, high))
    case (let low?, nil): return hedge + (isLowExclusive ? ">" : "≥") + said(low)
    case (nil, let high?): return hedge + (isHighExclusive ? "<" : "≤") + said(high)
    case (nil, nil): return ""
    }
  }
}
