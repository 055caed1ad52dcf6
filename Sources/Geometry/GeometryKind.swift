/// What one row of a ``GeometryColumn`` holds.
public enum GeometryKind: UInt8, Sendable, Hashable, CaseIterable {
  /// No geometry: null, or an empty one.
  case none
  /// A point or multi-point.
  case point
  /// A line or multi-line.
  case line
  /// A polygon or multi-polygon.
  case polygon
}
