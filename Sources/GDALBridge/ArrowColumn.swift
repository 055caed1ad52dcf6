#if GDAL
  internal import CGDAL

  /// One column of an Arrow record batch, of the types that GDAL produces.
  struct ArrowColumn {
    /// The place of the column among the children of the batch.
    let place: Int
    private let type: Storage
    private var offset = 0
    private var buffers:
      (
        validity: UnsafePointer<UInt8>?, first: UnsafeRawPointer?, second: UnsafeRawPointer?
      )

    /// The layouts that GDAL produces, by the abbreviations of the Arrow C data interface.
    private enum Storage: String {
      case boolean = "b"
      case int16 = "s"
      case int32 = "i"
      case int64 = "l"
      case float = "f"
      case double = "g"
      case text = "u"
      case largeText = "U"
      case binary = "z"
      case largeBinary = "Z"
      case days = "tdD"
      case milliseconds = "ttm"
      case instant = "tsm:"
      case other = ""
    }

    /// Describes the column at `place` whose type Arrow abbreviates as `format`.
    init(place: Int, format: String) {
      self.place = place
      type = Storage(rawValue: format) ?? .other
    }

    /// Points to the buffers of the column in another batch.
    mutating func open(in batch: ArrowArray) {
      buffers = (nil, nil, nil)
      guard place < batch.n_children, let array = batch.children[place]?.pointee,
        let pointers = array.buffers
      else { return }
      // The columns have no offset of their own in GDAL's batches, but the format allows it.
      offset = Int(array.offset + batch.offset)
      buffers.validity = pointers[0]?.assumingMemoryBound(to: UInt8.self)
      if array.n_buffers > 1 { buffers.first = pointers[1] }
      if array.n_buffers > 2 { buffers.second = pointers[2] }
    }

    private func hasValue(_ row: Int) -> Bool {
      guard let validity = buffers.validity else { return true }
      return validity[row >> 3] >> (row & 7) & 1 == 1
    }

    private func load<Number>(_ row: Int, as type: Number.Type) -> Number? {
      buffers.first?.load(fromByteOffset: row * MemoryLayout<Number>.stride, as: type)
    }

    /// Returns a whole number of any width, or nil for null.
    func integer(at index: Int) -> Int64? {
      let row = offset + index
      guard hasValue(row) else { return nil }
      return switch type {
      case .int64: load(row, as: Int64.self)
      case .int32: load(row, as: Int32.self).map(Int64.init)
      case .int16: load(row, as: Int16.self).map(Int64.init)
      default: nil
      }
    }

    /// Returns a number of either width, or nil for null.
    func real(at index: Int) -> Double? {
      let row = offset + index
      guard hasValue(row) else { return nil }
      return switch type {
      case .double: load(row, as: Double.self)
      case .float: load(row, as: Float.self).map(Double.init)
      default: nil
      }
    }

    /// Returns a truth value, or nil for null.
    func boolean(at index: Int) -> Bool? {
      let row = offset + index
      guard type == .boolean, hasValue(row), let byte = load(row >> 3, as: UInt8.self) else {
        return nil
      }
      return byte >> (row & 7) & 1 == 1
    }

    /// Returns the bytes of a text or geometry, or nil for null.
    func bytes(at index: Int) -> UnsafeBufferPointer<UInt8>? {
      let row = offset + index
      guard hasValue(row), let range = byteRange(row) else { return nil }
      // Without any bytes in the batch GDAL gives no buffer for them.
      let start = buffers.second?.assumingMemoryBound(to: UInt8.self)
      return UnsafeBufferPointer(start: start.map { $0 + range.lowerBound }, count: range.count)
    }

    private func byteRange(_ row: Int) -> Range<Int>? {
      switch type {
      case .text, .binary:
        guard let start = load(row, as: Int32.self), let end = load(row + 1, as: Int32.self) else {
          return nil
        }
        return Int(start)..<Int(end)
      case .largeText, .largeBinary:
        guard let start = load(row, as: Int64.self), let end = load(row + 1, as: Int64.self) else {
          return nil
        }
        return Int(start)..<Int(end)
      default: return nil
      }
    }

    /// Returns a date, time of day or instant as ISO 8601 text, or nil for null.
    func isoText(at index: Int) -> String? {
      let row = offset + index
      guard hasValue(row) else { return nil }
      return switch type {
      case .days: load(row, as: Int32.self).map { ISOTime.date(daysSince1970: Int($0)) }
      case .milliseconds: load(row, as: Int32.self).map { ISOTime.time(milliseconds: Int($0)) }
      case .instant:
        load(row, as: Int64.self).map { ISOTime.instant(millisecondsSince1970: Int($0)) }
      default: nil
      }
    }
  }
#endif
