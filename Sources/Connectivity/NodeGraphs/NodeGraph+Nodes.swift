public import Formats

extension NodeGraph.Node {
  /// Reads a file of nodes as Conefor takes it: an id and an area, or another attribute, in each line;
  /// without a line of names; separated by tabs, blanks, commas or semicolons.
  ///
  /// Further columns are not used.
  ///
  /// - Parameters:
  ///   - text: The contents.
  ///   - name: What messages call the text: its file name.
  /// - Returns: The nodes in the order of the file.
  /// - Throws: `badData` with the line for a missing, negative or infinite area, an id that is empty
  ///   or comes twice, and a text without lines.
  public static func list(
    parsing text: String, name: String
  ) throws(FormatError) -> [NodeGraph.Node] {
    let text = try DelimitedText(parsing: text, name: name)
    var nodes: [NodeGraph.Node] = []
    var lines: [String: Int] = [:]
    for line in text.lines {
      guard line.fields.count >= 2, !line.fields[0].isEmpty else {
        throw text.fault(
          line, "a node needs an id and an area", help: "write both, with a tab between them")
      }
      let id = line.fields[0]
      if let earlier = lines.updateValue(line.number, forKey: id) {
        throw text.fault(
          line, "node '\(id)' is in line \(earlier) already", help: "every node has one line")
      }
      let area = try text.number(line.fields[1], "area", in: line)
      nodes.append(NodeGraph.Node(id, area: area))
    }
    return nodes
  }
}
