#if GDAL
  internal import GDALBridge
  internal import Geometry

  /// One layer of any vector format, read through GDAL.
  final class GDALLayerReader: LayerReader {
    /// What the layer says of itself.
    let header: LayerHeader
    /// How much of the layer has been read, where its size is known.
    var progress: Double? {
      guard let count = header.featureCount, count > 0 else { return nil }
      return min(1, Double(featuresRead) / Double(count))
    }

    private enum Source {
      case features(OGRFeatureCursor)
      case arrow(ArrowFeatureCursor)
    }

    private let path: String
    private let source: Source
    /// The attributes that are read, with their place among all of GDAL's.
    private let fields: [(place: Int, kind: GDALField.Kind)]
    /// Whether fewer features than the file says mean that it is cut off: GDAL takes a FlatGeobuf
    /// that ends within its index for an empty one.
    private let hasReliableCount: Bool
    private var featuresRead = 0

    init(
      _ path: String, _ header: LayerHeader, _ layer: GDALLayer, by way: GDALReader.Way
    ) throws(GDALError) {
      self.path = path
      self.header = header
      hasReliableCount = layer.dataset.driver == "FlatGeobuf"
      fields = layer.info.fields.enumerated().filter(\.element.isSupported)
        .map { ($0.offset, $0.element.kind) }
      switch way {
      case .features: source = .features(OGRFeatureCursor(layer))
      case .arrow: source = .arrow(try ArrowFeatureCursor(layer))
      }
    }

    func next(limit: Int) throws(FormatError) -> FeatureBatch? {
      var batch = FeatureBatch(fields: header.fields)
      do {
        // One call for each kind, so that the loop is compiled for it.
        switch source {
        case .features(let cursor): try fill(&batch, from: cursor, limit)
        case .arrow(let cursor): try fill(&batch, from: cursor, limit)
        }
      } catch {
        throw damaged("\(error)")
      }
      if batch.count + batch.rejected.count > 0 { return batch }
      if hasReliableCount, let count = header.featureCount, count != featuresRead {
        throw damaged("it should hold \(count)")
      }
      return nil
    }

    private func damaged(_ reason: String) -> FormatError {
      FormatError(
        .badData,
        "\(path), layer \(header.name), is damaged after feature \(featuresRead): \(reason)",
        help: "get the file again from its source; ogrinfo -al -so \(path) shows what is left")
    }

    private func fill(
      _ batch: inout FeatureBatch, from cursor: some FeatureCursor, _ limit: Int
    ) throws(GDALError) {
      try cursor.catchingMessages { () throws(GDALError) in
        while batch.count < limit, batch.rejected.count < limit,
          batch.geometry.vertexCount < FeatureBatch.vertexLimit, try cursor.advance()
        {
          // Results of queries may have no ids; then the features are numbered from 0.
          let id = cursor.id < 0 ? Int64(featuresRead) : cursor.id
          featuresRead += 1
          if let complaint = cursor.complaint {
            batch.rejected.append(Rejection(id: "\(id)", reason: complaint))
            continue
          }
          do throws(WKBError) {
            try cursor.appendGeometry(to: &batch.geometry)
          } catch {
            batch.rejected.append(Rejection(id: "\(id)", reason: error.description))
            continue
          }
          batch.ids.append(id)
          for (column, field) in fields.enumerated() {
            batch.columns[column].append(from: cursor, at: field.place, field.kind)
          }
        }
      }
    }
  }

  extension Column {
    /// Appends the attribute of the feature on which `cursor` stands.
    fileprivate mutating func append(
      from cursor: some FeatureCursor, at place: Int, _ kind: GDALField.Kind
    ) {
      switch kind {
      case .integer:
        if let number = cursor.integer(at: place) { append(number) } else { appendNull() }
      case .real:
        if let number = cursor.real(at: place) { append(number) } else { appendNull() }
      case .boolean:
        if let flag = cursor.boolean(at: place) { append(flag) } else { appendNull() }
      case .text:
        if !cursor.withText(at: place, { append(utf8: $0) }) { appendNull() }
      case .date, .time, .dateTime:
        if let text = cursor.isoText(at: place) { append(text) } else { appendNull() }
      case .unsupported: appendNull()
      }
    }
  }
#endif
