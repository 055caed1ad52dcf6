internal import Geometry
internal import SQLiteBridge

/// The R-tree of a layer: packed in memory, then written as the nodes of SQLite's `rtree` module.
///
/// Inserting row by row into the module costs several times as much as the features themselves.
/// The nodes are documented in SQLite's `rtree.c`: table `_node` holds them by number, each with a
/// count and cells of one number of 64 bits and four of 32 bits, big-endian; node 1 is the root and
/// starts with the height of the tree; `_rowid` says in which leaf a feature is, `_parent` in which
/// node a node is.
struct GeoPackageSpatialIndex {
  /// The number of features whose leaves are packed and written together, so that memory does not
  /// grow with the layer.
  private let runLength: Int
  private var features: [RTreeCell] = []
  /// The nodes above the features of the runs that are written.
  private var above: [RTreeCell] = []
  private var writer: RTreeWriter?

  init(runLength: Int = 1 << 18) { self.runLength = runLength }

  /// Whether the features so far should be written before more come.
  var isFull: Bool { features.count >= runLength }

  /// Adds a feature; one without extent is in no R-tree.
  mutating func append(id: Int64, box: Box) {
    if !box.isEmpty { features.append(RTreeCell(id: id, box: box)) }
  }

  /// Writes the leaves of the features so far into the R-tree of the name `table`, which was empty
  /// before the first call.
  mutating func writeLeaves(
    to table: String, of connection: SQLiteConnection
  ) throws(SQLiteError) {
    var writer = try openWriter(table, of: connection)
    above += try writer.writeNodes(of: features)
    try writer.finishLevel()
    self.writer = writer
    features.removeAll(keepingCapacity: true)
  }

  private func openWriter(
    _ table: String, of connection: SQLiteConnection
  ) throws(SQLiteError) -> RTreeWriter {
    if let writer { return writer }
    return try RTreeWriter(table, of: connection)
  }

  /// Writes all that is not written yet; nothing can be added afterwards.
  mutating func finish(to table: String, of connection: SQLiteConnection) throws(SQLiteError) {
    var writer = try openWriter(table, of: connection)
    var level = features
    if !above.isEmpty || features.count > writer.capacity {
      try writeLeaves(to: table, of: connection)
      writer = try openWriter(table, of: connection)
      writer.height = 1
      level = above
    }
    while level.count > writer.capacity {
      let nodes = try writer.writeNodes(of: level)
      try writer.finishLevel()
      writer.height += 1
      level = nodes
    }
    try writer.write(node: 1, level[...])
    try writer.finishLevel()
    (self.writer, features, above) = (nil, [], [])
  }
}

/// Writes the nodes of one R-tree, the leaves first.
private struct RTreeWriter {
  /// The number of cells that fit a node.
  let capacity: Int
  /// The level that is being written; 0 for leaves.
  var height: UInt16 = 0

  private let table: String
  private let connection: SQLiteConnection
  private let nodeSize: Int
  private let insert: SQLiteStatement
  private var lastNode: Int64 = 1
  /// What the nodes of this level hold: features, or nodes of the level below.
  private var members: [(id: Int64, node: Int64)] = []
  private var bytes: [UInt8] = []

  init(_ table: String, of connection: SQLiteConnection) throws(SQLiteError) {
    self.table = table
    self.connection = connection
    let nodes = "\(table)_node".quotedIdentifier
    // The module has chosen the size, by that of the pages, when it made the empty root.
    let query = try connection.prepare("SELECT max(length(data)) FROM \(nodes)")
    nodeSize = try query.step() ? Int(query.integer(at: 0)) : 0
    capacity = (nodeSize - 4) / RTreeCell.size
    insert = try connection.prepare("REPLACE INTO \(nodes) VALUES (?, ?)")
  }

  /// Writes the nodes of one level, or of some of the leaves, and returns the cells above them.
  mutating func writeNodes(of cells: [RTreeCell]) throws(SQLiteError) -> [RTreeCell] {
    var above: [RTreeCell] = []
    for cells in RTreeCell.packed(cells, capacity: capacity) {
      lastNode += 1
      try write(node: lastNode, cells)
      above.append(RTreeCell(node: lastNode, around: cells))
    }
    return above
  }

  mutating func write(node: Int64, _ cells: ArraySlice<RTreeCell>) throws(SQLiteError) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(bigEndian: node == 1 ? height : 0)
    bytes.append(bigEndian: UInt16(cells.count))
    for cell in cells {
      cell.append(to: &bytes)
      members.append((cell.id, node))
    }
    bytes.append(contentsOf: repeatElement(0, count: nodeSize - bytes.count))
    try insert.bind(node, at: 1)
    try insert.bind(blob: bytes.span, at: 2)
    try insert.run()
  }

  /// Writes which nodes the features, or the nodes of the level below, are in.
  mutating func finishLevel() throws(SQLiteError) {
    let name = height == 0 ? "\(table)_rowid" : "\(table)_parent"
    let insert = try connection.prepare("INSERT INTO \(name.quotedIdentifier) VALUES (?, ?)")
    for member in members.sorted(by: { $0.id < $1.id }) {
      try insert.bind(member.id, at: 1)
      try insert.bind(member.node, at: 2)
      try insert.run()
    }
    members.removeAll(keepingCapacity: true)
  }
}

/// One entry of a node of an R-tree: a feature in a leaf, another node above the leaves.
private struct RTreeCell {
  /// The bytes of one cell in a node.
  static let size = 24

  let id: Int64
  private let west: Float
  private let east: Float
  private let south: Float
  private let north: Float

  /// Rounds outwards, so that no query misses the feature.
  init(id: Int64, box: Box) {
    self.id = id
    (west, south) = (Self.roundedDown(box.minX), Self.roundedDown(box.minY))
    (east, north) = (-Self.roundedDown(-box.maxX), -Self.roundedDown(-box.maxY))
  }

  init(node: Int64, around cells: ArraySlice<RTreeCell>) {
    id = node
    west = cells.reduce(.infinity) { min($0, $1.west) }
    east = cells.reduce(-.infinity) { max($0, $1.east) }
    south = cells.reduce(.infinity) { min($0, $1.south) }
    north = cells.reduce(-.infinity) { max($0, $1.north) }
  }

  /// Splits cells into compact nodes: vertical strips of equal counts, each cut across
  /// (sort-tile-recursive, Leutenegger et al. 1997).
  static func packed(_ cells: [RTreeCell], capacity: Int) -> [ArraySlice<RTreeCell>] {
    let nodeCount = (cells.count + capacity - 1) / capacity
    let stripCount = Int(Double(nodeCount).squareRoot().rounded(.up))
    let eastwards = cells.sorted { ($0.west + $0.east, $0.id) < ($1.west + $1.east, $1.id) }
    return evenParts(eastwards[...], stripCount).flatMap { strip in
      let northwards = strip.sorted {
        ($0.south + $0.north, $0.id) < ($1.south + $1.north, $1.id)
      }
      return evenParts(northwards[...], (strip.count + capacity - 1) / capacity)
    }
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(bigEndian: id)
    for edge in [west, east, south, north] { bytes.append(bigEndian: edge.bitPattern) }
  }

  private static func evenParts(
    _ cells: ArraySlice<RTreeCell>, _ count: Int
  ) -> [ArraySlice<RTreeCell>] {
    (0..<count).map { cells[($0 * cells.count / count)..<(($0 + 1) * cells.count / count)] }
  }

  private static func roundedDown(_ value: Double) -> Float {
    let nearest = Float(value)
    return Double(nearest) > value ? nearest.nextDown : nearest
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
