internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay

/// The summary as a table: one row for each line and polygon that meet, or for each pair of groups.
struct OverlaySummaryTable {
  let groupBy: GroupBy

  /// The numbers of a row of a pair, behind the ids.
  private static let pairNumbers = [
    Field("inside_m", .real), Field("boundary_m", .real), Field("crossings", .integer),
    Field("touches", .integer),
  ]

  /// The numbers of a row of a group.
  static let groupNumbers =
    pairNumbers + [Field("boundary_share_m", .real), Field("lines", .integer)]

  /// The columns of one row for each line and polygon.
  static func pairFields(_ line: Field.Kind, _ polygon: Field.Kind) -> [Field] {
    [Field("line_id", line), Field("polygon_id", polygon)] + pairNumbers
  }

  /// The columns of one row for each pair of groups, those of `--by` first.
  ///
  /// A column that another one is named like, case aside, is named after its side too.
  func groupFields(_ lines: GroupTable, _ polygons: GroupTable) -> [Field] {
    let names = (groupBy.keys.map(\.column) + Self.groupNumbers.map(\.name)).map { $0.lowercased() }
    return groupBy.keys.map { key in
      let isShared = names.count { $0 == key.column.lowercased() } > 1
      let table = key.side == .lines ? lines : polygons
      let kind = table.kind(of: key.column)
      return Field(isShared ? "\(key.side.rawValue)_\(key.column)" : key.column, kind)
    } + Self.groupNumbers
  }

  /// One row for each pair of groups, sorted by the values of the groups.
  func groupRows(_ summary: Summary, _ lines: GroupTable, _ polygons: GroupTable) -> FeatureBatch {
    var batch = FeatureBatch(fields: groupFields(lines, polygons))
    let rows = summary.totals.map { pair, totals in
      (key(pair, lines, polygons), totals)
    }.sorted { $0.0.lexicographicallyPrecedes($1.0) { $0.precedes($1) } }
    for (key, totals) in rows {
      batch.ids.append(.integer(Int64(batch.geometry.count + 1)))
      batch.geometry.appendNone()
      batch.append(
        key + [
          .real(totals.insideLength), .real(totals.boundaryLength),
          .integer(Int64(totals.crossings)), .integer(Int64(totals.touches)),
          .real(totals.boundaryShare), .integer(Int64(totals.lines)),
        ])
    }
    return batch
  }

  private func key(
    _ pair: Summary.Pair, _ lines: GroupTable, _ polygons: GroupTable
  ) -> [Value] {
    groupBy.keys.map { key in
      key.side == .lines
        ? lines.value(of: key.column, in: pair.lines)
        : polygons.value(of: key.column, in: pair.polygons)
    }
  }
}

extension Value {
  /// Whether the value stands before another in a list: what is missing first, numbers by size.
  fileprivate func precedes(_ other: Value) -> Bool {
    if self == .null || other == .null { return self == .null && other != .null }
    return order(to: other).map { $0 < 0 } ?? (description < other.description)
  }
}

extension GroupTable {
  /// The value of one column in a group.
  fileprivate func value(of column: String, in group: Int) -> Value {
    columns.firstIndex(of: column).map { values[group][$0] } ?? .null
  }

  /// The kind of one column.
  fileprivate func kind(of column: String) -> Field.Kind {
    columns.firstIndex(of: column).map { kinds[$0] } ?? .text
  }
}
