import Diagnostics
import Foundation

/// What the commands say, and where.
enum Console {
  /// Prints a line to standard output.
  static func say(_ line: String) {
    write(line.printable + "\n", to: .standardOutput)
  }

  /// Prints a line to standard error.
  static func note(_ line: String) {
    write(line.printable + "\n", to: .standardError)
  }

  /// Prints a text that has its own line ends to standard output.
  static func print(_ text: String) {
    write(text, to: .standardOutput)
  }

  /// Prints findings: `check` to standard output, other commands to standard error.
  static func report(_ report: Report, as format: ReportFormat, toOutput: Bool = false) {
    let handle: FileHandle = toOutput ? .standardOutput : .standardError
    let bytes = report.bytes(
      as: format, color: wantsColor(handle), version: Dossier.programVersion)
    write(Data(bytes), to: handle)
  }

  /// Colours are for a terminal, unless `NO_COLOR` (no-color.org) forbids or `CLICOLOR_FORCE`
  /// demands them; what is empty is not set, and a forced `0` is none.
  private static func wantsColor(_ handle: FileHandle) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    guard (environment["NO_COLOR"] ?? "").isEmpty else { return false }
    let forced = environment["CLICOLOR_FORCE"] ?? ""
    return (!forced.isEmpty && forced != "0") || isatty(handle.fileDescriptor) == 1
  }

  private static func write(_ text: String, to handle: FileHandle) {
    write(Data(text.utf8), to: handle)
  }

  private static func write(_ data: Data, to handle: FileHandle) {
    // A reader that went away (as `head` does) is no fault of the publication.
    do { try handle.write(contentsOf: data) } catch { return }
  }
}

extension ReportFormat {
  /// Whether a program reads the whole stream, so that no sentence may stand beside the report.
  var isForPrograms: Bool { self == .json || self == .sarif }
}
