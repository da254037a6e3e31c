import ArgumentParser

/// The statuses with which the program ends, as the guide lists them.
extension ExitCode {
  /// Errors in the publication.
  static let publication = ExitCode(1)
  /// The disk or the network refused.
  static let environment = ExitCode(74)
}
