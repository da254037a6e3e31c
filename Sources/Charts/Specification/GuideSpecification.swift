import Diagnostics
import Documents

/// What an author says of a guide: an axis, a legend, or the headers of a facet.
struct GuideSpecification<Key: GuideProperty>: Sendable {
  /// Whether there is none: `axis: null`.
  var isHidden = false
  var title = TitleSetting.automatic
  var format: Spanned<String>?
  /// The values that are named; nil where the scale decides.
  var values: [Datum]?
  var tickCount: TickCount?
  var properties = Properties<Key>()
}

/// What an author says of an axis.
typealias AxisSpecification = GuideSpecification<AxisProperty>
/// What an author says of a legend.
typealias LegendSpecification = GuideSpecification<LegendProperty>
/// What an author says of the headers of a facet.
typealias HeaderSpecification = GuideSpecification<HeaderProperty>

extension GuideSpecification {
  /// Reads `axis: {…}`, or null or false for none.
  static func read(_ node: Node, of subject: String) -> Outcome<GuideSpecification> {
    var guide = GuideSpecification()
    if node.isNull || node.boolean == false {
      guide.isHidden = true
      return Outcome(guide)
    }
    var reader = PropertyReader(node, of: subject)
    guide.title = TitleSetting.read(&reader)
    guide.format = reader.text("format")
    if Key.namesValues {
      guide.tickCount = TickCount.read(&reader)
      guide.values = reader.list("values", of: "values")?.map {
        DatumReader.datum($0).take(into: &reader)
      }
    }
    guide.properties = reader.properties(Key.self)
    return Outcome(guide, reader.finish())
  }

  /// Reads what the config says of guides: their look, and whether they have titles.
  static func readLook(_ node: Node, of subject: String) -> Outcome<GuideSpecification> {
    var guide = GuideSpecification()
    var reader = PropertyReader(node, of: subject)
    if reader.entry("title")?.value.isNull == true {
      guide.title = .none
      if let key = Key(rawValue: "title") { guide.properties[key] = .null }
    } else if let title = reader.node("title") {
      reader.wrongType(title, "title", expected: "null")
    }
    guide.properties = reader.properties(Key.self).over(guide.properties)
    return Outcome(guide, reader.finish())
  }
}

/// The properties of a guide.
protocol GuideProperty: PropertyKey {
  /// Whether the guide names values of a scale, of which an author may choose some.
  static var namesValues: Bool { get }
}
