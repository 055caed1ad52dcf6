import Geometry

/// Divides a box into square cells.
///
/// Every position belongs to one cell; those outside the box to a cell at its edge. Columns never
/// decrease with x nor rows with y, so that two boxes that meet have a cell in common.
struct CellFrame: Sendable {
  /// A cell by its column from the west and its row from the south.
  struct Cell: Equatable {
    var column: Int
    var row: Int
  }

  /// No frame has more columns or rows.
  private static let greatestSide = 32768.0

  let columns: Int
  let rows: Int
  private let west: Double
  private let south: Double
  private let east: Double
  private let size: Double
  private let cellsPerUnit: Double

  /// Divides a box into about `cells` cells, however thin it is.
  ///
  /// A cell is never smaller than 2⁻³⁰ of the largest ordinate, so that the rounding of ordinates is
  /// a small part of a cell. A box that cannot be divided is one cell.
  ///
  /// - Parameters:
  ///   - box: What is divided.
  ///   - cells: About how many cells there are.
  ///   - leastSize: Cells are not smaller than this.
  init(_ box: Box, cells: Int, leastSize: Double) {
    west = box.minX
    south = box.minY
    east = box.maxX
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    let greatest = [box.minX, box.minY, box.maxX, box.maxY].map(\.magnitude).max() ?? 0
    let wanted = max(
      (width / Double(cells)).squareRoot() * height.squareRoot(),
      max(width, height) / min(Self.greatestSide, Double(cells)), greatest * 0x1p-30, leastSize)
    let isDivisible = wanted > 0 && (1 / wanted).isFinite && (width + height).isFinite
    size = isDivisible ? wanted : 0
    cellsPerUnit = isDivisible ? 1 / wanted : 0
    columns = isDivisible ? Int(width * cellsPerUnit) + 1 : 1
    rows = isDivisible ? Int(height * cellsPerUnit) + 1 : 1
  }

  /// The column of an ordinate.
  @inline(__always)
  func column(_ x: Double) -> Int { Self.index((x - west) * cellsPerUnit, below: columns) }

  /// The row of an ordinate.
  @inline(__always)
  func row(_ y: Double) -> Int { Self.index((y - south) * cellsPerUnit, below: rows) }

  /// The cell of a position.
  @inline(__always)
  func cell(_ position: Position) -> Cell {
    Cell(column: column(position.x), row: row(position.y))
  }

  /// The western edge of a column.
  func x(ofColumn column: Int) -> Double { west + Double(column) * size }

  /// An ordinate inside a column, about its middle; the last column may be narrower than others.
  func middle(ofColumn column: Int) -> Double { min(west + (Double(column) + 0.5) * size, east) }

  /// Cells in units of the layer.
  func length(cells: Double) -> Double { cells * size }

  /// Also for what is no number, which comes from a frame that is not divided.
  @inline(__always)
  private static func index(_ cells: Double, below count: Int) -> Int {
    guard cells > 0 else { return 0 }
    return cells < Double(count) ? Int(cells) : count - 1
  }
}
