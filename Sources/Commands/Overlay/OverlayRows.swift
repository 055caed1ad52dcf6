internal import Formats
internal import Geometry
internal import Overlay

/// The features of one side of an overlay as the outputs name them.
struct NamedFeatures {
  /// The id of every row.
  var ids: [Value]
  /// The group of every row.
  var groups: [Int]
}

/// Turns cuts into the rows of the output tables.
struct OverlayRows {
  let lines: NamedFeatures
  let polygons: NamedFeatures
  let idKinds: (line: Field.Kind, polygon: Field.Kind)

  /// The columns of the pieces; geometry is a line.
  static func pieceFields(_ line: Field.Kind, _ polygon: Field.Kind) -> [Field] {
    [
      Field("line_id", line), Field("polygon_id", polygon), Field("place", .text),
      Field("from_m", .real), Field("to_m", .real), Field("length_m", .real),
    ]
  }

  /// The columns of the crossings; geometry is a point.
  static func crossingFields(_ line: Field.Kind, _ polygon: Field.Kind) -> [Field] {
    [
      Field("line_id", line), Field("polygon_id", polygon), Field("at_m", .real),
      Field("direction", .text), Field("lon", .real), Field("lat", .real),
    ]
  }

  /// The pieces of some cuts, with their geometry.
  func pieces(_ cuts: Cuts, of column: LineColumn, firstId: Int) -> FeatureBatch {
    var batch = FeatureBatch(fields: Self.pieceFields(idKinds.line, idKinds.polygon))
    var geometry = LineColumn()
    for (index, piece) in cuts.pieces.enumerated() {
      batch.ids.append(.integer(Int64(firstId + index)))
      geometry.append(piece.part, of: column)
      batch.append([
        lines.ids[piece.line], polygons.ids[piece.polygon], .text(piece.place.rawValue),
        .real(piece.fromChainage), .real(piece.toChainage), .real(piece.length),
      ])
    }
    batch.geometry = GeometryColumn(geometry)
    return batch
  }

  /// The crossings of some cuts; touches are counted in the summary and have no row.
  func crossings(_ cuts: Cuts, firstId: Int) -> FeatureBatch {
    var batch = FeatureBatch(fields: Self.crossingFields(idKinds.line, idKinds.polygon))
    for contact in cuts.contacts where contact.kind != .touch {
      batch.ids.append(.integer(Int64(firstId + batch.geometry.count)))
      batch.geometry.appendPoint(contact.at.position)
      batch.append([
        lines.ids[contact.line], polygons.ids[contact.polygon], .real(contact.chainage),
        .text(contact.kind.rawValue), .real(contact.at.position.x), .real(contact.at.position.y),
      ])
    }
    return batch
  }
}

extension FeatureBatch {
  /// Appends the attributes of one row.
  mutating func append(_ values: [Value]) {
    for index in columns.indices { columns[index].append(values[index]) }
  }
}
