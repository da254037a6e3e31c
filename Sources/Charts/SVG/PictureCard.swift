import Bytes
public import Markup
import Values

/// A page as a picture of fixed size, for what shows a link elsewhere: the site's name, the page's
/// title and its first figure.
public struct PictureCard: Sendable {
  /// The width that networks and messengers ask for, in px.
  public static let width = 1200
  /// The height that belongs to it, in px.
  public static let height = 630

  private let site: String
  private let title: String
  private let mark: String
  private let picture: Fragment
  private let colors: LightColors

  private static let margin = 56.0
  private static let band = 92.0
  private static let titleSize = 44.0
  private static let titleLine = 52.0

  /// - Parameters:
  ///   - site: The name of the publication, plain text.
  ///   - title: The page's title, plain text.
  ///   - mark: The page's mark of the Traffic Light Protocol; empty where it bears none.
  ///   - picture: A figure drawn to stand by itself.
  ///   - colors: The colours of the theme.
  public init(
    site: String, title: String, mark: String, picture: Fragment, colors: LightColors = .house
  ) {
    self.site = site
    self.title = title
    self.mark = mark
    self.picture = picture
    self.colors = colors
  }

  /// The card as SVG without custom properties, for programs that draw pixels of it; nil where
  /// `picture` is no figure that stands by itself.
  public func draw() -> Fragment? {
    guard let extent = Self.extent(of: picture) else { return nil }
    let (width, height) = (Double(Self.width), Double(Self.height))
    let room = width - 2 * Self.margin
    var canvas = Canvas()
    let name = TextMetrics.ellipsis(site, toFit: room - 260, size: 28, weight: .bold)
    var top = Self.band + 30
    canvas.rectangle(
      Box(minX: 0, minY: 0, maxX: width, maxY: height), "",
      look: Look(fill: .css(colors.value("paper"))))
    canvas.rectangle(
      Box(minX: 0, minY: 0, maxX: width, maxY: Self.band), "",
      look: Look(fill: .css(colors.value("band"))))
    canvas.text(
      TextDirection.isolated(name), Self.margin, 56, "", size: 28, weight: .bold,
      look: Look(fill: .css(colors.value("band-ink"))))
    if !mark.isEmpty {
      canvas.text(
        "TLP:\(mark)", width - Self.margin, 56, "", anchor: .end, size: 28, weight: .bold,
        look: Look(fill: .css(colors.value("band-ink"))))
    }
    let lines = TextMetrics.wrap(
      title, width: room, size: Self.titleSize, weight: .bold, maximumLines: 2)
    for line in lines {
      canvas.text(
        TextDirection.isolated(line), Self.margin, top + 38, "", size: Self.titleSize,
        weight: .bold, look: Look(fill: .css(colors.value("ink"))))
      top += Self.titleLine
    }
    top += 8
    let scale = min(room / extent.width, (height - 20 - top) / extent.height)
    let left = Self.margin + (room - extent.width * scale) / 2
    canvas.write { writer in
      let place = "translate(\(left.decimalText(places: 2)) \(top.decimalText(places: 2)))"
      writer.open("g", ["transform": .text("\(place) scale(\(scale.decimalText(places: 4)))")])
      writer.fragment(picture)
      writer.close("g")
    }
    var writer = MarkupWriter()
    writer.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": .number(width),
        "height": .number(height), "font-family": .text(TextMetrics.fontFamily),
      ])
    writer.fragment(canvas.fragment)
    writer.close("svg")
    return writer.fragment
  }

  /// The size that the first tag of a drawing states, in px.
  private static func extent(of picture: Fragment) -> (width: Double, height: Double)? {
    guard let end = picture.bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let tag = picture.bytes[..<end].text
    func number(_ name: String) -> Double? {
      guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
      return Double(tag[start.upperBound...].prefix { $0 != "\"" })
    }
    guard let width = number("width"), let height = number("height"), width > 0, height > 0 else {
      return nil
    }
    return (width, height)
  }
}
