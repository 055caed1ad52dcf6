internal import Formats
internal import Geometry
internal import Landscape

extension LayerInspection {
  /// All that was seen, for a script.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("path", .text(source.path)), ("layer", .text(header.name)), ("format", .text(format)),
      ("geometry_type", .text(header.geometryType.rawValue)),
      ("declared_crs", header.crs.map(JSONValue.text) ?? .null),
      ("declared_features", header.featureCount.map(JSONValue.integer) ?? .null),
    ]
    if isRead {
      members += [
        ("features", .integer(featureCount)),
        ("points", .integer(counts[.point] ?? 0)), ("lines", .integer(counts[.line] ?? 0)),
        ("polygons", .integer(counts[.polygon] ?? 0)),
        ("without_geometry", .integer(counts[.none] ?? 0)), ("vertices", .integer(vertexCount)),
        ("extent", extent.isEmpty ? .null : Self.json(extent)),
      ]
      members += quality
    }
    members += [
      ("notes", .list(header.notes + report.notes, JSONValue.text)),
      (
        "problem",
        problem.map { ["problem": .text($0.problem), "help": .text($0.help)] } ?? .null
      ),
      ("profile", profileJSON), ("fields", .array(fields.map(fieldJSON))),
    ]
    return .object(members)
  }

  private var quality: [(String, JSONValue)] {
    [
      ("crs", report.crs.isEmpty ? .null : .text(report.crs)),
      ("transformed", .boolean(report.isTransformed)),
      (
        "repaired",
        .list(
          report.repairs,
          { one in
            [
              "id": .text(one.id), "reason": .text(one.reason),
              "area_before_m2": .number(one.areaBefore), "area_after_m2": .number(one.areaAfter),
            ]
          })
      ),
      (
        "rejected",
        .list(report.rejections, { ["id": .text($0.id), "reason": .text($0.reason)] })
      ),
      ("split_at_antimeridian", .list(report.antimeridianSplits, JSONValue.text)),
      ("moved_by_whole_turns", .integer(report.shiftedFeatures)),
      ("outside_area_of_use", .integer(report.featuresOutsideAreaOfUse)),
      (
        "repeats",
        .list(
          repeats,
          { one in
            [
              "of": .text(one.layer), "features": .integer(one.what.features),
              "length_m": .number(one.what.length),
            ]
          })
      ),
    ]
  }

  private var profileJSON: JSONValue {
    guard let name = profile?.profile ?? detection?.profile.name else { return .null }
    var members: [(String, JSONValue)] = [
      ("name", .text(name)), ("reason", detection.map { .text($0.reason) } ?? .null),
      ("certain", detection.map { .boolean($0.isCertain) } ?? .null),
      ("alternatives", .list(detection?.alternatives ?? [], JSONValue.text)),
    ]
    if let profile { members += profile.json }
    return .object(members)
  }

  private func fieldJSON(_ one: FieldStatistics) -> JSONValue {
    [
      "name": .text(one.field.name), "type": .text(one.field.kind.rawValue),
      "filled": isRead ? .integer(one.filledCount) : .null,
      "examples": .list(one.examples, JSONValue.text),
    ]
  }

  private static func json(_ box: Box) -> JSONValue {
    .array([box.minX, box.minY, box.maxX, box.maxY].map(JSONValue.number))
  }
}

extension ProfileReport {
  /// What the profile did, as members of an object.
  fileprivate var json: [(String, JSONValue)] {
    [
      ("content", .text(content)),
      ("roles", .object(roles.map { ($0.role.rawValue, .integer($0.count)) })),
      (
        "mapped",
        .list(
          mapped,
          {
            ["field": .text($0.field), "column": .text($0.column), "count": .integer($0.count)]
          })
      ),
      (
        "assumed",
        .list(
          defaulted,
          {
            [
              "field": .text($0.field), "value": .text($0.value), "reason": .text($0.reason),
              "count": .integer($0.count),
            ]
          })
      ),
      (
        "not_understood",
        .list(
          unknown,
          {
            [
              "column": .text($0.column), "value": .text($0.value), "count": .integer($0.count),
              "suggestion": $0.suggestion.map(JSONValue.text) ?? .null,
            ]
          })
      ),
      (
        "left_out",
        .list(excluded, { ["reason": .text($0.reason), "count": .integer($0.count)] })
      ),
      ("columns_not_read", .list(unreadColumns, JSONValue.text)),
    ]
  }
}
