/// How the points of lines and areas are joined.
enum Interpolation: String, Hashable, Sendable, CaseIterable {
  case basis
  case basisClosed = "basis-closed"
  case basisOpen = "basis-open"
  case cardinal
  case cardinalClosed = "cardinal-closed"
  case cardinalOpen = "cardinal-open"
  case catmullRom = "catmull-rom"
  case linear
  case linearClosed = "linear-closed"
  case monotone
  case natural
  case step
  case stepBefore = "step-before"
  case stepAfter = "step-after"
}
