import Documents
import Markup

extension TableWriter {
  /// Writes the mark that leads to a note.
  ///
  /// - Parameter isFirst: Whether the note leads back to it.
  func writeMark(_ note: Int, isFirst: Bool = true, to writer: inout MarkupWriter) {
    writeMarks([(note, isFirst)], to: &writer)
  }

  private func writeMarks(_ marks: [(note: Int, isFirst: Bool)], to writer: inout MarkupWriter) {
    guard !marks.isEmpty else { return }
    writer.element("sup", ["class": "column-mark"]) { writer in
      for (index, mark) in marks.enumerated() {
        if index > 0 { writer.text(" ") }
        let id = noteID(mark.note)
        writer.element(
          "a", ["href": .text("#" + id), "id": mark.isFirst ? .text(id + ".mark") : .absent],
          text: TableNotes.letter(mark.note))
      }
    }
  }

  /// Writes the marks of the notes on a cell.
  func writeMarks(row: Int, column: Int, to writer: inout MarkupWriter) {
    let own = notes.notes(row: row, column: column)
    writeMarks(own.map { ($0, firstMarks[$0] == row) }, to: &writer)
  }

  /// Writes the notes beneath the table, each with the way back to where it is first met.
  func writeNotes(to writer: inout MarkupWriter) {
    guard !notes.subjects.isEmpty else { return }
    writer.open("ul", ["class": "column-notes"])
    for (index, subject) in notes.subjects.enumerated() {
      let id = noteID(index)
      writer.element("li", ["id": .text(id)]) { writer in
        writer.element(
          "a",
          [
            "class": "column-mark", "href": .text("#\(id).mark"),
            "aria-label": .text("\(TableNotes.letter(index)): \(words.backToMark)"),
          ], text: TableNotes.letter(index))
        writer.text(" ")
        switch subject {
        case .column(let column):
          let text = table.columns[column].specification.note?.text ?? ""
          writer.fragment(answers.note(column) ?? Fragment(text: text))
        case .cells(let note):
          let text = table.specification.notes[note].text.text ?? ""
          writer.fragment(answers.cellNote(note) ?? Fragment(text: text))
        case .gaps: writer.text(words.gaps)
        }
      }
    }
    writer.close("ul")
    writer.newline()
  }

  private func noteID(_ note: Int) -> String { "\(answers.idPrefix).note.\(note + 1)" }
}
