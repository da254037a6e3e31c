import Foundation

/// A program of others that is talked to line by line while it runs.
///
/// It sees the end of its input when we end, however we end, so that it can end too.
public actor ProgramSession {
  private let process: ChildProcess
  /// Our end of what is both its input and its output; -1 once that is closed.
  private var socket: Int32
  private let complaint: NamelessFile
  private var buffer: [UInt8] = []

  /// Starts `program`.
  /// - Parameter kept: Names of environment variables that it is to see besides the usual few.
  /// - Throws: ``OutsideProgram/Failure/notStarted(_:)``.
  public init(
    _ program: OutsideProgram, _ arguments: [String], keeping kept: [String] = []
  ) throws {
    do {
      complaint = try NamelessFile()
    } catch {
      throw OutsideProgram.Failure.notStarted(error.localizedDescription)
    }
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw OutsideProgram.Failure.notStarted(String(cString: strerror(errno)))
    }
    // Its own copy is to be the only one, so that we see its end as it sees ours.
    defer { close(ends[1]) }
    do {
      process = try ChildProcess(
        [program.path] + arguments, environment: OutsideProgram.environment(keeping: kept),
        files: (ends[1], ends[1], complaint.descriptor))
    } catch {
      close(ends[0])
      throw error
    }
    socket = ends[0]
  }

  deinit {
    if socket >= 0 { close(socket) }
  }

  /// Starts `program` so that it is stopped when we end, although it reads nothing.
  public static func tethered(
    _ program: OutsideProgram, _ arguments: [String], keeping kept: [String] = []
  ) throws -> ProgramSession {
    guard let shell = OutsideProgram("sh") else {
      throw OutsideProgram.Failure.notStarted("there is no shell")
    }
    return try ProgramSession(
      shell, ["-c", tether, shell.path, program.path] + arguments, keeping: kept)
  }

  /// A shell waits for the program, and beside it for the end of the input, whichever is first.
  private static let tether = """
    exec 3<&0 </dev/null
    "$@" 3<&- &
    program=$!
    { read -r line <&3; kill "$program" 2>/dev/null; } &
    watch=$!
    wait "$program"
    status=$?
    kill "$watch" 2>/dev/null
    exit "$status"
    """

  /// Hands the program a line; one that has ended does not get it.
  public func send(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress.map { $0 + done }, bytes.count - done, noSignal)
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { return }
      done += put
    }
  }

  private var noSignal: Int32 { Int32(MSG_NOSIGNAL) }

  /// The next line that the program prints; nil where there is none any more, or none in time.
  public func line(within time: Duration = .seconds(3600)) async -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      guard socket >= 0 else { return nil }
      let more = await Self.read(socket, within: time)
      guard !more.isEmpty else { return nil }
      buffer += more
    }
  }

  /// What can be read next: nothing at the end, or where it takes too long.
  private static func read(_ socket: Int32, within time: Duration) async -> [UInt8] {
    let wait = Int32(clamping: time.components.seconds * 1000)
    // What waits must not keep one of the few threads that all tasks share.
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var set = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        var ready = poll(&set, 1, wait)
        while ready < 0, errno == EINTR { ready = poll(&set, 1, wait) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let got = ready > 0 ? recv(socket, &bytes, bytes.count, 0) : 0
        continuation.resume(returning: Array(bytes.prefix(max(0, got))))
      }
    }
  }

  /// Ends the input, waits for the program's end, and says what was wrong, if anything was.
  /// - Parameter grace: How long it may take before it is stopped.
  public func end(within grace: Duration = .seconds(30)) async -> OutsideProgram.Failure? {
    if socket >= 0 { shutdown(socket, Int32(SHUT_WR)) }
    let ending = await process.end(within: grace)
    if socket >= 0 { close(socket) }
    socket = -1
    return ending.failure(complaint, within: grace)
  }
}
