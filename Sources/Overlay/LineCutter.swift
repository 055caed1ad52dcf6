import Geometry

/// Cuts lines with polygons, one line and one polygon at a time, and measures what it finds.
struct LineCutter {
  /// What was found so far.
  private(set) var cuts: Cuts
  private let lines: LineColumn
  private let chainage: Chainage

  init(_ lines: LineColumn, _ chainage: Chainage) {
    self.lines = lines
    self.chainage = chainage
    cuts = Cuts(chainage)
  }

  /// Cuts one line with one polygon and adds what the two have in common.
  mutating func cut(
    _ row: Int, in strip: LineStrip, _ polygon: Int, with index: PolygonIndex
  ) throws {
    let cover = index.cover(of: strip.box(ofRow: row))
    if cover == .outside { return }
    let paths = lines.pathIndices(of: row).filter { !strip.box(ofPath: $0).isEmpty }
    var readings: [PathReading] = []
    for path in paths {
      let isAlone = paths.count == 1
      readings.append(
        try read(
          path, isAlone ? cover : index.cover(of: strip.box(ofPath: path)), in: strip, with: index))
    }
    if cover == .mixed { readings = Seams.joined(readings, with: index) }
    let (firstPiece, firstContact) = (cuts.pieces.count, cuts.contacts.count)
    for (path, reading) in zip(paths, readings) {
      try append(reading, row, polygon, chainage.ruler(ofPath: path, in: strip))
    }
    if paths.count > 1 { cuts.contacts[firstContact...].sort { $0.chainage < $1.chainage } }
    appendMeeting(row, polygon, cuts.pieces[firstPiece...], cuts.contacts[firstContact...])
  }

  private func read(
    _ path: Int, _ cover: Cover, in strip: LineStrip, with index: PolygonIndex
  ) throws -> PathReading {
    let span = PathSpan(lines.paths, path: path)
    if cover != .mixed { return PathReading(span, sides: Sides(cover == .inside)) }
    var tracer = PathTracer(span, along: index)
    let boxes = strip.chunkBoxes[strip.chunks(ofPath: path)]
    let trace = try tracer.run(firstVertex: lines.paths.vertices(of: path).lowerBound, boxes)
    return PathReading(trace, of: span)
  }

  /// Measures what one path and one polygon have in common.
  private mutating func append(
    _ reading: PathReading, _ line: Int, _ polygon: Int, _ ruler: PathRuler
  ) throws {
    for stretch in reading.stretches where stretch.sides.place != .outside {
      if cuts.pieces.count % 256 == 0 { try Task.checkCancellation() }
      cuts.pieces.append(
        Piece(
          line: line, polygon: polygon, sides: stretch.sides, from: stretch.from, to: stretch.to,
          fromChainage: ruler.chainage(at: stretch.from),
          toChainage: ruler.chainage(at: stretch.to),
          length: ruler.length(from: stretch.from, to: stretch.to)))
    }
    for contact in reading.contacts {
      if cuts.contacts.count % 256 == 0 { try Task.checkCancellation() }
      cuts.contacts.append(
        Contact(
          line: line, polygon: polygon, kind: contact.kind, at: contact.at,
          chainage: chainage(of: contact.at, ruler)))
    }
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
