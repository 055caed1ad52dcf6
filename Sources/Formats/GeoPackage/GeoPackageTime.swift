internal import Foundation

/// The time that a GeoPackage carries as that of its last change.
enum GeoPackageTime {
  /// Returns the time as GeoPackage writes it: now, or what `SOURCE_DATE_EPOCH` says, so that two
  /// runs can give the same bytes.
  ///
  /// - Parameter environment: The environment variables.
  /// - Returns: An instant such as `2026-11-21T11:31:00.000Z`.
  /// - Throws: `usage` when `SOURCE_DATE_EPOCH` is no number of seconds.
  static func text(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(FormatError) -> String {
    var date = Date()
    if let epoch = environment["SOURCE_DATE_EPOCH"] {
      // The last second that has a year of four digits.
      guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
        throw FormatError(
          .usage, "SOURCE_DATE_EPOCH is \(epoch), which is no number of seconds since 1970",
          help: "unset it, or set it to a whole number: SOURCE_DATE_EPOCH=$(date +%s)")
      }
      date = Date(timeIntervalSince1970: Double(seconds))
    }
    return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
