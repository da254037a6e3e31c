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

/// A generator of pseudo-random numbers that gives the same ones each time (SplitMix64).
struct Repeatable: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
