internal import SQLiteBridge

extension Column {
  /// Appends the value of a column of the current row of a query.
  ///
  /// SQLite holds any value in any column. One that the type of this column takes without loss is
  /// converted; any other is appended as null:
  /// - whole numbers: also reals without fraction;
  /// - reals: also whole numbers;
  /// - truth values: whole numbers, where all but 0 mean true, as in SQLite itself;
  /// - text: also numbers, and bytes that are UTF-8;
  /// - dates and times: any text, as it is.
  ///
  /// - Returns: Whether the value was null or could be converted.
  mutating func append(valueOf query: SQLiteStatement, at index: Int32) -> Bool {
    switch (query.type(at: index), field.kind) {
    case (.null, _):
      appendNull()
    case (.integer, .integer):
      append(query.integer(at: index))
    case (.integer, .boolean):
      append(query.integer(at: index) != 0)
    case (.text, .text), (.text, .date), (.text, .dateTime):
      query.withText(at: index) { utf8 in utf8.withUnsafeBufferPointer { append(utf8: $0) } }
    case (.real, .real), (.integer, .real):
      append(query.real(at: index))
    case (.real, .integer), (.integer, .text), (.real, .text):
      return appendConverted(query, at: index)
    case (.blob, .text):
      return query.withBlob(at: index) { bytes in
        bytes.withUnsafeBufferPointer { appendIfUTF8($0) }
      }
    default:
      appendNull()
      return false
    }
    return true
  }

  private mutating func appendConverted(
    _ query: SQLiteStatement, at index: Int32
  ) -> Bool {
    let isReal = query.type(at: index) == .real
    append(isReal ? Value.real(query.real(at: index)) : .integer(query.integer(at: index)))
    return isPresent[count - 1]
  }

  private mutating func appendIfUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      appendNull()
      return false
    }
    append(text)
    return true
  }
}
