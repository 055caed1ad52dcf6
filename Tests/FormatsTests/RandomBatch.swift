import Formats
import Geometry
import TestSupport

/// Makes features of all kinds, with nulls, odd texts and numbers of every size.
func randomBatch(_ random: inout SeededGenerator) -> FeatureBatch {
  let fields = [
    Field("integer", .integer), Field("real", .real), Field("flag", .boolean), Field("text", .text),
  ]
  var batch = FeatureBatch(fields: fields)
  for row in 0..<20 {
    batch.ids.append(Int64(row * 3))
    appendGeometry(to: &batch.geometry, &random)
    let isNull = row > 0 && Int.random(in: 0..<4, using: &random) == 0
    let values: [Value] = [
      .integer(Int64(bitPattern: random.next())), .real(randomDouble(&random)),
      .boolean(Bool.random(using: &random)), .text(randomText(&random)),
    ]
    for column in values.indices {
      if isNull {
        batch.columns[column].appendNull()
      } else {
        batch.columns[column].append(values[column])
      }
    }
  }
  return batch
}

/// Makes a finite number that is not whole, of any size.
func randomDouble(_ random: inout SeededGenerator) -> Double {
  while true {
    let number = Double(bitPattern: random.next())
    if number.isFinite, number != number.rounded() { return number }
  }
}

private func randomText(_ random: inout SeededGenerator) -> String {
  let alphabet: [Character] = ["a", "ж", "😀", "\"", "\\", "\n", "\t", ",", ";", "'", " ", "0", "/"]
  let text = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
    alphabet.randomElement(using: &random)
  }
  return "t" + String(text)
}

private func appendGeometry(to column: inout GeometryColumn, _ random: inout SeededGenerator) {
  func path(_ count: Int) -> [Position] {
    (0..<count).map { _ in
      Position(
        .random(in: -180...180, using: &random),
        Bool.random(using: &random) ? 0.5 : .random(in: -90...90, using: &random))
    }
  }
  var one = GeometryColumn()
  switch Int.random(in: 0..<4, using: &random) {
  case 0: one.appendPoint(path(1)[0])
  case 1:
    one = GeometryColumn(
      LineColumn([(0..<Int.random(in: 1...3, using: &random)).map { path(2 + $0) }]))
  case 2:
    // Shell counter-clockwise, hole clockwise, as they will be written.
    let west = Double.random(in: -180...0, using: &random)
    let shell = [(0.0, 0.0), (9, 0), (9, 9), (0, 0)].map { Position(west + $0.0, $0.1) }
    let hole = [(5.0, 1.0), (6, 2), (6, 1), (5, 1)].map { Position(west + $0.0, $0.1) }
    one = GeometryColumn(PolygonColumn([[[shell, hole], [shell]]]))
  default: one.appendNone()
  }
  column.append(0, of: one)
}
