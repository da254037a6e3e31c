public import Markup
public import Values

extension BoundTimeline {
  /// Draws the timeline as SVG for a page, in the classes of the site's sheet.
  ///
  /// - Parameters:
  ///   - width: The width in px; below 480 it is laid out for a phone. The height follows.
  ///   - language: The language of dates and of the picture's own words.
  ///   - idPrefix: What every id in the picture begins with; it must be unlike any other on the
  ///     page, and fit for an XML name.
  ///   - title: What the picture is called for those who do not see it, as plain text; where it is
  ///     left out, the specification's title as it was written.
  ///   - href: Where the event of a row leads, or nil where nowhere.
  public func draw(
    width: Double, language: Language, idPrefix: String, title: String? = nil,
    href: (Int) -> String? = { _ in nil }
  ) -> Fragment {
    TimelinePicture(self, width: width, language: language, title: title)
      .document(idPrefix: idPrefix, standalone: nil, href: href)
  }

  /// Draws the timeline as an SVG file that stands by itself: colours resolved for a light ground,
  /// the title above the picture.
  ///
  /// - Parameter title: The caption as plain text; where it is left out, the specification's title
  ///   as it was written.
  public func drawStandalone(
    width: Double, language: Language, idPrefix: String = "timeline", title: String? = nil,
    colors: LightColors = .house
  ) -> Fragment {
    TimelinePicture(
      self, width: width, language: language, title: title,
      heading: title ?? specification.title?.value
    ).document(idPrefix: idPrefix, standalone: colors, href: { _ in nil })
  }

  /// The layout of a picture of `width` px.
  func layout(width: Double, language: Language) -> TimelineLayout {
    TimelinePicture(self, width: width, language: language).layout
  }
}
