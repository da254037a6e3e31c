import CLinux
import Foundation

/// A process that we started, in a group of its own and with none of our files but the three that
/// it is given.
///
/// Foundation's `Process` keeps files of each process open, until thousands are too many; it learns
/// of no end of a program that closes the files it was not given, as ssh does; and the signals that
/// the threads of tasks block stay blocked.
struct ChildProcess: Sendable {
  /// How a process has ended.
  enum Ending: Equatable, Sendable {
    /// By itself, with this status.
    case exited(status: Int32)
    /// By this signal.
    case stopped(signal: Int32)
    /// It took too long and was killed, with all that it had started.
    case tooSlow
  }

  private let id: pid_t

  /// Starts the program at the path `words[0]`.
  /// - Parameters:
  ///   - words: The program and its arguments.
  ///   - files: The descriptors that become its input, its output, and what it complains to.
  /// - Throws: ``OutsideProgram/Failure/notStarted(_:)``.
  init(
    _ words: [String], environment: [String: String],
    files: (input: Int32, output: Int32, complaint: Int32)
  ) throws(OutsideProgram.Failure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, files.input, 0)
    posix_spawn_file_actions_adddup2(&actions, files.output, 1)
    posix_spawn_file_actions_adddup2(&actions, files.complaint, 2)
    clinux_close_from(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    variables.append(nil)
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw .notStarted(String(cString: strerror(code))) }
    id = process
  }

  /// Waits until it has ended, which may be asked for once.
  /// - Parameter time: How long it may take before it is killed.
  func end(within time: Duration) async -> Ending {
    let id = id
    let isInTime = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await Self.waitForEnd(of: id)
        return true
      }
      group.addTask {
        // Where the wait is called off the program has ended.
        guard (try? await Task.sleep(for: time)) != nil else { return true }
        kill(-id, SIGKILL)
        kill(id, SIGKILL)
        return false
      }
      var isInTime = await group.next() ?? true
      group.cancelAll()
      // Of one that was stopped the end may be heard of first.
      for await result in group { isInTime = isInTime && result }
      return isInTime
    }
    // Only now may its number be given to another.
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    guard isInTime else { return .tooSlow }
    // The lower seven bits are the signal that ended it, the next byte is its own status.
    let signal = status & 0x7F
    return signal == 0 ? .exited(status: status >> 8 & 0xFF) : .stopped(signal: signal)
  }

  /// Returns when the process has ended; its number stays its own.
  private static func waitForEnd(of process: pid_t) async {
    // What waits must not keep one of the few threads that all tasks share, nor one of those that
    // others wait on.
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var information = siginfo_t()
        while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        continuation.resume()
      }
    }
  }
}

extension ChildProcess.Ending {
  /// Why the program gave nothing; nil where all went well.
  /// - Parameters:
  ///   - complaint: What it complained to.
  ///   - time: How long it had.
  func failure(_ complaint: NamelessFile, within time: Duration) -> OutsideProgram.Failure? {
    switch self {
    case .tooSlow: .tooSlow(Int(time.components.seconds))
    case .stopped(let signal): .stopped(signal: signal)
    case .exited(status: 0): nil
    // What it said is only the better half of the answer.
    case .exited(let status):
      .failed(status: status, complaints: (try? complaint.lastLines()) ?? [])
    }
  }
}
