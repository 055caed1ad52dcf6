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
  /// Whether a row has a value.
  public private(set) var isPresent: [Bool] = []

  // Only the array of the type of the field is used. To append to an array inside an enumeration
  // means to take it out and to put it back with every value.
  private var integers: [Int64] = []
  private var reals: [Double] = []
  private var booleans: [Bool] = []
  private var texts = TextBuffer()

  /// The values, one for each row.
  public var storage: Storage {
    switch field.kind {
    case .integer: .integers(integers)
    case .real: .reals(reals)
    case .boolean: .booleans(booleans)
    case .text, .date, .dateTime: .texts(texts)
    }
  }

  /// Creates a column without rows.
  public init(_ field: Field) { self.field = field }

  /// Creates a column without rows, of the same field as another and with room for as many.
  init(roomLike other: Column) {
    field = other.field
    isPresent.reserveCapacity(other.count)
    switch field.kind {
    case .integer: integers.reserveCapacity(other.count)
    case .real: reals.reserveCapacity(other.count)
    case .boolean: booleans.reserveCapacity(other.count)
    case .text, .date, .dateTime: texts = TextBuffer(roomLike: other.texts)
    }
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
    return switch field.kind {
    case .integer: .integer(integers[row])
    case .real: .real(reals[row])
    case .boolean: .boolean(booleans[row])
    case .text, .date, .dateTime: .text(texts[row])
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
    precondition(field.kind == .integer, "not an integer column")
    integers.append(number)
    isPresent.append(true)
  }

  /// Appends a number to a column of kind `real`.
  public mutating func append(_ number: Double) {
    precondition(field.kind == .real, "not a real column")
    reals.append(number)
    isPresent.append(true)
  }

  /// Appends a truth value to a column of kind `boolean`.
  public mutating func append(_ flag: Bool) {
    precondition(field.kind == .boolean, "not a boolean column")
    booleans.append(flag)
    isPresent.append(true)
  }

  /// Appends text to a column of kind `text`, `date` or `dateTime`.
  public mutating func append(_ text: String) { append(utf8: text.utf8) }

  /// Appends text given as UTF-8 to a column of kind `text`, `date` or `dateTime`.
  public mutating func append(utf8: some Sequence<UInt8>) {
    precondition(field.kind.isText, "not a text column")
    texts.append(utf8: utf8)
    isPresent.append(true)
  }
}

extension Value: CustomStringConvertible {
  /// The value as text; null is empty.
  public var description: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): number.plainText
    case .boolean(let flag): flag ? "true" : "false"
    case .text(let text): text
    }
  }
}
