import Bytes
import Citations
import Datasets
import Diagnostics
import SiteModel
import Values

/// Parts what an audience may see from what it may not, by its own lights: what sorts the sites out
/// is what is audited.
struct AuditSources {
  /// The texts that the audience may not see.
  private(set) var withheld: [AuditText] = []
  /// The texts that it may.
  private(set) var allowed: [AuditText] = []
  /// The site as it would be if the withheld had never been written: neither its pages nor its rows
  /// nor its files are in it. What is made of it can hold nothing of theirs.
  private(set) var reference: ParsedSite
  /// The output paths of pages and files that the audience may not see.
  private(set) var withheldOutputs: Set<String> = []

  private let site: ParsedSite
  private let audience: TrafficLight

  /// - Parameters:
  ///   - site: The whole site.
  ///   - includesDrafts: Whether drafts are shown to the audience.
  init(_ site: ParsedSite, audience: TrafficLight, includesDrafts: Bool) {
    self.site = site
    self.audience = audience
    reference = site
    reference.audience = audience
    sortPages(includesDrafts)
    sortData()
    sortSurroundings()
    sortSources()
    sortAssets()
  }

  private func isAllowed(_ mark: TrafficLight?) -> Bool {
    guard let mark = mark ?? site.configuration.trafficLight else { return false }
    return TrafficLight.allCases.filter { $0 <= audience }.contains(mark)
  }

  private mutating func sortPages(_ includesDrafts: Bool) {
    reference.pages = []
    for page in site.pages {
      let matter = page.frontMatter
      let texts = AuditText.texts(of: page, in: site.tree)
      if matter.isReadable, !matter.hasMisspeltMark, isAllowed(matter.trafficLight),
        includesDrafts || !matter.isDraft
      {
        allowed += texts
        reference.pages.append(page)
      } else {
        withheld += texts
        withheldOutputs.insert(page.output)
      }
    }
  }

  private mutating func sortData() {
    for name in site.datasets.names {
      guard let dataset = site.datasets[name] else { continue }
      guard isAllowed(dataset.marking) else {
        withheld.append(AuditText.description(of: dataset))
        withheld += (0..<dataset.rowCount).map { AuditText.text(ofRow: $0, in: dataset) }
        reference.datasets.withhold(name, because: audience.reasonToWithhold(dataset.marking))
        continue
      }
      allowed.append(AuditText.description(of: dataset))
      var rows: [Int] = []
      for row in 0..<dataset.rowCount {
        let cells = dataset.markColumns.map { dataset.columns[$0][row] }.filter { $0 != .missing }
        let text = AuditText.text(ofRow: row, in: dataset)
        if cells.allSatisfy({ isAllowed(TrafficLight(rawValue: $0.dataText) ?? .red) }) {
          rows.append(row)
          allowed.append(text)
        } else {
          withheld.append(text)
        }
      }
      reference.datasets[name] = dataset.selecting(rows: rows)
    }
    sortQueries()
  }

  /// A query is withheld where it names a dataset that is.
  private mutating func sortQueries() {
    var hidden = Set(reference.datasets.withheldNames)
    var isChanged = true
    while isChanged {
      isChanged = false
      for query in reference.queries {
        let words = query.text.split { !($0.isASCIIAlphanumeric || "-_.".utf8.contains($0)) }
        guard words.contains(where: { hidden.contains($0.text) }) else { continue }
        isChanged = hidden.insert(query.name).inserted
        reference.queries.removeAll { $0.name == query.name }
        reference.datasets.withhold(query.name, because: "")
        withheld.append(text(of: query))
      }
    }
    allowed += reference.queries.map(text)
  }

  private func text(of query: Query) -> AuditText {
    AuditText(
      name: "this query", span: query.nameSpan,
      bytes: Array((query.name + "\n").utf8) + query.text)
  }

  /// What belongs to the site as a whole: its configuration and the theme.
  private mutating func sortSurroundings() {
    let own = site.tree.content.filter { $0.path == "site.yaml" }
    for entry in own + site.tree.templates + site.tree.themeWords {
      guard let file = entry.text else { continue }
      allowed.append(
        AuditText(name: "this file", span: entry.span, bytes: site.tree[file].bytes, isFile: true))
    }
  }

  /// A source is withheld where nothing that the audience may see cites it.
  private mutating func sortSources() {
    var cited: Set<String> = []
    for page in reference.pages { cited.formUnion(CitedKeys.keys(in: page)) }
    for name in reference.datasets.names {
      if let dataset = reference.datasets[name] { cited.formUnion(CitedKeys.keys(in: dataset)) }
    }
    var kept: [Source] = []
    for source in site.sources.sources {
      if cited.contains(source.id) {
        kept.append(source)
        allowed.append(AuditText.text(of: source))
      } else {
        withheld.append(AuditText.text(of: source))
      }
    }
    // Keys that stand twice were reported when the sources were read.
    var library = SourceLibrary.gather(kept).value
    library.isComplete = site.sources.isComplete
    library.fileNames = site.sources.fileNames
    reference = reference.replacing(sources: library)
  }

  /// A file is withheld where nothing that the audience may see has its name.
  private mutating func sortAssets() {
    let index = SiteIndex(site, pages: site.pages)
    var used = UsedFiles(allowed.map(\.bytes))
    var open = index.assets
    var isChanged = true
    while isChanged {
      isChanged = false
      for (path, entry) in open where used.names.contains(SitePath.name(of: path)) {
        isChanged = true
        open[path] = nil
        let texts = AuditText.texts(of: entry, in: site.tree)
        allowed += texts
        used.add(texts.last?.bytes ?? [])
      }
    }
    for (path, entry) in open {
      guard !Self.isAsked(path) else {
        allowed += AuditText.texts(of: entry, in: site.tree)
        continue
      }
      withheld += AuditText.texts(of: entry, in: site.tree)
      withheldOutputs.insert(path)
    }
    let pages = Set(site.pages.map(\.path)).subtracting(reference.pages.map(\.path))
    reference = reference.replacing(
      tree: site.tree.keeping { entry in
        !pages.contains(entry.path) && (open[entry.path] == nil || Self.isAsked(entry.path))
      })
  }

  /// Whether hosts and browsers ask for a file by themselves.
  private static func isAsked(_ path: String) -> Bool {
    path == "robots.txt" || path == "favicon.ico" || path.hasPrefix(SitePath.wellKnown + "/")
  }
}

/// The last parts of the paths that some texts name, whichever language they are written in.
private struct UsedFiles {
  private(set) var names: Set<String> = []
  /// What was read already: texts say the same words again and again.
  private var seen: Set<ArraySlice<UInt8>> = []

  init(_ texts: [[UInt8]]) {
    for text in texts { add(text) }
  }

  mutating func add(_ text: [UInt8]) {
    for stretch in text.split(whereSeparator: { Self.isEnd[Int($0)] })
    where seen.insert(stretch).inserted {
      if let path = PercentEncoding.decode(Array(stretch).text) {
        names.insert(SitePath.name(of: path))
      }
    }
  }

  private static let isEnd: [Bool] = {
    let ends = Set("\"'`()<>{}[]=,;?#@\\|* \t\r\n".utf8)
    return (UInt8.min...UInt8.max).map(ends.contains)
  }()
}
