internal import Formats
internal import Landscape

/// What became of the features of one source, for the summary.
struct OverlaySourceRecord {
  let source: String
  let layer: String
  let format: String
  private(set) var crs: String
  private(set) var read = 0
  private(set) var kept = 0
  private(set) var cleaning: CleaningReport
  private(set) var profile: ProfileReport?
  /// Features of an unfitting kind; those that cannot be used at all are in `cleaning`.
  var rejections: [Rejection] = []

  init(_ stream: LayerStream, mapper: ProfileMapper?) {
    source = stream.query.source.path
    layer = stream.header.name
    format = stream.format
    crs = stream.report.crs
    cleaning = stream.report
    profile = mapper?.report
  }

  mutating func update(_ stream: LayerStream, mapper: ProfileMapper?) {
    read = stream.readCount
    kept = stream.keptCount
    cleaning = stream.report
    crs = stream.report.crs
    profile = mapper?.report
  }

  /// Every feature that was set aside.
  var allRejections: [Rejection] { cleaning.rejections + rejections }

  /// Everything that changed between the file and the computation.
  var json: JSONValue {
    [
      "source": .text(source), "layer": .text(layer), "format": .text(format), "crs": .text(crs),
      "features_read": .integer(read), "features_used": .integer(kept - rejections.count),
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
        allRejections.map { ["id": .text($0.id), "reason": .text($0.reason)] }),
      "left_out_by_profile": .array(
        (profile?.excluded ?? []).map {
          ["reason": .text($0.reason), "features": .integer($0.count)]
        }),
    ]
  }

  /// Everything that a reader should look at, in one line each.
  var warnings: [String] {
    let place = "\(source) (\(layer))"
    var lines = cleaning.notes.map { "\(place): \($0)" }
    if let first = cleaning.repairs.first {
      lines.append(
        "\(place): \(cleaning.repairs.count) features repaired, the first is \(first.id): "
          + first.reason)
    }
    if let first = allRejections.first {
      lines.append(
        "\(place): \(allRejections.count) features set aside, the first is \(first.id): "
          + first.reason)
    }
    lines += (profile?.excluded ?? []).map {
      "\(place): the profile leaves \($0.count) features out: \($0.reason)"
    }
    return lines
  }
}
