import Geometry

/// The antimeridian as a seam: a line cut there on reading goes on at the other side.
///
/// Polygons that cross ±180° are cut there too, which leaves edges along the seam that are no
/// boundary of theirs. Where one path of a line ends on the seam and the next begins at the same
/// latitude on the other side, the two contacts are one, and none if the line stays inside.
enum Seams {
  /// Joins the contacts at both sides of every seam between consecutive paths of one line.
  static func joined(_ readings: [PathReading]) -> [PathReading] {
    guard readings.count > 1 else { return readings }
    var joined = readings
    for index in 1..<joined.count {
      guard let end = joined[index - 1].stretches.last, let start = joined[index].stretches.first,
        isSeam(end.to.position, start.from.position)
      else { continue }
      let before = joined[index - 1].removeContact(at: end.to)
      let after = joined[index].removeContact(at: start.from)
      guard before != nil || after != nil else { continue }
      let contact = PathReading.Contact(
        before: before.map(\.before) ?? end.sides.place,
        after: after.map(\.after) ?? start.sides.place,
        first: before?.first ?? start.from, last: after?.last ?? end.to)
      let staysInside = contact.before == .inside && contact.after == .inside
      if !staysInside { joined[index - 1].append(contact) }
    }
    return joined
  }

  private static func isSeam(_ end: Position, _ start: Position) -> Bool {
    end.x.magnitude == 180 && start.x == -end.x && start.y == end.y
  }
}

extension PathReading {
  /// Takes away the contact that lies at an end of the path, or runs up to it.
  fileprivate mutating func removeContact(at end: CutPosition) -> Contact? {
    guard let index = contacts.firstIndex(where: { $0.first == end || $0.last == end }) else {
      return nil
    }
    return removeContact(index)
  }
}
