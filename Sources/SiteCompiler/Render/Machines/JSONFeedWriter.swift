import Bytes
import SiteModel
import Values

/// Writes a feed as JSON Feed, version 1.1.
enum JSONFeedWriter {
  /// The document.
  /// - Parameter address: Its own address.
  static func write(_ feed: Feed, at address: String) -> [UInt8] {
    JSONValue.members([
      "version": "https://jsonfeed.org/version/1.1", "title": .string(feed.title),
      "home_page_url": .string(feed.home), "feed_url": .string(address),
      "language": .string(feed.language), "items": .list(feed.entries.map(item)),
    ]).bytes
  }

  private static func item(_ entry: Feed.Entry) -> JSONValue {
    .members([
      "id": .string(entry.url), "url": .string(entry.url), "title": .string(entry.title),
      // An item must have content, and a summary may be all there is.
      "content_text": .string(entry.summary.isEmpty ? entry.title : entry.summary),
      "summary": entry.summary.isEmpty ? nil : .string(entry.summary),
      "date_published": .string(entry.published.timestamp),
      "date_modified": .string(entry.updated.timestamp),
      "authors": entry.authors.isEmpty
        ? nil : .list(entry.authors.map { .members(["name": .string($0)]) }),
      "tags": entry.topics.isEmpty ? nil : .list(entry.topics.map(JSONValue.string)),
      "language": .string(entry.language),
    ])
  }
}
