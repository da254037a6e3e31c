import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import SiteModel
import SiteStorage
import Values

/// `dossier publish`
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site and take it to its host, whole or not at all.",
    discussion: """
      The targets stand in site.yaml, such as publish: {targets: {web: {folder: /srv/www/briefs}}}. \
      A release is a new folder beside the old one. It is checked byte by byte, and then a link is \
      switched; whatever happens before that, the site that is served stays as it was.
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var target: PublishTargetOptions

  @Flag(help: "Say what would be added, changed and removed, and publish nothing.")
  var dryRun = false

  @Flag(help: "List the releases that are there, and publish nothing.")
  var list = false

  @Flag(help: "Serve the release again that was served before this one.")
  var rollback = false

  @Option(help: ArgumentHelp("With --rollback: the release to serve.", valueName: "name"))
  var release: String?

  @Option(
    help: ArgumentHelp(
      "Print what a web server is told about the site, and publish nothing: nginx, apache, caddy.",
      valueName: "server"))
  var serverConfig: ServerConfiguration.Server?

  @Flag(help: "Print each brief as a PDF beside its page, as build does.")
  var pdf = false

  func validate() throws {
    if [dryRun, list, rollback, serverConfig != nil].count(where: \.self) > 1 {
      throw ValidationError(
        "--dry-run, --list, --rollback and --server-config are four things to do: choose one")
    }
    if release != nil, !rollback {
      throw ValidationError("--release says where --rollback goes; add --rollback")
    }
    if options.drafts {
      throw ValidationError("drafts are not published; take out 'draft: true' where one is done")
    }
  }

  func run() async throws {
    let target = try target.target(options)
    let options = try options(for: target)
    if let serverConfig { return try await ServerReport.print(for: serverConfig, target, options) }
    // A web host reads as somebody else; what it is to serve must not be for our eyes alone.
    umask(0o022)
    do {
      let publisher = try self.target.publisher(to: target, options, as: Self.holder)
      if list {
        ReleaseReport.list(try await publisher.releases(), target)
      } else if rollback {
        let moved = try await publisher.rollBack(to: release)
        Console.note(
          moved.from == moved.to
            ? "'\(target.name)' serves release \(moved.to) already."
            : "'\(target.name)' serves release \(moved.to) again; it served \(moved.from).")
      } else {
        try await publish(by: publisher, to: target, options)
      }
    } catch let error as PublishError {
      throw Self.exit("'\(target.name)': \(error)")
    } catch let error as StorageError {
      throw Self.exit("'\(target.name)': \(error)")
    }
  }

  /// The options of a build for the readers of `target`.
  /// - Throws: An exit status, after saying why, where more is asked for than they may see.
  private func options(for target: PublishTarget) throws -> ProjectOptions {
    var options = options
    guard let limit = target.audience else { return options }
    if let wanted = options.audience, wanted > limit {
      throw ValidationError(
        "the target '\(target.name)' is for \(limit.label), and --audience \(wanted.rawValue) "
          + "would take more there")
    }
    options.audience = options.audience ?? limit
    return options
  }

  /// Builds the site and publishes it, or says what that would change.
  private func publish(
    by publisher: Publisher, to target: PublishTarget, _ options: ProjectOptions
  ) async throws {
    // What others can write over is not what is to be published: the site is built here and now.
    var build = Build()
    build.options = options
    build.pdf = pdf
    build.cache = true
    try await build.run()
    let workers = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    let staging = try ReleaseStaging(site: options.layout.output, workers: workers)
    let who = publisher.holder.who
    if dryRun {
      let manifest = try await staging.manifest(publisher: who)
      ReleaseReport.difference(try await publisher.difference(to: manifest), target)
      return
    }
    let staged = try await staging.stage(publisher: who, layout: options.layout)
    for complaint in staged.complaints { Console.note("note: \(complaint)") }
    ReleaseReport.published(try await publisher.publish(staged.release), target)
  }

  /// Who we are, as others are told.
  private static var holder: PublishHolder {
    var name = [CChar](repeating: 0, count: 256)
    let isNamed = gethostname(&name, name.count - 1) == 0
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let machine = isNamed ? String(decoding: bytes, as: UTF8.self) : "localhost"
    return PublishHolder(
      who: "\(NSUserName())@\(machine)", process: getpid(),
      time: Date().formatted(.iso8601))
  }

  private static func exit(_ message: String) -> ExitCode {
    Console.note("error: \(message)")
    return .environment
  }
}
