import Geometry

/// Cuts lines with polygons, one line and one polygon at a time, and measures what it finds.
struct LineCutter {
  /// What was found so far.
  private(set) var cuts: Cuts
  private let lines: LineColumn
  private let chainage: Chainage
  /// Room that is used again for every path.
  private var room = PathTracer.Room()

  init(_ lines: LineColumn, _ chainage: Chainage) {
    self.lines = lines
    self.chainage = chainage
    cuts = Cuts(chainage)
  }

  /// Cuts one line with one polygon and adds what the two have in common.
  mutating func cut(
    _ row: Int, in strip: LineStrip, _ polygon: Int, with index: PolygonIndex
  ) throws {
    let (firstPiece, firstContact) = (cuts.pieces.count, cuts.contacts.count)
    switch index.cover(of: strip.box(ofRow: row)) {
    case .outside: return
    case .inside: appendWhole(row, in: strip, polygon)
    case .mixed: try trace(row, in: strip, polygon, with: index)
    }
    appendMeeting(row, polygon, cuts.pieces[firstPiece...], cuts.contacts[firstContact...])
  }

  /// Adds all paths of a line that lies inside.
  private mutating func appendWhole(_ row: Int, in strip: LineStrip, _ polygon: Int) {
    for path in lines.pathIndices(of: row) {
      guard let span = PathSpan(lines.paths, path: path) else { continue }
      append(
        PathReading.Stretch(sides: Sides(true), from: span.start, to: span.end), row, polygon,
        PathRuler(strip: strip, path: path))
    }
  }

  /// Walks the paths of a line, which may go on from one to the next at the antimeridian.
  private mutating func trace(
    _ row: Int, in strip: LineStrip, _ polygon: Int, with index: PolygonIndex
  ) throws {
    var readings: [PathReading] = []
    for path in lines.pathIndices(of: row) {
      guard let span = PathSpan(lines.paths, path: path) else { continue }
      readings.append(try read(span, in: strip, with: index))
    }
    for reading in Seams.joined(readings, with: index) {
      try append(reading, row, polygon, PathRuler(strip: strip, path: reading.path))
    }
  }

  private mutating func read(
    _ span: PathSpan, in strip: LineStrip, with index: PolygonIndex
  ) throws -> PathReading {
    let cover = index.cover(of: strip.box(ofPath: span.path))
    if cover != .mixed { return PathReading(span, sides: Sides(cover == .inside)) }
    var tracer = PathTracer(span, along: index)
    let boxes = strip.chunkBoxes[strip.chunks(ofPath: span.path)]
    let first = lines.paths.vertices(of: span.path).lowerBound
    return PathReading(try tracer.run(firstVertex: first, boxes, in: &room), of: span)
  }

  /// Measures what one path and one polygon have in common.
  private mutating func append(
    _ reading: PathReading, _ line: Int, _ polygon: Int, _ ruler: PathRuler
  ) throws {
    for stretch in reading.stretches where stretch.sides.place != .outside {
      if cuts.pieces.count % 256 == 0 { try Task.checkCancellation() }
      append(stretch, line, polygon, ruler)
    }
    for contact in reading.contacts {
      if cuts.contacts.count % 256 == 0 { try Task.checkCancellation() }
      cuts.contacts.append(
        Contact(
          line: line, polygon: polygon, kind: contact.kind, at: contact.at,
          chainage: chainage(of: contact.at, ruler)))
    }
  }

  private mutating func append(
    _ stretch: PathReading.Stretch, _ line: Int, _ polygon: Int, _ ruler: PathRuler
  ) {
    cuts.pieces.append(
      Piece(
        line: line, polygon: polygon, sides: stretch.sides, from: stretch.from, to: stretch.to,
        fromChainage: ruler.chainage(at: stretch.from), toChainage: ruler.chainage(at: stretch.to),
        length: ruler.length(from: stretch.from, to: stretch.to)))
  }

  /// A contact at the antimeridian may lie on another path of the line.
  private func chainage(of place: CutPosition, _ ruler: PathRuler) -> Double {
    let isOnPath = lines.paths.vertices(of: ruler.path).contains(place.segment)
    return isOnPath ? ruler.chainage(at: place) : chainage.value(at: place)
  }

  private mutating func appendMeeting(
    _ line: Int, _ polygon: Int, _ pieces: ArraySlice<Piece>, _ contacts: ArraySlice<Contact>
  ) {
    if pieces.isEmpty && contacts.isEmpty { return }
    let touches = contacts.count { $0.kind == .touch }
    cuts.meetings.append(
      Meeting(
        line: line, polygon: polygon,
        insideLength: pieces.lazy.filter { $0.place == .inside }.map(\.length).reduce(0, +),
        boundaryLength: pieces.lazy.filter { $0.place == .boundary }.map(\.length).reduce(0, +),
        crossings: contacts.count - touches, touches: touches))
  }
}
