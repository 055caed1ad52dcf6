import Formats
import Geometry

/// Some lines of a workload, each of one path, with their classes.
struct LineBatch: Sendable {
  /// The classes of barriers, in the order of their numbers.
  static let classes = ["road", "fence", "railway"]

  /// The lines.
  var lines = LineColumn()
  /// The class of every line, as a number.
  var classes: [Int] = []

  /// Starts without lines.
  init() {}

  /// Takes lines with their classes.
  init(_ lines: LineColumn, classes: [Int]) {
    self.lines = lines
    self.classes = classes
  }

  /// Takes the lines of a batch; where it has a column `cls`, this names the classes, and all are of
  /// the first class where not. Every path becomes a line of its own.
  init(_ batch: FeatureBatch) {
    let column = batch.columns.first { $0.field.name == "cls" }
    let source = batch.geometry.lines
    lines = source
    let rows = batch.geometry.rows(of: .line)
    let classOfRow = rows.map { Self.number(of: column, at: $0) }
    classes = classOfRow
    guard source.paths.count != source.count else { return }
    classes = (0..<source.count).flatMap { row in
      source.pathIndices(of: row).map { _ in classOfRow[row] }
    }
    lines = LineColumn((0..<source.paths.count).map { [source.paths.positions(of: $0)] })
  }

  private static func number(of column: Column?, at row: Int) -> Int {
    guard let column, case .text(let name) = column[row] else { return 0 }
    return classes.firstIndex(of: name) ?? 0
  }

  /// The number of segments of all lines.
  var segmentCount: Int { lines.paths.vertexCount - lines.paths.count }

  /// Returns the lines of one class alone.
  func only(class number: Int) -> LineColumn {
    var column = GeometryColumn()
    let all = GeometryColumn(lines)
    for row in classes.indices where classes[row] == number { column.append(row, of: all) }
    return column.lines
  }
}
