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
  /// How the text was rewritten, and what of it stands for what.
  let rewritten: RewrittenText
  /// The headings that stand for the cells of tables.
  var cellNodes: [OpaquePointer] = []
  /// The places of edits that no block was found to stand for.
  var unmetRoles: Set<Int>
  /// Addresses that hold marks of Markdown's, as ranges of the file.
  var splitAddresses: [Range<Int>] = []
  /// Where the last of them in the block ends, in the body.
  var splitEnd = 0
  var document = MarkdownDocument()
  var diagnostics: [Diagnostic] = []
  var entities = EntityDecoder()
  var containers: Containers
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
  /// What the block's text has that must be looked at.
  var marks: TextMarks = []
  var isTooDeep = false
  /// How many images are about what is converted.
  var imageDepth = 0
  /// What stands in the place of quotation marks and the like in the block, in order.
  var punctuation: [Punctuation] = []
  var abbreviations = AbbreviationIndex()
  /// The definition that each label means: the first.
  var definitionsByLabel: [String: Int] = [:]
  /// References whose definition may yet come: the link and the key of its label.
  var pendingReferences: [(link: Int, key: String)] = []
  /// Labels of references that were left as text.
  var undefinedReferences: [(range: Range<Int>, label: String)] = []

  init(body: Body, lines: SourceLines, options: MarkdownOptions, rewritten: RewrittenText) {
    self.body = body
    self.lines = lines
    self.options = options
    self.rewritten = rewritten
    self.unmetRoles = Set(rewritten.rewriting.roles.keys)
    self.text = BlockText(body.bytes)
    self.containers = Containers(body.bytes, lines)
  }

  /// A block whose children are being read.
  struct BlockFrame {
    enum Kind {
      case document, quote
      case list(start: Int?, isTight: Bool)
      case item
      /// A definition of a footnote: an index into the document's.
      case footnote(Int)
    }

    let kind: Kind
    let start: Int
    var blocks: [Block] = []
    var items: [ListItem] = []
    /// What a quotation's mark makes of it.
    var alert: AlertKind?
    /// Whether an item is a task, and done.
    var task: Bool?
  }

  /// Follows cmark's tree from its root.
  mutating func build(_ root: OpaquePointer) {
    nextLine = rewritten.rewriting.cells.count + 1
    takeAbbreviations()
    follow(root)
    takeDefinitions(before: lines.count + 1)
    document.blocks = blockFrames[0].blocks
    resolveReferences()
    reportUndefinedReferences()
    numberFootnotes()
    assignHeadingIDs()
  }

  /// Follows a node and what is in it.
  mutating func follow(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator), node != root else { continue }
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
  }

  /// The bytes between two offsets of the body, as text.
  func string(_ range: Range<Int>) -> String {
    UnsafeBufferPointer(rebasing: body.bytes[range]).text
  }
}
