import Testing

@testable import Programs

@Suite("What is kept of outside addresses")
struct LinkCacheTests {
  @Test("An answer holds for its age and no longer, and broken ones are not kept")
  func age() throws {
    var cache = LinkCache()
    cache.keep(.found, for: "https://a.example/", now: 1_000)
    cache.keep(.moved(to: "https://c.example/"), for: "https://b.example/", now: 1_000)
    cache.keep(.broken("is not there (404)"), for: "https://d.example/", now: 1_000)
    let read = LinkCache(bytes: try cache.bytes())
    #expect(read.answer(for: "https://a.example/", now: 1_050, age: 60) == .found)
    #expect(
      read.answer(for: "https://b.example/", now: 1_050, age: 60)
        == .moved(to: "https://c.example/"))
    #expect(read.answer(for: "https://d.example/", now: 1_050, age: 60) == nil)
    #expect(read.answer(for: "https://a.example/", now: 1_060, age: 60) == nil)
    // A clock that was set back makes nothing young.
    #expect(read.answer(for: "https://a.example/", now: 999, age: 60) == nil)
    #expect(try read.bytes() == cache.bytes())
  }

  @Test("What is no cache is an empty one", arguments: ["", "[]", "{\"version\": 2}", "{"])
  func garbage(text: String) throws {
    let cache = LinkCache(bytes: Array(text.utf8))
    #expect(cache.answer(for: "https://a.example/", now: 1, age: 60) == nil)
  }
}
