import Glibc

/// Keeps other builds away from an output while one writes to it.
///
/// The folder that holds the output is locked (`flock(2)`), which leaves nothing behind: the system
/// lets go when the process ends, in whatever way.
public final class OutputLock: Sendable {
  private let descriptor: Int32

  /// Waits until no other build writes below `folder`. Where the file system has no locks, there is
  /// nothing to wait for.
  init(_ folder: String) throws(StorageError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open the folder", folder) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Keeps others away from the output of `layout`; nil where there is nothing yet to keep them from,
  /// or it cannot be opened.
  public static func of(_ layout: ProjectLayout) -> OutputLock? {
    guard !layout.leadsOut(layout.output) else { return nil }
    return try? OutputLock(Disk.parent(of: SiteWriter.output(of: layout)))
  }

  /// Lets others write; it may be called again.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
