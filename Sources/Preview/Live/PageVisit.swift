import Bytes

/// What a page is told when it is sent, so that it can follow: it is put into the page on its way,
/// and is never part of a site that is written.
struct PageVisit {
  /// The page's file.
  let path: String
  /// The number of the site that it belongs to.
  let version: Int
  /// Of which run of the program that number is.
  let session: String

  /// The page with the script of the preview at its end.
  func inserted(into page: [UInt8]) -> [UInt8] {
    var page = page
    page.insert(contentsOf: tag, at: Self.end(of: page))
    return page
  }

  private var tag: [UInt8] {
    let path = PercentEncoding.encodePath("/" + path)
    let script =
      "<script src=\"\(Responder.folder)live.js\" data-session=\"\(session)\""
      + " data-version=\"\(version)\" data-page=\"\(path)\"></script>\n"
    return Array(script.utf8)
  }

  /// Before the last `</body>`, or behind everything where there is none.
  private static func end(of page: [UInt8]) -> Int {
    let mark = Array("</body".utf8)
    var index = page.count - mark.count
    while index >= 0 {
      if page[index] == mark[0],
        zip(page[index...], mark).allSatisfy({ $0.asciiLowercased == $1 })
      {
        return index
      }
      index -= 1
    }
    return page.count
  }
}
