import Foundation
import Testing

@testable import Programs

@Suite("Programs that are talked to")
struct ProgramSessionTests {
  private func shell(_ script: String) throws -> ProgramSession {
    try ProgramSession(try #require(OutsideProgram("sh")), ["-c", script])
  }

  @Test("Each line that is sent is answered, and the end of the input ends the program")
  func talks() async throws {
    let session = try ProgramSession(try #require(OutsideProgram("cat")), [])
    for line in ["one", "", String(repeating: "x", count: 200_000), "ü"] {
      await session.send(line)
      #expect(await session.line() == line)
    }
    #expect(await session.end() == nil)
    #expect(await session.line() == nil)
  }

  @Test("A program that has ended answers nothing, and what is sent to it harms nobody")
  func ended() async throws {
    let session = try shell("echo last; echo sorry >&2; exit 3")
    #expect(await session.line() == "last")
    #expect(await session.line() == nil)
    await session.send("hello")
    #expect(await session.end() == .failed(status: 3, complaints: ["sorry"]))
    let killed = try shell("kill -KILL $$")
    #expect(await killed.line() == nil)
    #expect(await killed.end() == .stopped(signal: 9))
  }

  @Test("What says nothing in time has said nothing, and what does not end is stopped")
  func slow() async throws {
    let session = try shell("trap '' TERM; while :; do sleep 1; done")
    #expect(await session.line(within: .seconds(0)) == nil)
    #expect(await session.end(within: .milliseconds(200)) == .tooSlow(0))
  }

  @Test("Two at once do not keep one another open")
  func two() async throws {
    let first = try ProgramSession(try #require(OutsideProgram("cat")), [])
    let second = try ProgramSession(try #require(OutsideProgram("cat")), [])
    #expect(await first.end(within: .seconds(10)) == nil)
    await second.send("there")
    #expect(await second.line() == "there")
    #expect(await second.end() == nil)
  }

  @Test("A tethered program goes on to its end, and its status is told")
  func tethered() async throws {
    let shell = try #require(OutsideProgram("sh"))
    let session = try ProgramSession.tethered(shell, ["-c", "echo \"$1\"; exit 4", "sh", "a b"])
    #expect(await session.line() == "a b")
    #expect(await session.line() == nil)
    #expect(await session.end() == .failed(status: 4, complaints: []))
  }

  @Test("A tethered program is stopped when nobody holds the other end any more")
  func untied() async throws {
    let shell = try #require(OutsideProgram("sh"))
    let session = try ProgramSession.tethered(shell, ["-c", "echo $$; exec sleep 600"])
    let process = try #require(await session.line().flatMap { Int32($0) })
    // Ending the input is what our own end does too.
    guard case .failed(status: 143, _) = await session.end() else {
      Issue.record("it was not told to end")
      return
    }
    #expect(kill(process, 0) != 0)
  }
}
