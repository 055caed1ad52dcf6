internal import Geometry
internal import Permeability

/// A run of vertices of a plan, as its source delivers it, without repeated vertices.
struct PlanPiece: Sendable {
  /// The feature that it is a path of.
  let feature: String
  /// How its source calls it.
  let name: String?
  /// What is to be built.
  let design: BarrierDesign
  /// At least two vertices.
  let positions: [Position]

  /// Takes a path; nil where all its vertices lie at one place.
  init?(
    path: Int, of paths: PathSet, feature: String, name: String?, design: BarrierDesign
  ) {
    var positions: [Position] = []
    positions.reserveCapacity(paths.vertices(of: path).count)
    for vertex in paths.vertices(of: path) where paths.position(at: vertex) != positions.last {
      positions.append(paths.position(at: vertex))
    }
    if positions.count < 2 { return nil }
    (self.feature, self.name, self.design) = (feature, name, design)
    self.positions = positions
  }

  /// Whether it ends where it starts.
  var isClosed: Bool { positions.first == positions.last }
}
