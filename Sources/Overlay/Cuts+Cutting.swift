import Geometry

extension Cuts {
  /// Cuts one line with one polygon and adds what the two have in common.
  mutating func append(
    _ row: Int, of lines: LineColumn, _ strip: LineStrip, _ polygon: Int, _ index: PolygonIndex
  ) throws {
    if index.cover(of: strip.box(ofRow: row)) == .outside { return }
    var readings: [PathReading] = []
    for path in lines.pathIndices(of: row) where !strip.box(ofPath: path).isEmpty {
      let span = PathSpan(lines.paths, path: path)
      switch index.cover(of: strip.box(ofPath: path)) {
      case .inside: readings.append(PathReading(span, sides: Sides(true)))
      case .outside: readings.append(PathReading(span, sides: Sides(false)))
      case .mixed:
        var tracer = PathTracer(span, along: index)
        let trace = try tracer.run(
          firstVertex: lines.paths.vertices(of: path).lowerBound,
          strip.chunkBoxes[strip.chunks(ofPath: path)])
        readings.append(PathReading(trace, of: span))
      }
    }
    try append(Seams.joined(readings, with: index), line: row, polygon: polygon)
  }

  /// Measures the readings of one line and one polygon and adds them, if the two meet.
  private mutating func append(_ readings: [PathReading], line: Int, polygon: Int) throws {
    let (firstPiece, firstContact) = (pieces.count, contacts.count)
    for reading in readings {
      for stretch in reading.stretches where stretch.sides.place != .outside {
        if pieces.count % 256 == 0 { try Task.checkCancellation() }
        pieces.append(
          Piece(
            line: line, polygon: polygon, sides: stretch.sides, from: stretch.from, to: stretch.to,
            fromChainage: chainage.value(at: stretch.from),
            toChainage: chainage.value(at: stretch.to),
            length: chainage.length(from: stretch.from, to: stretch.to)))
      }
      for contact in reading.contacts {
        if contacts.count % 256 == 0 { try Task.checkCancellation() }
        contacts.append(
          Contact(
            line: line, polygon: polygon, kind: contact.kind, at: contact.at,
            chainage: chainage.value(at: contact.at)))
      }
    }
    if readings.count > 1 { contacts[firstContact...].sort { $0.chainage < $1.chainage } }
    appendMeeting(line, polygon, pieces[firstPiece...], contacts[firstContact...])
  }

  private mutating func appendMeeting(
    _ line: Int, _ polygon: Int, _ pieces: ArraySlice<Piece>, _ contacts: ArraySlice<Contact>
  ) {
    if pieces.isEmpty && contacts.isEmpty { return }
    let touches = contacts.count { $0.kind == .touch }
    meetings.append(
      Meeting(
        line: line, polygon: polygon,
        insideLength: pieces.lazy.filter { $0.place == .inside }.map(\.length).reduce(0, +),
        boundaryLength: pieces.lazy.filter { $0.place == .boundary }.map(\.length).reduce(0, +),
        crossings: contacts.count - touches, touches: touches))
  }
}
