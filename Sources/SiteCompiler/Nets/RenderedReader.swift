import Bytes
import Diagnostics
import SiteModel

/// Reads one produced page or picture again, tag by tag, or a page that is copied.
///
/// Of a copied page only what leads nowhere within the site is a sighting: what it fetches from other
/// hosts, and ids that stand twice, are for those who made it.
struct RenderedReader {
  /// Where a file comes from.
  enum Source {
    /// The page with this index.
    case page(Int)
    /// Others.
    case copied(SourceFileID, CopiedPage)
  }

  private let files: Set<Fingerprint>
  private let pages: Set<Fingerprint>
  private let output: String
  private let source: Source
  /// The fingerprint of the file's path and a `#`, with which those of its ids begin.
  private let idBase: Fingerprint
  private let ownPath: Fingerprint
  /// The site's own address, with which links for machines begin.
  private let siteAddress: [UInt8]
  private var address: SiteAddress
  private var value: [UInt8] = []
  private var reading = RenderedReading()
  /// References within the file, which are looked up when all of its ids are known.
  private var own: [RenderedReading.Awaiting] = []

  init(
    files: Set<Fingerprint>, pages: Set<Fingerprint>, output: String, source: Source,
    configuration: SiteConfiguration
  ) {
    self.files = files
    self.pages = pages
    self.output = output
    self.source = source
    self.ownPath = Fingerprint(of: output.utf8)
    self.idBase = Self.base(Array(output.utf8))
    self.siteAddress = configuration.address(of: "").map { Array($0.utf8) } ?? []
    self.address = SiteAddress(of: output, base: configuration.basePath)
  }

  /// The fingerprint with which those of the ids in the file at `path` begin.
  static func base(_ path: [UInt8]) -> Fingerprint {
    var base = Fingerprint(of: path)
    base.add(UInt8(ascii: "#"))
    return base
  }

