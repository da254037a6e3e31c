import Bytes
import Diagnostics
import SiteModel

/// Finds which template wrote an attribute of a produced page.
struct TemplateAttributes {
  /// An attribute as a template has it.
  private struct Written {
    let name: String
    /// What stands in it outside of tags, in order; tags lie between.
    let parts: [[UInt8]]
    let span: SourceSpan

    /// How many bytes of it are fixed.
    var weight: Int { parts.map(\.count).reduce(0, +) }
  }

  private var attributes: [String: [Written]] = [:]
  /// The templates and partials that each includes.
  private var includes: [String: (parents: [String], partials: [String])] = [:]

  /// Reads `templates`.
  init(_ templates: [ResolvedSite.Template]) {
    for template in templates {
      attributes[template.name] = Self.attributes(of: template)
      let tags = TemplateScanner.scan(Array(template.text.utf8), file: template.file).value
      includes[template.name] = Self.included(tags)
    }
  }

  /// The place in `template`, or in what it includes, that wrote what was sighted; of an id that
  /// stands twice the later place, with a label at the first.
  func place(
    of sighting: RenderedReading.Sighting, in template: String
  ) -> (span: SourceSpan, labels: [Diagnostic.Label])? {
    let value = Array(sighting.written.utf8)
    var found: [Written] = []
    for name in reachable(from: template) {
      found += (attributes[name] ?? []).filter { written in
        written.name == sighting.attribute && Self.fits(value, written.parts)
      }
    }
    guard let most = found.map(\.weight).max() else { return nil }
    let best = found.filter { $0.weight == most }
    if case .idRepeated = sighting.kind, let last = best.last, let first = best.first {
      let labels = best.count > 1 ? [Diagnostic.Label(first.span, "it is first here")] : []
      return (last.span, labels)
    }
    return best.first.map { ($0.span, []) }
  }

  private static func attributes(of template: ResolvedSite.Template) -> [Written] {
    Array(template.text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      var found: [Written] = []
      while let item = scanner.next() {
        guard case .start = item else { continue }
        for attribute in scanner.attributes {
          let name = bytes[attribute.name].map(\.asciiLowercased).text
          var ranges = [attribute.value]
          if name == "srcset" { ranges = AddressLists.sourceSet(bytes, attribute.value) }
          if name.hasPrefix("aria-") { ranges = AddressLists.words(bytes, attribute.value) }
          if name == "style" || AddressAttributes.isReference(attribute.value, in: scanner) {
            let start = attribute.value.lowerBound
            ranges = StyleScanner.addresses(in: Array(bytes[attribute.value])[...]).map {
              start + $0.lowerBound..<start + $0.upperBound
            }
          }
          for range in ranges {
            let parts = parts(Array(bytes[range]))
            // Too little to tell by: `#{{id}}` would fit any anchor.
            guard parts.count == 1 || parts.map(\.count).reduce(0, +) >= 4 else { continue }
            found.append(
              Written(name: name, parts: parts, span: SourceSpan(template.file, range)))
          }
        }
        guard scanner.has(scanner.name, "style") else { continue }
        let start = scanner.content.lowerBound
        for range in StyleScanner.addresses(in: Array(bytes[scanner.content])[...]) {
          let place = start + range.lowerBound..<start + range.upperBound
          found.append(
            Written(
              name: "style", parts: parts(Array(bytes[place])),
              span: SourceSpan(template.file, place)))
        }
      }
      return found
    }
  }

  /// A value parted at its tags.
  private static func parts(_ value: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = value[...]
    while let open = rest.firstRange(of: Array("{{".utf8)),
      let close = rest[open.upperBound...].firstRange(of: Array("}}".utf8))
    {
      parts.append(Array(rest[..<open.lowerBound]))
      rest = rest[close.upperBound...]
    }
    parts.append(Array(rest))
    return parts
  }

  /// Whether `value` has all of `parts` in order, beginning with the first and ending in the last.
  private static func fits(_ value: [UInt8], _ parts: [[UInt8]]) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    if parts.count == 1 { return value == first }
    guard value.starts(with: first), value.count >= first.count + last.count,
      value.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = value[first.count..<value.count - last.count]
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  /// The templates and partials that `tags` name, parents first.
  private static func included(_ tags: [TemplateTag]) -> (parents: [String], partials: [String]) {
    var found: (parents: [String], partials: [String]) = ([], [])
    for tag in tags {
      let within = included(tag.children)
      found.parents += within.parents
      found.partials += within.partials
      switch tag.kind {
      case .partial: found.partials.append(tag.name)
      case .parent: found.parents.append(tag.name)
      default: continue
      }
    }
    return found
  }

  /// The template and all that it includes: a frame before what fills it, and that before its
  /// partials.
  func reachable(from template: String) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    func visit(_ name: String) {
      guard seen.insert(name).inserted, let next = includes[name] else { return }
      next.parents.forEach(visit)
      order.append(name)
      next.partials.forEach(visit)
    }
    visit(template)
    return order
  }
}
