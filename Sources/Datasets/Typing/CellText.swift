import Bytes
import Values

/// Why a text is no value of its type.
struct CellFault: Error {
  /// Why, to stand behind a colon; nil where there is nothing to add to that it is none.
  var cause: String?
  /// What would mend it.
  var help: String?
}

extension CellFault {
  /// The cause behind a colon, or nothing.
  var causeText: String { cause.map { ": \($0)" } ?? "" }
}

/// Reads the text of cells and of conditions as values.
enum CellText {
  /// The text as a date, ISO 8601-2.
  static func date(_ text: String) -> Result<EDTFDate, CellFault> {
    EDTFDate.parse(text).mapError { fault($0.message, $0.hint, $0.replacement) }
  }

  /// The text as an estimate.
  static func estimate(_ text: String) -> Result<Estimate, CellFault> {
    Estimate.parse(text).mapError { fault($0.message, $0.hint, $0.replacement) }
  }

  private static func fault(_ message: String, _ hint: String?, _ replacement: String?)
    -> CellFault
  {
    CellFault(cause: message, help: hint ?? replacement.map { "did you mean '\($0)'?" })
  }
}
