import Markup
import SiteModel
import Tables
import Values

/// Writes a table's cells with their links and citations.
struct TableRenderer {
  let page: ResolvedPage
  let addresses: PageAddresses
  let language: Language
  let words: InterfaceWords

  /// Writes the table in the box in which it scrolls.
  func write(_ table: BoundTable, _ figure: ResolvedFigure, to writer: inout MarkupWriter) {
  }
}
