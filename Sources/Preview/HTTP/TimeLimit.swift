/// Something was not done in time.
struct TimeLimitExceeded: Error {}

/// What `work` gives, if it does so within `limit`; else it is called off.
///
/// - Throws: ``TimeLimitExceeded``, or what `work` throws.
func within<Value: Sendable>(
  _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask(operation: work)
    group.addTask {
      try await Task.sleep(for: limit)
      throw TimeLimitExceeded()
    }
    defer { group.cancelAll() }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}
