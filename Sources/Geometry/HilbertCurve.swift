/// Returns the numbers of boxes in the order of a Hilbert curve through their centres.
///
/// The curve has 2¹⁶ cells a side over the extent of the centres. Equal cells keep the order of the
/// numbers, so that the result is the same everywhere; empty boxes come last.
package func hilbertOrder(_ boxes: [Box]) -> [Int32] {
  var extent = Box.empty
  for box in boxes where !box.isEmpty { extent.formUnion(box) }
  let (width, height) = (extent.maxX - extent.minX, extent.maxY - extent.minY)
  func cell(_ low: Double, _ high: Double, _ origin: Double, _ size: Double) -> UInt32 {
    let cell = 65535 * ((low / 2 + high / 2) - origin) / size
    return cell > 0 ? UInt32(min(cell, 65535)) : 0  // 0 also for what is no number
  }
  let keys = boxes.map { box -> UInt32 in
    if box.isEmpty { return .max }
    let x = cell(box.minX, box.maxX, extent.minX, width)
    let y = cell(box.minY, box.maxY, extent.minY, height)
    return hilbertDistance(x, y)
  }
  return ascendingOrder(of: keys)
}

/// Returns the numbers of keys in the ascending order of the keys; equal keys keep their order.
///
/// - Complexity: O(*n*): the numbers are put in order by 11 bits of the keys after the other, the
///   least ones first.
package func ascendingOrder(of keys: [UInt32]) -> [Int32] {
  var order = (0..<Int32(keys.count)).map(\.self)
  var sorted = order
  for shift: UInt32 in [0, 11, 22] {
    var places = [Int](repeating: 0, count: 2049)
    for key in keys { places[Int(key >> shift & 2047) + 1] += 1 }
    for digit in 1...2048 { places[digit] += places[digit - 1] }
    for number in order {
      let digit = Int(keys[Int(number)] >> shift & 2047)
      sorted[places[digit]] = number
      places[digit] += 1
    }
    swap(&order, &sorted)
  }
  return order
}

/// Returns how far along a Hilbert curve of 2¹⁶ × 2¹⁶ cells a cell lies.
///
/// Bits instead of branches, which nothing could predict.
package func hilbertDistance(_ column: UInt32, _ row: UInt32) -> UInt32 {
  var (x, y) = (column, row)
  var distance: UInt32 = 0
  for bit: UInt32 in stride(from: 15, through: 0, by: -1) {
    let (right, up) = (x >> bit & 1, y >> bit & 1)
    distance = distance << 2 | ((3 &* right) ^ up)
    // The lower quarters are mirrored at a diagonal: the right one at the falling, the left one at
    // the rising one.
    let isLower = up &- 1
    let flip = isLower & (0 &- right) & 65535
    let change = isLower & (x ^ y)
    (x, y) = (x ^ change ^ flip, y ^ change ^ flip)
  }
  return distance
}
