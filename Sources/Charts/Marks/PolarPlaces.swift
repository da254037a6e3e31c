/// Where items are about a pole: angles clockwise from the top, distances in px.
struct PolarPlaces: Sendable {
  let frame: UnitFrame
  let looks: ItemLooks

  /// Whether items are placed about a pole at all.
  var isPolar: Bool {
    let channels: [Channel] = [.theta, .radius, .theta2, .radius2]
    return channels.contains { frame.unit[$0] != nil }
      || frame.unit.mark.properties[.radius] != nil || frame.unit.mark.properties[.theta] != nil
  }

  /// The pole.
  var pole: (x: Double, y: Double) { (frame.box.midX, frame.box.midY) }
  /// The largest distance that fits into the plot, in px.
  var reach: Double { min(frame.box.width, frame.box.height) / 2 }

  /// From which angle to which an item reaches.
  func angles(_ item: Int) -> (start: Double, end: Double)? {
    if let stack = frame.unit.stack, stack.channel == .theta {
      guard let start = frame.theta.place(stack.starts[item]),
        let end = frame.theta.place(stack.ends[item])
      else { return nil }
      return (start, end)
    }
    let turn = 2 * Double.pi
    guard let channel = frame.unit[.theta], channel.definition.showsData else {
      let start = number(.theta, .theta, item) ?? 0
      return (
        start,
        number(.theta2, .theta2, item)
          ?? (frame.unit[.theta] == nil && looks.number(.theta, item) == nil ? turn : 0)
      )
    }
    if case .band(let band) = frame.theta {
      return band(channel.value(item)).map { ($0, $0 + band.bandwidth) }
    }
    guard let end = frame.theta.place(channel.value(item)) else { return nil }
    if let second = frame.unit[.theta2], second.definition.showsData {
      return frame.theta.place(second.value(item)).map { (end, $0) }
    }
    return (0, end)
  }

  /// From which distance to which an item reaches.
  func distances(_ item: Int) -> (inner: Double, outer: Double)? {
    let inner = looks.number(.innerRadius, item) ?? number(.radius2, .radius2, item) ?? 0
    if let stack = frame.unit.stack, stack.channel == .radius {
      guard let start = frame.radius.place(stack.starts[item]),
        let end = frame.radius.place(stack.ends[item])
      else { return nil }
      return (max(start, inner), end)
    }
    guard let channel = frame.unit[.radius], channel.definition.showsData else {
      let outer = looks.number(.outerRadius, item) ?? number(.radius, .radius, item) ?? reach
      return (inner, outer)
    }
    if case .band(let band) = frame.radius {
      return band(channel.value(item)).map { ($0, $0 + band.bandwidth) }
    }
    return frame.radius.place(channel.value(item)).map { (inner, $0) }
  }

  private func number(_ channel: Channel, _ key: MarkProperty, _ item: Int) -> Double? {
    frame.unit[channel]?.definition.value?.number ?? looks.number(key, item)
  }

  /// The place of a point or of words: in the middle of its angle, at its distance.
  func point(_ item: Int) -> (x: Double, y: Double)? {
    guard let angles = angles(item) else { return nil }
    let shift = looks.number(.radiusOffset, item) ?? 0
    let distance: Double
    if let channel = frame.unit[.radius], channel.definition.showsData {
      guard let place = frame.radius.place(channel.value(item)) else { return nil }
      distance = place
    } else {
      distance = number(.radius, .radius, item) ?? looks.number(.outerRadius, item) ?? reach
    }
    let angle = (angles.start + angles.end) / 2 + (looks.number(.thetaOffset, item) ?? 0)
    return (
      pole.x + (distance + shift) * Elementary.sin(angle),
      pole.y - (distance + shift) * Elementary.cos(angle)
    )
  }
}
