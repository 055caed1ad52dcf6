import Geometry
import Synchronization

/// One polygon, whose index is made when it is worth it.
///
/// A few lines near a huge polygon get an index of the window around them, at the cost of looking at
/// every vertex once; many lines, or the same few again and again, get one of all of it that stays.
final class LazyPolygon: Sendable {
  /// Polygons with fewer vertices are always indexed as a whole.
  private static let fewVertices = 4096
  /// So many windows cost about as much as the whole.
  private static let mostWindows = 8

  private struct State {
    var whole: PolygonIndex?
    var windowCount = 0
  }

  private let polygons: PolygonColumn
  private let row: Int
  private let vertexCount: Int
  private let state = Mutex(State())
  /// The box around the polygon.
  let box: Box

  init(_ polygons: PolygonColumn, row: Int) {
    self.polygons = polygons
    self.row = row
    box = polygons.box(of: row)
    let rings = polygons.ringIndices(of: row)
    vertexCount = polygons.rings.starts[rings.upperBound] - polygons.rings.starts[rings.lowerBound]
  }

  /// Returns an index that answers for some lines.
  func index(for demand: PolygonDemand) -> PolygonIndex {
    let isSmall =
      vertexCount >= Self.fewVertices && demand.segments < vertexCount && !demand.meetsSeam
    let (whole, isWindow) = state.withLock { state in
      let isWindow = isSmall && state.whole == nil && state.windowCount < Self.mostWindows
      state.windowCount += isWindow ? 1 : 0
      return (state.whole, isWindow)
    }
    if let whole { return whole }
    if isWindow { return PolygonIndex(polygons, row: row, box: box, window: demand.window) }
    let made = PolygonIndex(polygons, row: row, box: box)
    return state.withLock { state in
      // Another task may have been faster; both made the same.
      state.whole = state.whole ?? made
      return state.whole ?? made
    }
  }
}

/// The lines that come near a polygon.
struct PolygonDemand {
  /// The box around them.
  private(set) var window = Box.empty
  /// How many segments they have.
  private(set) var segments = 0

  /// Whether nothing comes near.
  var isEmpty: Bool { window.isEmpty }

  /// Whether they come to the antimeridian, where the other side must be asked too.
  var meetsSeam: Bool { window.minX <= -180 || window.maxX >= 180 }

  /// Adds a line.
  mutating func add(_ box: Box, segments: Int) {
    window.formUnion(box)
    self.segments += segments
  }
}
