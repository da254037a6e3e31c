/// Works out the sizes of views within views, from the inside outwards.
struct ViewLayout {
  let chart: BoundChart
  let words: ChartWords
  let visual: [ScaleKey: VisualScale]
  /// Whether the picture is one for a phone.
  let isNarrow: Bool

  /// A part narrower than this is too small to be read, in px.
  private static let leastPart = 150.0
  private static let leastView = 220.0

  private var config: ChartConfig { chart.specification.config }

  /// Which guides the parts about a view leave to it.
  struct Guides {
    var drawn: Set<Channel> = [.x, .y]
    var titled: Set<Channel> = [.x, .y]
    var isAlone = false
  }

  func layout(_ view: ViewModel, available: Double?, _ guides: Guides) -> LaidView {
    switch view {
    case .plot(let plot):
      let layout = PlotLayout(
        chart: chart, words: words, available: available, isNarrow: isNarrow, drawn: guides.drawn,
        titled: guides.titled, isAlone: guides.isAlone, visual: visual)
      return .plot(layout.layout(plot))
    case .grid(let grid):
      return .grid(layout(grid, available))
    }
  }

  // MARK: Grids

  private func layout(_ grid: GridModel, _ available: Double?) -> LaidGrid {
    let headers: FacetHeaders? = if case .facet(let headers) = grid.kind { headers } else { nil }
    let columns = columnCount(grid, headers, available)
    let spacing = spacing(grid, headers != nil)
    let share = available.map { ($0 - spacing.column * Double(columns - 1)) / Double(columns) }
    let count = grid.children.count
    let rows = (count + columns - 1) / columns
    func guides(_ index: Int) -> Guides {
      var guides = Guides()
      guard headers != nil else { return guides }
      // Parts that share an axis leave it to the outermost of their row or column.
      if grid.sharedAxes.contains(.x), index + columns < count { guides.drawn.remove(.x) }
      if grid.sharedAxes.contains(.y), index % columns != 0 { guides.drawn.remove(.y) }
      if !config.hasOwnSizes {
        if index / columns > 0, grid.sharedAxes.contains(.y) || index > 0 {
          guides.titled.remove(.y)
        }
        if index % columns != 0, grid.sharedAxes.contains(.x) { guides.titled.remove(.x) }
      }
      return guides
    }
    var views = grid.children.enumerated().map { index, child in
      layout(child, available: share, guides(index))
    }
    if let share, headers != nil, columns > 1 {
      views = evened(views, grid, columns, share, guides)
    }
    return arrange(views, grid, headers, columns: columns, rows: rows, spacing)
  }

  /// Plots of one facet are equally wide although only the first of a row bears an axis.
  private func evened(
    _ views: [LaidView], _ grid: GridModel, _ columns: Int, _ share: Double,
    _ guides: (Int) -> Guides
  ) -> [LaidView] {
    guard grid.sharedAxes.contains(.y) else { return views }
    let left =
      views.enumerated().filter { $0.offset % columns == 0 }.map(\.element.insets.left)
      .max() ?? 0
    let whole = share * Double(columns) - left
    let even = whole / Double(columns)
    guard even > 20 else { return views }
    return grid.children.enumerated().map { index, child in
      let isFirst = index % columns == 0
      return layout(child, available: isFirst ? even + left : even, guides(index))
    }
  }

  private func columnCount(
    _ grid: GridModel, _ headers: FacetHeaders?, _ available: Double?
  ) -> Int {
    let count = grid.children.count
    var columns = min(max(grid.columns ?? defaultColumns(headers, count), 1), max(count, 1))
    guard let available else { return columns }
    // A grid of rows and columns keeps its form; what is only set side by side may wrap.
    if let headers, !headers.rows.isEmpty, !headers.columns.isEmpty { return columns }
    let least = headers == nil ? leastWidth(grid) : Self.leastPart
    while columns > 1, available / Double(columns) < least { columns -= 1 }
    return columns
  }

