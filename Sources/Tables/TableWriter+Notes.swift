import Documents
import Markup

extension TableWriter {
  /// The columns that have a note, in the order of their marks.
  var notes: [Int] {
    table.columns.indices.filter { table.columns[$0].specification.note != nil }
  }

  /// `a`, `b` and so on; after `z` come `aa`, `ab`.
  private static func letter(_ index: Int) -> String {
    var rest = index
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }

  /// Writes the mark by a column's head that leads to its note.
  func writeNoteMark(_ index: Int, to writer: inout MarkupWriter) {
    let id = "\(answers.idPrefix).note.\(index + 1)"
    writer.element("sup", ["class": "column-mark"]) { writer in
      writer.element(
        "a", ["href": .text("#" + id), "id": .text(id + ".mark")], text: Self.letter(index))
    }
  }

  /// Writes the notes beneath the table, each with the way back to its column.
  func writeNotes(to writer: inout MarkupWriter) {
    let notes = notes
    guard !notes.isEmpty else { return }
    writer.open("ul", ["class": "column-notes"])
    for (index, column) in notes.enumerated() {
      let id = "\(answers.idPrefix).note.\(index + 1)"
      writer.element("li", ["id": .text(id)]) { writer in
        writer.element(
          "a",
          [
            "class": "column-mark", "href": .text("#\(id).mark"),
            "aria-label": .text("\(Self.letter(index)): \(words.backToColumn)"),
          ], text: Self.letter(index))
        writer.text(" ")
        let note = table.columns[column].specification.note?.text ?? ""
        writer.fragment(answers.note(column) ?? Fragment(text: note))
      }
    }
    writer.close("ul")
    writer.newline()
  }
}
