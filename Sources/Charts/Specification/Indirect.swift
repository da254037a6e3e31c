/// A large value that few have, kept elsewhere: what has it stays small, and a copy of that is cheap.
///
/// To write to it makes a new value, so that copies have their own as ever.
@propertyWrapper
struct Indirect<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }
  private var box: Box?

  /// No value.
  init() {}

  init(wrappedValue: Value?) {
    box = wrappedValue.map(Box.init)
  }

  var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}
