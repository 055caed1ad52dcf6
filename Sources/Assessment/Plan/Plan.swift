public import Formats
public import Geometry
public import Permeability

/// A plan: one alternative, made of one line or several, as its engineers deliver it.
public struct Plan: Sendable {
  /// How reports call it, unique among the alternatives.
  public let name: String
  /// Where it was read from; nil for a plan that was made in code.
  public let source: SourceSpec?
  /// Its lines, a row for each, in longitude and latitude.
  public let geometry: LineColumn
  /// What is planned along every row of ``geometry``.
  public let lines: [PlannedLine]
  /// What became of the structures that were read for it.
  public let structures: StructureAccount
  /// What a reader should know of how it was read.
  public let notes: [String]

  /// Puts a plan together.
  ///
  /// - Parameters:
  ///   - name: How reports call it.
  ///   - source: Where it was read from.
  ///   - geometry: Its lines in longitude and latitude, without rows of no length.
  ///   - lines: What is planned along each of them.
  ///   - structures: What became of the structures that were read for it.
  ///   - notes: What a reader should know of how it was read.
  public init(
    _ name: String, source: SourceSpec? = nil, geometry: LineColumn, lines: [PlannedLine],
    structures: StructureAccount = StructureAccount(), notes: [String] = []
  ) {
    precondition(geometry.count == lines.count, "every row is one planned line")
    (self.name, self.source, self.geometry) = (name, source, geometry)
    (self.lines, self.structures, self.notes) = (lines, structures, notes)
  }

  /// The length of all lines, in metres.
  public var length: Double { lines.reduce(0) { $0 + $1.length } }
}

/// One line of a plan.
public struct PlannedLine: Sendable, Hashable {
  /// What identifies it in its plan.
  public let id: String
  /// How its source calls it.
  public let name: String?
  /// What is to be built.
  public let design: BarrierDesign
  /// Its length on the ellipsoid, in metres; chainage goes from 0 to it.
  public let length: Double
  /// The structures on it by chainage.
  public let structures: [PlannedStructure]

  /// Describes a line.
  public init(
    id: String, name: String? = nil, design: BarrierDesign, length: Double,
    structures: [PlannedStructure] = []
  ) {
    (self.id, self.name, self.design) = (id, name, design)
    (self.length, self.structures) = (length, structures)
  }

  /// What the model reads of the structures.
  public var passages: [PassageOnLine] { structures.map(\.passage) }
}

/// A structure on a planned line that animals may use.
public struct PlannedStructure: Sendable, Hashable {
  /// How its source calls it.
  public let id: String
  /// What it is, and how far along the line.
  public let passage: PassageOnLine
  /// Where it is, in longitude and latitude.
  public let position: Position

  /// Describes a structure.
  public init(id: String, _ passage: PassageOnLine, position: Position) {
    (self.id, self.passage, self.position) = (id, passage, position)
  }
}
