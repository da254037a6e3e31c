import Bytes
import CCMark
import Diagnostics

/// Builds our tree from cmark's, and finds the place of everything in it.
///
/// cmark says what each thing is and on which lines blocks stand. Where in a line things are is
/// worked out here: the prefixes of the enclosing blocks are stripped from each line again, and a
/// reader follows the inlines through what is left, in order, byte for byte.
struct TreeBuilder {
  /// Blocks in blocks; a list and its item are two. Inlines in inlines are held to the same.
  static let depthLimit = 200

  let body: Body
  let lines: SourceLines
  let options: MarkdownOptions
  var document = MarkdownDocument()
  var diagnostics: [Diagnostic] = []
  var entities = EntityDecoder()
  var containers: [Container] = []
  var blockFrames: [BlockFrame] = [BlockFrame(kind: .document, start: 0)]
  /// The text of the block that is read.
  var text: BlockText
  /// Inlines that are read and not yet part of a parent.
  var pieces: [Piece] = []
  var inlineFrames: [InlineFrame] = []
  /// The first line that no block has accounted for yet; definitions leave no node.
  var nextLine = 1
  /// Whether the reader has lost its way in the block; places are the block's then.
  var isLost = false
  /// In how many blocks it has.
  var lostBlocks = 0
  /// Whether the block's text has an `@` or a `][` that must be looked at.
  var hasMarks = false
  var isTooDeep = false
  /// The definition that each label means: the first.
  var definitionsByLabel: [String: Int] = [:]
  /// References whose definition may yet come: the link and the key of its label.
  var pendingReferences: [(link: Int, key: String)] = []
  /// Labels of references that were left as text.
  var undefinedReferences: [(range: Range<Int>, label: String)] = []

  init(body: Body, lines: SourceLines, options: MarkdownOptions) {
    self.body = body
    self.lines = lines
    self.options = options
    self.text = BlockText(body.bytes)
  }

  /// A block about the one that is read: what it takes from the front of each line.
  enum Container {
    case quote
    /// An item, the line of its marker, and by how many columns its later lines are indented.
    case item(line: Int, width: Int)
  }

  /// A block whose children are being read.
  struct BlockFrame {
    enum Kind {
      case document, quote
      case list(start: Int?, isTight: Bool)
      case item
    }

    let kind: Kind
    let start: Int
    var blocks: [Block] = []
    var items: [ListItem] = []
  }

  /// Follows cmark's tree from its root.
  mutating func build(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { break }
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_ENTER {
        if type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue {
          enterInline(node, type)
        } else if !enterBlock(node, type) {
          cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        }
      } else if type.rawValue >= CMARK_NODE_FIRST_INLINE.rawValue {
        exitInline(type)
      } else {
        exitBlock(node, type)
      }
    }
    takeDefinitions(before: lines.count + 1)
    document.blocks = blockFrames[0].blocks
    resolveReferences()
    reportUndefinedReferences()
    assignHeadingIDs()
  }

  /// The bytes between two offsets of the body, as text.
  func string(_ range: Range<Int>) -> String {
    UnsafeBufferPointer(rebasing: body.bytes[range]).text
  }
}
