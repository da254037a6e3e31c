public import Diagnostics

/// Lays graphs out by Graphviz's `dot`.
public enum Graphviz {
  /// A graph that must be laid out before its figure can be drawn.
  public struct Request: Sendable {
    /// The graph in the DOT language.
    public let dot: String
    /// The place of the figure, for complaints.
    public let span: SourceSpan

    /// The graph `dot` of the figure at `span`.
    public init(dot: String, span: SourceSpan) {
      self.dot = dot
      self.span = span
    }
  }

  /// What became of a request.
  public enum Answer: Sendable {
    /// The layout as JSON.
    case layout([UInt8])
    /// There is no `dot` on this machine.
    case notInstalled
    /// `dot` was asked and gave nothing; the end of a sentence that says why.
    case failed(String)
  }

  /// Asks `dot` for the layout of each of `requests`, each once.
  /// - Parameter workers: How many are asked for at once.
  /// - Returns: The answers by the text of the graph.
  public static func layOut(_ requests: [Request], workers: Int) async -> [String: Answer] {
    let graphs = Set(requests.map(\.dot)).sorted()
    guard !graphs.isEmpty else { return [:] }
    guard let program = OutsideProgram(InstalledPrograms.layouts) else {
      return Dictionary(
        graphs.map { ($0, .notInstalled) }, uniquingKeysWith: { first, _ in first })
    }
    var answers: [String: Answer] = [:]
    await withTaskGroup(of: (String, Answer).self) { group in
      for (index, graph) in graphs.enumerated() {
        if index >= max(1, workers), let (done, answer) = await group.next() {
          answers[done] = answer
        }
        group.addTask { (graph, await ask(program, graph)) }
      }
      for await (graph, answer) in group { answers[graph] = answer }
    }
    return answers
  }

  private static func ask(_ program: OutsideProgram, _ graph: String) async -> Answer {
    switch await program.run(["-Tjson0"], input: Array(graph.utf8)) {
    case .success(let bytes): .layout(bytes)
    case .failure(let failure): .failed(failure.reason)
    }
  }

  /// What is to be said of requests that got no layout: once for each figure.
  public static func diagnostics(
    _ requests: [Request], answers: [String: Answer]
  ) -> [Diagnostic] {
    var told: Set<SourceSpan> = []
    var diagnostics: [Diagnostic] = []
    for request in requests {
      let diagnostic: Diagnostic? =
        switch answers[request.dot] {
        case .layout, nil: nil
        case .notInstalled:
          Diagnostic(
            .programMissing, "a graph is laid out by the program 'dot', which is not installed",
            at: request.span,
            help: "install Graphviz (on Debian: apt install graphviz), or show the rows in a table")
        case .failed(let reason):
          Diagnostic(
            .programFailed, "the program 'dot', which lays graphs out, \(reason)",
            at: request.span,
            help: "show fewer edges with 'where', or show the rows in a table")
        }
      if let diagnostic, told.insert(request.span).inserted { diagnostics.append(diagnostic) }
    }
    return diagnostics
  }
}
