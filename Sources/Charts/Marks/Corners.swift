/// Corners of a box, each with its own radius: from the upper left, clockwise.
struct Corners {
  let radii: [Double]

  func path(of box: Box) -> PathData {
    let most = min(box.width, box.height) / 2
    let r = radii.map { max(0, min($0, most)) }
    var path = PathData()
    path.move(box.minX + r[0], box.minY)
    path.horizontal(box.maxX - r[1])
    if r[1] > 0 { path.arc(radius: r[1], clockwise: true, box.maxX, box.minY + r[1]) }
    path.vertical(box.maxY - r[2])
    if r[2] > 0 { path.arc(radius: r[2], clockwise: true, box.maxX - r[2], box.maxY) }
    path.horizontal(box.minX + r[3])
    if r[3] > 0 { path.arc(radius: r[3], clockwise: true, box.minX, box.maxY - r[3]) }
    path.vertical(box.minY + r[0])
    if r[0] > 0 { path.arc(radius: r[0], clockwise: true, box.minX + r[0], box.minY) }
    path.close()
    return path
  }
}
