/// Which units share a scale: a scale is named by the channel and the view that owns it.
struct ScaleKey: Hashable, Sendable {
  /// The number of the owning view.
  let scope: Int
  /// The channel: the primary one for second ends.
  let channel: Channel
}

/// A view about a unit, as far as the sharing of scales goes.
struct ScopeFrame: Sendable {
  /// What kind of view it is.
  enum Kind: Sendable {
    case unit, layer, facet, concat
  }

  let id: Int
  let kind: Kind
  let resolve: ResolveSpecification

  /// Whether the views within it share the scale of `channel` (Vega-Lite, *Scale and Guide
  /// Resolution*).
  func shares(_ channel: Channel) -> Bool {
    if let given = resolve.scale[channel] { return given }
    switch kind {
    case .unit, .layer: return true
    case .facet: return channel != .theta
    case .concat: return !channel.isPosition && !channel.isPolar && !channel.isOffset
    }
  }

  /// Whether the views within it share the axis of `channel`.
  func sharesAxis(_ channel: Channel) -> Bool {
    shares(channel) && (resolve.axis[channel] ?? true)
  }
}

extension [ScopeFrame] {
  /// The view that owns the scale of `channel` for a unit with these views about it, outermost
  /// first.
  func owner(of channel: Channel) -> ScaleKey {
    var owner = last?.id ?? 0
    for frame in reversed() {
      guard frame.shares(channel) else { break }
      owner = frame.id
    }
    return ScaleKey(scope: owner, channel: channel)
  }
}
