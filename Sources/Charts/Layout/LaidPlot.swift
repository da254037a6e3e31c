/// A plot whose size and axes are known, with its own upper left corner at 0, 0.
struct LaidPlot: Sendable {
  let model: PlotModel
  /// The size of the box between the axes, in px.
  var width: Double
  var height: Double
  /// Its axes, placed about that box.
  var axes: [PlacedAxis]
  /// The room that axes, titles and labels take about the box.
  var insets: Insets
  /// The title above it, line by line.
  var titleLines: [String] = []
  /// The names that stand where lines end.
  var directLabels: DirectLabels?

  var totalWidth: Double { insets.left + width + insets.right }
  var totalHeight: Double { insets.top + height + insets.bottom }
}

/// Views in rows and columns whose sizes are known.
struct LaidGrid: Sendable {
  /// One part: what it is, and where its upper left corner is.
  struct Cell: Sendable {
    let view: LaidView
    var x: Double
    var y: Double
  }

  /// Words that stand by themselves: names of rows and columns, and what they are names of.
  struct Header: Sendable {
    let text: String
    let x: Double
    let y: Double
    let anchor: Canvas.Anchor
    let style: String
    var whole: String?
    var look = Look()
    var size = 12.0
    var weight = FontWeight.regular
  }

  var cells: [Cell]
  var headers: [Header] = []
  var titleLines: [String] = []
  var width: Double
  var height: Double
}

/// A view whose size is known.
indirect enum LaidView: Sendable {
  case plot(LaidPlot)
  case grid(LaidGrid)

  var width: Double {
    switch self {
    case .plot(let plot): plot.totalWidth
    case .grid(let grid): grid.width
    }
  }

  var height: Double {
    switch self {
    case .plot(let plot): plot.totalHeight
    case .grid(let grid): grid.height
    }
  }

  /// The room about the box of a plot; none for a grid.
  var insets: Insets {
    if case .plot(let plot) = self { return plot.insets }
    return Insets()
  }
}