  /// What is to be said of `bytes`.
  consuming func read(_ bytes: [UInt8], _ syntax: MarkupScanner.Syntax) -> RenderedReading {
    let isReadable = rebase()
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes, syntax)
      while let item = scanner.next() {
        guard case .start = item else { continue }
        for attribute in scanner.attributes {
          guard isReadable || scanner.has(attribute.name, "id") else { continue }
          take(attribute, in: scanner)
        }
        if isReadable, !scanner.content.isEmpty, scanner.has(scanner.name, "style") {
          takeStyle(scanner.content, scanner.name, scanner)
        }
      }
    }
    for reference in own where !reading.ids.contains(reference.key) {
      reading.sightings.append(reference.sighting)
    }
    var seen: Set<RenderedReading.Sighting> = []
    reading.sightings = reading.sightings.filter { seen.insert($0).inserted }
    return reading
  }

  /// Reads the addresses of a copied page as its `base` element wants it.
  /// - Returns: False where they lead to another host, or nobody can say where.
  private mutating func rebase() -> Bool {
    guard case .copied(let file, let page) = source, let (base, range) = page.base else {
      return true
    }
    var kind = address.read(base[...])
    if case .remote = kind, !siteAddress.isEmpty, base.starts(with: siteAddress) {
      kind = address.readFromRoot(base[siteAddress.count...])
    }
    switch kind {
    case .local:
      address = address.rebased()
      return true
    case .empty: return true
    case .outside:
      // Everything that is relative to it would be out there, too.
      reading.sightings.append(
        RenderedReading.Sighting(
          kind: .outside, output: output, origin: .copied(SourceSpan(file, range)),
          attribute: "href", written: base.text))
      return false
    case .remote, .other: return false
    }
  }

  private var isCopied: Bool {
    if case .copied = source { true } else { false }
  }

  private mutating func take(_ attribute: MarkupScanner.Attribute, in scanner: MarkupScanner) {
    let range = attribute.value
    guard let meaning = AddressAttributes.meaning(of: attribute, in: scanner) else {
      if AddressAttributes.isReference(range, in: scanner) {
        takeStyle(range, attribute.name, scanner)
      }
      return
    }
    switch meaning {
    case .id: takeID(attribute, scanner)
    case .anchor:
      guard decode(range, scanner), !value.isEmpty else { return }
      var key = idBase
      key.add(value)
      reading.ids.insert(key)
    case .link: takeAddress(range, attribute.name, scanner, isFetched: false)
    case .resource:
      // What it moves is read from where it moves it to.
      if isCopied, scanner.has(scanner.name, "base") { return }
      takeAddress(range, attribute.name, scanner, isFetched: true)
    case .resourceSet:
      for part in AddressLists.sourceSet(scanner.bytes, range) {
        takeAddress(part, attribute.name, scanner, isFetched: true)
      }
    case .references:
      for part in AddressLists.words(scanner.bytes, range) {
        takeReference(part, attribute.name, scanner)
      }
    case .refresh:
      if let part = AddressLists.refresh(scanner.bytes, range) {
        takeAddress(part, attribute.name, scanner, isFetched: false)
      }
    case .style: takeStyle(range, attribute.name, scanner)
    }
  }

  private mutating func takeID(
    _ attribute: MarkupScanner.Attribute, _ scanner: MarkupScanner
  ) {
    guard decode(attribute.value, scanner), !value.isEmpty else { return }
    var key = idBase
    key.add(value)
    // An element may have its id as its old name, too.
    let isOwnName = scanner.attributes.contains {
      scanner.has($0.name, "name") && scanner.has(scanner.name, "a")
        && scanner.bytes[$0.value].elementsEqual(scanner.bytes[attribute.value])
    }
    if !reading.ids.insert(key).inserted, !isOwnName {
      report(.idRepeated, attribute.value, attribute.name, scanner)
    }
  }

  private mutating func takeReference(
    _ range: Range<Int>, _ name: Range<Int>, _ scanner: MarkupScanner
  ) {
    guard !isCopied, decode(range, scanner) else { return }
    var key = idBase
    key.add(value)
    own.append(
      RenderedReading.Awaiting(
        key: key, sighting: sighting(.referenceMissing, range, name, scanner)))
  }

  private mutating func takeStyle(
    _ range: Range<Int>, _ name: Range<Int>, _ scanner: MarkupScanner
  ) {
    // Most styles say how large something is; an address stands in a function or behind `@import`.
    guard
      scanner.bytes[range].contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") })
    else { return }
    for part in StyleScanner.addresses(in: Array(scanner.bytes[range])[...]) {
      let place = range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
      takeAddress(place, name, scanner, isFetched: true, isStyle: true)
    }
  }

  private mutating func takeAddress(
    _ range: Range<Int>, _ name: Range<Int>, _ scanner: MarkupScanner, isFetched: Bool,
    isStyle: Bool = false
  ) {
    guard decode(range, scanner) else { return }
    if isStyle { value = StyleScanner.value(of: value[...]) }
    // What is not UTF-8 may be another encoding, and what has braces is filled by a script.
    let isFilled = value.contains(UInt8(ascii: "{"))
    if isCopied, isFilled || UTF8Check.firstIllFormedByte(in: value) != nil { return }
    var kind = address.read(value[...])
    if case .remote = kind {
      // Machines are told whole addresses; those of the site itself are checked like any other.
      let isOwn =
        !isFetched && !siteAddress.isEmpty && scanner.has(scanner.name, "link")
        && value.starts(with: siteAddress)
      if isOwn {
        kind = address.readFromRoot(value[siteAddress.count...])
      } else {
        if isFetched { report(.remote, range, name, scanner) }
        return
      }
    }
    switch kind {
    case .other, .remote: return
    case .empty: report(.empty, range, name, scanner)
    case .outside: report(.outside, range, name, scanner)
    case .local:
      let path = Fingerprint(of: address.path)
      guard files.contains(path) else { return report(.fileMissing, range, name, scanner) }
      reading.targets.insert(path)
      let fragment = address.fragment
      // Without an element of that id it is the page's top (HTML 7.4.6.3).
      guard !fragment.isEmpty, !fragment.starts(with: ":~:".utf8),
        !fragment.elementsEqual("top".utf8)
      else { return }
      if path == ownPath, !isCopied || pages.contains(path) {
        var key = idBase
        key.add(fragment)
        own.append(
          RenderedReading.Awaiting(
            key: key, sighting: sighting(.idMissing, range, name, scanner)))
      } else if pages.contains(path) {
        var key = Self.base(address.path)
        key.add(fragment)
        reading.awaiting.append(
          RenderedReading.Awaiting(
            key: key, sighting: sighting(.idMissing, range, name, scanner)))
      }
    }
  }

  /// Puts what a value means into ``value``; false where nobody can say.
  private mutating func decode(_ range: Range<Int>, _ scanner: MarkupScanner) -> Bool {
    value.removeAll(keepingCapacity: true)
    let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[range])
    guard bytes.contains(UInt8(ascii: "&")) else {
      value.append(contentsOf: bytes)
      return true
    }
    return CharacterReferences.decode(bytes, into: &value)
  }

  private mutating func report(
    _ kind: RenderedReading.Sighting.Kind, _ range: Range<Int>,
    _ name: Range<Int>, _ scanner: MarkupScanner
  ) {
    switch kind {
    case .empty, .remote, .idRepeated, .referenceMissing: if isCopied { return }
    case .fileMissing, .idMissing, .outside: break
    }
    reading.sightings.append(sighting(kind, range, name, scanner))
  }

  private func sighting(
    _ kind: RenderedReading.Sighting.Kind, _ range: Range<Int>,
    _ name: Range<Int>, _ scanner: MarkupScanner
  ) -> RenderedReading.Sighting {
    let origin: RenderedReading.Sighting.Origin =
      switch source {
      case .page(let page): .page(page)
      case .copied(let file, _): .copied(SourceSpan(file, range))
      }
    return RenderedReading.Sighting(
      kind: kind, output: output, origin: origin,
      attribute: scanner.bytes[name].map(\.asciiLowercased).text,
      written: scanner.bytes[range].text)
  }
}
