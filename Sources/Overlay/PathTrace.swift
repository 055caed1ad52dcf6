import Geometry

/// What a path meets of a polygon, in order along it: the exact topology, before any length.
struct PathTrace {
  /// A place where the path meets the boundary, and the sides of the path behind it.
  struct Stop {
    var at: CutPosition
    var after: Sides
  }

  /// The sides of the path at its start.
  var start: Sides
  /// Whether the start lies on the boundary.
  var startsOnBoundary = false
  /// Whether the end lies on the boundary.
  var endsOnBoundary = false
  /// The places between start and end where the path meets the boundary.
  var stops: [Stop] = []
}
