package import Formats

/// What became of the features of one source, for the summary.
package struct InputRecord {
  package let source: String
  package let layer: String
  package let format: String
  package private(set) var crs: String
  package private(set) var read = 0
  package private(set) var used = 0
  package private(set) var cleaning: CleaningReport
  package private(set) var profile: ProfileReport?
  /// Ids that stand for several features.
  package var repeatedIds = RepeatedIds()
  /// The number of features that the layer says it has.
  package let declaredCount: Int?
  /// The option with which the user can name another CRS.
  private let crsOption: String

  package init(_ stream: LayerStream, mapper: ProfileMapper?) {
    source = stream.query.source.path
    layer = stream.header.name
    format = stream.format
    crs = stream.report.crs
    cleaning = stream.report
    profile = mapper?.report
    declaredCount = stream.sourceHeader.featureCount
    crsOption = stream.query.cleaning.sourceCRSOption
  }

  package mutating func update(_ stream: LayerStream, mapper: ProfileMapper?, used count: Int) {
    read = stream.readCount
    used += count
    cleaning = stream.report
    crs = stream.report.crs
    profile = mapper?.report
  }

  /// The columns of a table of features that were set aside.
  package static let rejectionFields = [
    Field("source", .text), Field("layer", .text), Field("feature_id", .text),
    Field("reason", .text),
  ]

  /// The source as messages name it.
  package var place: String { "\(source == "-" ? "standard input" : source) (\(layer))" }

  /// What a dry run says of the source.
  package var plan: String {
    let count = declaredCount.map { counted($0, "feature") } ?? "features not counted"
    return "would read \(place): \(format), \(count), \(crs)"
  }

  /// Everything that changed between the file and the computation.
  package var json: JSONValue {
    [
      "source": .text(source), "layer": .text(layer), "format": .text(format), "crs": .text(crs),
      "features_read": .integer(read), "features_used": .integer(used),
      "vertices_added": .integer(cleaning.addedVertices),
      "antimeridian_splits": .integer(cleaning.antimeridianSplits.count),
      "notes": .array(cleaning.notes.map(JSONValue.text)),
      "repairs": .array(
        cleaning.repairs.map {
          [
            "id": .text($0.id), "reason": .text($0.reason),
            "area_before_km2": .number($0.areaBefore / 1e6),
            "area_after_km2": .number($0.areaAfter / 1e6),
          ]
        }),
      "rejected": .array(
        cleaning.rejections.map { ["id": .text($0.id), "reason": .text($0.reason)] }),
      "left_out_by_profile": .array(
        (profile?.excluded ?? []).map {
          ["reason": .text($0.reason), "features": .integer($0.count)]
        }),
    ]
  }

  /// Everything that a reader should look at, in one line each.
  package var warnings: [String] {
    var lines = cleaning.notes
    if let first = cleaning.repairs.first {
      lines.append(Self.first(cleaning.repairs.count, "repaired", first.id, first.reason))
    }
    if let first = cleaning.rejections.first {
      lines.append(Self.first(cleaning.rejections.count, "set aside", first.id, first.reason))
    }
    if cleaning.featuresOutsideAreaOfUse > 0 {
      let count = counted(cleaning.featuresOutsideAreaOfUse, "feature")
      lines.append(
        "\(count) outside the area that \(crs) is made for; \(crsOption) gives another CRS")
    }
    lines += (profile?.excluded ?? []).map {
      "the profile leaves \(counted($0.count, "feature")) out: \($0.reason)"
    }
    if let first = repeatedIds.first {
      lines.append(
        "\(counted(repeatedIds.count, "feature")) with the id of another, the first is "
          + "'\(first)'; name a column that tells them apart")
    }
    if used == 0 { lines.append("none of \(counted(read, "feature")) is left to be used") }
    return lines.map { "\(place): \($0)" }
  }

  private static func first(
    _ count: Int, _ what: String, _ id: String, _ reason: String
  ) -> String {
    count == 1
      ? "feature \(id) \(what): \(reason)"
      : "\(grouped(count)) features \(what), the first is \(id): \(reason)"
  }
}
