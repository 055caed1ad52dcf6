/// Where and why a text is not the well-known text of a geometry that a column can hold.
public struct WKTError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The byte at which it was noticed, from 0.
  public let offset: Int
  /// What was expected or found.
  public let reason: String

  /// What is wrong, for a reader.
  public var description: String { "not WKT: \(reason) at character \(offset + 1)" }
}
