import Bytes
import CCMark
import Diagnostics

extension TreeBuilder {
  /// Begins a link or an image.
  mutating func enterLink(_ node: OpaquePointer, isImage: Bool) {
    let start = text.offset
    let index = document.links.count
    let destination = cmark_node_get_url(node).map { Self.bytes(of: $0).text } ?? ""
    let title = cmark_node_get_title(node).map { Self.bytes(of: $0).text } ?? ""
    var form = LinkReference.Form.inline
    var autolinkEnd = 0
    if !isLost {
      if !isImage, text.peek == UInt8(ascii: "<") {
        form = .autolink
        autolinkEnd = start
        while autolinkEnd < text.lineEnd, body.bytes[autolinkEnd] != UInt8(ascii: ">") {
          autolinkEnd += 1
        }
        autolinkEnd += 1
        if autolinkEnd > text.lineEnd { lose() }
      } else {
        if isImage, !text.take(UInt8(ascii: "!")) { lose() }
        if !text.take(UInt8(ascii: "[")) { lose() }
      }
    }
    let span = form == .autolink ? place(start + 1, autolinkEnd - 1) : place(start, start)
    let whole = form == .autolink ? place(start, autolinkEnd) : span
    document.links.append(
      LinkReference(
        kind: isImage ? .image : .link, form: form, destination: destination,
        title: title.isEmpty ? nil : title, destinationSpan: span, labelSpan: nil,
        definition: nil, span: whole))
    if form == .autolink {
      pushInline(.autolink(index, end: autolinkEnd), start: start)
    } else {
      pushInline(isImage ? .image(index) : .link(index), start: start)
    }
  }

  /// Passes the `]` of a link and what follows it, and notes where its destination stands.
  mutating func takeLinkTail(_ index: Int, _ frame: InlineFrame) {
    guard !isLost else { return placeLink(index, whole: place(0, 0)) }
    let textEnd = text.offset
    guard text.take(UInt8(ascii: "]")) else {
      lose()
      return placeLink(index, whole: place(0, 0))
    }
    if let destination = text.scanInlineTail() {
      return placeLink(
        index, whole: body.span(frame.start, text.offset),
        destination: body.span(destination.lowerBound, destination.upperBound))
    }
    // Behind a shortcut no label follows; an empty one means the text.
    let own = frame.start + (document.links[index].kind == .image ? 2 : 1)
    var label = own..<max(own, textEnd)
    if let second = text.scanLabel(), !second.isEmpty { label = second }
    let key = Self.labelKey(labelText(label))
    let span = body.span(label.lowerBound, label.upperBound)
    placeLink(
      index, whole: body.span(frame.start, text.offset), destination: span, label: span, key: key)
  }

  private mutating func placeLink(
    _ index: Int, whole: SourceSpan, destination: SourceSpan? = nil, label: SourceSpan? = nil,
    key: String? = nil
  ) {
    let held = document.links[index]
    document.links[index] = LinkReference(
      kind: held.kind, form: label == nil ? held.form : .reference,
      destination: held.destination, title: held.title, destinationSpan: destination ?? whole,
      labelSpan: label, definition: nil, span: whole)
    if let key { pendingReferences.append((index, key)) }
  }

  /// The source of a label that may run over several lines, their prefixes left out.
  func labelText(_ range: Range<Int>) -> String {
    var result = ""
    for stretch in text.stretches[text.stretchIndex(at: range.lowerBound)...] {
      guard stretch.lowerBound <= range.upperBound else { break }
      if !result.isEmpty { result += " " }
      result += string(stretch.clamped(to: range))
    }
    return result
  }

  /// Gives each reference the place of its definition, once all definitions are known.
  mutating func resolveReferences() {
    for (index, key) in pendingReferences {
      guard let found = definitionsByLabel[key] else { continue }
      document.links[index].definition = found
      document.links[index].destinationSpan = document.definitions[found].destination.span
    }
  }

  /// What two labels share when they match: CommonMark 0.30 folds case and collapses white space.
  static func labelKey(_ label: String) -> String {
    var bytes: [UInt8] = []
    for byte in label.utf8 {
      if !byte.isMarkdownSpace {
        bytes.append(byte)
      } else if let last = bytes.last, last != .space {
        bytes.append(.space)
      }
    }
    if bytes.last == .space { bytes.removeLast() }
    // Lower case first: the capital sharp s has no other way to `SS`.
    return bytes.text.lowercased().uppercased()
  }

  /// A destination or title without entities and escapes, in that order, as cmark has it.
  mutating func unescapedDestination(_ range: Range<Int>) -> String {
    let source = body.bytes[range]
    guard source.contains(where: { $0 == .backslash || $0 == UInt8(ascii: "&") }) else {
      return string(range)
    }
    var decoded: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if body.bytes[offset] == UInt8(ascii: "&"),
        let entity = entities.entity(in: body.bytes, at: offset, before: range.upperBound)
      {
        decoded.append(contentsOf: entity.bytes)
        offset += entity.length
      } else {
        decoded.append(body.bytes[offset])
        offset += 1
      }
    }
    var result: [UInt8] = []
    var index = 0
    while index < decoded.count {
      if decoded[index] == .backslash, index + 1 < decoded.count,
        decoded[index + 1].isASCIIPunctuation
      {
        index += 1
      }
      result.append(decoded[index])
      index += 1
    }
    return result.text
  }
}