  private func leastWidth(_ grid: GridModel) -> Double {
    let widths = grid.children.map { child -> Double in
      guard case .plot(let plot) = child, case .pixels(let width)? = plot.width else {
        return Self.leastView
      }
      return min(width, Self.leastView)
    }
    return widths.reduce(0, +) / Double(max(widths.count, 1))
  }

  private func defaultColumns(_ headers: FacetHeaders?, _ count: Int) -> Int {
    if config.hasOwnSizes { return count }
    guard headers != nil else { return config.concatColumns ?? count }
    return count <= 4 ? min(count, 2) : 3
  }

  private func spacing(_ grid: GridModel, _ isFacet: Bool) -> (column: Double, row: Double) {
    let given = isFacet ? config.facetSpacing : config.concatSpacing
    return (
      grid.spacing.column ?? given.column ?? (isFacet ? 16 : 20),
      grid.spacing.row ?? given.row ?? (isFacet ? 12 : 20)
    )
  }

  // MARK: Arrangement

  private func arrange(
    _ views: [LaidView], _ grid: GridModel, _ headers: FacetHeaders?, columns: Int, rows: Int,
    _ spacing: (column: Double, row: Double)
  ) -> LaidGrid {
    var lefts = [Double](repeating: 0, count: columns)
    var middles = lefts
    var rights = lefts
    var tops = [Double](repeating: 0, count: rows)
    var heights = tops
    var bottoms = tops
    for (index, view) in views.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let insets = view.insets
      lefts[column] = max(lefts[column], insets.left)
      rights[column] = max(rights[column], insets.right)
      middles[column] = max(middles[column], view.width - insets.left - insets.right)
      tops[row] = max(tops[row], insets.top)
      bottoms[row] = max(bottoms[row], insets.bottom)
      heights[row] = max(heights[row], view.height - insets.top - insets.bottom)
    }
    var laid = LaidGrid(cells: [], width: 0, height: 0)
    var headers = headers
    // Columns that wrap have their names above each part.
    if let found = headers, found.rows.isEmpty, !found.columns.isEmpty,
      columns < found.columns.count
    {
      headers = FacetHeaders(cells: found.columns, cellChannel: found.columnChannel)
    }
    let words = GridHeaders(headers: headers, config: config, words: words)
    if let title = grid.title { laid.titleLines = title.lines }
    var y = Double(laid.titleLines.count) * 18
    y += words.placeTitle(&laid, y: y)
    var columnStarts: [Double] = []
    var x = 0.0
    for column in 0..<columns {
      columnStarts.append(x)
      x += lefts[column] + middles[column] + rights[column] + spacing.column
    }
    laid.width = max(0, x - spacing.column)
    let isGrid = headers.map { !$0.rows.isEmpty || !$0.columns.isEmpty } ?? false
    for row in 0..<rows {
      if row == 0 {
        y += words.placeColumns(
          &laid, starts: zip(columnStarts, lefts).map { $0 + $1 }, widths: middles, y: y)
      }
      if isGrid {
        y += words.placeRow(&laid, row, x: columnStarts[0] + lefts[0], width: laid.width, y: y)
      }
      let cellHeader = words.cellHeight
      for column in 0..<columns {
        let index = row * columns + column
        guard index < views.count else { break }
        let view = views[index]
        let left = columnStarts[column] + lefts[column] - view.insets.left
        let top = y + cellHeader + tops[row] - view.insets.top
        if cellHeader > 0 {
          words.placeCell(
            &laid, index, x: columnStarts[column] + lefts[column], width: middles[column], y: y)
        }
        laid.cells.append(LaidGrid.Cell(view: view, x: left, y: top))
      }
      y += cellHeader + tops[row] + heights[row] + bottoms[row] + spacing.row
    }
    laid.height = max(0, y - spacing.row)
    return laid
  }
}
