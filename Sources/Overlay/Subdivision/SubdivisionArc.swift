import Geometry

/// A part of a path from one node of a subdivision to the next.
public struct SubdivisionArc: Sendable {
  /// The path.
  public let path: Int
  /// Where it begins.
  public let from: CutPosition
  /// Where it ends.
  public let to: CutPosition
  /// The node at its beginning.
  let fromNode: Int32
  /// The node at its end.
  let toNode: Int32
  /// How many of the nodes in the interior of its first segment lie at its beginning or before.
  let passed: Int32

  /// Whether it is part of a single segment, and so is all that leads from node to node like it.
  var isStraight: Bool { from.segment == to.segment }
}

/// Walks along the paths of a subdivision and cuts them at their nodes.
struct SubdivisionArcs {
  /// The arcs, path by path and along it.
  private(set) var arcs: [SubdivisionArc] = []
  /// The first arc of every path, and behind the last path the end.
  private(set) var starts: [Int] = [0]

  private let paths: PathSet
  private let nodes: SubdivisionNodes
  /// The next node in the interior of a segment.
  private var entry = 0
  private var stop = Stop()

  /// Where an arc begins while it is being walked.
  private struct Stop {
    var node = -1
    var position = Position(0, 0)
    /// How far along its segment, where the arc begins in the interior of one.
    var fraction = 0.0
    var passed = 0
    /// The first segment with a length behind it.
    var segment: Int?
  }

  init(_ paths: PathSet, _ nodes: SubdivisionNodes) {
    self.paths = paths
    self.nodes = nodes
    for path in 0..<paths.count {
      walk(path)
      starts.append(arcs.count)
    }
  }

  private mutating func walk(_ path: Int) {
    stop = Stop()
    var last = -1
    for vertex in paths.vertices(of: path) {
      let position = paths.position(at: vertex)
      let node = Int(nodes.ofVertices[vertex])
      if node >= 0 {
        end(path, at: node, segment: last, fraction: 1, position)
        stop = Stop(node: node, position: position)
      }
      guard vertex + 1 < paths.starts[path + 1], paths.position(at: vertex + 1) != position else {
        continue
      }
      if stop.segment == nil { stop.segment = vertex }
      last = vertex
      passNodes(inside: vertex, of: path)
    }
  }

  /// Cuts at the nodes in the interior of a segment.
  private mutating func passNodes(inside segment: Int, of path: Int) {
    var passed = 0
    while entry < nodes.entries.count && nodes.entries[entry].segment == segment {
      let (node, place) = (nodes.entries[entry].node, nodes.entries[entry].place)
      while entry < nodes.entries.count && nodes.entries[entry].segment == segment
        && nodes.entries[entry].node == node
      {
        entry += 1
        passed += 1
      }
      let position = nodes.positions[node]
      let at = CutPosition(inside: segment, fraction: place.fraction, position: position)
      end(path, at: node, segment: segment, fraction: at.fraction, position)
      stop = Stop(
        node: node, position: position, fraction: at.fraction, passed: passed, segment: segment)
    }
  }

  /// Ends the arc that is being walked, if it has a length.
  private mutating func end(
    _ path: Int, at node: Int, segment: Int, fraction: Double, _ position: Position
  ) {
    guard stop.node >= 0, let first = stop.segment else { return }
    arcs.append(
      SubdivisionArc(
        path: path,
        from: CutPosition(segment: first, fraction: stop.fraction, position: stop.position),
        to: CutPosition(segment: segment, fraction: fraction, position: position),
        fromNode: Int32(truncatingIfNeeded: stop.node), toNode: Int32(truncatingIfNeeded: node),
        passed: Int32(truncatingIfNeeded: stop.passed)))
  }

  /// Returns the arc of a path that passes a segment behind so many of the nodes in its interior.
  func arc(ofPath path: Int, on segment: Int, behind passed: Int) -> Int {
    arcs[starts[path]..<starts[path + 1]].partitionIndex {
      ($0.from.segment, Int($0.passed)) > (segment, passed)
    } - 1
  }
}
