/// A unit that columns of a user have numbers in.
public enum MeasureUnit: String, Sendable, Hashable, CaseIterable {
  /// Millimetres.
  case mm
  /// Centimetres.
  case cm
  /// Metres.
  case m
  /// Kilometres.
  case km
  /// Inches of 25.4 mm.
  case `in`
  /// Feet of 304.8 mm.
  case ft
  /// So many an hour.
  case perHour = "per_hour"
  /// So many a day.
  case perDay = "per_day"
  /// So many a week.
  case perWeek = "per_week"
  /// So many a year of 365 days.
  case perYear = "per_year"

  /// Whether numbers in the unit can become those of an attribute.
  public func fits(_ field: CanonicalField) -> Bool { reading(for: field) != nil }

  /// Returns how a column in the unit is read as an attribute; nil where it cannot be.
  func reading(for field: CanonicalField) -> AttributeRule.Reading? {
    switch (field.unit, metres, perDay) {
    case ("m", let metres?, _): .length(.metres, assuming: metres)
    case ("cm", let metres?, _): .length(.centimetres, assuming: metres)
    case ("vehicles/day", _, let factor?), ("trains/day", _, let factor?): .scaled(factor)
    default: nil
    }
  }

  /// The metres in one.
  private var metres: Double? {
    switch self {
    case .mm: 0.001
    case .cm: 0.01
    case .m: 1
    case .km: 1000
    case .in: 0.0254
    case .ft: 0.3048
    case .perHour, .perDay, .perWeek, .perYear: nil
    }
  }

  /// How many a day one is.
  private var perDay: Double? {
    switch self {
    case .mm, .cm, .m, .km, .in, .ft: nil
    case .perHour: 24
    case .perDay: 1
    case .perWeek: 1 / 7
    case .perYear: 1 / 365
    }
  }
}
