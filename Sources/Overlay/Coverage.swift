import Geometry

/// The union of several polygons as one line sees it: where any of them lies left or right.
///
/// One-dimensional work along the line, so that no polygon is ever overlaid on a polygon. A line
/// that runs along the border between two polygons has one on each side: it is inside their union.
struct Coverage {
  /// A maximal run of the line with the same sides and the same number of layers.
  struct Stretch {
    var sides: Sides
    /// How many of the covering stretches lie over it.
    var layers: Int
    var from: CutPosition
    var to: CutPosition
  }

  /// Something that covers a part of a line.
  typealias Cover = (sides: Sides, from: CutPosition, to: CutPosition)

  /// The covered runs in order along the line.
  private(set) var stretches: [Stretch] = []

  /// Sweeps along one line.
  ///
  /// - Parameters:
  ///   - covers: What covers parts of the line.
  ///   - hidden: Parts of the line that are to be left out.
  /// - Complexity: O(*n* log *n*) in the number of covers and hidden parts.
  init(_ covers: some Sequence<Cover>, hiding hidden: [LinePart] = []) {
    var changes: [Change] = []
    for cover in covers {
      changes.append(Change(at: cover.from, sides: cover.sides, step: 1))
      changes.append(Change(at: cover.to, sides: cover.sides, step: -1))
    }
    for part in hidden {
      changes.append(Change(at: part.from, hides: 1))
      changes.append(Change(at: part.to, hides: -1))
    }
    changes.sort { $0.at.isBefore($1.at) }
    var (left, right, layers, hides) = (0, 0, 0, 0)
    var index = 0
    while index < changes.count {
      let at = changes[index].at
      while index < changes.count, Self.isSamePlace(changes[index].at, at) {
        left += changes[index].sides.left ? changes[index].step : 0
        right += changes[index].sides.right ? changes[index].step : 0
        layers += changes[index].step
        hides += changes[index].hides
        index += 1
      }
      guard index < changes.count, layers > 0, hides == 0 else { continue }
      append(
        Stretch(
          sides: Sides(left: left > 0, right: right > 0), layers: layers, from: at,
          to: changes[index].at))
    }
  }

  private struct Change {
    var at: CutPosition
    var sides = Sides(false)
    var step = 0
    var hides = 0
  }

  /// Polygons that share a border with different vertices cut it at places that differ by rounding:
  /// what is closer than 1e-12 of its segment is one place.
  static func isSamePlace(_ a: CutPosition, _ b: CutPosition) -> Bool {
    a.segment == b.segment && abs(a.fraction - b.fraction) < 1e-12
  }

  private mutating func append(_ stretch: Stretch) {
    if let last = stretches.last, last.sides == stretch.sides, last.layers == stretch.layers,
      last.to == stretch.from
    {
      stretches[stretches.count - 1].to = stretch.to
    } else {
      stretches.append(stretch)
    }
  }
}
