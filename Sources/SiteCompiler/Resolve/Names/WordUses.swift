import Bytes
import Citations
import Datasets
import Markdown
import SiteModel

/// Where a site uses certain words.
struct WordUses: Equatable, Sendable {
  /// Those that its data, titles, sources or people have.
  var evidence: Set<[UInt8]> = []
  /// Those that its prose has with a small letter: no names.
  var small: Set<[UInt8]> = []
  /// On how many pages its prose has each with a large letter.
  var pages: [[UInt8]: Int] = [:]

  /// The uses of `wanted` in the prose of each page, in the order of pages.
  /// - Parameter known: Those pages of which they are known.
  static func gather(
    _ wanted: Set<[UInt8]>, in index: SiteIndex, except known: [Int: PageRecord.Resolution],
    workers: Int
  ) async -> [WordUses] {
    let firsts = FirstLetters(wanted)
    return await ParallelMap.map(Array(index.pages.indices), workers: workers) { page in
      if let known = known[page] { return known.words }
      var uses = WordUses()
      for line in index.pages[page].prose.flatMap(ProseLine.all) {
        for word in Word.all(in: line.bytes) where firsts.mayBegin(word, in: line.bytes) {
          let folded = word.folded(in: line.bytes)
          guard wanted.contains(folded) else { continue }
          if word.letters == .small { uses.small.insert(folded) } else { uses.pages[folded] = 1 }
        }
      }
      return uses
    }
  }

  /// The uses of `wanted` on the whole site, given those in the prose of each page.
  static func joined(
    _ pages: [WordUses], _ wanted: Set<[UInt8]>, in index: SiteIndex
  ) -> WordUses {
    let firsts = FirstLetters(wanted)
    var uses = WordUses()
    for page in pages {
      uses.small.formUnion(page.small)
      uses.pages.merge(page.pages, uniquingKeysWith: +)
    }
    for text in evidence(in: index) {
      let bytes = Array(text.utf8)
      for word in Word.all(in: bytes) where firsts.mayBegin(word, in: bytes) {
        let folded = word.folded(in: bytes)
        if wanted.contains(folded) { uses.evidence.insert(folded) }
      }
    }
    return uses
  }

  /// Everything on the site that says names and is no prose.
  private static func evidence(in index: SiteIndex) -> [String] {
    let site = index.site
    let configuration = site.configuration
    var texts = [configuration.title, configuration.description] + index.titles
    texts += [configuration.publisher?.name, configuration.publisher?.place].compactMap(\.self)
    texts += configuration.navigation.map(\.title) + configuration.collections.map(\.title)
    for person in configuration.people.values {
      texts += [person.name] + [person.affiliation].compactMap(\.self)
    }
    for page in index.pages {
      let matter = page.frontMatter
      texts += (matter.authors + matter.translators + matter.aliases).map(\.text)
      texts += matter.terms.flatMap { $0.terms.map(\.text) } + [matter.series].compactMap(\.self)
    }
    for source in site.sources.sources {
      texts += source.texts.values
      texts += source.names.values.joined().map(\.natural)
    }
    for name in site.datasets.names {
      // What a query took from other datasets was looked at there.
      guard let dataset = site.datasets[name], dataset.origins.isEmpty else { continue }
      texts += [dataset.title, dataset.description].compactMap(\.self)
      texts += dataset.fields.flatMap { [$0.label, $0.description].compactMap(\.self) }
      texts += dataset.sources.map(\.title)
      for case .texts(let values) in dataset.columns { texts += values.compactMap(\.self) }
    }
    return texts
  }
}

/// The first letters of some words, so that most others need not be looked at.
private struct FirstLetters {
  private var isWanted = [Bool](repeating: false, count: 256)

  init(_ words: Set<[UInt8]>) {
    for word in words { isWanted[Int(word.first ?? 0)] = true }
  }

  /// Whether the word begins with one of them, or with a letter that must be folded to tell.
  func mayBegin(_ word: Word, in text: [UInt8]) -> Bool {
    guard let first = text[word.range].first else { return false }
    return first >= 0x80 || isWanted[Int(first.asciiLowercased)]
  }
}

extension ParsedPage {
  /// The texts in which a page's author speaks, its title left out.
  var prose: [MarkdownDocument] {
    [heads.subtitle, heads.summary, body]
      + figures.flatMap { [$0.caption, $0.note] + $0.tableTexts.all }
  }
}
