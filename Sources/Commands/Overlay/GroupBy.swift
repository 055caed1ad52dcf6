internal import Formats
internal import Landscape

/// What `--by` asks for: columns of the lines and of the polygons whose values make the groups.
struct GroupBy: Sendable, Equatable {
  /// One column of one side.
  struct Key: Sendable, Equatable {
    var side: InputSide.Side
    var column: String
  }

  /// The columns in the order in which they were asked for.
  let keys: [Key]

  /// Understands words such as `lines.class`.
  init(_ words: [String]) throws(UserError) {
    var keys: [Key] = []
    for word in words {
      let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2, let side = InputSide.Side(rawValue: parts[0]) else {
        throw UserError(
          .usage, "--by \(word) names neither a column of the lines nor one of the polygons",
          help: "write for instance --by lines.class or --by polygons.name")
      }
      let key = Key(side: side, column: parts[1])
      if keys.contains(key) {
        throw UserError(.usage, "--by \(word) is given twice", help: "give it once")
      }
      keys.append(key)
    }
    self.keys = keys
  }

  /// Groups by one column.
  init(key: Key) { keys = [key] }

  /// Whether nothing was asked for.
  var isEmpty: Bool { keys.isEmpty }

  /// The columns of one side.
  func columns(of side: InputSide.Side) -> [String] {
    keys.filter { $0.side == side }.map(\.column)
  }
}
