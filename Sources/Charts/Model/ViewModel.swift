/// A view whose data was found: a plot, or views beside one another.
indirect enum ViewModel: Sendable {
  case plot(PlotModel)
  case grid(GridModel)

  /// All units in it, in the order of drawing.
  var units: [UnitModel] {
    switch self {
    case .plot(let plot): plot.units
    case .grid(let grid): grid.children.flatMap(\.units)
    }
  }

  /// The plots in it, in the order of drawing.
  var plots: [PlotModel] {
    switch self {
    case .plot(let plot): [plot]
    case .grid(let grid): grid.children.flatMap(\.plots)
    }
  }
}

/// Marks upon one another between the same axes.
struct PlotModel: Sendable {
  /// From the back to the front.
  var units: [UnitModel]
  var width: Extent?
  var height: Extent?
  /// Whether those are with what is about the plot.
  var autosize = Autosize.pad
  var title: TitleSpecification?
  var background: Properties<ViewProperty>
  /// Its number among the plots of the chart.
  var id = 0
}

extension PlotModel {
  /// Whether its items stand about a pole.
  var isPolar: Bool {
    units.contains { $0.mark.kind == .arc || $0[.theta] != nil || $0[.radius] != nil }
  }
}

/// Views in rows and columns.
struct GridModel: Sendable {
  /// What the parts are.
  enum Kind: Sendable {
    /// The parts of a facet with names of rows, of columns, or of each part.
    case facet(FacetHeaders)
    /// Views that an author set beside one another.
    case concat
  }

  var kind: Kind
  /// Row after row.
  var children: [ViewModel]
  /// How many stand in a row; nil for all.
  var columns: Int?
  var spacing: (column: Double?, row: Double?)
  var title: TitleSpecification?
  /// The number by which scales are shared.
  var scope: Int
  /// Which axes the parts share.
  var sharedAxes: Set<Channel> = []
}

/// The names of a facet's parts.
struct FacetHeaders: Sendable {
  /// The names of rows, from the top; empty where there are none.
  var rows: [Datum] = []
  /// The names of columns, from the left; empty where there are none.
  var columns: [Datum] = []
  /// The names of the parts of a wrapped facet.
  var cells: [Datum] = []
  var rowChannel: BoundChannel?
  var columnChannel: BoundChannel?
  var cellChannel: BoundChannel?
}
