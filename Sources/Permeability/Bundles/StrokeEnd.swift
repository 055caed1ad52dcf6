package import Geometry

/// Where a stroke begins or ends.
package struct StrokeEnd: Sendable {
  /// The row of the path that ends there.
  package let row: Int
  /// The chainage of the end along the row.
  package let chainage: Double
  /// Where it lies.
  package let position: Position
  /// The way in which the stroke arrives there, of length 1 in the plane.
  package let heading: SIMD2<Double>
}

extension Strokes {
  /// Finds the ends of the strokes.
  ///
  /// - Parameter lines: The lines that the strokes are made of.
  /// - Returns: Both ends of every stroke that has a length.
  package func ends(in lines: LineColumn) -> [StrokeEnd] {
    paths().flatMap { stroke -> [StrokeEnd] in
      guard let first = stroke.first, let last = stroke.last else { return [] }
      return [
        end(ofPath: first, atStart: !places[first].isReversed, lines.paths),
        end(ofPath: last, atStart: places[last].isReversed, lines.paths),
      ].compactMap(\.self)
    }
  }

  private func end(ofPath path: Int, atStart: Bool, _ paths: PathSet) -> StrokeEnd? {
    let vertices = paths.vertices(of: path)
    let heading =
      atStart
      ? StrokeJoints.heading(paths, vertices)
      : StrokeJoints.heading(paths, vertices.reversed())
    return heading.map {
      StrokeEnd(
        row: Int(rows[path]), chainage: starts[path] + (atStart ? 0 : pathLengths[path]),
        position: paths.position(at: atStart ? vertices.lowerBound : vertices.upperBound - 1),
        heading: $0)
    }
  }
}
