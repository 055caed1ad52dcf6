internal import SQLiteBridge

/// Collects the values of one column while a layer is read.
///
/// SQLite holds any value in any column. One that the type of the field takes without loss is
/// converted; any other is read as null and counted:
/// - whole numbers: also reals without fraction;
/// - reals: also whole numbers;
/// - truth values: whole numbers, where all but 0 mean true, as in SQLite itself;
/// - text: also numbers, and bytes that are UTF-8;
/// - dates and times: any text, as it is.
struct GeoPackageColumn {
  /// The name and type.
  let field: Field
  /// The number of values so far that did not fit the type.
  private(set) var misfitCount = 0

  // Only the array of the type of the field is used. A `Column` would look for its array, and take
  // it out of its enumeration and back, with every value.
  private var integers: [Int64] = []
  private var reals: [Double] = []
  private var booleans: [Bool] = []
  private var texts = TextBuffer()
  private var isPresent: [Bool] = []

  init(_ field: Field) { self.field = field }

  /// Appends one value.
  mutating func append(_ value: SQLiteValue) {
    switch (value, field.kind) {
    case (.text(let utf8), .text), (.text(let utf8), .date), (.text(let utf8), .dateTime):
      append(utf8: utf8)
    case (.integer(let number), .integer):
      integers.append(number)
      isPresent.append(true)
    case (.real(let number), .real):
      append(number)
    case (.integer(let number), .real):
      append(Double(number))
    case (.integer(let number), .boolean):
      booleans.append(number != 0)
      isPresent.append(true)
    case (.null, _):
      appendNull()
    default:
      appendConverted(value)
    }
  }

  /// Returns the rows so far as a column and starts anew, with room for as many.
  mutating func take() -> Column {
    let storage: Column.Storage =
      switch field.kind {
      case .integer: .integers(integers)
      case .real: .reals(reals)
      case .boolean: .booleans(booleans)
      case .text, .date, .dateTime: .texts(texts)
      }
    let column = Column(field, storage: storage, isPresent: isPresent)
    integers = Self.room(like: integers)
    reals = Self.room(like: reals)
    booleans = Self.room(like: booleans)
    texts = TextBuffer(roomLike: texts)
    isPresent = Self.room(like: isPresent)
    return column
  }

  private mutating func append(_ number: Double) {
    reals.append(number)
    isPresent.append(true)
  }

  private mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    texts.append(utf8: utf8)
    isPresent.append(true)
  }

  private mutating func appendConverted(_ value: SQLiteValue) {
    switch (value, field.kind) {
    case (.integer(let number), .text): append(text: "\(number)")
    case (.real(let number), .text): append(text: "\(number)")
    case (.blob(let bytes), .text): append(text: String(validating: bytes, as: UTF8.self))
    case (.real(let number), .integer):
      guard let whole = Int64(exactly: number) else { return appendMisfit() }
      append(.integer(whole))
    default: appendMisfit()
    }
  }

  private mutating func append(text: String?) {
    guard let text else { return appendMisfit() }
    texts.append(text)
    isPresent.append(true)
  }

  private mutating func appendMisfit() {
    misfitCount += 1
    appendNull()
  }

  private mutating func appendNull() {
    switch field.kind {
    case .integer: integers.append(0)
    case .real: reals.append(0)
    case .boolean: booleans.append(false)
    case .text, .date, .dateTime: texts.append(utf8: EmptyCollection())
    }
    isPresent.append(false)
  }

  private static func room<Element>(like array: [Element]) -> [Element] {
    var room: [Element] = []
    room.reserveCapacity(array.count)
    return room
  }
}
