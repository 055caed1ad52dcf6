/// Dates and times as ISO 8601 text, by the proleptic Gregorian calendar.
enum ISOTime {
  /// Returns the day as `2026-11-21`.
  static func date(year: Int, month: Int, day: Int) -> String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Returns the day that lies `days` after 1970-01-01.
  static func date(daysSince1970 days: Int) -> String {
    let (year, month, day) = civil(days)
    return date(year: year, month: month, day: day)
  }

  /// Returns the time of day as `11:31:00`, with milliseconds where there are any.
  static func time(milliseconds: Int) -> String {
    let (rest, thousandths) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let text = "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    return thousandths == 0 ? text : "\(text).\(padded(thousandths, 3))"
  }

  /// Returns the instant as `2026-11-21T11:31:00.000Z`.
  static func instant(millisecondsSince1970 milliseconds: Int) -> String {
    let day = 86_400_000
    let inDay = ((milliseconds % day) + day) % day
    let time = time(milliseconds: inDay)
    let thousandths = inDay % 1000 == 0 ? ".000" : ""
    return "\(date(daysSince1970: (milliseconds - inDay) / day))T\(time)\(thousandths)Z"
  }

  /// Returns the number of days from 1970-01-01 to a day.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    // Years start in March, so that the leap day is their last one; 400 of them have 146 097 days.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(abs(number))"
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
