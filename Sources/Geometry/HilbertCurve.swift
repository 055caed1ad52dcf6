/// Returns the numbers of boxes in the order of a Hilbert curve through their centres.
///
/// The curve has 2¹⁶ cells a side over the extent of the centres. Equal cells keep the order of the
/// numbers, so that the result is the same everywhere; empty boxes come last.
func hilbertOrder(_ boxes: [Box]) -> [Int32] {
  var extent = Box.empty
  for box in boxes where !box.isEmpty { extent.formUnion(box) }
  let (width, height) = (extent.maxX - extent.minX, extent.maxY - extent.minY)
  func cell(_ low: Double, _ high: Double, _ origin: Double, _ size: Double) -> UInt32 {
    size > 0 ? UInt32(min(max(65535 * ((low / 2 + high / 2) - origin) / size, 0), 65535)) : 0
  }
  let keys = boxes.enumerated().map { index, box -> UInt64 in
    if box.isEmpty { return UInt64.max << 32 | UInt64(index) }
    let x = cell(box.minX, box.maxX, extent.minX, width)
    let y = cell(box.minY, box.maxY, extent.minY, height)
    return UInt64(hilbertDistance(x, y)) << 32 | UInt64(index)
  }
  return keys.sorted().map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
}

/// Returns how far along a Hilbert curve of 2¹⁶ × 2¹⁶ cells a cell lies.
func hilbertDistance(_ column: UInt32, _ row: UInt32) -> UInt32 {
  var (x, y) = (column, row)
  var distance: UInt32 = 0
  var side: UInt32 = 1 << 15
  while side > 0 {
    let (right, up) = (x & side != 0, y & side != 0)
    distance &+= side &* side &* (right ? (up ? 2 : 3) : (up ? 1 : 0))
    if !up {
      if right { (x, y) = (65535 &- x, 65535 &- y) }
      (x, y) = (y, x)
    }
    side >>= 1
  }
  return distance
}
