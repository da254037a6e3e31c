public import Markup
public import Values

extension BoundChart {
  /// Draws the chart as SVG for a page, in the classes of the site's sheet.
  ///
  /// - Parameters:
  ///   - width: The width in px; below 480 the chart is laid out for a phone.
  ///   - language: The language of months, numbers and estimates.
  ///   - idPrefix: What every id in the picture begins with; it must be unlike any other on the
  ///     page, and fit for an XML name.
  ///   - title: What the picture is called for those who do not see it, as plain text; where it is
  ///     left out, the specification's title as it was written.
  public func draw(
    width: Double, language: Language, idPrefix: String, title: String? = nil
  ) -> Fragment {
    let picture = ChartPicture.draw(
      self, width: width, language: language, idPrefix: idPrefix, title: nil)
    return document(picture, language, idPrefix, title: title, standalone: nil)
  }

  /// Draws the chart as an SVG file that stands by itself: colours resolved for a light ground, the
  /// title above the picture.
  ///
  /// - Parameters:
  ///   - title: The caption as plain text; where it is left out, the specification's title as it was
  ///     written.
  ///   - width: The width in px; nil for as much as the chart wants.
  ///   - colors: The colours of the theme.
  public func drawStandalone(
    width: Double?, language: Language, idPrefix: String = "chart", title: String? = nil,
    colors: LightColors = .house
  ) -> Fragment {
    let picture = ChartPicture.draw(
      self, width: width, language: language, idPrefix: idPrefix,
      title: title ?? specification.title?.value)
    return document(picture, language, idPrefix, title: title, standalone: colors)
  }

  /// The text for those who do not see the picture: the author's, or one made from the data.
  public func description(in language: Language) -> String {
    specification.description?.value ?? generatedDescription(in: language)
  }

  private func document(
    _ picture: ChartPicture, _ language: Language, _ idPrefix: String, title: String?,
    standalone colors: LightColors?
  ) -> Fragment {
    SVGDocument(
      width: picture.width, height: picture.height, style: "chart",
      title: title ?? specification.title?.value ?? generatedTitle(in: language),
      description: description(in: language), language: language.tag, idPrefix: idPrefix,
      hasLinks: picture.canvas.hasLinks
    ).write(picture.canvas, standalone: colors)
  }
}
