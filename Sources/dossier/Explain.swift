import ArgumentParser
import Diagnostics

/// `dossier explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a finding means and how to mend it.",
    discussion: "Without a code, lists all codes.")

  @Argument(
    help: ArgumentHelp("The code in brackets, such as link-target-missing.", valueName: "code"),
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var code: String?

  func validate() throws {
    guard let code, DiagnosticCode(rawValue: code) == nil else { return }
    let near = Suggestion.didYouMean(code, among: DiagnosticCode.allCases.map(\.rawValue))
    throw ValidationError(
      "there is no code '\(code.printable)'; "
        + (near ?? "'dossier explain' without a code lists them all"))
  }

  func run() throws {
    if let entry = code.flatMap(DiagnosticCode.init(rawValue:))?.entry {
      Console.print(entry.explanation())
    } else {
      Console.print(Self.list)
    }
  }

  /// All codes with their severities and titles, in columns.
  private static var list: String {
    let width = DiagnosticCode.allCases.map(\.rawValue.utf8.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
    return DiagnosticCode.allCases.map { code in
      "\(padded(code.rawValue, width))  \(padded(code.severity.rawValue, 7))  "
        + "\(code.entry?.title ?? "")\n"
    }.joined()
  }
}
