import Bytes
import Datasets
import Markup
import SiteModel
import Tables
import Values

/// What a template may show of a dataset's page.
struct DatasetContext {
  let shown: ResolvedDataset
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords
  let rows: Fragment

  init(
    _ shown: ResolvedDataset, page: ResolvedPage, addresses: PageAddresses, language: Language,
    words: InterfaceWords
  ) {
    self.shown = shown
    self.page = page
    self.addresses = addresses
    self.language = language
    self.words = words
    let table = BoundTable.whole(shown.dataset, rows: shown.rows)
    let label = page.plainTitle
    let renderer = TableRenderer(
      page: page, addresses: addresses, language: language, label: label)
    var writer = MarkupWriter()
    renderer.write(rows: table, to: &writer)
    rows = writer.fragment
  }

  /// The places where the rows cite something.
  var marks: [Fragment.Mark] { rows.marks }

  private var dataset: Dataset { shown.dataset }

  /// The names for the templates.
  var values: [String: TemplateValue] {
    [
      "name": .text(escaped(dataset.name)), "isFirst": .flag(shown.number == 1),
      "description": optional(dataset.description), "facts": .list(facts),
      "files": .list(files), "fields": .list(dataset.fields.map(field)),
      "query": optional(dataset.query),
      "hasUses": .flag(
        !shown.uses.isEmpty || !shown.collections.isEmpty || !shown.derived.isEmpty),
      "uses": .list(
        shown.uses.map(use) + shown.derived.map(link(toDataset:))
          + shown.collections.map { link(toPage: $0) }),
      "rows": .text(rows.text), "range": .text(escaped(range)),
    ].merging(pager.values) { own, _ in own }
  }

  private var pager: Pager {
    Pager(count: shown.address.pageCount, number: shown.number, language: language) {
      addresses.href(to: shown.address.output(ofPage: $0))
    }
  }

  private func escaped(_ text: String) -> String { Fragment(text: text).text }

  private func optional(_ text: String?) -> TemplateValue {
    guard let text, !text.isEmpty else { return .flag(false) }
    return .text(escaped(text))
  }

  private func grouped(_ number: Int) -> String {
    NumberWords.grouped(Double(number), in: language)
  }

  // MARK: What it is

  private var facts: [TemplateObject] {
    var facts: [(label: String, value: Fragment)] = [
      (words["datasetName"], code(dataset.name)),
      (words["rowCount"], Fragment(text: grouped(dataset.rowCount))),
      (words["columnCount"], Fragment(text: grouped(dataset.fields.count))),
    ]
    if let file = dataset.path { facts.append((words["file"], code(file))) }
    if let mark = dataset.marking {
      facts.append((words["marking"], Fragment(text: "TLP:" + mark.rawValue)))
    }
    if !dataset.sources.isEmpty {
      let sources = dataset.sources.map { (title: $0.title, href: $0.path) }
      facts.append((words["source"], list(sources)))
    }
    if !dataset.licenses.isEmpty {
      let licenses = dataset.licenses.map { license in
        let known = license.name.flatMap { License($0).known }
        return (
          title: license.title ?? known?.name ?? license.label, href: license.path ?? known?.address
        )
      }
      facts.append((words["license"], list(licenses)))
    }
    if !dataset.origins.isEmpty {
      let origins = dataset.origins.map { origin in
        (title: title(ofDataset: origin), href: Optional(href(toDataset: origin)))
      }
      facts.append((words["workedOutFrom"], list(origins)))
    }
    return facts.map { fact in
      TemplateObject(["label": .text(escaped(fact.label)), "value": .text(fact.value.text)])
    }
  }

  private func code(_ text: String) -> Fragment {
    var writer = MarkupWriter()
    writer.element("code", text: text)
    return writer.fragment
  }

  /// Titles parted by semicolons, each a link where it leads to the web or to a page.
  private func list(_ items: [(title: String, href: String?)]) -> Fragment {
    var writer = MarkupWriter()
    for (position, item) in items.enumerated() {
      if position > 0 { writer.text(words["listParts"]) }
      switch item.href {
      case let href? where href.hasPrefix("https://") || href.hasPrefix("http://"):
        writer.element("a", ["class": "external", "href": .text(href)], text: item.title)
      case let href? where href.hasSuffix(".html"):
        writer.element("a", ["href": .text(href)], text: item.title)
      default: writer.text(item.title)
      }
    }
    return writer.fragment
  }

  private var files: [TemplateObject] {
    var files = ["csv", "json"].map { ("data/\(dataset.name).\($0)", words[$0]) }
    if dataset.query != nil { files.append(("data/\(dataset.name).sql", words["sql"])) }
    files.append((SitePath.package, words["dataPackage"]))
    return files.map { path, label in
      TemplateObject([
        "href": .text(escaped(addresses.href(to: path))), "label": .text(escaped(label)),
      ])
    }
  }

