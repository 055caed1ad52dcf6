public import Geometry
internal import Overlay

/// A range divided into cells by all barriers inside it, whatever their permeability and status.
///
/// Cells are exact: barriers have no width, what ends inside a cell does not divide it, and the
/// boundaries of regions divide cells as well, so that every cell lies inside or outside of each
/// region. Whatever is asked of scenarios, species and thresholds afterwards only unites cells: the
/// geometry is made once.
public struct RangeMesh: Sendable {
  /// The area of every cell, in km².
  public let areas: [Double]
  /// Every run of barriers inside the range.
  public let walls: [Wall]
  /// The barriers of all walls, wall by wall.
  public let pieces: [WallPiece]
  /// Cells beside each other with no barrier between them.
  public let openings: [(Int32, Int32)]
  /// For every region, which cells lie inside of it.
  public let regions: [[Bool]]
  /// The range and the regions as they were given.
  private let sources: (range: PolygonColumn, regions: PolygonColumn)
  private let subdivision: Subdivision
  /// The cell of every face; −1 outside of the range.
  private let cellsOfFaces: [Int]

  /// The number of cells.
  public var count: Int { areas.count }

  /// Divides a range.
  ///
  /// - Parameters:
  ///   - range: Valid polygons in longitude and latitude; the range is all that any row covers.
  ///   - regions: Valid polygons, one row for each region; they may overlap.
  ///   - barriers: All barriers; those away from the range cost nothing.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Throws: `CancellationError`.
  public init(
    range: PolygonColumn, regions: PolygonColumn = PolygonColumn(), barriers: LineColumn,
    jobs: Int = 1
  ) async throws {
    sources = (range, regions)
    let rows = MeshSources(range, regions, barriers)
    let subdivision = try await Subdivision(rows.lines, jobs: jobs)
    let inRange = subdivision.coverage { rows.isRange($0) }
    var cells = Array(repeating: -1, count: subdivision.faceCount)
    var count = 0
    for face in cells.indices where inRange[face] > 0 {
      cells[face] = count
      count += 1
    }
    let faceAreas = try await subdivision.areas(jobs: jobs)
    areas = cells.indices.filter { cells[$0] >= 0 }.map { faceAreas[$0] / 1e6 }
    self.regions = (0..<regions.count).map { region in
      guard rows.meetsRange[region] else { return Array(repeating: false, count: count) }
      let coverage = subdivision.coverage { rows.region(ofRow: $0) == region }
      return cells.indices.filter { cells[$0] >= 0 }.map { coverage[$0] > 0 }
    }
    let builder = try await WallBuilder(subdivision, rows, cells, jobs: jobs)
    (walls, pieces, openings) = (builder.walls, builder.pieces, builder.openings)
    (self.subdivision, cellsOfFaces) = (subdivision, cells)
  }

  /// Returns the range, or the part of it in a region, as polygons that do not depend on barriers.
  ///
  /// - Parameters:
  ///   - region: The region; nil for the range as it was given.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: The polygons; those of the range may overlap.
  /// - Throws: `CancellationError`.
  func extent(of region: Int?, jobs: Int) async throws -> PolygonColumn {
    guard let region else { return sources.range }
    let only = try await RangeMesh(
      range: sources.range, regions: sources.regions.row(region), barriers: LineColumn(),
      jobs: jobs)
    return only.polygons(of: only.regions[0].map { $0 ? 0 : -1 }, count: 1)
  }

  /// Returns the polygons that groups of cells make, one row for each.
  ///
  /// - Parameters:
  ///   - groups: The group of every cell, from 0; −1 for cells that belong to none.
  ///   - count: The number of groups.
  /// - Returns: A polygon for every group.
  public func polygons(of groups: [Int], count: Int) -> PolygonColumn {
    subdivision.polygons(of: cellsOfFaces.map { $0 < 0 ? -1 : groups[$0] }, count: count)
  }
}

/// What a mesh is made of: boundaries of the range, of regions, and barriers, as rows of lines.
struct MeshSources {
  private(set) var lines = LineColumn()
  /// For every region, whether its box meets that of the range.
  private(set) var meetsRange: [Bool] = []
  private let rangeRows: Int
  /// The region or the barrier of every row behind those of the range.
  private var regionRows: [Int] = []
  private var barrierRows: [Int] = []

  init(_ range: PolygonColumn, _ regions: PolygonColumn, _ barriers: LineColumn) {
    rangeRows = range.count
    for row in 0..<range.count { lines.append(boundaryOf: row, of: range) }
    let box = range.rings.box(of: 0..<range.rings.count)
    for region in 0..<regions.count {
      meetsRange.append(regions.box(of: region).meets(box))
      guard meetsRange[region] else { continue }
      lines.append(boundaryOf: region, of: regions)
      regionRows.append(region)
    }
    for barrier in 0..<barriers.count where barriers.box(of: barrier).meets(box) {
      lines.append(barrier, of: barriers)
      barrierRows.append(barrier)
    }
  }

  /// Whether a row is a boundary of the range.
  func isRange(_ row: Int) -> Bool { row < rangeRows }

  /// The region whose boundary a row is.
  func region(ofRow row: Int) -> Int? {
    let index = row - rangeRows
    return regionRows.indices.contains(index) ? regionRows[index] : nil
  }

  /// The barrier that a row is.
  func barrier(ofRow row: Int) -> Int? {
    let index = row - rangeRows - regionRows.count
    return barrierRows.indices.contains(index) ? barrierRows[index] : nil
  }
}
