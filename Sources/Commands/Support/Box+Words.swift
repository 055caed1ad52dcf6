internal import Formats
internal import Geometry

extension Box {
  /// The edges, for a reader; without commas, so that they can be copied.
  var inWords: String {
    let edges = [minX, maxX, minY, maxY].map { grouped($0, decimals: 4).replacing(",", with: "") }
    return "\(edges[0])…\(edges[1]) east, \(edges[2])…\(edges[3]) north"
  }
}
