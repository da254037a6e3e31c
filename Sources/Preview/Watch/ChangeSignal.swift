import Bytes
import Dispatch
import Glibc
import Synchronization

/// Says that something has happened in folders, by inotify (inotify(7)).
///
/// It does not say what: that is found by looking (``FolderSnapshot``), so that nothing is missed
/// where events are lost, and a file that was replaced is one change and not five.
final class ChangeSignal {
  /// What has happened.
  enum Event: Sendable {
    /// Something is in place: closed, renamed, removed, made.
    case settled
    /// A file has changed that is still open, so that more may come.
    case underWay
  }

  /// Why the system does not tell of changes.
  enum Failure: Error, Equatable {
    /// It has no means to, or has no more to give.
    case unavailable
    /// More folders are there than it lets one watch.
    case tooManyFolders
  }

  /// One element for all that has happened since the last was taken.
  let wakes: AsyncStream<Void>

  /// What has happened last, and when.
  var latest: (event: Event, moment: ContinuousClock.Instant)? {
    record.value.withLock { record in record.event.map { ($0, record.moment) } }
  }

  /// The names, without their folders, of what something has happened to since they were last taken;
  /// nil where some were lost.
  func takeNames() -> Set<String>? {
    record.value.withLock { record in
      defer { (record.names, record.isLossy) = ([], false) }
      return record.isLossy ? nil : record.names
    }
  }

  private let record = Record()
  private let descriptor: Int32
  private let source: any DispatchSourceRead

  private static let mask = UInt32(
    IN_CREATE | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF)

  /// A signal that watches nothing yet.
  init() throws(Failure) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw .unavailable }
    self.descriptor = descriptor
    let (wakes, wake) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.wakes = wakes
    source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "dossier.changes"))
    source.setEventHandler { [record] in
      if record.value.withLock({ Self.drain(descriptor, into: &$0) }) { wake.yield() }
    }
    source.setCancelHandler {
      close(descriptor)
      wake.finish()
    }
    source.activate()
  }

  deinit { source.cancel() }

  /// Watches what stands at `paths`, too; one that is watched already is no fault, nor is one that
  /// has gone in the meantime.
  func watch(_ paths: some Sequence<String>) throws(Failure) {
    for path in paths where inotify_add_watch(descriptor, path, Self.mask) < 0 {
      switch errno {
      case ENOENT, ENOTDIR, EACCES, ELOOP: continue
      case ENOSPC, ENOMEM: throw .tooManyFolders
      default: throw .unavailable
      }
    }
  }

  /// Takes all that waits in the queue; false where nothing did.
  private static func drain(_ descriptor: Int32, into record: inout Record.Value) -> Bool {
    var event: Event?
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      var offset = 0
      // The watch, a mask, a cookie and the length of the name, four bytes each; then the name.
      while offset + 16 <= count {
        let (mask, length) = buffer.withUnsafeBytes {
          (
            $0.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
            Int($0.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
          )
        }
        let name = buffer[min(offset + 16, count)..<min(offset + 16 + length, count)]
        offset += 16 + length
        if mask & UInt32(IN_IGNORED) != 0 { continue }
        // Without a name it is about a folder or link that is watched itself.
        if !name.isEmpty { record.names.insert(name.prefix { $0 != 0 }.text) }
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { record.isLossy = true }
        if mask & UInt32(IN_MODIFY) == 0 {
          event = .settled
        } else if event == nil {
          event = .underWay
        }
      }
    }
    guard let event else { return false }
    (record.event, record.moment) = (event, .now)
    return true
  }
}

/// What has happened, which the queue of events writes and others read.
private final class Record: Sendable {
  struct Value {
    var event: ChangeSignal.Event?
    var moment = ContinuousClock.now
    var names: Set<String> = []
    var isLossy = false
  }

  let value = Mutex(Value())
}
