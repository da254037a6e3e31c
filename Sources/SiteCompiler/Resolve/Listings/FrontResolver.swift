import Diagnostics
import SiteModel
import Values

/// Works out what the front page leads with: what matters, and what is new.
struct FrontResolver {
  /// How many pages are shown as new.
  private static let newsCount = 4
  /// How many topics are shown.
  private static let topicCount = 12

  let index: SiteIndex

  /// What the front page leads with; nil where there is none, or no page has a date.
  func resolve() -> Outcome<ResolvedFront?> {
    var diagnostics = strays()
    guard let front = index.page(at: "index.md") else { return Outcome(nil, diagnostics) }
    var leads = named(on: front).take(into: &diagnostics)
    let dated = newest()
    if leads.isEmpty { leads = Array(dated.prefix(1)) }
    let news = dated.filter { !leads.contains($0) }.prefix(Self.newsCount)
    guard !leads.isEmpty || !news.isEmpty else { return Outcome(nil, diagnostics) }
    return Outcome(ResolvedFront(leads: leads, news: Array(news), topics: topics()), diagnostics)
  }

  /// The pages that the front page names in `lead`.
  private func named(on front: Int) -> Outcome<[Int]> {
    let links = LinkResolver(index: index)
    var pages: [Int] = []
    var diagnostics: [Diagnostic] = []
    for lead in index.pages[front].frontMatter.leads {
      let answer = links.resolve(lead.text, at: lead.span, from: front)
      diagnostics += answer.diagnostics
      if let page = answer.value.page, page != front {
        if !pages.contains(page) { pages.append(page) }
      } else if answer.diagnostics.isEmpty, !answer.value.isWithheld,
        !index.site.tree.isUnreadable(lead.text)
      {
        diagnostics.append(
          Diagnostic(
            .linkTargetMissing, "the front page leads with other pages, and '\(lead.text)' is none",
            at: lead.span, help: "write the path of a page's file, such as briefs/rain.md"))
      }
    }
    return Outcome(pages, diagnostics)
  }

  /// `lead` on pages that are not the front page.
  private func strays() -> [Diagnostic] {
    index.pages.filter { $0.path != "index.md" }.compactMap { page in
      page.frontMatter.leads.first.map { lead in
        Diagnostic(
          .valueInvalid, "'lead' says what the front page leads with, and this is another page",
          at: lead.span, help: "write it in the front matter of index.md")
      }
    }
  }

  /// The pages with a date that someone wrote, by the day of their last change, the newest first; of
  /// one day in the order of listings.
  private func newest() -> [Int] {
    let dated = index.pages.indices.filter {
      index.pages[$0].generated == nil && index.pages[$0].frontMatter.date != nil
    }
    let listed = ListingResolver.sorted(dated, index).enumerated().map { place, page in
      let matter = index.pages[page].frontMatter
      let days = [matter.date, matter.updated].compactMap { $0?.latest?.number }
      return (day: days.max() ?? .min, place: place, page: page)
    }
    return listed.sorted { left, right in
      left.day == right.day ? left.place < right.place : left.day > right.day
    }.map(\.page)
  }

  private func topics() -> [ResolvedTerms.Term] {
    guard let kind = index.classification.kind("topics") else { return [] }
    let terms = kind.terms.compactMap { term in
      index.page(at: TermAddress(kind: kind.name, slug: term.slug).path).map {
        ResolvedTerms.Term(title: term.title, page: $0, count: term.members.count)
      }
    }
    return Array(
      terms.enumerated().sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }
        .map(\.element).prefix(Self.topicCount))
  }
}
