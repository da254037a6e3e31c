/// Makes a PDF of Chromium's the same bytes for the same page: its dates and the ids of its tags say
/// when and in which browser it was printed.
///
/// Nothing moves and nothing changes its length, since a PDF counts its bytes.
enum PDFBytes {
  private static let dates = ["/CreationDate (D:", "/ModDate (D:"].map { Array($0.utf8) }
  private static let node = Array("(node".utf8)

  /// - Parameter day: The day that the file is to state as that of its making, as eight digits.
  static func settled(_ pdf: [UInt8], day: String) -> [UInt8] {
    var pdf = pdf
    // ISO 32000-1, section 7.9.4: the year, month and day, and the time.
    let stamp = Array("\(day)000000".utf8)
    for key in dates {
      for place in places(of: key, digits: 14, in: pdf) where stamp.count == place.count {
        pdf.replaceSubrange(place, with: stamp)
      }
    }
    // A browser counts the nodes of all pages that it shows. Their order is that of the page, and
    // the tree of ids must stay in order (section 7.9.6).
    let nodes = places(of: node, digits: 8, in: pdf)
    let ids = Set(nodes.map { Array(pdf[$0]) }).sorted { $0.lexicographicallyPrecedes($1) }
    let ranks = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for place in nodes {
      let digits = Array(String(ranks[Array(pdf[place])] ?? 0).utf8)
      let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: place.count - digits.count)
      pdf.replaceSubrange(place, with: zeros + digits)
    }
    return pdf
  }

  /// Where so many digits stand behind `key`.
  private static func places(of key: [UInt8], digits: Int, in pdf: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    while let found = pdf[start...].firstRange(of: key) {
      let place = found.upperBound..<min(found.upperBound + digits, pdf.count)
      if place.count == digits, pdf[place].allSatisfy({ (0x30...0x39).contains($0) }) {
        places.append(place)
      }
      start = found.upperBound
    }
    return places
  }
}
