import Diagnostics
import Documents

/// How bars and areas of one place are put upon one another.
enum StackOffset: String, Hashable, Sendable, CaseIterable {
  /// One upon the other, from zero.
  case zero
  /// As parts of their whole.
  case normalize
  /// About the middle.
  case center
  /// Not at all: `stack: null`, `stack: false`.
  case none
}

/// One channel's part of an encoding: which field or value decides it, and how.
struct ChannelDefinition: Sendable {
  /// One of the conditions of a channel: what decides it where the test holds.
  struct Condition: Sendable {
    let test: Predicate
    let definition: ChannelDefinition
  }

  /// The channel.
  var channel: Channel
  /// The place of the channel's name.
  let span: SourceSpan
  /// The field's name.
  var field: Spanned<String>?
  /// How the field's values are made one.
  var aggregate: Spanned<AggregateOperation>?
  /// The field by which `argmin` and `argmax` choose.
  var aggregateBy: Spanned<String>?
  /// How its values are put into bins.
  var bin: Binning?
  /// Whether its values are bins already: `bin: binned`.
  var isBinned = false
  /// How wide the bins are that its values are.
  var binnedStep: Double?
  /// The unit of time that its values are cut to.
  var timeUnit: TimeUnit?
  /// A value of the data's kind, for all items.
  var datum: Datum?
  /// An expression that gives such a value: `datum: {expr: …}`.
  var datumExpression: Expression?
  /// A value of the picture's kind, for all items.
  var value: PropertyValue?
  /// Other definitions for items that pass a test.
  var conditions: [Condition] = []
  /// How the values are to be understood; nil where that is inferred.
  var type: Spanned<FieldType>?
  /// What it is called on axes, legends and in tooltips.
  var title = TitleSetting.automatic
  /// The axis; nil where nothing is said of it.
  @Indirect var axis: AxisSpecification?
  /// The legend; nil where nothing is said of it.
  @Indirect var legend: LegendSpecification?
  /// The header of a facet.
  @Indirect var header: HeaderSpecification?
  /// The scale.
  var scale: ScaleSpecification {
    get { ownScale ?? .unset }
    set { ownScale = newValue }
  }
  @Indirect private var ownScale: ScaleSpecification?
  /// The order; nil where none is given.
  var sort: SortSpecification?
  /// How it is stacked; nil where that is inferred.
  var stack: StackOffset?
  /// What stands for values that are missing.
  var impute: Imputation?
  /// How texts and tooltips are written.
  var format: Spanned<String>?
  /// What the format is for, where that is said: number or time.
  var formatType: String?
  /// Where within a band an item stands, 0 to 1.
  var bandPosition: Double?
  /// How many columns a wrapped facet has.
  var columns: Int?
  /// The room between the parts of a facet, in px.
  var spacing: Double?

  /// The channel, of which nothing is said yet.
  init(channel: Channel, span: SourceSpan) {
    self.channel = channel
    self.span = span
  }

  /// Whether it shows data: a field, a count or a datum.
  var showsData: Bool { isField || datum != nil || datumExpression != nil }
  /// Whether a field or a count decides it.
  var isField: Bool { field != nil || aggregate?.value == .count }
}
