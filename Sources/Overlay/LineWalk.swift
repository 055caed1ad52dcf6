/// A walk along a chain of links, which remembers how far it came on the first path.
///
/// Laps count how often the first path passed the seam of a closed path, so that a run over the seam
/// begins before it and ends behind it.
struct LineWalk {
  private let meetings: LineMeetings
  /// Where the walk is, with the paths in the order in which they were where it began.
  private(set) var node: LineMeetings.Node
  /// Whether that is the other order than in the node of the meetings.
  private(set) var isSwapped = false
  /// Whether one of the paths ends somewhere on the way.
  private(set) var meetsEnd: Bool
  private var lap = 0
  private var leastLap = 0
  private var greatestLap = 0
  /// The node of the walk that comes first on the first path.
  private(set) var least: LineMeetings.Node
  /// The node of the walk that comes last on the first path.
  private(set) var greatest: LineMeetings.Node

  /// Begins in the node of an end.
  init(_ meetings: LineMeetings, from end: Int) {
    self.meetings = meetings
    node = meetings.nodes[meetings.ends[end].node]
    (least, greatest) = (node, node)
    meetsEnd = meetings.isEnd(node)
  }

  /// Goes along the link of an end to its other end.
  mutating func pass(_ end: Int) {
    let (from, to) = (meetings.ends[end], meetings.ends[end ^ 1])
    let direction = isSwapped ? from.second : from.first
    if direction == .backward && meetings.first.isSeam(node.first) { lap -= 1 }
    isSwapped = (from.isSwapped == isSwapped) == to.isSwapped
    node = isSwapped ? meetings.nodes[to.node].exchanged : meetings.nodes[to.node]
    if direction == .onward && meetings.first.isSeam(node.first) { lap += 1 }
    if meetings.isEnd(meetings.nodes[to.node]) { meetsEnd = true }
    if (lap, node.first) < (leastLap, least.first) { (leastLap, least) = (lap, node) }
    if (greatestLap, greatest.first) < (lap, node.first) { (greatestLap, greatest) = (lap, node) }
  }
}
