import Bytes
import Foundation
import Glibc
import SiteModel
import Testing

@testable import SiteStorage

@Suite("Writing what has changed")
struct IncrementalWritingTests {
  private func page(_ path: String, _ text: String) -> RenderedFile {
    RenderedFile(path: path, content: .bytes(Array(text.utf8)))
  }

  /// Writes a whole site; what it left is known to the next one.
  @discardableResult
  private func write(
    _ files: [String: String], to scratch: Scratch, known: OutputTable = OutputTable()
  ) throws -> OutputTable {
    let writer = try SiteWriter(scratch.layout, known: known)
    for (path, text) in files { try writer.write(page(path, text)) }
    return try writer.commit().outputs
  }

  private func inode(_ path: String, _ scratch: Scratch) -> UInt64? {
    FileStamp(of: scratch.url.appendingPathComponent("Site/" + path).path)?.inode
  }

  private func content(_ scratch: Scratch) throws -> [String: String] {
    let site = scratch.url.appendingPathComponent("Site")
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.path) {
      found[path] = scratch.read("Site/" + path)
    }
    return found.filter { $0.key != SiteManifest.name }
  }

  @Test("A file that has not changed is not written again", arguments: [true, false])
  func keeps(isKnown: Bool) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let known = try write(["a.html": "one", "b/c.html": "two"], to: scratch)
    let before = (inode("a.html", scratch), inode("b/c.html", scratch))
    try write(
      ["a.html": "one", "b/c.html": "TWO", "d.html": "three"], to: scratch,
      known: isKnown ? known : OutputTable())
    #expect(inode("a.html", scratch) == before.0)
    #expect(inode("b/c.html", scratch) != before.1)
    #expect(
      try content(scratch) == ["a.html": "one", "b/c.html": "TWO", "d.html": "three"])
    #expect(try scratch.names() == ["Site"])
  }

  @Test(
    "What is taken over as a whole is what would be written file by file, its list too",
    arguments: [
      (["a.html": "ONE AND MORE"], []), (["b/c.html": "2"], []), ([:], ["a.html"]),
      (["new/x.html": "x"], ["b/c.html", "b/d.html"]), (["b/d.html": "3"], ["b/d.html"]),
    ] as [([String: String], Set<String>)])
  func keepsRest(written: [String: String], dropped: Set<String>) throws {
    let before = ["a.html": "one", "b/c.html": "two", "b/d.html": "three", "b/e f.html": "four"]
    let scratch = try Scratch()
    defer { scratch.remove() }
    let known = try write(before, to: scratch)
    let lock = OutputLock.of(scratch.layout)
    let writer = try SiteWriter(scratch.layout, known: known, holding: lock, isIntact: true)
    #expect(writer.hasIntactSite)
    for (path, text) in written { try writer.write(page(path, text)) }
    writer.keepRest(but: dropped)
    let outputs = try writer.commit().outputs

    let whole = try Scratch()
    defer { whole.remove() }
    let after = before.filter { !dropped.contains($0.key) }.merging(written) { $1 }
    let anew = try write(after, to: whole)
    #expect(try content(scratch) == content(whole))
    let list = "Site/" + SiteManifest.name
    #expect(scratch.read(list) == whole.read(list))
    #expect(Set(outputs.files.map(\.path)) == Set(anew.files.map(\.path)))
    let record = try StoredBuildRecord(
      BinaryReader(
        BuildRecord(key: ContentDigest(), pageCount: 1, diagnostics: [], outputs: outputs).bytes))
    #expect(record.isSiteIntact(scratch.layout))
  }

  @Test("A file that someone changed behind the program's back is put right")
  func repairs() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let known = try write(["a.html": "one", "b.html": "two"], to: scratch)
    try scratch.write("ONE", to: "Site/a.html")
    try write(["a.html": "one", "b.html": "two"], to: scratch, known: known)
    #expect(scratch.read("Site/a.html") == "one")
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Site/b.html"))
    try write(["a.html": "one", "b.html": "two"], to: scratch, known: known)
    #expect(scratch.read("Site/b.html") == "two")
  }

  @Test("Files and folders that are no more are removed, and may take each other's names")
  func removes() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let sites = [
      ["a/b/c.html": "1", "x": "2"], ["a/b": "3", "x/y/z": "4"], ["a": "5"], ["a/b/c.html": "6"],
      ["q/r": "7", "a/b/c.html": "6"],
    ]
    var known = OutputTable()
    for site in sites {
      known = try write(site, to: scratch, known: known)
      #expect(try content(scratch) == site)
      #expect(try scratch.names() == ["Site"])
    }
    let folders = try FileManager.default.subpathsOfDirectory(
      atPath: scratch.url.appendingPathComponent("Site").path)
    #expect(Set(folders) == ["q", "q/r", "a", "a/b", "a/b/c.html", SiteManifest.name])
  }

  @Test("Very many changes let the whole site change places, and what stays keeps its file")
  func many() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    func site(_ text: String) -> [String: String] {
      var files = ["same.html": "same"]
      for number in 0..<2_100 { files["p\(number % 7)/\(number).html"] = text }
      return files
    }
    try scratch.write("note", to: "Site/README.md")
    let known = try write(site("one"), to: scratch)
    let before = inode("same.html", scratch)
    try write(site("two"), to: scratch, known: known)
    #expect(inode("same.html", scratch) == before)
    #expect(try content(scratch) == site("two").merging(["README.md": "note"]) { one, _ in one })
    #expect(try scratch.names() == ["Site"])
  }

  @Test("A build that was stopped between two moves is ended by the next command")
  func recovers() throws {
    let files = ["a.html": "A", "b/c.html": "B", "d.html": "D"]
    // However many of the steps were taken.
    for done in 0...3 {
      let scratch = try Scratch()
      defer { scratch.remove() }
      try write(["a.html": "one", "b/c.html": "two", "old/e.html": "gone"], to: scratch)
      let staging = scratch.url.path + "/.Site.dossier-staging-2000000000"
      for (path, text) in files {
        try scratch.write(text, to: ".Site.dossier-staging-2000000000/" + path)
      }
      let list = SiteManifest(sizes: files.mapValues(\.utf8.count))
      try Disk.write(list.bytes, to: staging + "/" + SiteManifest.name)
      let paths = files.keys.sorted() + [SiteManifest.name]
      let journal = OutputJournal(staging: staging, moved: paths, removed: ["old/e.html"])
      try journal.write(for: scratch.layout.output)
      for path in paths.prefix(done) {
        try Disk.rename(staging + "/" + path, to: scratch.layout.output + "/" + path)
      }
      try SiteWriter.recover(scratch.layout)
      #expect(try content(scratch) == files)
      #expect(try scratch.names() == ["Site"])
      try SiteWriter.recover(scratch.layout)
      try write(["a.html": "next"], to: scratch)
      #expect(try content(scratch) == ["a.html": "next"])
    }
  }

  @Test("What a build that was killed while it wrote its journal or its cache has left is removed")
  func removesReplacements() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("Dossier", to: ".Site.dossier-journal.new-2000000000")
    try write(["a.html": "one"], to: scratch)
    #expect(try scratch.names() == ["Site"])

    let cache = BuildCache(scratch.layout, program: ContentDigest())
    try cache.write([1], as: "record")
    let name = try #require(try scratch.names(".dossier-cache").first)
    try scratch.write("Dossier", to: ".dossier-cache/\(name).new-2000000000")
    try cache.write([2], as: "record")
    #expect(try scratch.names(".dossier-cache") == [name])
  }

  @Test("What was found to be there is not looked at again, while nobody else may write")
  func trusts() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let known = try write(["a.html": "one", "b.html": "two"], to: scratch)
    let lock = try #require(OutputLock.of(scratch.layout))
    let writer = try SiteWriter(scratch.layout, known: known, holding: lock, isIntact: true)
    #expect(writer.keep("a.html") && !writer.keep("c.html"))
    try writer.write(page("b.html", "three"))
    _ = try writer.commit()
    #expect(try content(scratch) == ["a.html": "one", "b.html": "three"])
    #expect(try SiteManifest.read(in: scratch.layout.output)?.sizes == ["a.html": 3, "b.html": 5])
    // Without the lock, what was found may be so no longer.
    try scratch.write("stranger", to: "Site/x.html")
    #expect(throws: StorageError.self) {
      try SiteWriter(scratch.layout, known: known, isIntact: true)
    }
  }

  @Test("A build that fails on its way into the site leaves the next command what it needs")
  func failsHalfWay() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try write(["a.html": "one", "b.html": "two"], to: scratch)
    let writer = try SiteWriter(scratch.layout)
    try writer.write(page("a.html", "ONE"))
    try writer.write(page("b.html", "TWO"))
    // What stands in the way of the list is found only once the journal is written.
    let list = scratch.url.appendingPathComponent("Site/" + SiteManifest.name)
    try FileManager.default.removeItem(at: list)
    try scratch.write("x", to: "Site/\(SiteManifest.name)/x")
    #expect(throws: StorageError.self) { try writer.commit() }
    try writer.abandon()
    try FileManager.default.removeItem(at: list)
    // The list of the old site, without which no journal is believed.
    try Disk.write(SiteManifest(sizes: ["a.html": 3, "b.html": 3]).bytes, to: list.path)
    try SiteWriter.recover(scratch.layout)
    #expect(try content(scratch) == ["a.html": "ONE", "b.html": "TWO"])
    #expect(try scratch.names() == ["Site"])
  }

  @Test("What is written once the staged site is complete does not reach the old site")
  func writesBehind() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let known = try write(["a.html": "one", "b.html": "two"], to: scratch)
    let writer = try SiteWriter(scratch.layout, known: known)
    try writer.write(page("a.html", "one"))
    try writer.write(page("b.html", "two"))
    try writer.complete()
    try writer.write(page("a.html", "ONE"))
    #expect(scratch.read("Site/a.html") == "one")
    _ = try writer.commit()
    #expect(try content(scratch) == ["a.html": "ONE", "b.html": "two"])
  }

  @Test(
    "A journal that is not whole moves nothing",
    arguments: ["", "Dossier journal 1\n", "Dossier journal 1\nfrom x\nmove a.html\n", "?\nend\n"])
  func halfJournal(text: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try write(["a.html": "one"], to: scratch)
    try scratch.write("two", to: "x/a.html")
    try scratch.write(text, to: ".Site.dossier-journal")
    try SiteWriter.recover(scratch.layout)
    #expect(try content(scratch) == ["a.html": "one"])
    #expect(try scratch.names() == ["Site", "x"])
  }

  @Test("A journal leads nowhere but into the site")
  func hostileJournal() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try write(["a.html": "one"], to: scratch)
    try scratch.write("mine", to: "thesis.txt")
    try scratch.write(
      "Dossier journal 1\nfrom x\nremove ../thesis.txt\nend\n", to: ".Site.dossier-journal")
    try SiteWriter.recover(scratch.layout)
    #expect(scratch.read("thesis.txt") == "mine")
  }

  @Test("A site is intact while each file is as it was left and there are no others")
  func intact() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("note", to: "Site/README.md")
    let outputs = try write(["a.html": "1", "b/c/d.html": "2", "b/c/e.html": "3"], to: scratch)
    let bytes = BuildRecord(
      key: ContentDigest(), pageCount: 3, diagnostics: [], outputs: outputs
    ).bytes
    let record = try StoredBuildRecord(BinaryReader(bytes))
    #expect(record.fileCount == 3)
    #expect(record.isSiteIntact(scratch.layout))
    #expect(record.outputTable().files.map(\.path).sorted() == outputs.files.map(\.path).sorted())
    try scratch.write("x", to: "Site/b/x")
    #expect(!record.isSiteIntact(scratch.layout))
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Site/b/x"))
    #expect(record.isSiteIntact(scratch.layout))
    try FileManager.default.createDirectory(
      at: scratch.url.appendingPathComponent("Site/new"), withIntermediateDirectories: true)
    #expect(!record.isSiteIntact(scratch.layout))
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Site/new"))
    try scratch.write("4", to: "Site/a.html")
    #expect(!record.isSiteIntact(scratch.layout))
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("Site/a.html"))
    #expect(!record.isSiteIntact(scratch.layout))
  }
}

