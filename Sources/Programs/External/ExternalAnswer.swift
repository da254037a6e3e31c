/// What became of an outside address.
public enum ExternalAnswer: Hashable, Sendable {
  /// Something is there.
  case found
  /// Something is there, and its owner says that it stands elsewhere for good.
  case moved(to: String)
  /// Nothing could be had; why, as the end of a sentence that begins with the address.
  case broken(String)
}