  private func field(_ field: Field) -> TemplateObject {
    let isKey = dataset.primaryKey.contains(field.name)
    return TemplateObject([
      "name": .text(escaped(field.name)), "title": optional(field.title),
      "type": .text(type(of: field).text), "rules": optional(rules(of: field)),
      "reference": reference(of: field), "isKey": .flag(isKey),
      "description": optional(field.description),
    ])
  }

  /// What the cells keep to, in words.
  private func rules(of field: Field) -> String {
    field.rules.map { rule in
      let values = rule.values.map { value in
        // A pattern and a length are no values of the column.
        switch rule.kind {
        case .pattern, .minLength, .maxLength: value.dataText
        default: ValueFormat.text(value, of: field, in: nil, language)
        }
      }.joined(separator: words["listNext"])
      return words[named: "rule", rule.kind.rawValue].replacing("{value}", with: values)
    }.joined(separator: words["listParts"])
  }

  /// The dataset whose rows the column names, by itself or with others.
  private func reference(of field: Field) -> TemplateValue {
    guard let key = dataset.foreignKeys.first(where: { $0.fields.contains(field.name) }),
      addresses.site.datasets.contains(where: { $0.name == key.dataset })
    else { return .flag(false) }
    var writer = MarkupWriter()
    writer.element(
      "a", ["href": .text(href(toDataset: key.dataset))], text: title(ofDataset: key.dataset))
    return .text(writer.fragment.text)
  }

  /// What a column holds, in words; entities lead to their collection.
  private func type(of field: Field) -> Fragment {
    var writer = MarkupWriter()
    switch field.reference {
    case .citation: writer.text(words["kindCitation"])
    case .locator: writer.text(words["kindLocator"])
    case .entity(let collection):
      let title =
        addresses.site.configuration.collections.first { $0.name == collection }?.title
        ?? collection
      if let listing = addresses.site.page(at: collection + "/index.md") {
        writer.element("a", ["href": .text(addresses.href(to: listing))], text: title)
      } else {
        writer.text(title)
      }
    case nil: writer.text(words[named: "kind", field.kind.rawValue])
    }
    return writer.fragment
  }

  // MARK: Where it is used

  private func use(_ use: ResolvedDataset.Use) -> TemplateObject {
    let other = addresses.site.pages[use.page]
    let href = addresses.href(to: use.page)
    var places: [(String, String)] = use.figures.map { index in
      let figure = other.figures[index]
      return ("\(words[figure.kind.rawValue]) \(figure.number)", figure.id)
    }
    for index in use.queries {
      guard let query = other.queries[index] else { continue }
      places.append(("\(words["query"]) \(query.name)", query.name))
    }
    return TemplateObject([
      "title": .text(escaped(other.plainTitle)), "href": .text(escaped(href)),
      "values": use.values == 0
        ? .flag(false)
        : .text(
          escaped(words.counted("valuesCounted", use.values))),
      "hasPlaces": .flag(!places.isEmpty || use.values > 0),
      "places": .list(
        places.map { label, id in
          TemplateObject([
            "label": .text(escaped(label)),
            "href": .text(escaped(href + "#" + PercentEncoding.encodePath(id))),
          ])
        }),
    ])
  }

  private func link(toPage index: Int) -> TemplateObject {
    TemplateObject([
      "title": .text(escaped(addresses.site.pages[index].plainTitle)),
      "href": .text(escaped(addresses.href(to: index))), "hasPlaces": .flag(false),
      "values": .flag(false),
      "places": .list([]),
    ])
  }

  private func link(toDataset name: String) -> TemplateObject {
    TemplateObject([
      "title": .text(escaped("\(words["dataset"]) \(title(ofDataset: name))")),
      "href": .text(escaped(href(toDataset: name))), "hasPlaces": .flag(false),
      "values": .flag(false),
      "places": .list([]),
    ])
  }

  private func title(ofDataset name: String) -> String {
    addresses.site.datasets.first { $0.name == name }?.title ?? name
  }

  private func href(toDataset name: String) -> String {
    addresses.href(to: DatasetAddress(name: name, rowCount: 0).output(ofPage: 1))
  }

  // MARK: The rows

  /// `1 to 250 of 1,000`; empty where all rows are on the page.
  private var range: String {
    guard shown.address.pageCount > 1 else { return "" }
    return words["rowRange"].replacing("{first}", with: grouped(shown.rows.lowerBound + 1))
      .replacing("{last}", with: grouped(shown.rows.upperBound))
      .replacing("{count}", with: grouped(dataset.rowCount))
  }
}
