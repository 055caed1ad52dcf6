import Geometry

/// Whether the boundary meets a place: whether edges leave it once those that coincide in pairs
/// have cancelled, for an edge that two parts of a multi-polygon share is no boundary.
enum BoundaryContact {
  /// The same for a position that is known exactly, with the directions of all edges.
  static func exists(at origin: Position, _ rays: [Position]) -> Bool {
    if rays.count < 2 { return !rays.isEmpty }
    return rays.contains { ray in
      rays.count { orientation(origin, ray, $0) == 0 && pointsAlike(origin, ray, $0) } % 2 == 1
    }
  }

  /// The same for edges that meet the interior of a segment at one place, and edges that run along
  /// the segment and may pass through that place.
  static func exists(
    _ events: ArraySlice<SegmentContacts.Event>, besides runs: [(c: Position, d: Position)]
  ) -> Bool {
    if events.count == 1 { return true }
    if let vertex = events.first(where: { $0.otherRay == nil })?.place.position {
      var rays = events.flatMap { [$0.ray] + ($0.otherRay.map { [$0] } ?? []) }
      for (c, d) in runs where vertex != c && vertex != d && isBetween(vertex, c, d) {
        rays += [c, d]
      }
      return exists(at: vertex, rays)
    }
    // Only crossings: edges coincide where they lie on one line.
    return events.contains { event in
      guard let end = event.otherRay else { return true }
      return events.count { other in
        guard let otherEnd = other.otherRay else { return false }
        return orientation(event.ray, end, other.ray) == 0
          && orientation(event.ray, end, otherEnd) == 0
      } % 2 == 1
    }
  }
}
