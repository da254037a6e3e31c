import Foundation
import Testing

@testable import Preview

@Suite("Watching folders")
struct WatcherTests {
  /// What a watcher reports, as it comes.
  private actor Log {
    private var bursts: [Set<String>] = []

    var isEmpty: Bool { bursts.isEmpty }

    func add(_ paths: Set<String>) { bursts.append(paths) }
    func take() -> [Set<String>] {
      defer { bursts = [] }
      return bursts
    }
  }

  /// A folder under watch.
  private struct Watched: Sendable {
    let folder: String
    let log: Log

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    /// Writes as most editors do: into a file beside it, which then takes its place.
    func replace(_ name: String, _ text: String) throws {
      let other = folder + "/." + UUID().uuidString
      try Data(text.utf8).write(to: URL(fileURLWithPath: other))
      #expect(rename(other, folder + "/" + name) == 0)
    }

    func makeFolder(_ name: String) throws {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }

    /// All that is reported until `paths` have been, and a moment more.
    func changes(until paths: Set<String>) async throws -> Set<String> {
      try await bursts(until: paths).reduce([]) { $0.union($1) }
    }

    /// The bursts until `paths` have all been reported, and whatever comes within a moment more.
    func bursts(until paths: Set<String>) async throws -> [Set<String>] {
      let wanted = Set(paths.map { folder + "/" + $0 })
      var seen: [Set<String>] = []
      let end = ContinuousClock.now + .seconds(10)
      while !wanted.isSubset(of: seen.reduce([]) { $0.union($1) }), ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(5))
        seen += await log.take()
      }
      try await Task.sleep(for: .milliseconds(60))
      seen += await log.take()
      return seen.map { Set($0.map { String($0.dropFirst(folder.count + 1)) }) }
    }
  }

  enum Way: CaseIterable, CustomTestStringConvertible {
    case signals, polling

    var testDescription: String { self == .signals ? "as the system tells" : "by looking" }
    var method: FolderWatcher.Method {
      self == .signals ? .signals : .polling(every: .milliseconds(25))
    }
  }

  private static func watching(
    _ way: Way, roots: [String] = ["in"], ignoring: [String] = [],
    _ body: @escaping @Sendable (Watched) async throws -> Void
  ) async throws {
    try await Serving.scratch { folder in
      let watched = Watched(folder: folder, log: Log())
      try watched.makeFolder("in/sub")
      try watched.write("in/a.md", "1")
      try watched.write("in/sub/b.md", "1")
      // Older than a tick of the clock, as what one writes on mostly is.
      try await Task.sleep(for: .milliseconds(40))
      let watcher = FolderWatcher(
        roots.map { folder + "/" + $0 }, ignoring: Set(ignoring.map { folder + "/" + $0 }),
        method: way.method)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await watcher.run(note: { Issue.record("\($0)") }) { await watched.log.add($0) }
        }
        group.addTask {
          try await Task.sleep(for: .milliseconds(50))
          try await body(watched)
        }
        try await group.next()
        group.cancelAll()
      }
    }
  }

  @Test(
    "A file that is written, replaced, made or removed is named, and nothing else",
    arguments: Way.allCases)
  func files(way: Way) async throws {
    try await Self.watching(way) { watched in
      try watched.write("in/a.md", "22")
      #expect(try await watched.changes(until: ["in/a.md"]) == ["in/a.md"])
      try watched.replace("in/sub/b.md", "333")
      #expect(try await watched.changes(until: ["in/sub/b.md"]) == ["in/sub/b.md"])
      try watched.write("in/c.md", "1")
      #expect(try await watched.changes(until: ["in/c.md"]) == ["in/c.md"])
      try watched.remove("in/c.md")
      #expect(try await watched.changes(until: ["in/c.md"]) == ["in/c.md"])
    }
  }

  @Test(
    "A file that is replaced by one of the same length and age is named", arguments: Way.allCases)
  func sameLength(way: Way) async throws {
    try await Self.watching(way) { watched in
      for text in ["2", "3", "4"] {
        try watched.replace("in/a.md", text)
        #expect(try await watched.changes(until: ["in/a.md"]) == ["in/a.md"], "\(text)")
      }
    }
  }

  @Test(
    "New folders are watched, with what was in them before anyone looked", arguments: Way.allCases)
  func folders(way: Way) async throws {
    try await Self.watching(way) { watched in
      try watched.makeFolder("in/new/deep")
      try watched.write("in/new/deep/c.md", "1")
      let first = try await watched.bursts(until: ["in/new/deep/c.md"])
      #expect(first.reduce([]) { $0.union($1) } == ["in/new", "in/new/deep", "in/new/deep/c.md"])
      try await Task.sleep(for: .milliseconds(40))
      try watched.replace("in/new/deep/c.md", "22")
      #expect(try await watched.changes(until: ["in/new/deep/c.md"]) == ["in/new/deep/c.md"])
    }
  }

  @Test(
    "A folder that goes and comes back under its name is watched again", arguments: Way.allCases)
  func folderAgain(way: Way) async throws {
    try await Self.watching(way) { watched in
      try watched.remove("in/sub")
      #expect(
        try await watched.bursts(until: ["in/sub", "in/sub/b.md"]).reduce([]) { $0.union($1) }
          == ["in/sub", "in/sub/b.md"])
      try watched.makeFolder("in/sub")
      _ = try await watched.bursts(until: ["in/sub"])
      try watched.write("in/sub/b.md", "1")
      _ = try await watched.bursts(until: ["in/sub/b.md"])
      #expect(rename(watched.folder + "/in/sub", watched.folder + "/in/moved") == 0)
      let moved = try await watched.bursts(until: ["in/sub/b.md", "in/moved/b.md"])
      #expect(
        moved.reduce([]) { $0.union($1) }
          == ["in/sub", "in/sub/b.md", "in/moved", "in/moved/b.md"])
      try await Task.sleep(for: .milliseconds(40))
      try watched.replace("in/moved/b.md", "22")
      #expect(try await watched.changes(until: ["in/moved/b.md"]) == ["in/moved/b.md"])
    }
  }

  @Test("A root that is not there yet is seen when it comes", arguments: Way.allCases)
  func lateRoot(way: Way) async throws {
    try await Self.watching(way, roots: ["in", "late/root"]) { watched in
      try watched.makeFolder("late/root")
      try watched.write("late/root/c.md", "1")
      let bursts = try await watched.bursts(until: ["late/root/c.md"])
      #expect(bursts.reduce([]) { $0.union($1) } == ["late/root", "late/root/c.md"])
      try watched.remove("late")
      _ = try await watched.bursts(until: ["late/root/c.md"])
    }
  }

  @Test(
    "Files put aside by editors, and folders that are ignored, are not heard of",
    arguments: Way.allCases)
  func quiet(way: Way) async throws {
    try await Self.watching(way, ignoring: ["in/out"]) { watched in
      try watched.write("in/.a.md.swp", "1")
      try watched.write("in/a.md~", "1")
      try watched.makeFolder("in/.git")
      try watched.write("in/.git/index", "1")
      try watched.makeFolder("in/out")
      try watched.write("in/out/index.html", "1")
      try await Task.sleep(for: .milliseconds(150))
      #expect(await watched.log.take() == [])
      try watched.write("in/a.md", "22")
      #expect(try await watched.changes(until: ["in/a.md"]) == ["in/a.md"])
    }
  }

  @Test("Many changes in a moment are one report")
  func burst() async throws {
    try await Self.watching(.signals) { watched in
      let names = (0..<300).map { "in/n\($0).md" }
      for name in names { try watched.replace(name, "1") }
      let bursts = try await watched.bursts(until: Set(names))
      #expect(bursts.count < 30, "\(bursts.map(\.count))")
    }
  }

  @Test("What changes while a report is dealt with comes with the next")
  func duringReport() async throws {
    try await Serving.scratch { folder in
      let log = Log()
      let watched = Watched(folder: folder, log: log)
      try watched.makeFolder("in")
      let watcher = FolderWatcher([folder + "/in"])
      // Nothing is missed that changes before the watcher runs.
      try watched.write("in/early.md", "1")
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await watcher.run(note: { Issue.record("\($0)") }) { paths in
            await log.add(paths)
            if paths.contains(folder + "/in/early.md") {
              do { try watched.write("in/late.md", "1") } catch { Issue.record(error) }
            }
          }
        }
        group.addTask {
          let bursts = try await watched.bursts(until: ["in/early.md", "in/late.md"])
          #expect(bursts.first == ["in/early.md"])
          #expect(bursts.contains(["in/late.md"]))
        }
        try await group.next()
        group.cancelAll()
      }
    }
  }

  @Test("Links are followed, and one that leads back up ends", arguments: Way.allCases)
  func links(way: Way) async throws {
    try await Self.watching(way) { watched in
      try FileManager.default.createSymbolicLink(
        atPath: watched.folder + "/in/sub/up", withDestinationPath: "..")
      try watched.write("outside.md", "1")
      try FileManager.default.createSymbolicLink(
        atPath: watched.folder + "/in/link.md", withDestinationPath: "../outside.md")
      _ = try await watched.bursts(until: ["in/link.md"])
      try await Task.sleep(for: .milliseconds(40))
      try watched.write("outside.md", "22")
      let bursts = try await watched.bursts(until: ["in/link.md"])
      #expect(bursts.reduce([]) { $0.union($1) } == ["in/link.md"])
    }
  }

  @Test("A file that stays open is reported once it has been left alone")
  func openFile() async throws {
    try await Self.watching(.signals) { watched in
      let handle = try #require(FileHandle(forWritingAtPath: watched.folder + "/in/a.md"))
      let start = ContinuousClock.now
      try handle.write(contentsOf: Data("22".utf8))
      while await watched.log.isEmpty, ContinuousClock.now - start < .seconds(10) {
        try await Task.sleep(for: .milliseconds(2))
      }
      // More could have come, so that it was waited for longer than a file that is closed.
      #expect(ContinuousClock.now - start > .milliseconds(110))
      #expect(try await watched.bursts(until: ["in/a.md"]) == [["in/a.md"]])
      try handle.close()
    }
  }
}
