/// Work on many things at once whose results stand in the order of the things.
enum ParallelMap {
  /// What `transform` makes of each of `items`, in their order, however many workers there are.
  ///
  /// Items are handed out in runs, since a task for each would cost more than many of them do.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], workers: Int, _ transform: @escaping @Sendable (Item) async throws -> Result
  ) async rethrows -> [Result] {
    guard workers > 1, items.count > 1 else {
      var results: [Result] = []
      for item in items { results.append(try await transform(item)) }
      return results
    }
    // Several runs a worker even out pages of unequal length.
    let size = max(1, (items.count + workers * 8 - 1) / (workers * 8))
    let starts = Array(stride(from: 0, to: items.count, by: size))
    var runs = [[Result]](repeating: [], count: starts.count)
    try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      var next = 0
      func submit() {
        guard next < starts.count else { return }
        let run = next
        next += 1
        let range = starts[run]..<min(starts[run] + size, items.count)
        group.addTask {
          var results: [Result] = []
          for index in range { results.append(try await transform(items[index])) }
          return (run, results)
        }
      }
      for _ in 0..<workers { submit() }
      for try await (run, results) in group {
        runs[run] = results
        submit()
      }
    }
    return runs.flatMap(\.self)
  }
}
