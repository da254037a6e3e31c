import Bytes

/// What the templates' engine made of a template for pages of one shape, with blanks where the
/// values of a page stand.
///
/// The engine finds each name anew for each page, and that costs more than the rest of rendering.
/// But what it makes of a template depends on a page in few ways: which values are there, which
/// flags are set, and how long lists are. For each such shape it is asked once.
struct Form: Sendable {
  /// A name as a template says it, and the object that has it.
  struct Path: Hashable, Sendable {
    /// Which object: 0 for the page's own names, 1 for an element of a list, 2 for one of a list
    /// within that.
    let level: Int
    /// The parts of the name, between its points.
    let names: [String]
  }

  /// What a value is, as far as the engine's way depends on it.
  enum Answer: Int, Sendable, CaseIterable {
    case absent
    case text
    case off
    case on
    case object
    case list

    init(_ value: TemplateValue?) {
      switch value {
      case .later, nil: self = .absent
      case .text(let text): self = text.isEmpty ? .absent : .text
      case .flag(let flag): self = flag ? .on : .off
      case .object: self = .object
      case .list(let list): self = list.isEmpty ? .absent : .list
      }
    }
  }

  /// A piece of what the engine made.
  enum Piece: Sendable {
    /// What is the same for each page of the shape.
    case fixed([UInt8])
    /// A text of the page.
    case blank(Path)
    /// What each element of a list becomes.
    case list(Path, FormTree)
  }

  /// The pieces in order.
  var pieces: [Piece] = []

  /// Takes bytes that are the same for each page.
  mutating func add(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    if case .fixed(let before)? = pieces.last {
      pieces[pieces.count - 1] = .fixed(before + bytes)
    } else {
      pieces.append(.fixed(Array(bytes)))
    }
  }

  /// Fills the blanks with what `objects` hold, the page's own names first.
  /// - Returns: False where an element of a list has a shape that was not met before; what was
  ///   appended by then is of no use.
  func fill(_ objects: [TemplateObject], into bytes: inout [UInt8]) -> Bool {
    for piece in pieces {
      switch piece {
      case .fixed(let fixed): bytes.append(contentsOf: fixed)
      case .blank(let path):
        guard case .text(let text)? = objects.value(at: path) else { return false }
        bytes.append(contentsOf: text.utf8)
      case .list(let path, let tree):
        guard case .list(let elements)? = objects.value(at: path) else { return false }
        for element in elements {
          guard tree.fill(objects + [element], into: &bytes) else { return false }
        }
      }
    }
    return true
  }

  /// Takes over what `other`, of the same shape, knows of the elements of lists.
  /// - Returns: False where it is not of the same shape.
  mutating func merge(_ other: Form) -> Bool {
    guard pieces.count == other.pieces.count else { return false }
    for index in pieces.indices {
      switch (pieces[index], other.pieces[index]) {
      case (.fixed(let own), .fixed(let others)): guard own == others else { return false }
      case (.blank(let own), .blank(let others)): guard own == others else { return false }
      case (.list(let own, var tree), .list(let others, let more)):
        guard own == others, tree.merge(more) else { return false }
        pieces[index] = .list(own, tree)
      default: return false
      }
    }
    return true
  }
}

extension [TemplateObject] {
  /// The value that `path` means.
  func value(at path: Form.Path) -> TemplateValue? {
    var object = self[path.level]
    for name in path.names.dropLast() {
      guard case .object(let inner)? = object[name] else { return nil }
      object = inner
    }
    return path.names.last.flatMap { object[$0] }
  }
}
