package import Geometry

/// The union of all polygons, as boxes and places lie in it.
extension PolygonOverlay {
  /// The box around all polygons.
  package var box: Box { boxes.box }

  /// What is known of a box: that one polygon holds all of it, that all polygons lie outside, or
  /// neither for sure, as for a box that only several polygons hold together.
  ///
  /// - Throws: `CancellationError`.
  package func cover(of box: Box) throws -> Cover {
    var cover = Cover.outside
    for polygon in boxes.items(meeting: box) {
      switch try polygons[polygon].index().cover(of: box) {
      case .inside: return .inside
      case .mixed: cover = .mixed
      case .outside: break
      }
    }
    return cover
  }

  /// Whether a place lies in any polygon; on a boundary it does where a way to the north goes on
  /// inside or along it.
  ///
  /// - Throws: `CancellationError`.
  package func contains(_ place: Position) throws -> Bool {
    let north = Position(place.x, place.y + 1)
    return try boxes.items(meeting: Box(around: place, place)).contains { polygon in
      try polygons[polygon].index().place(at: place, toward: north).sides.place != .outside
    }
  }
}
