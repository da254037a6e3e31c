import Bytes
import Datasets
import Diagnostics
import Documents

/// The file that tests read.
let testFile = SourceFileID(0)

/// The YAML as a node; null where it cannot be read.
func yaml(_ text: String) -> Node {
  YAMLReader.read(text.utf8, in: testFile).value
    ?? Node(.scalar("", isQuoted: false), at: SourceSpan(testFile, 0..<0))
}

/// A condition that stands alone in its file.
func expression(_ text: String) -> Node {
  Node(
    .scalar(text, isQuoted: false), at: SourceSpan(testFile, 0..<text.utf8.count))
}

/// Text in which `⟦` and `⟧` mark the bytes that a diagnostic should name.
struct Marked {
  let text: String
  let ranges: [Range<Int>]

  init(_ marked: String) {
    var text = ""
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for character in marked {
      switch character {
      case "⟦": starts.append(text.utf8.count)
      case "⟧": ranges.append((starts.popLast() ?? 0)..<text.utf8.count)
      default: text.append(character)
      }
    }
    self.text = text
    self.ranges = ranges
  }
}

extension Diagnostic {
  /// The bytes that it names.
  var range: Range<Int>? { span?.range }
}
