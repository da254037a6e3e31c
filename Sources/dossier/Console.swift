import Diagnostics
import Foundation

/// What the commands say, and where.
enum Console {
  /// Prints a line to standard output.
  static func say(_ line: String) {
    write(line + "\n", to: .standardOutput)
  }

  /// Prints a line to standard error.
  static func note(_ line: String) {
    write(line + "\n", to: .standardError)
  }

  /// Prints diagnostics and their count: `check` to standard output, other commands to standard
  /// error.
  static func report(_ diagnostics: [Diagnostic], files: [SourceFile], toOutput: Bool = false) {
    guard !diagnostics.isEmpty else { return }
    let handle: FileHandle = toOutput ? .standardOutput : .standardError
    let color =
      isatty(handle.fileDescriptor) == 1
      && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    let writer = TextWriter(files: files, color: color)
    let report = writer.report(diagnostics) + TextWriter.summary(of: diagnostics) + "\n"
    write(report, to: handle)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that went away (as `head` does) is no fault of the publication.
    do { try handle.write(contentsOf: Data(text.utf8)) } catch { return }
  }
}
