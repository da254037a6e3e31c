/// The names of a facet's rows, columns and parts.
struct GridHeaders {
  let headers: FacetHeaders?
  let config: ChartConfig
  let words: ChartWords

  private static let size = 12.0
  private static let lineHeight = 16.0

  private func specification(_ channel: BoundChannel?) -> HeaderSpecification {
    channel?.definition.header ?? HeaderSpecification()
  }

  private func shows(_ channel: BoundChannel?) -> Bool {
    guard let channel else { return false }
    let said = specification(channel)
    return !said.isHidden && said.properties.boolean(.labels) != false
  }

  private func text(_ value: Datum, _ index: Int, _ channel: BoundChannel) -> String {
    let said = specification(channel)
    let labeler = ValueLabeler(
      channel, format: said.format, formatType: said.properties.text(.formatType),
      labelExpression: said.properties.expression(.labelExpr), config, words)
    return labeler.lines(value, index: index).joined(separator: " ")
  }

  /// What the parts are names of: said once, above all of them.
  func placeTitle(_ grid: inout LaidGrid, y: Double) -> Double {
    guard let headers else { return 0 }
    var titles: [String] = []
    for channel in [headers.cellChannel, headers.columnChannel, headers.rowChannel] {
      guard let channel, !specification(channel).isHidden else { continue }
      switch specification(channel).title {
      case .none: continue
      case .text(let lines): titles += lines.filter { !$0.isEmpty }
      case .automatic:
        if case .null? = properties(channel)[.title] { continue }
        if let title = FieldTitle.title(of: channel, config, words) { titles += title }
      }
    }
    guard !titles.isEmpty else { return 0 }
    let channel = headers.cellChannel ?? headers.columnChannel ?? headers.rowChannel
    var header = LaidGrid.Header(
      text: titles.joined(separator: " × "), x: 0, y: y + 12, anchor: .start,
      style: "facet-title")
    let said = properties(channel)
    header.size = said.number(.titleFontSize) ?? Self.size
    header.weight = FontWeight(said[.titleFontWeight]) ?? .regular
    header.look.fill = said.paint(.titleColor)
    header.look.font = said.text(.titleFont)
    header.look.fontStyle = said.text(.titleFontStyle)
    grid.headers.append(header)
    return 20
  }

  /// The names of columns, above the first row.
  func placeColumns(
    _ grid: inout LaidGrid, starts: [Double], widths: [Double], y: Double
  ) -> Double {
    guard let headers, let channel = headers.columnChannel, shows(channel) else { return 0 }
    for (index, value) in headers.columns.enumerated() where index < starts.count {
      place(
        text(value, index, channel), &grid, x: starts[index], width: max(widths[index], 40),
        y: y + 12, channel)
    }
    return Self.lineHeight + 4
  }

  /// The name of a row, above it.
  func placeRow(_ grid: inout LaidGrid, _ row: Int, x: Double, width: Double, y: Double) -> Double {
    guard let headers, let channel = headers.rowChannel, shows(channel), row < headers.rows.count
    else { return 0 }
    place(
      text(headers.rows[row], row, channel), &grid, x: x, width: max(width - x, 60), y: y + 12,
      channel)
    return Self.lineHeight + 2
  }

  /// How much room the names of parts take above each.
  var cellHeight: Double {
    guard let headers, let channel = headers.cellChannel, shows(channel) else { return 0 }
    return Self.lineHeight + 2
  }

  /// The name of a part, above it.
  func placeCell(_ grid: inout LaidGrid, _ index: Int, x: Double, width: Double, y: Double) {
    guard let headers, let channel = headers.cellChannel, index < headers.cells.count else {
      return
    }
    place(
      text(headers.cells[index], index, channel), &grid, x: x, width: max(width, 60), y: y + 12,
      channel)
  }

  /// What the author says of a channel's names over what the config says.
  private func properties(_ channel: BoundChannel?) -> Properties<HeaderProperty> {
    let group =
      switch channel?.channel {
      case .row: "headerRow"
      case .column: "headerColumn"
      default: "headerFacet"
      }
    return specification(channel).properties
      .over(config.headers[group] ?? Properties()).over(config.headers["header"] ?? Properties())
  }

  private func place(
    _ text: String, _ grid: inout LaidGrid, x: Double, width: Double, y: Double,
    _ channel: BoundChannel
  ) {
    let said = properties(channel)
    let size = said.number(.labelFontSize) ?? Self.size
    let weight = FontWeight(said[.labelFontWeight]) ?? .bold
    let cut = TextMetrics.ellipsis(text, toFit: width, size: size, weight: weight)
    var header = LaidGrid.Header(
      text: cut, x: x, y: y, anchor: .start, style: "facet-header",
      whole: cut == text ? nil : text)
    header.size = size
    header.weight = weight
    header.look.fill = said.paint(.labelColor)
    header.look.font = said.text(.labelFont)
    header.look.fontStyle = said.text(.labelFontStyle)
    grid.headers.append(header)
  }
}
