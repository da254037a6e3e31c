import Markup
import SiteModel

/// What a template may show of an entity, written once.
struct EntityContext {
  private let entity: ResolvedEntity
  private let addresses: PageAddresses
  private var facts: [(label: String, value: Fragment)] = []
  private var relations: [Fragment] = []
  private var events = Fragment()
  private let files: [TemplateObject]
  private let words: InterfaceWords

  init(
    _ entity: ResolvedEntity, renderer: EntityRenderer, addresses: PageAddresses,
    words: InterfaceWords
  ) {
    self.entity = entity
    self.addresses = addresses
    self.words = words
    files = EventFiles.links(of: renderer.page, addresses, words)
    facts = entity.facts.map { ($0.label, renderer.value(of: $0)) }
    if let citation = entity.factCitation, !facts.isEmpty {
      facts.append((words["source"], renderer.citation(citation)))
    }
    relations = renderer.relations(entity.relations)
    if !entity.events.isEmpty { events = renderer.events(entity.events) }
  }

  /// The places where the facts, which stand before the text, cite something.
  var marksBefore: [Fragment.Mark] { facts.flatMap(\.value.marks) }
  /// The places behind the text where something is cited.
  var marksBehind: [Fragment.Mark] { relations.flatMap(\.marks) + events.marks }

  /// The names for the templates.
  var values: [String: TemplateValue] {
    [
      "collection": .text(escaped(entity.collection.title)),
      "collectionHref": .text(entity.listing.map { escaped(addresses.href(to: $0)) } ?? ""),
      "aliases": .text(escaped(entity.aliases.joined(separator: words["listNext"]))),
      "hasAliases": .flag(!entity.aliases.isEmpty),
      "facts": .list(
        facts.map { fact in
          TemplateObject(["label": .text(escaped(fact.label)), "value": .text(fact.value.text)])
        }),
      "hasFacts": .flag(!facts.isEmpty || !entity.aliases.isEmpty),
      "relations": .list(relations.map { TemplateObject(["text": .text($0.text)]) }),
      "hasRelations": .flag(!relations.isEmpty),
      "events": .text(events.text), "hasEvents": .flag(!events.isEmpty),
      "eventFiles": .list(files),
      "mentions": .list(
        entity.mentions.map { mention in
          TemplateObject([
            "title": .text(escaped(addresses.site.pages[mention].plainTitle)),
            "href": .text(escaped(addresses.href(to: mention))),
          ])
        }),
      "hasMentions": .flag(!entity.mentions.isEmpty),
    ]
  }

  private func escaped(_ text: String) -> String { Fragment(text: text).text }
}
