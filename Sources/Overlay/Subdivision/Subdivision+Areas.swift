package import Geometry
import PROJBridge

extension Subdivision {
  /// Returns the area of every face on the ellipsoid of WGS 84, in m², for edges that are straight in
  /// longitude and latitude.
  ///
  /// An edge adds to the face on its right what lies below it, and takes it from the face on its left:
  /// areas of faces add up to that of their union, whatever divides it.
  ///
  /// - Parameter jobs: The greatest number of chunks in work at once.
  /// - Returns: An area for every face; that of face 0, which has no end, is minus the sum of all
  ///   others.
  /// - Throws: `CancellationError`.
  public func areas(jobs: Int = 1) async throws -> [Double] {
    let box = lines.paths.box(ofVertices: 0..<lines.paths.vertexCount)
    let measure = EqualArea(from: nodes.isEmpty ? 0 : (box.minY + box.maxY) / 2)
    let strips = try await mapChunks(of: edges.count, size: 1024, jobs: jobs) { numbers in
      numbers.map { strip(below: $0, measure) }
    }.flatMap(\.self)
    var areas = Array(repeating: 0.0, count: faceCount)
    for (edge, strip) in zip(edges, strips) where edge.left != edge.right {
      areas[edge.right] += strip
      areas[edge.left] -= strip
    }
    return areas
  }

  /// The area below an edge, from the parallel of the measure on; negative towards the west.
  private func strip(below edge: Int, _ measure: EqualArea) -> Double {
    var area = 0.0
    var last = nodes[edges[edge].from]
    forEachPosition(behindStartOf: edge) { position in
      area += measure.strip(from: last, to: position)
      last = position
    }
    return area
  }

  /// Returns the geodesic length of every edge, in metres.
  ///
  /// - Parameter jobs: The greatest number of chunks in work at once.
  /// - Returns: A length for every edge.
  /// - Throws: `CancellationError`.
  public func lengths(jobs: Int = 1) async throws -> [Double] {
    try await mapChunks(of: edges.count, size: 1024, jobs: jobs) { numbers in
      numbers.map { edge in
        var length = 0.0
        var last = nodes[edges[edge].from]
        forEachPosition(behindStartOf: edge) { position in
          length += LengthMeasure.geodesic.distance(last, position)
          last = position
        }
        return length
      }
    }.flatMap(\.self)
  }

  /// Calls `body` with the positions of an edge behind its start, its end included.
  package func forEachPosition(behindStartOf edge: Int, _ body: (Position) -> Void) {
    for arc in arcs(along: edge).prefix(1) {
      let arc = arcs[Int(arc)]
      if arc.from.segment < arc.to.segment {
        for vertex in arc.from.segment + 1...arc.to.segment {
          body(lines.paths.position(at: vertex))
        }
      }
    }
    body(nodes[edges[edge].to])
  }
}
