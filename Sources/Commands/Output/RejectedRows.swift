internal import Formats
internal import Geometry
internal import Landscape

/// The features that were set aside, as a table.
enum RejectedRows {
  static func rows(_ records: [InputRecord]) -> FeatureBatch {
    var batch = FeatureBatch(fields: InputRecord.rejectionFields)
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
