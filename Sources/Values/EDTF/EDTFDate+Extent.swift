extension EDTFDate {
  /// The first and the last day that the text names: as ``earliest`` and ``latest``, but an end that
  /// is open or unknown is left out, so that `2016/..` is the year 2016.
  public var extent: (first: Day, last: Day)? {
    var days: [Day] = []
    func add(_ single: Single) { days += [single.earliest, single.latest].compactMap(\.self) }
    switch form {
    case .single(let single): add(single)
    case .interval(let from, let to):
      for limit in [from, to] {
        if case .at(let single) = limit { add(single) }
      }
    case .set(_, let members):
      for member in members {
        switch member {
        case .single(let single), .upTo(let single), .since(let single): add(single)
        case .range(let first, let last):
          add(first)
          add(last)
        }
      }
    }
    guard let first = days.min(by: { $0.number < $1.number }),
      let last = days.max(by: { $0.number < $1.number })
    else { return nil }
    return (first, last)
  }
}
