import Diagnostics
import Documents
import SiteModel

/// Reads the findings that a page allows.
enum AllowanceParser {
  /// The entries of a page's `allow`.
  ///
  /// A reason is required: who meets the entry later must be able to judge whether it still holds.
  /// An entry with a fault allows nothing.
  static func parse(_ nodes: [Node]) -> Outcome<[FrontMatter.Allowance]> {
    var diagnostics: [Diagnostic] = []
    var allowances: [FrontMatter.Allowance] = []
    for node in nodes {
      var reader = MappingReader(node, of: "an allowance")
      let code = code(&reader)
      let key = reader.required("key")
      let keyText = key == nil ? nil : reader.text("key")
      let why = reader.required("why")
      let reason = why == nil ? nil : reader.text("why")
      let isEmpty = reason?.allSatisfy(\.isWhitespace) == true
      if let why, isEmpty {
        reader.report(
          Diagnostic(
            .valueInvalid, "'why' of an allowance is empty", at: why.span,
            help: "say why the finding may stay"))
      }
      diagnostics += reader.finish()
      if let code, let key, let keyText, reason != nil, !isEmpty {
        allowances.append(FrontMatter.Allowance(code: code, key: keyText, span: key.span))
      }
    }
    return Outcome(allowances, diagnostics)
  }

  private static func code(_ reader: inout MappingReader) -> DiagnosticCode? {
    guard let node = reader.required("code"), let text = reader.text("code") else { return nil }
    guard let code = DiagnosticCode(rawValue: text) else {
      let names = DiagnosticCode.allCases.map(\.rawValue)
      reader.report(
        Diagnostic(
          .valueInvalid, "there is no code '\(text)'", at: node.span,
          help: Suggestion.didYouMean(text, among: names)
            ?? "write the code that stands in brackets behind the finding"))
      return nil
    }
    guard code.isAllowable else {
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(text)' cannot be allowed", at: node.span,
          help: "mend it instead; 'dossier explain \(text)' says how"))
      return nil
    }
    return code
  }
}
