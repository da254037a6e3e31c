import Diagnostics
import Documents

/// How long a side of a view is.
enum Extent: Hashable, Sendable {
  /// So many px.
  case pixels(Double)
  /// So many px for each step of a discrete axis; whether the step is that of the offsets within.
  case step(Double, isPosition: Bool)
  /// As long as the column is wide.
  case container
}

/// A view of any kind: one mark, layers, or views beside one another.
struct ViewSpecification: Sendable {
  /// What is in a view.
  indirect enum Content: Sendable {
    case unit(MarkDefinition)
    case layer([ViewSpecification])
    case facet(FacetSpecification, ViewSpecification)
    case concat(ConcatSpecification, [ViewSpecification])
  }

  /// What stands above it; the outermost one's is the figure's caption.
  var title: TitleSpecification?
  /// Its data; nil takes the view's around it.
  var data: DataReference?
  /// What is done to the data, in order.
  var transforms: [TransformStep] = []
  /// The channels; of layers, those that all share.
  var encoding = Encoding()
  var width: Extent?
  var height: Extent?
  /// Whether those are with the axes.
  var autosize: Autosize?
  /// Which scales and guides the views within share.
  var resolve = ResolveSpecification()
  /// The background of the plot.
  var background = Properties<ViewProperty>()
  var content: Content
  var span: SourceSpan
}

/// What parts a facet: rows, columns, or one field that is wrapped.
struct FacetSpecification: Sendable {
  var row: ChannelDefinition?
  var column: ChannelDefinition?
  var wrapped: ChannelDefinition?
  /// How many columns a wrapped facet has.
  var columns: Int?
  /// The room between parts in px, across and down.
  var spacing: (column: Double?, row: Double?)
}

/// How views stand beside one another.
struct ConcatSpecification: Sendable {
  /// How many stand in a row; nil for all.
  var columns: Int?
  var spacing: (column: Double?, row: Double?)
}

/// A title with its look.
struct TitleSpecification: Sendable {
  var lines: [String]
  var subtitle: [String]
  var properties: Properties<TitleProperty>
  let span: SourceSpan
}
