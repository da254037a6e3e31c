public import Markup
public import Values

extension BoundGraph {
  /// Draws the graph as SVG for a page, in the classes of the site's sheet.
  ///
  /// - Parameters:
  ///   - width: The width in px. A graph that does not fit, however its words are broken, is drawn
  ///     as wide as it must be, since smaller letters could not be read.
  ///   - language: The language of the picture's own words.
  ///   - idPrefix: What every id in the picture begins with; it must be unlike any other on the
  ///     page, and fit for an XML name.
  ///   - title: What the picture is called for those who do not see it, as plain text.
  ///   - placements: What `dot` answered to ``requests``.
  ///   - href: Where a node leads, by its index in ``nodes``, or nil where nowhere.
  /// - Returns: The picture and its width; nil where nothing was laid out. A graph without edges is
  ///   a picture that says so.
  public func draw(
    width: Double, language: Language, idPrefix: String, title: String? = nil,
    placements: [GraphRequest: GraphPlacement], href: (Int) -> String? = { _ in nil }
  ) -> (picture: Fragment, width: Double)? {
    if content.edges.isEmpty {
      let empty = EmptyGraph(self, width: width, language: language, title: title, heading: nil)
      return (empty.document(idPrefix: idPrefix, standalone: nil), width)
    }
    let picture = GraphPicture(
      self, width: width, language: language, title: title, heading: nil, placements: placements)
    guard let picture else { return nil }
    return (picture.document(idPrefix: idPrefix, standalone: nil, href: href), picture.width)
  }

  /// Draws the graph as an SVG file that stands by itself: colours resolved for a light ground, the
  /// title above the picture.
  ///
  /// - Parameter colors: The colours of the theme.
  public func drawStandalone(
    width: Double, language: Language, idPrefix: String = "graph", title: String? = nil,
    placements: [GraphRequest: GraphPlacement], colors: LightColors = .house
  ) -> Fragment? {
    let heading = title ?? specification.title?.value
    if content.edges.isEmpty {
      return EmptyGraph(self, width: width, language: language, title: title, heading: heading)
        .document(idPrefix: idPrefix, standalone: colors)
    }
    return GraphPicture(
      self, width: width, language: language, title: title, heading: heading,
      placements: placements
    )?.document(idPrefix: idPrefix, standalone: colors, href: { _ in nil })
  }
}
