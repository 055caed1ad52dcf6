import Formats
import Geometry

@testable import Atlas

/// A barrier of an edition in few words.
struct SketchBarrier {
  var id: String
  var vertices: [Position]
  var barrierClass = "road_paved"
  var status = "existing"
  var name = ""
  var design = "d"
  var source = "barriers[0]"

  /// The barriers of an edition.
  static func edition(_ sketches: [SketchBarrier]) -> EditionBarriers {
    var batch = FeatureBatch(fields: BarrierTable.fields)
    var lines = LineColumn()
    for sketch in sketches {
      for vertex in sketch.vertices { lines.paths.append(x: vertex.x, y: vertex.y) }
      lines.paths.endPath()
      lines.endRow()
      batch.append([
        .text(sketch.id), .text("line"), .text("label"), .text(sketch.barrierClass),
        .text(sketch.status), sketch.name.isEmpty ? .null : .text(sketch.name), .null,
        .text("Kazakhstan"), .text(sketch.source), .boolean(false), .text(sketch.design),
      ])
    }
    batch.geometry = GeometryColumn(lines)
    return EditionBarriers(batch.numbered(from: 1))
  }

  /// Random roads of a few vertices, no two of which are near each other along most of their length.
  static func network(_ count: Int, _ random: inout SeededGenerator) -> [SketchBarrier] {
    (0..<count).map { number in
      let start = Position(
        60 + 0.2 * Double(number % 10), 45 + 0.2 * Double(number / 10))
      let vertices = (0..<Int.random(in: 2...6, using: &random)).map { step in
        Position(
          start.x + 0.02 * Double(step) + Double.random(in: 0...0.005, using: &random),
          start.y + Double.random(in: -0.02...0.02, using: &random))
      }
      return SketchBarrier(id: "\(number)", vertices: vertices)
    }
  }
}
