import Datasets
import Markup
import Values

extension CellWriter {
  /// Writes what stands in the column's cell of `row`, and behind it the marks of its notes.
  func write(
    row: Int, to writer: inout MarkupWriter, marks: (inout MarkupWriter) -> Void = { _ in }
  ) {
    let value = table.dataset.value(path, row: row)
    if let bar {
      writer.open("span", ["class": "figure-beside-bar"])
      writeContent(value, row: row, to: &writer)
      marks(&writer)
      writer.close("span")
      bar.write(value, to: &writer)
    } else {
      writeContent(value, row: row, to: &writer)
      marks(&writer)
    }
  }

  private func writeContent(_ value: Value, row: Int, to writer: inout MarkupWriter) {
    guard value != .missing else {
      // In a column of texts an empty cell has nothing to say; a figure is looked for.
      if !isText { writeDash(meaning: words.notStated, to: &writer) }
      return
    }
    if column >= 0, let link = answers.link(row, column) {
      let kind = link.kind == .page ? AttributeValue.absent : .text(link.kind.rawValue)
      writer.open("a", ["class": kind, "href": .text(link.href)])
      writeText(value, to: &writer)
      writer.close("a")
      return
    }
    guard case .text(let text) = value else { return writeText(value, to: &writer) }
    switch field.reference {
    case .citation: writeCitations(text, row: row, to: &writer)
    case .entity(let collection): writeEntities(text, in: collection, to: &writer)
    default: writeText(value, to: &writer)
    }
  }

  /// Writes a total in the format of the column.
  func writeTotal(
    _ total: BoundTable.Total, over rows: [Int], to writer: inout MarkupWriter,
    marks: (inout MarkupWriter) -> Void
  ) {
    if bar != nil { writer.open("span", ["class": "figure-beside-bar"]) }
    switch (table.value(of: total, over: rows), total.aggregate) {
    case (.missing, _):
      // Estimates open on either side have a sum of which nothing can be said.
      let isStated = rows.contains { table.dataset.value(path, row: $0) != .missing }
      writeDash(meaning: isStated ? words.notKnown : words.notStated, to: &writer)
    // How many there are is no percentage, whatever the column's format.
    case (.number(let count), .count):
      let shown = NumberWords.grouped(count, in: text.language)
      writer.text(shown)
      writer.text(padding.blanks(behind: shown))
    case (let value, _): writeText(value, to: &writer)
    }
    marks(&writer)
    if bar != nil { writer.close("span") }
    // A sum is on no scale with what it sums up, but its figure stands with the others.
    bar?.write(.missing, to: &writer)
  }

  private var isText: Bool {
    switch field.kind {
    case .string, .any, .geojson, .object, .array: true
    case .geopoint: path.part == nil
    case .number, .integer, .boolean, .year, .date, .estimate, .time, .duration: false
    }
  }

  /// Writes what stands where a figure is missing.
  private func writeDash(meaning: String, to writer: inout MarkupWriter) {
    writer.element("span", ["class": "none", "aria-hidden": "true"], text: "–")
    writer.element("span", ["class": "unseen"], text: meaning)
    writer.text(padding.blanks(behind: "–"))
  }

  private func writeText(_ value: Value, to writer: inout MarkupWriter) {
    if case .text(let text) = value, field.separator != nil {
      writer.text(field.items(of: text).map(field.label(of:)).joined(separator: ", "))
      return
    }
    let text = text.text(value)
    if let said = text.said {
      // Signs such as ~ and > are skipped or misread aloud; what is seen is hidden from speech.
      writer.element("span", ["aria-hidden": "true", "title": .text(said)], text: text.shown)
      writer.element("span", ["class": "unseen"], text: said)
      writer.text(padding.blanks(behind: text.shown))
    } else {
      writer.text(text.shown)
      writer.text(padding.blanks(behind: text.shown))
    }
  }

  private func writeEntities(
    _ text: String, in collection: String, to writer: inout MarkupWriter
  ) {
    for (index, stem) in field.items(of: text).enumerated() {
      if index > 0 { writer.text(", ") }
      let entity = answers.entity(collection, stem)
      let title = entity?.title ?? field.label(of: stem)
      if let href = entity?.href {
        writer.element("a", ["class": "entity", "href": .text(href)], text: title)
      } else {
        writer.text(title)
      }
    }
  }

  private func writeCitations(_ text: String, row: Int, to writer: inout MarkupWriter) {
    let locator = locator(row: row)
    for (index, key) in field.items(of: text).enumerated() {
      if index > 0 { writer.text("; ") }
      if let citation = answers.citation(key, locator) {
        writer.fragment(citation)
      } else {
        writer.text(key)
      }
    }
  }

  /// The text of the locator's cell, where the column behind this one holds locators.
  private func locator(row: Int) -> String? {
    let next = path.column + 1
    guard next < table.dataset.fields.count, table.dataset.fields[next].reference == .locator,
      case .text(let text) = table.dataset.columns[next][row]
    else { return nil }
    return text
  }
}
