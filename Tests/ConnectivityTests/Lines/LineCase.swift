import Connectivity
import Geometry
import Landscape

/// Fragments in metres to the east and north of 60° E, 45° N.
struct LineCase {
  /// Metres for a degree of longitude and latitude at 45° N.
  static let (east, north) = (78_846.8, 111_131.8)

  /// One fragment.
  struct Row {
    var vertices: [Position]
    var fragment: BarrierFragment
  }

  var rows: [Row] = []

  /// Adds a fragment; its id is its number.
  mutating func add(
    _ vertices: [(Double, Double)], _ name: String? = nil, ref: String? = nil,
    class barrierClass: BarrierClass = .roadPaved
  ) {
    let fragment = BarrierFragment(
      id: "\(rows.count)", barrierClass: barrierClass, name: name, ref: ref)
    rows.append(
      Row(
        vertices: vertices.map { Position(60 + $0.0 / Self.east, 45 + $0.1 / Self.north) },
        fragment: fragment))
  }

  func lines(_ rule: LineRule = LineRule()) -> BarrierLines {
    BarrierLines(
      of: LineColumn(rows.map { [$0.vertices] }), fragments: rows.map(\.fragment), rule: rule)
  }
}

extension BarrierLines {
  /// Which rows are together.
  var partition: Set<[Int]> { Set(lines.map(\.rows)) }
}
