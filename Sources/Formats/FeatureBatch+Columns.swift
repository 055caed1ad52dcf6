extension FeatureBatch {
  /// The same rows with whole numbers as ids.
  package func numbered(from first: Int64) -> FeatureBatch {
    var batch = self
    batch.ids = Column(Field("id", .integer))
    for row in 0..<count { batch.ids.append(first + Int64(row)) }
    return batch
  }

  /// The column of a name, if there is one.
  package func column(_ name: String) -> Column? { columns.first { $0.field.name == name } }

  /// Appends the attributes of one row.
  package mutating func append(_ values: [Value]) {
    for index in columns.indices { columns[index].append(values[index]) }
  }
}

extension Value {
  /// Its text; nil where it says nothing.
  package var filled: String? {
    switch self {
    case .null, .text(""): nil
    default: description
    }
  }

  /// A number to twelve digits, which is what sums over thousands of things are good to.
  package static func measured(_ number: Double?) -> Value {
    guard let number else { return .null }
    guard (1e-200..<1e15).contains(number.magnitude) else { return .real(number) }
    var scale = 1.0
    while number.magnitude * scale < 1e11 { scale *= 10 }
    return .real((number * scale).rounded() / scale)
  }
}
