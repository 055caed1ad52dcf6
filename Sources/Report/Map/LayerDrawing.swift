internal import Geometry
internal import Overlay
internal import Permeability

/// The features of a layer as paths: one for every class, kind of geometry and tooltip.
struct LayerDrawing {
  /// What becomes one path.
  struct Group: Hashable {
    let classIndex: Int
    let kind: Symbol.Kind
    let tooltip: String
  }

  /// The groups in the order in which they are drawn: the first class last, within a class areas
  /// below lines and lines below points.
  private(set) var paths: [(group: Group, data: PathData)]

  /// The group of every feature; nil for those without geometry.
  private let numbers: [Int?]
  private let layer: MapLayer
  private let projection: MapProjection
  private let frame: MapFrame

  /// Draws a layer, and of background layers what reaches into the frame.
  init(
    _ layer: MapLayer, on projection: MapProjection, in frame: MapFrame, tolerance: Double
  ) {
    (self.layer, self.projection, self.frame) = (layer, projection, frame)
    var found: [Group: Int] = [:]
    var groups: [Group] = []
    numbers = (0..<layer.count).map { row in
      guard let kind = Symbol.Kind(layer.geometry.kinds[row]) else { return nil }
      let group = Group(
        classIndex: layer.classIndices[row], kind: kind, tooltip: layer.tooltips[row])
      if let number = found[group] { return number }
      found[group] = groups.count
      groups.append(group)
      return groups.count - 1
    }
    paths = groups.map { ($0, PathData(tolerance: tolerance)) }
    appendPolygons()
    appendLines()
    appendPoints()
    paths = paths.filter { !$0.data.bytes.isEmpty }.enumerated()
      .sorted { $0.element.group.order($0.offset) < $1.element.group.order($1.offset) }
      .map(\.element)
  }

  private mutating func appendPolygons() {
    let polygons = layer.geometry.polygons
    let drawn = drawn(polygons.rings)
    for (slot, row) in layer.geometry.rows(of: .polygon).enumerated() {
      guard let number = numbers[row] else { continue }
      for part in polygons.partIndices(of: slot) {
        let rings = polygons.ringIndices(ofPart: part)
        // What the shell does not reach its holes do not.
        guard let shell = rings.first, isVisible(drawn, shell..<shell + 1) else { continue }
        for ring in rings {
          drawn.withPath(at: ring) { paths[number].data.appendRing($0, isHole: ring != shell) }
        }
      }
    }
  }

  /// Lines that go on from one another are drawn as one: cut at every junction and bridge they would
  /// be nothing but dots.
  private mutating func appendLines() {
    let lines = layer.geometry.lines
    let drawn = drawn(lines.paths)
    let families = layer.geometry.rows(of: .line).compactMap { numbers[$0].map(Int32.init) }
    let strokes = Strokes(lines, families: families, Chainage(lines, by: .planar))
    for run in strokes.paths() {
      guard let first = run.first else { continue }
      let box = run.reduce(into: Box.empty) { $0.formUnion(drawn.box(of: $1..<$1 + 1)) }
      guard box.meets(frame.box) else { continue }
      let xy = Self.joined(run, strokes, drawn)
      paths[Int(families[Int(strokes.rows[first])])].data.appendLine(xy.span)
    }
  }

  private mutating func appendPoints() {
    let points = layer.geometry.points
    let drawn = drawn(points.paths)
    for (slot, row) in layer.geometry.rows(of: .point).enumerated() {
      guard let number = numbers[row] else { continue }
      for vertex in drawn.vertices(of: slot) {
        let place = drawn.position(at: vertex)
        if frame.box.contains(x: place.x, y: place.y) {
          paths[number].data.appendDot(x: place.x, y: place.y)
        }
      }
    }
  }

  /// The paths of a stroke, in order, as one.
  private static func joined(
    _ run: [Int], _ strokes: Strokes, _ drawn: PathSet
  ) -> [Double] {
    var xy: [Double] = []
    for path in run {
      let vertices = drawn.vertices(of: path)
      for step in 0..<vertices.count {
        let vertex =
          strokes.places[path].isReversed
          ? vertices.upperBound - 1 - step : vertices.lowerBound + step
        let place = drawn.position(at: vertex)
        xy.append(place.x)
        xy.append(place.y)
      }
    }
    return xy
  }

  /// Paths on the drawing, in tenths of a pixel; vertices without an image are left out.
  private func drawn(_ paths: PathSet) -> PathSet {
    var xy = projection.plane(paths.xy)
    frame.draw(&xy)
    var drawn = PathSet()
    drawn.reserve(vertices: paths.vertexCount)
    for path in 0..<paths.count {
      for vertex in paths.vertices(of: path)
      where xy[2 * vertex].isFinite && xy[2 * vertex + 1].isFinite {
        drawn.append(x: xy[2 * vertex], y: xy[2 * vertex + 1])
      }
      drawn.endPath()
    }
    return drawn
  }

  private func isVisible(_ drawn: PathSet, _ paths: Range<Int>) -> Bool {
    drawn.box(of: paths).meets(frame.box)
  }
}

extension LayerDrawing.Group {
  /// Where the group is drawn, for a group that is the `number`th to appear.
  fileprivate func order(_ number: Int) -> (Int, Int, Int) {
    let level =
      switch kind {
      case .area: 0
      case .line: 1
      case .point: 2
      }
    return (-classIndex, level, number)
  }
}

extension Symbol.Kind {
  /// What a geometry is drawn as; nil for none.
  init?(_ kind: GeometryKind) {
    switch kind {
    case .none: return nil
    case .point: self = .point
    case .line: self = .line
    case .polygon: self = .area
    }
  }
}
