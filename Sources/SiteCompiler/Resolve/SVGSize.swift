import Bytes

/// Reads how large a picture in SVG is: its `width` and `height` in pixels, or else the extent of its
/// `viewBox` (SVG 2, section 8.12).
enum SVGSize {
  /// The size, rounded to whole pixels; nil where it states none.
  static func read(_ bytes: [UInt8]) -> ImageSize? {
    bytes.withUnsafeBufferPointer { buffer -> ImageSize? in
      var scanner = MarkupScanner(buffer, .xml)
      while let item = scanner.next() {
        guard case .start = item else { continue }
        // The first element is the picture itself.
        var values: [String: String] = [:]
        for attribute in scanner.attributes {
          values[text(buffer, attribute.name)] = text(buffer, attribute.value)
        }
        if let size = size(pixels(values["width"]), pixels(values["height"])) { return size }
        let box = (values["viewBox"] ?? "").split { $0 == " " || $0 == "," }.map { Double($0) }
        return box.count == 4 ? size(box[2], box[3]) : nil
      }
      return nil
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func size(_ width: Double?, _ height: Double?) -> ImageSize? {
    guard let width, let height, (0.5..<100_000).contains(width), (0.5..<100_000).contains(height)
    else { return nil }
    return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// A length without a unit, or in px; others depend on the page.
  private static func pixels(_ text: String?) -> Double? {
    guard let text else { return nil }
    return Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text)
  }
}
