#if GDAL
  internal import GDALBridge
  internal import Geometry

  /// One layer being written through GDAL.
  final class GDALLayerWriter: LayerWriter {
    private let path: String
    private let layer: GDALOutputLayer
    private let kinds: [GDALField.Kind]

    init(_ path: String, _ layer: GDALOutputLayer, _ kinds: [GDALField.Kind]) {
      self.path = path
      self.layer = layer
      self.kinds = kinds
    }

    func append(_ batch: FeatureBatch) throws(FormatError) {
      do {
        try layer.catchingMessages { () throws(GDALError) in
          for row in 0..<batch.count {
            layer.beginFeature()
            for (place, column) in batch.columns.enumerated() {
              try set(column[row], at: place, named: column.field.name)
            }
            try layer.endFeature(row: row, of: batch.geometry)
          }
        }
      } catch {
        throw FormatError(writing: path, error)
      }
    }

    private func set(_ value: Value, at place: Int, named name: String) throws(GDALError) {
      switch (value, kinds[place]) {
      case (.null, _): layer.setNull(at: place)
      case (.boolean(let flag), .integer), (.boolean(let flag), .boolean):
        layer.set(Int64(flag ? 1 : 0), at: place)
      case (.boolean(let flag), .real): layer.set(flag ? 1.0 : 0.0, at: place)
      case (.integer(let number), .real):
        // Formats without whole numbers of 64 bits get them as real ones, if that loses nothing.
        guard let real = Double(exactly: number) else {
          throw GDALError(
            step: "OGR_F_SetFieldDouble",
            messages: ["\(name) = \(number) is too large for the format"])
        }
        layer.set(real, at: place)
      case (.integer(let number), _): layer.set(number, at: place)
      case (.real(let number), _): layer.set(number, at: place)
      default: layer.set(value.description, at: place)
      }
    }
  }
#endif
