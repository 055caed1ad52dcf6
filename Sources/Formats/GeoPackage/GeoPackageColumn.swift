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
  /// The number of values so far that did not fit the type.
  private(set) var misfitCount = 0
  /// The name and type.
  var field: Field { column.field }

  private var column: Column

  init(_ field: Field) { column = Column(field) }

  /// Appends one value.
  mutating func append(_ value: SQLiteValue) {
    switch (value, field.kind) {
    case (.text(let utf8), .text), (.text(let utf8), .date), (.text(let utf8), .dateTime):
      column.append(utf8: utf8)
    case (.integer(let number), .integer): column.append(number)
    case (.real(let number), .real): column.append(number)
    case (.integer(let number), .real): column.append(Double(number))
    case (.integer(let number), .boolean): column.append(number != 0)
    case (.null, _): column.appendNull()
    default: appendConverted(value)
    }
  }

  /// Returns the rows so far as a column and starts anew, with room for as many.
  mutating func take() -> Column {
    let taken = column
    column = Column(roomLike: taken)
    return taken
  }

  private mutating func appendConverted(_ value: SQLiteValue) {
    switch (value, field.kind) {
    case (.integer(let number), .text): column.append("\(number)")
    case (.real(let number), .text): column.append("\(number)")
    case (.blob(let bytes), .text):
      guard let text = String(validating: bytes, as: UTF8.self) else { return appendMisfit() }
      column.append(text)
    case (.real(let number), .integer):
      guard let whole = Int64(exactly: number) else { return appendMisfit() }
      column.append(whole)
    default: appendMisfit()
    }
  }

  private mutating func appendMisfit() {
    misfitCount += 1
    column.appendNull()
  }
}
