import Geometry
import Synchronization

/// One polygon, whose index is made when it is worth it.
///
/// A few lines near a huge polygon get an index of the window around them, at the cost of looking at
/// every vertex once; many lines, or the same few again and again, get one of all of it that stays.
final class LazyPolygon: Sendable {
  /// Polygons with fewer vertices are always indexed as a whole.
  private static let fewVertices = 4096
  /// What looking at all vertices costs, as a part of what indexing them all costs: roughly, for
  /// nothing but time depends on it.
  private static let costOfLooking = 0.06
  /// Windows may cost this part of indexing the whole before the whole is indexed.
  private static let greatestCost = 0.5

  private struct State {
    var whole: PolygonIndex?
    /// What windows have cost so far, as a part of what indexing the whole costs.
    var cost = 0.0
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

  /// Whether all of it is indexed.
  var isIndexed: Bool { state.withLock { $0.whole != nil } }

  /// Returns the index of all of it.
  ///
  /// - Throws: `CancellationError`.
  func index() throws -> PolygonIndex {
    if let whole = state.withLock({ $0.whole }) { return whole }
    let made = try PolygonIndex(polygons, row: row, box: box)
    return state.withLock { state in
      // Another task may have been faster; both made the same.
      state.whole = state.whole ?? made
      return state.whole ?? made
    }
  }

  /// Returns an index that answers for some lines.
  ///
  /// - Throws: `CancellationError`.
  func index(for demand: PolygonDemand) throws -> PolygonIndex {
    let isLarge = vertexCount >= Self.fewVertices && !demand.meetsSeam
    let cost = isLarge ? Self.costOfLooking + demand.window.share(of: box) : .infinity
    let isWindow = state.withLock { state in
      let isWindow = state.whole == nil && state.cost + cost <= Self.greatestCost
      state.cost += isWindow ? cost : 0
      return isWindow
    }
    return isWindow
      ? try PolygonIndex(polygons, row: row, box: box, window: demand.window) : try index()
  }
}

extension Box {
  /// Which part of another box this one covers; all of it where that one has no area.
  fileprivate func share(of other: Box) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    let share = width / (other.maxX - other.minX) * (height / (other.maxY - other.minY))
    return share.isFinite ? share : 1
  }
}

/// The lines that come near a polygon.
struct PolygonDemand {
  /// The box around them.
  private(set) var window = Box.empty
  /// Whether nothing comes near.
  var isEmpty: Bool { window.isEmpty }

  /// Whether they come to the antimeridian, where the other side must be asked too.
  var meetsSeam: Bool { window.minX <= -180 || window.maxX >= 180 }

  /// Adds a line.
  mutating func add(_ box: Box) { window.formUnion(box) }
}
