/// The forms of a template, or of the elements of a list, by what the engine asked to get there.
///
/// The engine's next question follows from the answers that it got so far, so that the questions
/// are a tree.
indirect enum FormTree: Sendable {
  /// Nobody came here yet.
  case unknown
  /// What the engine asks next, and where each answer leads.
  case question(Form.Path, [FormTree])
  /// Nothing more is asked.
  case form(Form)

  /// A question with its answer.
  typealias Step = (path: Form.Path, answer: Form.Answer)

  /// The tree of one form, at the end of `steps`.
  init(_ steps: some Collection<Step>, _ form: Form) {
    guard let step = steps.first else {
      self = .form(form)
      return
    }
    var branches = [FormTree](repeating: .unknown, count: Form.Answer.allCases.count)
    branches[step.answer.rawValue] = FormTree(steps.dropFirst(), form)
    self = .question(step.path, branches)
  }

  /// Fills the form to which the answers of `objects` lead; false where there is none yet.
  func fill(_ objects: [TemplateObject], into bytes: inout [UInt8]) -> Bool {
    var tree = self
    while true {
      switch tree {
      case .unknown: return false
      case .form(let form): return form.fill(objects, into: &bytes)
      case .question(let path, let branches):
        tree = branches[Form.Answer(objects.value(at: path)).rawValue]
      }
    }
  }

  /// Takes over the forms of `other`.
  /// - Returns: False where the two cannot come from one template.
  mutating func merge(_ other: FormTree) -> Bool {
    switch (self, other) {
    case (_, .unknown): return true
    case (.unknown, _):
      self = other
      return true
    case (.form(var own), .form(let others)):
      guard own.merge(others) else { return false }
      self = .form(own)
      return true
    case (.question(let path, var branches), .question(let others, let more)):
      guard path == others else { return false }
      for index in branches.indices {
        guard branches[index].merge(more[index]) else { return false }
      }
      self = .question(path, branches)
      return true
    default: return false
    }
  }

  /// How many forms there are, those of elements left out.
  var count: Int {
    switch self {
    case .unknown: 0
    case .form: 1
    case .question(_, let branches): branches.reduce(0) { $0 + $1.count }
    }
  }
}
