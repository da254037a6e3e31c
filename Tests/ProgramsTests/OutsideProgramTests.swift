import Diagnostics
import Foundation
import Testing

@testable import Programs

@Suite("Outside programs")
struct OutsideProgramTests {
  private func shell() throws -> OutsideProgram { try #require(OutsideProgram("sh")) }

  @Test("A program gets its input and gives what it prints, of any size")
  func echoes() async throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let program = try #require(OutsideProgram("nothing-of-this-name", "cat"))
    #expect(program.name == "cat")
    #expect(await program.run([], input: input) == .success(input))
  }

  @Test("Arguments arrive as they are")
  func arguments() async throws {
    let words = ["a b", "$HOME", "'\"", "", "-n"]
    let printed = await (try shell()).run(["-c", "printf '<%s>' \"$@\"", "sh"] + words)
    #expect(printed == .success(Array("<a b><$HOME><'\"><><-n>".utf8)))
  }

  @Test("What is not installed is nil")
  func missing() {
    #expect(OutsideProgram("nothing-of-this-name") == nil)
  }

  @Test("A program that does not read its input is no trouble")
  func deaf() async throws {
    let input = [UInt8](repeating: 0, count: 1_000_000)
    #expect(await (try shell()).run(["-c", "exit 0"], input: input) == .success([]))
  }

  @Test("Programs that have ended leave no file open, however many there were")
  func leavesNothingOpen() async throws {
    let program = try #require(OutsideProgram("true"))
    // The files that programs are given have no name. Other tests beside this one hold some at a
    // time, but not one for each of these runs.
    func openCount() throws -> Int {
      let folder = "/proc/self/fd"
      return try FileManager.default.contentsOfDirectory(atPath: folder).count { name in
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
        return target?.hasSuffix("(deleted)") == true
      }
    }
    let before = try openCount()
    for _ in 0..<1000 { #expect(await program.run([]) == .success([])) }
    #expect(try openCount() < before + 60)
  }

  @Test("A program has none of our files but the three that it is given")
  func inheritsNothing() async throws {
    let ours = fcntl(0, F_DUPFD, 200)
    defer { close(ours) }
    let list = "for file in /proc/self/fd/*; do echo ${file##*/}; done"
    let printed = try await (try shell()).run(["-c", list]).get()
    let numbers = String(decoding: printed, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(numbers.starts(with: ["0", "1", "2"]))
    #expect(!numbers.contains("\(ours)"))
  }

  @Test("The status and the complaints are told, the last as the reason")
  func fails() async throws {
    let result = await (try shell()).run(["-c", "echo one >&2; echo two >&2; exit 3"])
    let failure = OutsideProgram.Failure.failed(status: 3, complaints: ["one", "two"])
    #expect(result == .failure(failure))
    #expect(failure.reason == "ended with status 3: two")
    let stopped = await (try shell()).run(["-c", "kill -KILL $$"])
    #expect(stopped == .failure(.stopped(signal: 9)))
  }

  @Test("What does not end is stopped, with what it started")
  func slow() async throws {
    let limits = OutsideProgram.Limits(time: .milliseconds(300))
    let result = await (try shell()).run(["-c", "sleep 600 & sleep 600"], limits: limits)
    #expect(result == .failure(.tooSlow(0)))
  }

  @Test("What prints without end is stopped")
  func endless() async throws {
    let limits = OutsideProgram.Limits(output: 1 << 20)
    let result = await (try #require(OutsideProgram("yes"))).run([], limits: limits)
    #expect(result == .failure(.tooMuch(1 << 20)))
  }

  @Test("What wants all the memory does not get it")
  func greedy() async throws {
    let limits = OutsideProgram.Limits(memory: 64 << 20)
    let result = await (try #require(OutsideProgram("dd"))).run(
      ["if=/dev/zero", "of=/dev/null", "bs=512M", "count=1"], limits: limits)
    guard case .failure(.failed) = result else {
      Issue.record("\(result)")
      return
    }
  }

  @Test("Many run at once")
  func many() async throws {
    let program = try #require(OutsideProgram("cat"))
    let results = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<60 {
        group.addTask { await program.run([], input: [UInt8(number)]) == .success([UInt8(number)]) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 60 && results.allSatisfy(\.self))
  }

  @Test("dot lays out each graph once, and says what is wrong with one that is none")
  func graphs() async throws {
    let span = SourceSpan(SourceFileID(0), 0..<5)
    let requests = ["digraph { a -> b }", "digraph { a -> b }", "digraph { a -> "].map {
      Graphviz.Request(dot: $0, span: span)
    }
    let answers = await Graphviz.layOut(requests, workers: 2)
    #expect(answers.count == 2)
    guard case .layout(let json)? = answers[requests[0].dot] else {
      Issue.record("no layout")
      return
    }
    #expect(String(decoding: json, as: UTF8.self).contains("\"bb\""))
    let found = Graphviz.diagnostics(requests, answers: answers)
    #expect(found.map(\.code) == [.programFailed])
    #expect(found.first?.message.contains("syntax error") == true, "\(found)")
  }
}

@Suite("Programs for pictures")
struct PictureProgramTests {
  /// The width and height that a PNG states.
  private func size(_ png: [UInt8]) -> [Int] {
    guard png.count > 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return [] }
    return [16, 20].map { Int(png[$0 + 2]) << 8 | Int(png[$0 + 3]) }
  }

  @Test("A drawing becomes pixels, and pixels fewer pixels, the same each time")
  func pictures() async throws {
    let rasterizer = try #require(Rasterizer(), "the tests need resvg or rsvg-convert")
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">\
      <rect width="600" height="630" fill="#0b3552"/></svg>
      """
    let png = try await rasterizer.png(of: Array(drawing.utf8)).get()
    #expect(size(png) == [1200, 630])
    #expect(try await rasterizer.png(of: Array(drawing.utf8)).get() == png)
    let scaler = try #require(PictureScaler(), "the tests need vipsthumbnail or magick")
    let copy = try await scaler.copy(of: png, format: "png", width: 400).get()
    #expect(size(copy) == [400, 210])
    #expect(try await scaler.copy(of: png, format: "png", width: 400).get() == copy)
  }

  @Test("What is no drawing and no picture is a failure, not a crash")
  func broken() async throws {
    let rasterizer = try #require(Rasterizer())
    guard case .failure = await rasterizer.png(of: Array("<svg".utf8)) else {
      Issue.record("a broken drawing was drawn")
      return
    }
    let scaler = try #require(PictureScaler())
    guard case .failure = await scaler.copy(of: [1, 2, 3], format: "png", width: 10) else {
      Issue.record("a broken picture was scaled")
      return
    }
  }
}
