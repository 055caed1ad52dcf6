import Overlay

/// Counts crossings and touches in the places along a line, in order: maximal runs of boundary,
/// judged by what stands before and behind them.
struct ContactCount: Equatable {
  var crossings = 0
  var touches = 0

  init(_ sequence: [Place], isClosed: Bool) {
    var places = sequence
    if isClosed, let turn = places.firstIndex(where: { $0 != .boundary }) {
      places = Array(places[turn...] + places[..<turn] + [places[turn]])
    }
    var before: Place?
    var isInContact = false
    for place in places {
      if place == .boundary {
        isInContact = true
        continue
      }
      if isInContact {
        if let before, before != place { crossings += 1 } else { touches += 1 }
      }
      isInContact = false
      before = place
    }
    if isInContact { touches += 1 }
  }
}
