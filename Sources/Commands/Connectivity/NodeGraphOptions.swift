/// The options and the help of `kulan connectivity` with patches as nodes.
enum NodeGraphOptions {
  private static let group = "Nodes and distances"

  static let nodes = Option(
    "nodes", .list("FILE"),
    "patches: an id and an area in each line, without names; several files are times, in order",
    group: group, isRepeatable: true)
  static let distances = Option(
    "distances", .list("FILE"),
    "id, id, distance in each line, or a table with ids; one for all times or one for each",
    group: group, isRepeatable: true)
  static let at = Option(
    "at", .list("DISTANCE"),
    "how far an animal goes, in the unit of the distances; several are computed one by one",
    group: group, isRepeatable: true)
  static let probability = Option(
    "probability", .text("P"), "the chance that it goes that far", group: group, default: "0.5")
  static let landscapeArea = Option(
    "landscape-area", .text("A"),
    "the area of the landscape, for PC and IIC; EC and what nodes contribute need none",
    group: group)
  static let removals = Option(
    "removals", .choice(Removals.allCases.map(\.rawValue)),
    "what is removed, one by one, to see what it contributes",
    group: group, defaultNote: "nodes with --out, else none")
  static let links = Option(
    "links", .list("ID"), "only these links are removed: the ids of their ends, in pairs",
    group: group, defaultNote: "all that lie on a best path", isRepeatable: true)

  static let all = [nodes, distances, at, probability, landscapeArea, removals, links]

  static let discussion = [
    "With --nodes and --distances: PC and ECA by probabilities, IIC by links, of patches that are points "
      + "with areas and distances. "
      + "A distance d has the probability p = exp(d ln P / D), and a path the product of those of its "
      + "links: the best of all paths counts, for distances need not keep the triangle inequality. "
      + "For IIC nodes are linked where d < D, strictly.",
    "Nothing is pruned: pairs that no path joins count exactly 0, pairs that no file names have no "
      + "link. Files are those of Conefor: no line of names; tabs, blanks, commas or semicolons; further "
      + "columns of nodes are not used.",
    "Without --out the measures are printed as a table.",
  ]

  static let examples = [
    Manual.Example(
      "what every patch contributes, where half of the animals go 5 km",
      "kulan connectivity --nodes nodes.txt --distances distances.txt \\\n"
        + "  --at 5000 --probability 0.5 --out patches"),
    Manual.Example(
      "what was lost between two times, for three distances",
      "kulan connectivity --nodes 2000.txt 2020.txt --distances distances.txt \\\n"
        + "  --at 1000 5000 20000 --landscape-area 250000"),
    Manual.Example(
      "what one link contributes",
      "kulan connectivity --nodes nodes.txt --distances distances.txt --at 5000 \\\n"
        + "  --removals links --links 3 8 --out links"),
  ]

  /// What is removed to see what it contributes.
  enum Removals: String, Sendable, CaseIterable {
    case none, nodes, links, all

    var hasNodes: Bool { self == .nodes || self == .all }
    var hasLinks: Bool { self == .links || self == .all }
  }
}
