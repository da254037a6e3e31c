import Bytes
import Diagnostics
import Glibc

/// Shows a site while it is written: serves it from memory, watches its sources, has it built anew
/// when they change, and lets the open pages follow.
///
/// How a site is built is no part of this: a closure does it, which is told what has changed.
public struct Preview: Sendable {
  /// Where to serve, and what to watch.
  public struct Options: Sendable {
    /// The name or address at which to listen.
    public var host = "127.0.0.1"
    /// The port, or 0 for one that is free; one that is in use gives way to the next.
    public var port: UInt16 = 8000
    /// The folders to watch, by absolute path; they need not be there yet.
    public var sources: [String]
    /// Folders in them of which nothing is to be heard, such as that of the output.
    public var ignored: Set<String> = []
    /// The folders from which the site may copy files.
    public var origins: [String]
    /// How to learn of changes.
    public var watching = FolderWatcher.Method.signals

    /// Options for a site that is made of what is in `sources`.
    public init(sources: [String], origins: [String]) {
      self.sources = sources
      self.origins = origins
    }
  }

  /// What happens while it runs.
  public enum Event: Sendable {
    /// The port that was asked for is in use; that one was taken.
    case portInUse(UInt16, taken: UInt16)
    /// The first build has ended, and the site is at this address.
    case serving(Address)
    /// Changes are found in another way than was asked for; a sentence says why.
    case watchingOtherwise(String)
    /// A build has ended that a change has brought about, after so long: with faults, which leave the
    /// last good site in place, or with so many files that are others than before.
    case followed(faults: Int, changedFiles: Int, Duration)
  }

  /// Where a site is served.
  public struct Address: Hashable, Sendable {
    /// What to open on this machine.
    public let url: String
    /// What others may open; nil where only this machine can.
    public let urlForOthers: String?
  }

  /// Why it cannot begin, as a sentence without a full stop.
  public struct Failure: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String
  }

  /// Builds the site.
  public typealias Build = @Sendable (SourceChanges) async throws -> PreviewBuild

  private let options: Options
  private let build: Build

  /// A preview of the site that `build` gives.
  public init(_ options: Options, build: @escaping Build) {
    self.options = options
    self.build = build
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter report: Told what happens.
  /// - Throws: ``Failure`` where the address cannot be had; what the first build throws.
  public func run(report: @escaping @Sendable (Event) -> Void) async throws {
    let listener = try listen()
    if options.port != 0, listener.port != options.port {
      report(.portInUse(options.port, taken: listener.port))
    }
    let address = address(of: listener)
    let live = LiveSite()
    let responder = Responder(
      live: live, hosts: HostCheck(host: options.host, machine: Self.machineName),
      origins: options.origins.compactMap(Source.realPath))
    // From here on no change is missed, though the first build has not begun.
    let watcher = FolderWatcher(
      options.sources, ignoring: options.ignored, method: options.watching)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await PreviewServer(listener: listener, responder: responder).run() }
      group.addTask {
        await live.take(try await build(.everything))
        report(.serving(address))
        try await watcher.run(note: { report(.watchingOtherwise($0)) }) { paths in
          let start = ContinuousClock.now
          let outcome = await Self.outcome { try await build(.paths(paths)) }
          let count = await live.take(outcome)
          report(
            .followed(
              faults: outcome.faults.count, changedFiles: count, ContinuousClock.now - start))
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// A build that could not be carried out is a fault like others: the next may go better.
  private static func outcome(
    _ build: () async throws -> PreviewBuild
  ) async -> PreviewBuild {
    do {
      return try await build()
    } catch {
      return PreviewBuild(faults: [ShownFinding(error: "\(error)")])
    }
  }

  /// Listens at the port that is asked for, or at one of those behind it.
  private func listen() throws -> Listener {
    let last = options.port == 0 ? 0 : UInt16(min(Int(options.port) + 20, Int(UInt16.max)))
    for port in options.port...last {
      do {
        return try Listener(host: options.host, port: port)
      } catch Listener.Failure.portInUse {
        continue
      } catch Listener.Failure.hostUnknown(let reason) {
        throw Failure(description: "'\(options.host.printable)' leads to no address: \(reason)")
      } catch Listener.Failure.refused(let reason) {
        throw Failure(
          description: "cannot listen at '\(options.host.printable)' port \(port): \(reason)")
      }
    }
    throw Failure(
      description: "the ports \(options.port) to \(last) are in use; name another with --port, "
        + "or 0 for any that is free")
  }

  private func address(of listener: Listener) -> Address {
    func url(_ host: String) -> String {
      let isVersion6 = host.utf8.contains(UInt8(ascii: ":"))
      return "http://\(isVersion6 ? "[\(host)]" : host):\(listener.port)/"
    }
    if listener.isLoopback { return Address(url: url(options.host), urlForOthers: nil) }
    guard ["0.0.0.0", "::"].contains(options.host) else {
      return Address(url: url(options.host), urlForOthers: url(options.host))
    }
    return Address(
      url: url("localhost"), urlForOthers: Self.machineName.map(url) ?? url(options.host))
  }

  /// What this machine is called.
  private static var machineName: String? {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return bytes.isEmpty ? nil : bytes.text
  }
}
