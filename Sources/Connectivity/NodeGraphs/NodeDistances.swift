public import Formats

/// The distances of a file, between nodes that are known by their ids.
///
/// Pairs that the file does not have are not linked. A pair may come in both directions if it has the
/// same distance in both.
public struct NodeDistances: Sendable {
  /// The distance of one pair, and where it was said.
  private struct Entry: Sendable {
    let distance: Double
    let line: Int
    /// Whether the node with the lower number came first, and whether the other one did.
    var isForward: Bool
    var isBackward: Bool
  }

  private let ids: [String]
  private let numbers: [String: Int]
  private var entries: [Pair: Entry] = [:]

  /// Two nodes by their numbers, the lower one first.
  private struct Pair: Hashable {
    let low: Int
    let high: Int
  }

  /// Reads a file of distances as Conefor takes it, `id id distance` in each line; or a square table
  /// with the ids in the first line and at the start of every other, for three nodes and more, where
  /// `NA` or `inf` stand for no link.
  ///
  /// - Parameters:
  ///   - text: The contents.
  ///   - name: What messages call the text: its file name.
  ///   - ids: The nodes that there are; for several times, those of any time.
  /// - Throws: `badData` with the line for an id that no node has, a pair that comes twice, different
  ///   distances for the two directions, and distances that are negative or no numbers.
  public init(parsing text: String, name: String, among ids: [String]) throws(FormatError) {
    self.ids = ids
    numbers = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    let text = try DelimitedText(parsing: text, name: name)
    if text.lines[0].fields.count == 3 {
      for line in text.lines { try readPair(line, of: text) }
    } else {
      try readTable(text)
    }
  }

  /// The graph of some of the nodes: those of one time.
  ///
  /// Links come in the order of the nodes.
  public func graph(of nodes: [NodeGraph.Node]) -> NodeGraph {
    let places = Dictionary(
      nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let links = entries.compactMap { pair, entry -> NodeGraph.Link? in
      guard let a = places[ids[pair.low]], let b = places[ids[pair.high]] else { return nil }
      return NodeGraph.Link(a, b, distance: entry.distance)
    }
    return NodeGraph(
      nodes: nodes, links: links.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
  }

  private mutating func readPair(
    _ line: DelimitedText.Line, of text: DelimitedText
  ) throws(FormatError) {
    guard line.fields.count == 3 else {
      throw text.fault(
        line, "\(line.fields.count) fields, where a list has three",
        help: "write two ids and their distance")
    }
    let distance = try text.number(line.fields[2], "distance", in: line)
    let (a, b) = (
      try number(of: line.fields[0], in: line, of: text),
      try number(of: line.fields[1], in: line, of: text)
    )
    try add(a, b, distance, line, of: text)
  }

  private mutating func readTable(_ text: DelimitedText) throws(FormatError) {
    let header = text.lines[0]
    let width = text.lines.count > 1 ? text.lines[1].fields.count : 0
    guard width > 3, header.fields.count == width || header.fields.count == width - 1 else {
      throw text.fault(
        header, "\(header.fields.count) fields, which is neither a list nor a table with its ids",
        help:
          "write `id id distance` in each line, or a table with the ids in the first line and at "
          + "the start of every other")
    }
    var columns: [Int] = []
    for id in header.fields.suffix(width - 1) {
      columns.append(try number(of: id, in: header, of: text))
    }
    for line in text.lines.dropFirst() {
      guard line.fields.count == width else {
        throw text.fault(
          line, "\(line.fields.count) fields, where the table has \(width)",
          help: "every line has an id and a distance to every node")
      }
      let row = try number(of: line.fields[0], in: line, of: text)
      for (column, cell) in zip(columns, line.fields.dropFirst())
      where !Self.noLink.contains(cell.lowercased()) {
        let distance = try text.number(cell, "distance", in: line)
        try add(row, column, distance, line, of: text)
      }
    }
  }

  private static let noLink: Set = ["", "na", "nan", "inf"]

  private func number(
    of id: String, in line: DelimitedText.Line, of text: DelimitedText
  ) throws(FormatError) -> Int {
    if let number = numbers[id] { return number }
    let near = nearest(to: id, in: ids).map { "did you mean '\($0)'? " } ?? ""
    throw text.fault(
      line, "there is no node '\(id)'",
      help: near + "distances are between nodes of the file of nodes")
  }

  private mutating func add(
    _ a: Int, _ b: Int, _ distance: Double, _ line: DelimitedText.Line, of text: DelimitedText
  ) throws(FormatError) {
    if a == b {
      if distance == 0 { return }
      throw text.fault(
        line, "node '\(ids[a])' is \(distance) away from itself", help: "remove the line")
    }
    let pair = Pair(low: min(a, b), high: max(a, b))
    guard var entry = entries[pair] else {
      entries[pair] = Entry(
        distance: distance, line: line.number, isForward: a < b, isBackward: a > b)
      return
    }
    let names = "'\(ids[a])' and '\(ids[b])'"
    if a < b ? entry.isForward : entry.isBackward {
      throw text.fault(
        line, "the pair of \(names) is in line \(entry.line) already", help: "keep one of the two")
    }
    if entry.distance != distance {
      throw text.fault(
        line, "\(names) are \(distance) apart here and \(entry.distance) in line \(entry.line)",
        help: "links have no direction: give a pair one distance")
    }
    (entry.isForward, entry.isBackward) = (true, true)
    entries[pair] = entry
  }
}
