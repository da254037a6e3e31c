import Glibc

extension Disk {
  /// What the name of a file that is to replace another has behind the other's; a process's number
  /// follows.
  static let replacementMark = ".new-"

  /// Removes what processes that were killed have left in `parent`: what is named `stem` and the
  /// number of a process that no longer runs.
  ///
  /// What belongs to a process that runs stays. What is not a process's number belongs to none.
  static func removeLeftovers(in parent: String, stem: String) throws(StorageError) {
    for name in try names(in: parent) where name.hasPrefix(stem) {
      let process = Int32(name.dropFirst(stem.count).prefix { $0 != "-" })
      if let process, process != getpid(), kill(process, 0) == 0 || errno != ESRCH { continue }
      try remove(parent + "/" + name)
    }
  }

  /// Removes what ``replace(_:with:)`` has left of `path` where it was killed.
  static func removeReplacements(of path: String) throws(StorageError) {
    try removeLeftovers(in: parent(of: path), stem: name(of: path) + replacementMark)
  }
}
