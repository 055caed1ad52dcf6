#if GDAL
  import Formats
  import GDALBridge

  /// GDAL by itself: a lean walk over one layer that looks at everything and keeps nothing.
  enum GDALBaseline {
    /// Sums the first layer of a file, whose attributes are all text.
    static func sum(_ path: String, by way: GDALReader.Way) throws -> Findings {
      let dataset = try GDALDataset(reading: path)
      guard let layer = dataset.layers.first else { return Findings() }
      return switch way {
      case .features: try sum(OGRFeatureCursor(layer), layer.info.fields.count)
      case .arrow: try sum(try ArrowFeatureCursor(layer), layer.info.fields.count)
      }
    }

    private static func sum(_ cursor: some FeatureCursor, _ textColumns: Int) throws -> Findings {
      var sum = LayerSum(textColumns: textColumns)
      try cursor.catchingMessages { () throws(GDALError) in
        while try cursor.advance() {
          sum.addFeature()
          cursor.withWKB { wkb in wkb?.withUnsafeBytes { sum.add(wkb: $0) } }
          for column in 0..<textColumns {
            _ = cursor.withText(at: column) { sum.add(text: $0, ofColumn: column) }
          }
        }
      }
      return sum.findings
    }
  }
#endif
