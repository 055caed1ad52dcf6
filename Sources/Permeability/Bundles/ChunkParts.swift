/// Parts of a chunk of segments: a part is so many segments from the start of the chunk, whole and
/// fractions of one.
struct ChunkParts {
  private var parts: [(from: Double, to: Double)] = []

  /// The parts in the order in which they were added; after ``unite()`` in ascending order.
  var all: [(from: Double, to: Double)] { parts }

  var isEmpty: Bool { parts.isEmpty }

  mutating func removeAll() { parts.removeAll(keepingCapacity: true) }

  /// The place that stands for a part of a segment: its middle.
  static func middle(ofSegment segment: Int, _ fractions: (from: Double, to: Double)) -> Double {
    Double(segment) + (fractions.from + fractions.to) / 2
  }

  /// After ``unite()``, the number of the part that holds a place.
  func part(at place: Double) -> Int? {
    parts.firstIndex { $0.from <= place && place <= $0.to }
  }

  mutating func add(segment: Int, _ fractions: (from: Double, to: Double)) {
    let part = (from: Double(segment) + fractions.from, to: Double(segment) + fractions.to)
    // Most parts go on where the last one ends.
    if let last = parts.last, last.from <= part.from && part.from <= last.to {
      parts[parts.count - 1].to = max(last.to, part.to)
    } else {
      parts.append(part)
    }
  }

  /// Unites parts that touch.
  mutating func unite() {
    guard parts.count > 1 else { return }
    parts.sort { $0.from < $1.from }
    var count = 1
    for part in parts.dropFirst() {
      if part.from <= parts[count - 1].to {
        parts[count - 1].to = max(parts[count - 1].to, part.to)
      } else {
        parts[count] = part
        count += 1
      }
    }
    parts.removeLast(parts.count - count)
  }
}
