import Synchronization

/// A value that is there, or is worked out when somebody first asks for it.
///
/// What has not changed since the last build is mostly never asked for. Whoever asks gets the same
/// value as if it had been worked out at once: what makes it may depend on nothing that changes.
public struct Deferred<Value: Sendable>: Sendable {
  private enum Source: Sendable {
    case ready(Value)
    case later(Maker)
  }

  private final class Maker: Sendable {
    private enum State {
      case waiting(@Sendable () -> Value)
      case made(Value)
    }
    private let state: Mutex<State>

    init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

    var value: Value {
      state.withLock { state in
        switch state {
        case .made(let value): return value
        case .waiting(let make):
          let value = make()
          state = .made(value)
          return value
        }
      }
    }
  }

  private let source: Source

  /// The value `value`.
  public init(_ value: Value) { source = .ready(value) }

  /// The value that `make` gives, which is called once, or never.
  public init(later make: @escaping @Sendable () -> Value) { source = .later(Maker(make)) }

  /// The value.
  public var value: Value {
    switch source {
    case .ready(let value): value
    case .later(let maker): maker.value
    }
  }
}
