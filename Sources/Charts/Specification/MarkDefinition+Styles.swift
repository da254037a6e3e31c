extension MarkDefinition {
  /// The mark with what its styles and the configuration say of its kind, the most particular first.
  func styled(by config: ChartConfig) -> MarkDefinition {
    var result = self
    let names = properties[.style]?.lines ?? []
    let styles = names.reversed().compactMap { config.styles[$0] }
    let groups = [kind.rawValue, "mark"].compactMap { config.marks[$0] }
    for group in styles + groups {
      var beneath = group
      // Whoever gives a colour decides both the filling and the outline, whatever the config has.
      if result.properties[.color] != nil { beneath[.fill] = nil }
      if result.properties[.fill] != nil || result.properties[.stroke] != nil,
        self.properties[.color] == nil
      {
        beneath[.color] = nil
      }
      result.properties = result.properties.over(beneath)
    }
    if tooltip == nil, case .null? = result.properties[.tooltip] { result.tooltip = Tooltip.none }
    return result
  }
}
