import Bytes
import Diagnostics
import Yams

/// Turns libyaml's lines and columns into byte offsets of the file.
struct YAMLPlaces {
  let bytes: [UInt8]
  let file: SourceFileID
  let sourceOffset: (Int) -> Int
  private let lineStarts: [Int]
  /// Of each long line, by its number from 0, the offset of every scalar whose number in it is a
  /// multiple of ``step``: counted from the line's start each time, a line of many values would take
  /// time by the square of their number.
  private let steps: [Int: [Int]]
  private static let step = 256

  init(bytes: [UInt8], file: SourceFileID, sourceOffset: @escaping (Int) -> Int) {
    self.bytes = bytes
    self.file = file
    self.sourceOffset = sourceOffset
    self.lineStarts = Self.lineStarts(of: bytes)
    self.steps = Self.steps(in: bytes, lineStarts)
  }

  /// libyaml ends lines at CR LF, CR, LF, U+0085, U+2028 and U+2029 (YAML 1.1 section 4.2).
  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case .newline: starts.append(index + 1)
      case .carriageReturn where index + 1 >= bytes.count || bytes[index + 1] != .newline:
        starts.append(index + 1)
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85:
        starts.append(index + 2)
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        starts.append(index + 3)
      default: break
      }
      index += 1
    }
    return starts
  }

  private static func steps(in bytes: [UInt8], _ lineStarts: [Int]) -> [Int: [Int]] {
    var steps: [Int: [Int]] = [:]
    for (line, start) in lineStarts.enumerated() {
      let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
      guard end - start > 8 * step else { continue }
      var offsets: [Int] = []
      var count = 0
      for index in start..<end where bytes[index] & 0xC0 != 0x80 {
        if count % step == 0 { offsets.append(index) }
        count += 1
      }
      steps[line] = offsets
    }
    return steps
  }

  /// The offset in the document of a mark; the start where there is none.
  func offset(of mark: Mark?) -> Int {
    guard let mark else { return 0 }
    return offset(line: mark.line, column: mark.column)
  }

  /// The offset in the document of a line and a column in scalars, both from 1.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return bytes.count }
    var index = lineStarts[line - 1]
    var rest = column - 1
    if rest >= Self.step, let offsets = steps[line - 1], !offsets.isEmpty {
      let known = min(rest / Self.step, offsets.count - 1)
      index = offsets[known]
      rest -= known * Self.step
    }
    while rest > 0, index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      rest -= 1
    }
    return index
  }

  /// A span of the file for a range of the document.
  func span(_ range: Range<Int>) -> SourceSpan {
    let start = sourceOffset(range.lowerBound)
    guard !range.isEmpty else { return SourceSpan(file, start..<start) }
    return SourceSpan(file, start..<max(start, sourceOffset(range.upperBound - 1) + 1))
  }

  /// The bytes of a scalar that begins at `start`, its quotes left out.
  func scalarRange(start: Int, text: String, style: Yams.Node.Scalar.Style) -> Range<Int> {
    let start = min(start, bytes.count)
    switch style {
    case .doubleQuoted, .singleQuoted: return quotedRange(from: start)
    case .literal, .folded:
      let end = bytes[start...].firstIndex(of: .newline) ?? bytes.count
      return start..<end
    default:
      let count = text.utf8.count
      if bytes[start...].starts(with: text.utf8) { return start..<start + count }
      let line = bytes[start...].prefix { $0 != .newline && $0 != .carriageReturn }
      return start..<start + line.trimmingASCIIWhitespace().count
    }
  }

  func quotedRange(from start: Int) -> Range<Int> {
    guard start < bytes.count else { return start..<start }
    let quote = bytes[start]
    guard quote == .quote || quote == .apostrophe else { return start..<start }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == .backslash, quote == .quote {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == .apostrophe, index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        break
      }
    }
    return start + 1..<max(start + 1, min(index, bytes.count))
  }

  /// What libyaml objects to, in a sentence and at its place.
  func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return diagnostic(problem, at: offset(of: mark), context)
    case .reader(let problem, let position, _, _):
      let start = min(max(position ?? 0, 0), bytes.count)
      let place = span(start..<min(start + 1, bytes.count))
      return Diagnostic(.yamlInvalid, "this YAML is malformed: \(problem)", at: place)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicateKey(duplicates.sorted().first ?? "", from: offset(of: context.mark))
    default:
      return Diagnostic(
        .yamlInvalid, "this YAML cannot be read: \(error)", at: span(0..<min(1, bytes.count)))
    }
  }

  /// Yams names the mapping's start; the second line that begins with the key is meant.
  private func duplicateKey(_ key: String, from start: Int) -> Diagnostic {
    var found: [Range<Int>] = []
    let wanted = Array(key.utf8)
    for lineStart in lineStarts where lineStart + wanted.count < bytes.count {
      var index = lineStart
      while index < bytes.count, bytes[index] == .space || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard index >= start, bytes[index...].starts(with: wanted) else { continue }
      let end = index + wanted.count
      if end < bytes.count, bytes[end] == UInt8(ascii: ":") { found.append(index..<end) }
    }
    let at = found.count > 1 ? found[1] : start..<min(start + 1, bytes.count)
    let labels = found.count > 1 ? [Diagnostic.Label(span(found[0]), "it is first here")] : []
    return Diagnostic(
      .yamlInvalid, "the key '\(key)' stands twice in one mapping", at: span(at), labels: labels,
      help: "keep one of the two")
  }
}