@Suite("What builds keep")
struct BuildCacheTests {
  private let program = ContentDigest(of: [1])

  @Test("What was kept is read again, by the same program only")
  func reads() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let cache = BuildCache(scratch.layout, program: program)
    #expect(try cache.read("record") == nil)
    try cache.write([1, 2, 3], as: "record")
    var reader = try #require(try cache.read("record"))
    #expect(try [reader.readInt(), reader.readInt(), reader.readInt()] == [-1, 1, -2])
    #expect(reader.isAtEnd)
    let other = BuildCache(scratch.layout, program: ContentDigest(of: [2]))
    #expect(throws: BuildCache.Refusal.otherVersion) { try other.read("record") }
    try cache.remove("record")
    #expect(try cache.read("record") == nil)
  }

  @Test("Whatever byte is damaged or missing, nothing of it is believed")
  func damaged() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let cache = BuildCache(scratch.layout, program: program)
    try cache.write(Array("some bytes that matter".utf8), as: "record")
    let name = try #require(try scratch.names(".dossier-cache").first)
    let path = scratch.layout.cache + "/" + name
    let whole = try Disk.read(path)
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x40
      try Disk.write(bytes, to: path)
      #expect(throws: BuildCache.Refusal.self) { try cache.read("record") }
      try Disk.write(Array(whole[..<place]), to: path)
      #expect(throws: BuildCache.Refusal.self) { try cache.read("record") }
    }
  }

  @Test("A record that is cut or altered gives an error or other values, never a crash")
  func hostile() throws {
    var outputs = OutputTable()
    for name in ["a", "b/c", "b/d"] {
      outputs[name] = .init(
        digest: ContentDigest(of: Array(name.utf8)),
        stamp: FileStamp(size: 1, modified: 2, inode: 3))
    }
    let bytes = BuildRecord(
      key: ContentDigest(), pageCount: 7, diagnostics: [], outputs: outputs
    ).bytes
    let layout = ProjectLayout(project: "/nowhere")
    for place in bytes.indices {
      for change in [UInt8(0x01), 0x80, 0xFF] {
        var altered = bytes
        altered[place] ^= change
        if let record = try? StoredBuildRecord(BinaryReader(altered)) {
          _ = record.outputTable()
          #expect(!record.isSiteIntact(layout))
        }
      }
      if let record = try? StoredBuildRecord(BinaryReader(Array(bytes[..<place]))) {
        _ = record.outputTable()
      }
    }
  }
}
