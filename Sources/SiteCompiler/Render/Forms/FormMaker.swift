import Bytes
import Mustache

/// Lets the engine fill a marked template with blanks instead of values, and notes what it asks.
final class FormMaker {
  /// What the engine asked while it was within an element of a list, or in none.
  private final class Recording {
    /// The list, and which of the engine's questions gave it; nil for the page.
    let list: (path: Form.Path, number: Int)?
    var steps: [FormTree.Step] = []
    var asked: Set<Form.Path> = []
    var form = Form()
    /// The list whose elements stand at the end of the form.
    var lastList: Int?

    init(_ list: (path: Form.Path, number: Int)?) { self.list = list }
  }

  /// Begins what is put in the place of a value, in what the engine makes.
  private static let opener: UInt8 = 0x01
  /// Ends it.
  private static let closer: UInt8 = 0x02

  private var recordings: [Recording] = [Recording(nil)]
  /// The recordings that are open, the page's first, as indexes into ``recordings``.
  private var open = [0]
  private var blanks: [Form.Path] = []
  private var lists = 0

  /// The tree of the one form of `template` for pages of the shape of `object`; nil where what the
  /// engine made cannot be taken apart.
  static func make(
    _ object: TemplateObject, _ template: String, _ marked: MustacheLibrary
  ) -> FormTree? {
    let maker = FormMaker()
    let root = Probe(maker, object, level: 0)
    guard let made = marked.render(root, withTemplate: template), maker.open == [0],
      maker.takeApart(Array(made.utf8))
    else { return nil }
    return FormTree(maker.recordings[0].steps, maker.recordings[0].form)
  }

  /// An object as the engine meets it.
  private final class Probe: MustacheParent {
    let maker: FormMaker
    let object: TemplateObject
    let level: Int
    /// The names that lead to it from the object of its level.
    let names: [String]
    /// The list of which it is an element.
    let list: (path: Form.Path, number: Int)?
    /// The section that shows it, once that has begun.
    var section: Int?

    init(
      _ maker: FormMaker, _ object: TemplateObject, level: Int, names: [String] = [],
      list: (path: Form.Path, number: Int)? = nil
    ) {
      self.maker = maker
      self.object = object
      self.level = level
      self.names = names
      self.list = list
    }

    func child(named name: String) -> Any? {
      if let mark = FormMarks.Name(name) { return maker.mark(mark, self) }
      let path = Form.Path(level: level, names: names + [name])
      let value = object[name]
      let answer = Form.Answer(value)
      maker.note(path, answer)
      switch value {
      case _ where answer == .absent: return nil
      case .flag(let flag): return flag
      case .object(let inner): return Probe(maker, inner, level: level, names: path.names)
      case .list(let elements): return maker.probes(elements, path)
      case .text, .later, nil: return maker.blank(path)
      }
    }
  }

  /// What stands for a text, or for a mark, as the engine meets it.
  private struct Stand: MustacheParent, CustomStringConvertible {
    let description: String

    /// A text has nothing in it, but a section about it has marks.
    func child(named name: String) -> Any? { FormMarks.Name(name).map(Stand.init(nothing:)) }

    init(_ kind: Character, _ number: Int = 0) {
      description =
        "\(Character(Unicode.Scalar(opener)))\(kind)\(number)\(Character(Unicode.Scalar(closer)))"
    }

    /// For the mark of a section that is no list's.
    init(nothing mark: FormMarks.Name) { self.init(mark.isLine ? "N" : "n") }
  }

  private func note(_ path: Form.Path, _ answer: Form.Answer) {
    // Within an element, what was asked around it is known.
    guard !open.contains(where: { recordings[$0].asked.contains(path) }) else { return }
    guard let current = open.last.map({ recordings[$0] }) else { return }
    current.asked.insert(path)
    current.steps.append((path, answer))
  }

  private func blank(_ path: Form.Path) -> Stand {
    blanks.append(path)
    return Stand("t", blanks.count - 1)
  }

  private func probes(_ elements: [TemplateObject], _ path: Form.Path) -> [Probe] {
    lists += 1
    return elements.map { Probe(self, $0, level: open.count, list: (path, lists)) }
  }

  /// Answers for a mark: the first that an element is asked for begins it.
  private func mark(_ mark: FormMarks.Name, _ probe: Probe) -> Stand {
    if mark.isBegin, let list = probe.list, probe.section == nil {
      probe.section = mark.section
      recordings.append(Recording(list))
      open.append(recordings.count - 1)
      return Stand(mark.isLine ? "B" : "b", recordings.count - 1)
    }
    if !mark.isBegin, probe.section == mark.section {
      open.removeLast()
      return Stand(mark.isLine ? "E" : "e")
    }
    return Stand(nothing: mark)
  }

  /// Parts what the engine made at blanks and marks, and puts it into the recordings.
  private func takeApart(_ made: [UInt8]) -> Bool {
    var inside = [recordings[0]]
    var start = 0
    while let opener = made[start...].firstIndex(of: Self.opener) {
      guard let current = inside.last,
        let closer = made[opener...].firstIndex(of: Self.closer), closer > opener + 2,
        let number = Int(made[(opener + 2)..<closer].text)
      else { return false }
      current.form.add(made[start..<opener])
      start = closer + 1
      let kind = made[opener + 1]
      if kind & 0x20 == 0 {
        guard start < made.count, made[start] == .newline else { return false }
        start += 1
      }
      switch kind | 0x20 {
      case UInt8(ascii: "t"): current.form.pieces.append(.blank(blanks[number]))
      case UInt8(ascii: "b"): inside.append(recordings[number])
      case UInt8(ascii: "e"):
        inside.removeLast()
        guard let outer = inside.last, Self.close(current, in: outer) else { return false }
      default: break
      }
    }
    guard inside.count == 1 else { return false }
    inside[0].form.add(made[start...])
    return true
  }

  /// Adds what became of an element to what stands around it, with its list's other elements.
  private static func close(_ element: Recording, in outer: Recording) -> Bool {
    guard let list = element.list else { return false }
    let tree = FormTree(element.steps, element.form)
    if outer.lastList == list.number, case .list(let path, var known)? = outer.form.pieces.last {
      guard known.merge(tree) else { return false }
      outer.form.pieces[outer.form.pieces.count - 1] = .list(path, known)
    } else {
      outer.form.pieces.append(.list(list.path, tree))
      outer.lastList = list.number
    }
    return true
  }
}
