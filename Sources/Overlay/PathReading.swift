import Geometry

/// What a trace says in words: stretches of equal sides, and contacts with the boundary.
///
/// A contact is a place where the path meets the boundary, or a run of the path along it. It is a
/// crossing when the path lies inside before it and outside behind it, or the reverse, and a touch
/// otherwise. The two ends of a closed path are one place.
struct PathReading {
  /// A maximal run of the path with the same sides.
  struct Stretch {
    var sides: Sides
    var from: CutPosition
    var to: CutPosition
  }

  /// A place or run on the boundary, with what lies before and behind it; nil at an end.
  struct Contact {
    var before: Place?
    var after: Place?
    var first: CutPosition
    var last: CutPosition

    /// What the contact amounts to.
    var kind: ContactKind {
      switch (before, after) {
      case (.outside, .inside): .entry
      case (.inside, .outside): .exit
      default: .touch
      }
    }

    /// Where it happens: the end that the inside adjoins, so that it is the end of a piece.
    var at: CutPosition { kind == .entry ? last : first }
  }

  /// The path.
  let path: Int
  private(set) var stretches: [Stretch] = []
  private(set) var contacts: [Contact] = []
  private var open: Contact?

  /// A path that lies inside or outside as a whole.
  init(_ path: PathSpan, sides: Sides) {
    self.path = path.path
    stretches = [Stretch(sides: sides, from: path.start, to: path.end)]
  }

  init(_ trace: PathTrace, of path: PathSpan) {
    self.path = path.path
    if trace.startsOnBoundary {
      open = Contact(before: nil, after: nil, first: path.start, last: path.start)
    }
    stretches.reserveCapacity(trace.stops.count + 1)
    contacts.reserveCapacity(trace.stops.count)
    var from = path.start
    var sides = trace.start
    for stop in trace.stops {
      append(sides, from, stop.at)
      advance(to: stop.at, by: sides.place)
      from = stop.at
      sides = stop.after
    }
    append(sides, from, path.end)
    finish(at: path.end, by: sides.place, isContact: trace.endsOnBoundary)
    if path.isClosed && trace.endsOnBoundary { joinEnds() }
  }

  private mutating func append(_ sides: Sides, _ from: CutPosition, _ to: CutPosition) {
    if let last = stretches.last, last.sides == sides {
      stretches[stretches.count - 1].to = to
    } else {
      stretches.append(Stretch(sides: sides, from: from, to: to))
    }
  }

  /// Passes a stretch and arrives at a contact: a run along the boundary continues the open one.
  private mutating func advance(to stop: CutPosition, by place: Place) {
    if place == .boundary {
      open?.last = stop
    } else {
      close(before: place)
      open = Contact(before: place, after: nil, first: stop, last: stop)
    }
  }

  private mutating func finish(at end: CutPosition, by place: Place, isContact: Bool) {
    if place == .boundary {
      open?.last = end
    } else {
      close(before: place)
      if isContact { open = Contact(before: place, after: nil, first: end, last: end) }
    }
    if let last = open { contacts.append(last) }
  }

  private mutating func close(before place: Place) {
    guard var contact = open else { return }
    contact.after = place
    contacts.append(contact)
    open = nil
  }

  /// Takes away one contact, which is to be joined with another path's.
  mutating func removeContact(_ index: Int) -> Contact { contacts.remove(at: index) }

  /// Takes away the contacts for which a condition holds.
  mutating func removeContacts(where condition: (Contact) -> Bool) {
    contacts.removeAll(where: condition)
  }

  /// Adds a contact that was joined from two paths.
  mutating func append(_ contact: Contact) { contacts.append(contact) }

  /// Makes one contact of those at the two ends of a closed path, which are one place.
  private mutating func joinEnds() {
    guard contacts.count > 1, let end = contacts.last, contacts[0].before == nil else { return }
    contacts.removeLast()
    let start = contacts[0]
    // A single place is named by its chainage at the start, not by the length of the line.
    contacts[0] = Contact(
      before: end.before, after: start.after,
      first: end.first == end.last ? start.first : end.first, last: start.last)
  }
}

/// What a contact of a line with the boundary of a polygon amounts to.
public enum ContactKind: String, Sendable, Hashable {
  /// The line passes from outside to inside.
  case entry = "in"
  /// The line passes from inside to outside.
  case exit = "out"
  /// The line does not pass.
  case touch
}
