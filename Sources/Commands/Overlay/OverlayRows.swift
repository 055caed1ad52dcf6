internal import Formats
internal import Geometry
internal import Overlay

/// The features of one side of an overlay as the outputs name them.
struct NamedFeatures: Sendable {
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

  /// The pieces of some cuts, with their geometry and without ids.
  func pieces(_ cuts: Cuts, of column: LineColumn) -> FeatureBatch {
    var batch = FeatureBatch(fields: Self.pieceFields(idKinds.line, idKinds.polygon))
    var geometry = LineColumn()
    for piece in cuts.pieces {
      geometry.append(piece.part, of: column)
      batch.columns[0].append(lines.ids[piece.line])
      batch.columns[1].append(polygons.ids[piece.polygon])
      batch.columns[2].append(piece.place.rawValue)
      batch.columns[3].append(piece.fromChainage)
      batch.columns[4].append(piece.toChainage)
      batch.columns[5].append(piece.length)
    }
    batch.geometry = GeometryColumn(geometry)
    return batch
  }

  /// The crossings of some cuts, without ids; touches are counted in the summary and have no row.
  func crossings(_ cuts: Cuts) -> FeatureBatch {
    var batch = FeatureBatch(fields: Self.crossingFields(idKinds.line, idKinds.polygon))
    for contact in cuts.contacts where contact.kind != .touch {
      batch.geometry.appendPoint(contact.at.position)
      batch.columns[0].append(lines.ids[contact.line])
      batch.columns[1].append(polygons.ids[contact.polygon])
      batch.columns[2].append(contact.chainage)
      batch.columns[3].append(contact.kind.rawValue)
      batch.columns[4].append(contact.at.position.x)
      batch.columns[5].append(contact.at.position.y)
    }
    return batch
  }

  /// One row of the summary for each meeting of some cuts, without ids.
  func meetings(_ cuts: Cuts) -> FeatureBatch {
    var batch = FeatureBatch(
      fields: OverlaySummaryTable.pairFields(idKinds.line, idKinds.polygon))
    for meeting in cuts.meetings {
      batch.geometry.appendNone()
      batch.columns[0].append(lines.ids[meeting.line])
      batch.columns[1].append(polygons.ids[meeting.polygon])
      batch.columns[2].append(meeting.insideLength)
      batch.columns[3].append(meeting.boundaryLength)
      batch.columns[4].append(Int64(meeting.crossings))
      batch.columns[5].append(Int64(meeting.touches))
    }
    return batch
  }
}
