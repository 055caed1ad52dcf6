internal import Landscape

/// The least and the greatest that a function of the numbers can be.
///
/// The model is monotone in every number: where the table says in which direction, the bound is at
/// that end. Slopes and scales have no fixed direction, but each acts on a single factor, whose
/// other numbers decide the direction alone, so that each is decided by itself at the end of the
/// others. The slope of a bank is the exception: between its ends a bank may be less passable than
/// at both (`(1 + e^(−k·e50)) / (1 + e^(k·(h−e50)))` is 1 for k → 0 and, if h < e50, for k → ∞), with
/// one minimum in between, which is searched for.
struct Bounds {
  let model: SpeciesModel
  /// The numbers that the function asks for.
  let slots: [ParameterValues.Slot]

  /// The central value and the bounds of a permeability from numbers.
  func estimate(_ function: (ParameterValues) -> Double) -> Estimate {
    let central = function(model.central)
    let low = least(model.pessimistic, function)
    let high = -least(model.optimistic) { -function($0) }
    return Estimate(unchecked: min(low, central), central, max(high, central))
  }

  private func least(_ end: ParameterValues, _ function: (ParameterValues) -> Double) -> Double {
    var values = end
    var least = function(values)
    for slot in slots {
      guard let row = model.rows[slot.index], row.effect == .varies,
        row.value.low < row.value.high
      else { continue }
      var best = values[slot]
      for candidate in candidates(slot, row.value, &values, function) {
        values[slot] = candidate
        let p = function(values)
        if p < least { (least, best) = (p, candidate) }
      }
      values[slot] = best
    }
    return least
  }

  /// The ends, and for the slope of a bank the place of the extreme between them.
  private func candidates(
    _ slot: ParameterValues.Slot, _ range: Estimate, _ values: inout ParameterValues,
    _ function: (ParameterValues) -> Double
  ) -> [Double] {
    let ends = [range.low, range.high]
    guard slot == ParameterValues.Slot(.bankSlope) else { return ends }
    return ends + [
      goldenSection(in: range.low...range.high) { slope in
        values[slot] = slope
        return function(values)
      }
    ]
  }
}

/// Where a function with one minimum in an interval has it, to 1e-9 of the interval.
func goldenSection(in interval: ClosedRange<Double>, _ function: (Double) -> Double) -> Double {
  let ratio = (5.0.squareRoot() - 1) / 2
  var (low, high) = (interval.lowerBound, interval.upperBound)
  var left = high - ratio * (high - low)
  var right = low + ratio * (high - low)
  var (atLeft, atRight) = (function(left), function(right))
  for _ in 0..<44 {
    if atLeft < atRight {
      (high, right, atRight) = (right, left, atLeft)
      left = high - ratio * (high - low)
      atLeft = function(left)
    } else {
      (low, left, atLeft) = (left, right, atRight)
      right = low + ratio * (high - low)
      atRight = function(right)
    }
  }
  return (low + high) / 2
}
