import Geometry

/// The antimeridian as a seam: a line cut there on reading goes on at the other side.
///
/// Polygons that cross ±180° are cut there too, which leaves edges along the seam that are no
/// boundary of theirs. Where one path of a line ends on the seam and the next begins at the same
/// latitude on the other side, the two contacts are one, and none if the line stays inside. Nor is
/// there one where a line ends or turns back at the seam in the middle of the polygon.
enum Seams {
  /// Makes of the contacts at the seam what they are on an Earth without a seam.
  static func joined(_ readings: [PathReading], with polygon: PolygonIndex) -> [PathReading] {
    guard readings.contains(where: { $0.contacts.contains(where: isAtSeam) }) else {
      return readings
    }
    var joined = joinedPaths(readings)
    for index in joined.indices {
      joined[index].removeContacts { $0.isInsideAlone && goesOn(polygon, beyond: $0.at.position) }
    }
    return joined
  }

  private static func isAtSeam(_ contact: PathReading.Contact) -> Bool {
    isOnSeam(contact.first.position) || isOnSeam(contact.last.position)
  }

  private static func isOnSeam(_ position: Position) -> Bool { position.x.magnitude == 180 }

  /// Whether the polygon lies at the other side of the seam too, so that what reaches the seam from
  /// the inside ends or turns back in the middle of it.
  private static func goesOn(_ polygon: PolygonIndex, beyond position: Position) -> Bool {
    guard isOnSeam(position) else { return false }
    let origin = Position(-position.x, position.y)
    let inward = Position(origin.x > 0 ? 179 : -179, origin.y)
    return polygon.place(at: origin, toward: inward).sides.place == .inside
  }

  /// Joins the contacts at both sides of every seam between consecutive paths of one line.
  private static func joinedPaths(_ readings: [PathReading]) -> [PathReading] {
    var joined = readings
    guard joined.count > 1 else { return joined }
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
    isOnSeam(end) && start.x == -end.x && start.y == end.y
  }
}

extension PathReading.Contact {
  /// Whether it is a single place with nothing but the inside before and behind it.
  fileprivate var isInsideAlone: Bool {
    first == last && (before ?? .inside) == .inside && (after ?? .inside) == .inside
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
