import Foundation

/// A program that others wrote and that may be installed or not.
public struct OutsideProgram: Sendable {
  /// What a program may use before it is stopped.
  public struct Limits: Sendable {
    /// The time until it must have ended.
    public var time: Duration
    /// The address space, in bytes; nil for programs that reserve more than they use.
    public var memory: Int?
    /// The size of any file that it writes, in bytes; what it prints is such a file.
    public var output: Int

    /// Limits for a program that works on one figure or page.
    public init(
      time: Duration = .seconds(30), memory: Int? = 1 << 30, output: Int = 64 << 20
    ) {
      self.time = time
      self.memory = memory
      self.output = output
    }
  }

  /// Why a program gave nothing.
  public enum Failure: Error, Hashable, Sendable {
    /// It could not be started.
    case notStarted(String)
    /// It did not end in time, after so many seconds.
    case tooSlow(Int)
    /// It wrote a file larger than this, in bytes.
    case tooMuch(Int)
    /// It was stopped by a signal.
    case stopped(signal: Int32)
    /// It ended with this status, and with these last lines of complaint.
    case failed(status: Int32, complaints: [String])

    /// The reason, as the end of a sentence whose subject is the program; of several complaints the
    /// last.
    public var reason: String {
      switch self {
      case .notStarted(let reason): "could not be started: \(reason)"
      case .tooSlow(let seconds): "took longer than \(seconds) seconds"
      case .tooMuch(let limit): "wrote more than \(limit >> 20) MB"
      case .stopped(let signal): "was stopped by signal \(signal)"
      case .failed(let status, let complaints):
        "ended with status \(status)" + (complaints.last.map { ": \($0)" } ?? "")
      }
    }
  }

  /// What it is called.
  public let name: String
  /// Where it is.
  public let path: String

  /// The first of `names` that is installed; nil where none is.
  public init?(_ names: String...) {
    self.init(names)
  }

  /// The first of `names` that is installed; nil where none is.
  init?(_ names: [String]) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      .split(separator: ":", omittingEmptySubsequences: true)
    for name in names {
      for folder in folders where folder.hasPrefix("/") {
        let path = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: path) {
          self.name = name
          self.path = path
          return
        }
      }
    }
    return nil
  }

  /// Runs it to its end and gives what it printed.
  ///
  /// It reads `input` and writes into files that have no name, so it cannot wait for us nor we for
  /// it, and no signal comes of a pipe that broke.
  public func run(
    _ arguments: [String], input: [UInt8] = [], limits: Limits = Limits()
  ) async -> Result<[UInt8], Failure> {
    do {
      let given = try NamelessFile()
      try given.write(input)
      let (printed, complaint) = (try NamelessFile(), try NamelessFile())
      let shell = ["/bin/sh", "-c", Self.script(limits), path, path]
      let process = try ChildProcess(
        shell + arguments, environment: Self.environment(),
        files: (given.descriptor, printed.descriptor, complaint.descriptor))
      let ending = await process.end(within: limits.time)
      // Whether a file that is too large stops the program is up to it and to who started us.
      guard try ending == .tooSlow || printed.size() < (limits.output >> 9) << 9 else {
        return .failure(.tooMuch(limits.output))
      }
      if let failure = ending.failure(complaint, within: limits.time) { return .failure(failure) }
      return .success(try printed.bytes())
    } catch let failure as Failure {
      return .failure(failure)
    } catch {
      return .failure(.notStarted(error.localizedDescription))
    }
  }

  /// A shell sets the limits and then becomes the program.
  private static func script(_ limits: Limits) -> String {
    let memory = limits.memory.map { "ulimit -v \($0 >> 10); " } ?? ""
    return "ulimit -f \(max(1, limits.output >> 9)); \(memory)exec \"$@\""
  }

  /// What the program sees of our surroundings: what it needs to be found and to find its files,
  /// and no language, so that it prints the same everywhere.
  /// - Parameter more: Names of variables that it is to see besides.
  static func environment(keeping more: [String] = []) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    var kept = own.filter { (["PATH", "HOME", "TMPDIR"] + more).contains($0.key) }
    kept["LC_ALL"] = "C.UTF-8"
    return kept
  }
}
