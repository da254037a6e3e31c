import Mustache
import SiteModel
import Synchronization

/// Fills templates, and asks the engine only for shapes of pages that were not met before.
///
/// Nothing rests on the forms alone: the first page of each is rendered by the engine, too, and
/// where the two differ the template is left to the engine from then on.
final class FormLibrary: Sendable {
  /// Pages of a site have few shapes; where they have more than this, forms would not pay.
  private static let limit = 1_000

  /// What it was made of.
  private let templates: [ResolvedSite.Template]
  private let plain: MustacheLibrary
  /// The templates with marks; nil where forms are not to be used.
  private let marked: MustacheLibrary?
  /// The forms of each template; nil where it is left to the engine.
  private let trees = Mutex<[String: FormTree?]>([:])

  /// The library of `templates`.
  /// - Throws: What the engine says of a template that it cannot read.
  init(_ templates: [ResolvedSite.Template], usesForms: Bool = true) throws {
    // The engine escapes by Character, which markup can slip through; all values are escaped
    // before they get here.
    let pragma = "{{%CONTENT_TYPE:TEXT}}\n"
    var plain = MustacheLibrary()
    var marked = MustacheLibrary()
    var section = 0
    for template in templates {
      try plain.register(pragma + template.text, named: template.name)
      try marked.register(
        pragma + FormMarks.marked(template.text, from: &section), named: template.name)
    }
    self.templates = templates
    self.plain = plain
    // What stands for values begins and ends with signs that no template may have then.
    let isClear = templates.allSatisfy { template in
      template.text.utf8.allSatisfy { $0 != 1 && $0 != 2 } && !FormMarks.isIndented(template.text)
    }
    self.marked = usesForms && isClear ? marked : nil
  }

  /// Whether it is the library of `templates`.
  func isOf(_ templates: [ResolvedSite.Template]) -> Bool {
    self.templates.elementsEqual(templates) { own, other in
      own.name == other.name && own.text.utf8.elementsEqual(other.text.utf8)
    }
  }

  /// How many forms there are by now.
  var formCount: Int {
    trees.withLock { $0.values.reduce(0) { $0 + ($1?.count ?? 0) } }
  }

  /// What `template` makes of `object`, in UTF-8; nothing where there is no such template.
  func render(_ object: TemplateObject, with template: String) -> [UInt8] {
    let known = trees.withLock { $0[template] ?? .unknown }
    var bytes: [UInt8] = []
    if let known {
      bytes.reserveCapacity(32_768)
      if known.fill([object], into: &bytes) { return bytes }
    }
    let made = Array((plain.render(object, withTemplate: template) ?? "").utf8)
    guard let marked, let known, known.count < Self.limit else { return made }
    learn(FormMaker.make(object, template, marked), of: object, template, made)
    return made
  }

  /// Keeps a form where it makes of its page what the engine `made`.
  private func learn(
    _ tree: FormTree?, of object: TemplateObject, _ template: String, _ made: [UInt8]
  ) {
    let known = trees.withLock { trees -> FormTree? in
      guard var known = trees[template] ?? .unknown, let tree, known.merge(tree) else {
        trees[template] = .some(nil)
        return nil
      }
      trees[template] = known
      return known
    }
    guard let known else { return }
    var filled: [UInt8] = []
    guard known.fill([object], into: &filled), filled == made else {
      trees.withLock { $0[template] = .some(nil) }
      return
    }
  }
}
