internal import Formats
internal import Geometry

/// The features that were set aside, as a table.
enum RejectedRows {
  static let fields = [
    Field("source", .text), Field("layer", .text), Field("feature_id", .text),
    Field("reason", .text),
  ]

  static func rows(_ records: [InputRecord]) -> FeatureBatch {
    var batch = FeatureBatch(fields: fields)
    for record in records {
      for rejection in record.cleaning.rejections {
        batch.ids.append(.integer(Int64(batch.geometry.count + 1)))
        batch.geometry.appendNone()
        batch.append([
          .text(record.source), .text(record.layer), .text(rejection.id), .text(rejection.reason),
        ])
      }
    }
    return batch
  }
}
