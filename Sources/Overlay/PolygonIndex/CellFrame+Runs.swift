import Geometry

extension CellFrame {
  /// Calls `body` with every column that an edge may touch and the rows that it may touch there.
  ///
  /// The rows of a column follow each other without a gap. Each position of the edge lies in one of
  /// the cells, by ``cell(_:)``: the rows where the edge enters and leaves a column are interpolated,
  /// with an error far below the fiftieth of a cell by which they are widened. Edges that come from so
  /// far away that the error would be larger may touch every cell between their ends.
  ///
  /// - Parameters:
  ///   - c: An end of the edge.
  ///   - cellC: The cell of `c`.
  ///   - d: The other end.
  ///   - cellD: The cell of `d`.
  ///   - body: Is given a column and its rows.
  @inline(__always)
  func forEachRun(
    from c: Position, in cellC: Cell, to d: Position, in cellD: Cell,
    _ body: (_ column: Int, _ rows: ClosedRange<Int>) -> Void
  ) {
    let rows = min(cellC.row, cellD.row)...max(cellC.row, cellD.row)
    if cellC.column == cellD.column { return body(cellC.column, rows) }
    let columns = min(cellC.column, cellD.column)...max(cellC.column, cellD.column)
    let slope = (d.y - c.y) / (d.x - c.x)
    // An edge so steep could leave a cell by the rounding of an ordinate alone; 2⁴⁰ cells away the
    // rounding is still 2⁻¹² of one.
    guard rows.count > 1, slope.magnitude <= 4096,
      max(c.y.magnitude, d.y.magnitude) <= length(cells: 0x1p40)
    else {
      for column in columns { body(column, rows) }
      return
    }
    let west = c.x < d.x ? c : d
    let east = c.x < d.x ? d : c
    let slack = length(cells: 0.02)
    var entry = west.y
    for column in columns {
      let exit =
        column == columns.upperBound
        ? east.y : west.y + (x(ofColumn: column + 1) - west.x) * slope
      let lower = max(row(min(entry, exit) - slack), rows.lowerBound)
      let upper = min(row(max(entry, exit) + slack), rows.upperBound)
      body(column, lower...max(lower, upper))
      entry = exit
    }
  }
}
