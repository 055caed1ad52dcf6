internal import Geometry
internal import Overlay
internal import PROJBridge

/// Draws places in the union of polygons, uniformly by area on the ellipsoid.
///
/// Boxes that share no area hold the union: the box around it, quartered again and again, without
/// those that lie outside. A box is drawn by its area, a place in it uniformly, and the place is
/// rejected unless it lies in the union. Rejection makes the draw exact for any boxes; fine ones make
/// it fast for ranges that fill little of the box around them. Polygons that overlap count once.
struct AreaSampler: Sendable {
  /// Boxes are quartered until there are about so many.
  private static let mostBoxes = 1 << 14
  /// And no further when those on the boundary have this part of the area of those inside.
  private static let fineShare = 0.1
  /// And not more often than this, for polygons that are all boundary.
  private static let mostQuarterings = 24
  /// How many places are drawn before a draw is given up: a union that fills a hundredth of its
  /// boxes is missed so often once in 2 · 10⁴ draws.
  private static let mostPlaces = 1000

  private let range: PolygonOverlay
  /// Boxes that lie inside, and behind them those on the boundary.
  private let boxes: [Box]
  private let insideCount: Int
  /// The area of every box and all before it.
  private let areas: [Double]

  /// Finds the boxes.
  ///
  /// - Throws: `CancellationError`.
  init(_ range: PolygonOverlay) throws {
    self.range = range
    var inside: [Box] = []
    var mixed = range.box.isEmpty ? [] : [range.box]
    for _ in 0..<Self.mostQuarterings {
      if inside.count + 4 * mixed.count > Self.mostBoxes { break }
      if mixed.area <= Self.fineShare * inside.area { break }
      try Task.checkCancellation()
      let quarters = mixed.flatMap(\.quarters)
      mixed = []
      for box in quarters {
        switch try range.cover(of: box) {
        case .inside: inside.append(box)
        case .mixed: mixed.append(box)
        case .outside: break
        }
      }
    }
    boxes = inside + mixed
    insideCount = inside.count
    var sum = 0.0
    areas = boxes.map { box in
      sum += box.area
      return sum
    }
  }

  /// Draws a place; nil where the union has no area, or so little that none was found.
  ///
  /// - Throws: `CancellationError`.
  func place(using random: inout SeededGenerator) throws -> Position? {
    guard let area = areas.last, area > 0 else { return nil }
    for _ in 0..<Self.mostPlaces {
      let drawn = random.fraction() * area
      let number = min(areas.partitionIndex { $0 > drawn }, boxes.count - 1)
      let place = boxes[number].place(random.fraction(), random.fraction())
      if try number < insideCount || range.contains(place) { return place }
    }
    return nil
  }
}

extension SeededGenerator {
  /// Draws a number of 0 ..< 1 with 53 bits.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}

extension Box {
  /// S at both parallels, as ``EqualArea`` has it.
  private var areasPerRadian: (south: Double, north: Double) {
    (EqualArea.perRadian(minY), EqualArea.perRadian(maxY))
  }

  /// The area in m² between the meridians and parallels of the edges.
  fileprivate var area: Double {
    (maxX - minX) * .pi / 180 * (areasPerRadian.north - areasPerRadian.south)
  }

  /// The place so far to the east and, by area, to the north.
  fileprivate func place(_ east: Double, _ north: Double) -> Position {
    let areas = areasPerRadian
    return Position(
      minX + (maxX - minX) * east,
      EqualArea.latitude(perRadian: areas.south + (areas.north - areas.south) * north))
  }

  /// The four boxes around the middle.
  fileprivate var quarters: [Box] {
    let (x, y) = (minX + (maxX - minX) / 2, minY + (maxY - minY) / 2)
    return [
      Box(minX: minX, minY: minY, maxX: x, maxY: y), Box(minX: x, minY: minY, maxX: maxX, maxY: y),
      Box(minX: minX, minY: y, maxX: x, maxY: maxY), Box(minX: x, minY: y, maxX: maxX, maxY: maxY),
    ]
  }
}

extension [Box] {
  fileprivate var area: Double { reduce(0) { $0 + $1.area } }
}
