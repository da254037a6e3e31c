import Citations
import Diagnostics
import Documents
import SiteModel
import Values

/// Reads `site.yaml`.
struct SiteConfigurationParser {
  /// The configuration that `node` holds.
  static func parse(_ node: Node) -> Outcome<SiteConfiguration> {
    var site = SiteConfiguration()
    var reader = MappingReader(node, of: "site.yaml")
    if let title = reader.required("title") {
      site.title = title.text ?? ""
      if title.text == nil { reader.wrongType(title, "title", expected: "text") }
    }
    site.description = reader.text("description") ?? ""
    let language = LanguageParser.parse(&reader)
    site.language = language?.text ?? site.language
    site.languageSpan = language?.span
    site.baseURL = BaseURLParser.parse(&reader)
    site.license = LicenseParser.parse(&reader)
    site.trafficLight = reader.choice("tlp", of: TrafficLight.self)
    site.html = reader.choice("html", of: SiteConfiguration.HTMLPolicy.self) ?? .safe
    site.withheldLinks =
      reader.choice("withheldLinks", of: SiteConfiguration.WithheldLinks.self) ?? .error
    site.isSmart = reader.boolean("smart") ?? true
    site.nameLinking =
      reader.choice("linkNames", of: SiteConfiguration.NameLinking.self) ?? .none
    TaxonomyParser.parse(&reader, into: &site)
    var found: [Diagnostic] = []
    site.publisher = publisher(reader.node("publisher"), &found)
    site.navigation = navigation(reader.list("navigation"), &found)
    site.collections = collections(reader.node("collections"), &found)
    site.people = people(reader.node("people"), &found)
    citations(reader.node("citations"), of: &site, &found)
    site.publishTargets = PublishParser.parse(reader.node("publish")).take(into: &found)
    return Outcome(site, reader.finish() + found)
  }

  private static func publisher(
    _ node: Node?, _ found: inout [Diagnostic]
  ) -> SiteConfiguration.Publisher? {
    guard let node else { return nil }
    var reader = MappingReader(node, of: "the publisher")
    let name = reader.text("name")
    let place = reader.text("place")
    let url = reader.text("url")
    if name == nil { _ = reader.required("name") }
    found += reader.finish()
    return name.map { SiteConfiguration.Publisher(name: $0, place: place, url: url) }
  }

  private static func navigation(
    _ nodes: [Node], _ found: inout [Diagnostic]
  ) -> [SiteConfiguration.NavigationItem] {
    var items: [SiteConfiguration.NavigationItem] = []
    for node in nodes {
      var reader = MappingReader(node, of: "a navigation entry")
      let title = reader.required("title")?.text
      let path = reader.required("path")
      found += reader.finish()
      guard let title, let path, let text = path.text else { continue }
      items.append(SiteConfiguration.NavigationItem(title: title, path: text, span: path.span))
    }
    return items
  }

  private static func collections(
    _ node: Node?, _ found: inout [Diagnostic]
  ) -> [SiteConfiguration.Collection] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      found.append(mapping("collections", node))
      return []
    }
    var collections: [SiteConfiguration.Collection] = []
    for entry in entries {
      var reader = MappingReader(entry.value, of: "the collection '\(entry.key)'")
      let title = reader.text("title") ?? entry.key
      found += reader.finish()
      collections.append(SiteConfiguration.Collection(name: entry.key, title: title))
    }
    return collections
  }

  private static func people(
    _ node: Node?, _ found: inout [Diagnostic]
  ) -> [String: SiteConfiguration.Person] {
    guard let node else { return [:] }
    guard let entries = node.entries else {
      found.append(mapping("people", node))
      return [:]
    }
    var people: [String: SiteConfiguration.Person] = [:]
    for entry in entries {
      var reader = MappingReader(entry.value, of: "the person '\(entry.key)'")
      let name = reader.required("name")?.text
      let affiliation = reader.text("affiliation")
      let orcid = reader.text("orcid")
      let email = reader.text("email")
      let isBody = reader.boolean("body")
      found += reader.finish()
      guard let name else { continue }
      people[entry.key] = SiteConfiguration.Person(
        name: name, affiliation: affiliation, orcid: orcid, email: email, isBody: isBody)
    }
    return people
  }

  private static func citations(
    _ node: Node?, of site: inout SiteConfiguration, _ found: inout [Diagnostic]
  ) {
    guard let node else { return }
    var reader = MappingReader(node, of: "'citations'")
    site.sourceFiles = reader.texts("sources").map { (path: $0.text, span: $0.span) }
    site.citationStyle = reader.choice("style", of: CitationStyle.self) ?? .authorDate
    found += reader.finish()
  }

  private static func mapping(_ key: String, _ node: Node) -> Diagnostic {
    Diagnostic(
      .valueTypeWrong, "'\(key)' of site.yaml is \(node.kindInWords), not a mapping", at: node.span)
  }
}
