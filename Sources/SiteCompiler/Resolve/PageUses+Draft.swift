import Bytes
import Charts
import Citations
import Datasets
import SiteModel
import Values

extension PageUses {
  /// What a page that was resolved takes from the rest of the site.
  /// - Parameters:
  ///   - desk: What it cites, what the data say among that.
  ///   - marks: The marks of the data.
  init(of draft: PageResolver.Draft, _ desk: CitationDesk, _ marks: DataMarks) {
    let text = draft.text.value
    self.init()
    linkedPages = draft.linkedPages.sorted()
    repeatedIDs = draft.repeatedIDs.sorted()
    sources = Set(desk.citations.flatMap { $0.items.compactMap(\.sourceKey) }).sorted()
    /// Data that stand in a figure are under the mark of its page.
    func ownMark(of data: FigureData) -> TrafficLight? {
      switch data {
      case .published(let name): marks[name]
      case .query(let name):
        text.queries.compactMap(\.self).first { $0.name == name }.flatMap(marks.mark(ofResult:))
      case .inline: nil
      }
    }
    figures = text.figures.map { figure in
      let datasets = figure.data.compactMap { data in
        if case .published(let name) = data { name } else { nil }
      }
      let isGraph = if case .graph = figure.content { true } else { false }
      return Figure(
        id: figure.id, endings: figure.fileEndings, datasets: datasets,
        mark: figure.data.compactMap(ownMark).max(), isGraph: isGraph)
    }
    queries = text.queries.map { $0.map { Query(name: $0.name, origins: $0.origins) } }
    let found = text.values.values.filter { $0.dataset != nil }
    values = Dictionary(grouping: found) { $0.dataset ?? "" }
      .map { ValueCount(dataset: $0, count: $1.count) }.sorted { $0.dataset < $1.dataset }
    for case .asset(_, let picture?) in text.body.links { pictures.append(picture) }
    let valueMarks = found.map { value in
      let name = value.dataset ?? ""
      return value.row.map { marks.mark(of: [$0], in: name) } ?? marks[name]
    }
    let queryMarks = text.queries.map { $0.flatMap(marks.mark(ofResult:)) }
    mark = (figures.map(\.mark) + valueMarks + queryMarks).compactMap(\.self).max()
    var names = Set(figures.flatMap(\.datasets)).union(values.map(\.dataset))
    names.formUnion(queries.compactMap(\.self).flatMap { [$0.name] + $0.origins })
    for figure in text.figures {
      if case .chart(let chart) = figure.content { names.formUnion(chart.consulted) }
    }
    datasets = names.sorted()
    var digest = TextsDigest()
    digest.add(text.heads.title, text.heads.subtitle, text.heads.summary, text.body)
    for figure in text.figures {
      digest.add(figure.caption, figure.note)
      for text in figure.tableTexts.all { digest.add(text) }
    }
    texts = digest.digest
  }
}

/// What texts say of others, and the sizes of their pictures, as a digest.
private struct TextsDigest {
  private(set) var digest = ContentDigest()

  mutating func add(_ texts: ResolvedText...) {
    for text in texts {
      for mention in text.mentions {
        switch mention {
        case .crossReference(let reference): add(reference)
        case .citation(_, let references):
          references.forEach { if let reference = $0 { add(reference) } }
        case .text: break
        }
      }
      for link in text.links {
        digest.add(link.href ?? "")
        guard case .asset(_, let picture?) = link else { continue }
        digest.add(picture.path)
        digest.add(UInt64(picture.size?.width ?? 0))
        digest.add(UInt64(picture.size?.height ?? 0))
      }
    }
  }

  private mutating func add(_ reference: ResolvedReference) {
    digest.add(reference.href)
    digest.add(reference.label)
    digest.add(reference.title)
  }
}
