/// Which polygons of the IUCN Red List count as range.
public struct RangeFilter: Sendable, Hashable {
  /// The codes of presence that count.
  public var presence: Set<Int>
  /// The codes of origin that count.
  public var origin: Set<Int>
  /// The codes of season that count.
  public var seasonal: Set<Int>

  /// Chooses codes.
  public init(presence: Set<Int>, origin: Set<Int>, seasonal: Set<Int>) {
    self.presence = presence
    self.origin = origin
    self.seasonal = seasonal
  }

  /// Extant and probably extant, native, reintroduced and assisted, in every season: passage areas
  /// are exactly what infrastructure cuts.
  public static let core = RangeFilter(
    presence: [1, 2], origin: [1, 2, 6], seasonal: [1, 2, 3, 4, 5])

  /// ``core`` with possibly extant range, for caution.
  public static let precautionary = RangeFilter(
    presence: [1, 2, 3], origin: [1, 2, 6], seasonal: [1, 2, 3, 4, 5])

  /// Range that was lost, for scenarios of return.
  public static let historic = RangeFilter(
    presence: [4, 5], origin: [1, 2, 6], seasonal: [1, 2, 3, 4, 5])

  /// What the codes of presence mean.
  public static let presenceMeanings = [
    1: "extant", 2: "probably extant", 3: "possibly extant", 4: "possibly extinct",
    5: "extinct", 6: "presence uncertain", 7: "expected additional range",
  ]
  /// What the codes of origin mean.
  public static let originMeanings = [
    1: "native", 2: "reintroduced", 3: "introduced", 4: "vagrant", 5: "origin uncertain",
    6: "assisted colonisation",
  ]
  /// What the codes of season mean.
  public static let seasonalMeanings = [
    1: "resident", 2: "breeding", 3: "non-breeding", 4: "passage", 5: "seasonality uncertain",
  ]

  /// The filters of a schema with the columns of the Red List.
  var filters: [Filter] {
    [Code.presence, .origin, .seasonal].map { filter($0, columns: [$0.rawValue]) }
  }

  /// What the Red List says in codes.
  enum Code: String {
    case presence, origin, seasonal
  }

  /// The filter of columns that hold codes of the Red List, or words that stand for codes.
  func filter(_ code: Code, columns: [String], words: [String: Int] = [:]) -> Filter {
    let (keep, meanings) =
      switch code {
      case .presence: (presence, Self.presenceMeanings)
      case .origin: (origin, Self.originMeanings)
      case .seasonal: (seasonal, Self.seasonalMeanings)
      }
    let codes = words.merging(meanings.keys.map { ("\($0)", $0) }) { own, _ in own }
    let reason = { (number: Int) in
      "\(code.rawValue) \(number)" + (meanings[number].map { ", \($0)" } ?? "")
    }
    return Filter(
      columns: columns, accepted: Set(codes.filter { keep.contains($0.value) }.keys),
      reasons: codes.filter { !keep.contains($0.value) }.mapValues(reason),
      missing: (
        value: "1", reason: "no \(code.rawValue) in the source, taken as \(meanings[1] ?? "1")"
      ))
  }
}
