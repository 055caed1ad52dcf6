internal import Geometry
internal import Permeability

/// A structure as its source describes it.
struct StructureRow: Sendable {
  /// How its source calls it.
  let id: String
  /// What it is.
  let design: PassageDesign
  /// Where it is, in longitude and latitude, if the source says so.
  let position: Position?
  /// How far along its line it is, if the source says so.
  let mark: ChainageMark?
  /// The plan or line that it belongs to, if the source names one.
  let owner: String?
}
