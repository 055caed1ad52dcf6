/// One attribute of many features: typed, flat, with nulls.
public struct Column: Sendable, Equatable {
  /// The values by type; a null row holds 0, false or the empty string.
  public enum Storage: Sendable, Equatable {
    /// Whole numbers.
    case integers([Int64])
    /// Floating-point numbers.
    case reals([Double])
    /// Truth values.
    case booleans([Bool])
    /// Text, dates and times.
    case texts(TextBuffer)
  }

  /// The name and type.
  public let field: Field
  /// The values, one for each row.
  public private(set) var storage: Storage
  /// Whether a row has a value.
  public private(set) var isPresent: [Bool] = []

  /// Creates a column without rows.
  public init(_ field: Field) {
    self.field = field
    storage =
      switch field.kind {
      case .integer: .integers([])
      case .real: .reals([])
      case .boolean: .booleans([])
      case .text, .date, .dateTime: .texts(TextBuffer())
      }
  }

  /// Creates a column of values that were collected elsewhere.
  init(_ field: Field, storage: Storage, isPresent: [Bool]) {
    self.field = field
    self.storage = storage
    self.isPresent = isPresent
  }

  /// Creates a column and fills it.
  public init(_ field: Field, _ values: some Sequence<Value>) {
    self.init(field)
    for value in values { append(value) }
  }

  /// The number of rows.
  public var count: Int { isPresent.count }

  /// Returns the value of one row.
  public subscript(row: Int) -> Value {
    guard isPresent[row] else { return .null }
    return switch storage {
    case .integers(let values): .integer(values[row])
    case .reals(let values): .real(values[row])
    case .booleans(let values): .boolean(values[row])
    case .texts(let values): .text(values[row])
    }
  }

  /// Appends a value; one that the type of the column cannot hold without loss becomes its text in
  /// a text column, and null in any other.
  public mutating func append(_ value: Value) {
    switch (value, field.kind) {
    case (.integer(let number), .integer): append(number)
    case (.integer(let number), .real): append(Double(number))
    case (.real(let number), .real): append(number)
    case (.real(let number), .integer):
      if let whole = Int64(exactly: number) { append(whole) } else { appendNull() }
    case (.boolean(let flag), .boolean): append(flag)
    case (.null, _): appendNull()
    case (_, .text), (.text, .date), (.text, .dateTime): append(value.description)
    default: appendNull()
    }
  }

  /// Appends a row without value.
  public mutating func appendNull() {
    switch field.kind {
    case .integer: append(Int64(0))
    case .real: append(0.0)
    case .boolean: append(false)
    case .text, .date, .dateTime: append(utf8: [])
    }
    isPresent[isPresent.count - 1] = false
  }

  /// Appends a whole number to a column of kind `integer`.
  public mutating func append(_ number: Int64) {
    guard case .integers(var values) = storage else { preconditionFailure("not an integer column") }
    storage = .integers([])  // keeps the buffer uniquely referenced, so that it grows in place
    values.append(number)
    storage = .integers(values)
    isPresent.append(true)
  }

  /// Appends a number to a column of kind `real`.
  public mutating func append(_ number: Double) {
    guard case .reals(var values) = storage else { preconditionFailure("not a real column") }
    storage = .reals([])
    values.append(number)
    storage = .reals(values)
    isPresent.append(true)
  }

  /// Appends a truth value to a column of kind `boolean`.
  public mutating func append(_ flag: Bool) {
    guard case .booleans(var values) = storage else { preconditionFailure("not a boolean column") }
    storage = .booleans([])
    values.append(flag)
    storage = .booleans(values)
    isPresent.append(true)
  }

  /// Appends text to a column of kind `text`, `date` or `dateTime`.
  public mutating func append(_ text: String) { append(utf8: text.utf8) }

  /// Appends text given as UTF-8 to a column of kind `text`, `date` or `dateTime`.
  public mutating func append(utf8: some Sequence<UInt8>) {
    guard case .texts(var values) = storage else { preconditionFailure("not a text column") }
    storage = .texts(TextBuffer())
    values.append(utf8: utf8)
    storage = .texts(values)
    isPresent.append(true)
  }
}

extension Value: CustomStringConvertible {
  /// The value as text; null is empty.
  public var description: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .boolean(let flag): flag ? "true" : "false"
    case .text(let text): text
    }
  }
}
