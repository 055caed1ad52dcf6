import Geometry

/// Measures along one path of a line.
struct PathRuler {
  let strip: LineStrip
  let path: Int

  /// The chainage of a vertex.
  func chainage(ofVertex vertex: Int) -> Double {
    strip.chainage(ofVertex: vertex, onPath: path)
  }

  /// The chainage of a place.
  func chainage(at place: CutPosition) -> Double {
    if place.fraction == 1 { return chainage(ofVertex: place.segment + 1) }
    let chainage = chainage(ofVertex: place.segment)
    return place.fraction == 0 ? chainage : chainage + lengthBefore(place)
  }

  /// The length between two places, measured on the piece as it is cut: whole segments as they are,
  /// the partial ones at both ends from cut to vertex.
  func length(from: CutPosition, to: CutPosition) -> Double {
    if from.segment == to.segment && !(from.fraction == 0 && to.fraction == 1) {
      return strip.measure.distance(from.position, to.position)
    }
    let first = from.fraction == 0 ? from.segment : from.segment + 1
    let last = to.fraction == 1 ? to.segment + 1 : to.segment
    var length = chainage(ofVertex: last) - chainage(ofVertex: first)
    if from.fraction != 0 {
      length += strip.measure.distance(from.position, strip.vertices.position(at: first))
    }
    return to.fraction == 0 || to.fraction == 1 ? length : length + lengthBefore(to)
  }

  /// The length from the start of the segment.
  private func lengthBefore(_ place: CutPosition) -> Double {
    strip.measure.distance(strip.vertices.position(at: place.segment), place.position)
  }
}
