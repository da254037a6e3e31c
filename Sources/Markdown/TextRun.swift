import Diagnostics

/// A stretch of a text that stands in the body as it is.
struct TextRun {
  /// Where the stretch begins in the text, in bytes.
  var text: Int
  /// Where it begins in the body.
  var body: Int
}

extension TreeBuilder {
  /// A text with its places in the file.
  /// - Parameters:
  ///   - start: Where it begins in the body.
  ///   - end: Where it ends there.
  ///   - runs: Its stretches in order; none where it is one from `start` on.
  func sourceText(_ bytes: [UInt8], _ start: Int, _ end: Int, _ runs: [TextRun]) -> SourceText {
    let span = body.span(start, end)
    let isOne = runs.isEmpty || runs.count == 1 && runs[0].text == 0 && runs[0].body == start
    if isOne, body.isSlice { return SourceText(bytes, at: span) }
    guard !body.isSlice else {
      return SourceText(
        bytes, at: span, runs: runs.map { Self.run($0.text, body.offset($0.body)) })
    }
    // Where the body is no slice of the file, each byte may stand apart from the one before it.
    var result: [SourceText.Run] = []
    var next = 0
    var offset = start
    var expected = -1
    for index in bytes.indices {
      while next < runs.count, runs[next].text <= index {
        offset = runs[next].body
        next += 1
      }
      let place = body.offset(offset)
      if place != expected { result.append(Self.run(index, place)) }
      expected = place + 1
      offset += 1
    }
    return SourceText(bytes, at: span, runs: result)
  }

  private static func run(_ text: Int, _ source: Int) -> SourceText.Run {
    SourceText.Run(
      text: UInt32(truncatingIfNeeded: text), source: UInt32(truncatingIfNeeded: source))
  }
}
