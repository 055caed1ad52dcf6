internal import Foundation
internal import Geometry
internal import Overlay

/// Finds the pieces of lines that lie beside other lines.
///
/// Lines are divided in chunks of a few segments under an index; a chunk is compared with those that
/// come near its box, segment by segment.
struct SideSearch {
  /// The greatest number of segments in a chunk.
  private static let chunkLength = 16

  /// Consecutive segments of a path, from one vertex to another.
  private struct Chunk {
    let path: Int
    let start: Int
    let end: Int
  }

  private let paths: PathSet
  private let strokes: Strokes
  private let chainage: Chainage
  private let distance: Double
  private let tangent: Double
  private let chunks: [Chunk]
  private let boxes: [Box]
  private let index: PackedIndex

  init(_ paths: PathSet, strokes: Strokes, chainage: Chainage, rule: BundleRule) {
    (self.paths, self.strokes, self.chainage) = (paths, strokes, chainage)
    distance = rule.distance
    tangent = tan(rule.angle * .pi / 180)
    chunks = Self.chunks(of: paths) { path in
      // A stroke that is shorter than the overlap cannot run beside another one for so long.
      strokes.lengths[Int(strokes.places[path].stroke)] >= rule.overlap
    }
    boxes = chunks.map { paths.box(ofVertices: $0.start..<$0.end + 1) }
    index = PackedIndex(boxes)
  }

  private static func chunks(of paths: PathSet, where isWanted: (_ path: Int) -> Bool) -> [Chunk] {
    var chunks: [Chunk] = []
    for path in 0..<paths.count where isWanted(path) {
      let vertices = paths.vertices(of: path)
      var start = vertices.lowerBound
      while start + 1 < vertices.upperBound {
        let end = min(start + chunkLength, vertices.upperBound - 1)
        chunks.append(Chunk(path: path, start: start, end: end))
        start = end
      }
    }
    return chunks
  }

  /// Returns all pieces.
  func survey() -> SideSurvey {
    var survey = SideSurvey()
    var candidates: [Int] = []
    var sides = Sides()
    for first in chunks.indices {
      candidates.removeAll(keepingCapacity: true)
      index.collect(meeting: boxes[first].grown(byMetres: distance), into: &candidates)
      for second in candidates where second > first {
        let (chunk, other) = (chunks[first], chunks[second])
        guard strokes.rows[chunk.path] != strokes.rows[other.path] else { continue }
        compare(chunk, other, boxes[second], &sides)
        if !sides.facings.isEmpty { append(&sides, of: chunk, other, to: &survey) }
      }
    }
    return survey
  }

  /// What two chunks share, while it is being found out.
  private struct Sides {
    var parts = ChunkParts()
    var otherParts = ChunkParts()
    /// Places of both chunks that face each other, one for every two segments that do.
    var facings: [(Double, Double)] = []

    mutating func removeAll() {
      parts.removeAll()
      otherParts.removeAll()
      facings.removeAll(keepingCapacity: true)
    }

    mutating func add(_ segment: Int, _ other: Int, _ overlap: SegmentOverlap) {
      parts.add(segment: segment, overlap.first)
      otherParts.add(segment: other, overlap.second)
      facings.append(
        (
          ChunkParts.middle(ofSegment: segment, overlap.first),
          ChunkParts.middle(ofSegment: other, overlap.second)
        ))
    }
  }

  /// Finds the parts of two chunks that lie side by side; the second one is in `otherBox`.
  private func compare(_ chunk: Chunk, _ other: Chunk, _ otherBox: Box, _ sides: inout Sides) {
    sides.removeAll()
    let near = otherBox.grown(byMetres: distance)
    // How much a box grows hardly differs between two that are near each other; twice is enough.
    let reach = SIMD2(otherBox.minX - near.minX, otherBox.minY - near.minY) * 2
    let xy = paths.xy.span
    for segment in chunk.start..<chunk.end {
      let a = Self.segment(segment, xy)
      guard Box(around: a).meets(near) else { continue }
      let low = pointwiseMin(a.start, a.end) - reach
      let high = pointwiseMax(a.start, a.end) + reach
      for otherSegment in other.start..<other.end {
        let b = Self.segment(otherSegment, xy)
        guard
          all((pointwiseMax(b.start, b.end) .>= low) .& (pointwiseMin(b.start, b.end) .<= high)),
          let overlap = SegmentOverlap(a, b, within: distance, tangent: tangent)
        else { continue }
        sides.add(segment - chunk.start, otherSegment - other.start, overlap)
      }
    }
  }

  private static func segment(_ first: Int, _ xy: Span<Double>) -> SegmentOverlap.Segment {
    (SIMD2(xy[2 * first], xy[2 * first + 1]), SIMD2(xy[2 * first + 2], xy[2 * first + 3]))
  }

  /// Takes over what two chunks share.
  private func append(
    _ sides: inout Sides, of chunk: Chunk, _ other: Chunk, to survey: inout SideSurvey
  ) {
    sides.parts.unite()
    sides.otherParts.unite()
    let first = Int32(truncatingIfNeeded: survey.pieces.count)
    append(sides.parts, of: chunk, beside: other, to: &survey.pieces)
    let second = Int32(truncatingIfNeeded: survey.pieces.count)
    append(sides.otherParts, of: other, beside: chunk, to: &survey.pieces)
    if sides.parts.all.count == 1 && sides.otherParts.all.count == 1 {
      survey.facings.append((first, second))
      return
    }
    for (place, otherPlace) in sides.facings {
      guard let part = sides.parts.part(at: place),
        let otherPart = sides.otherParts.part(at: otherPlace)
      else { continue }
      let facing = (
        first + Int32(truncatingIfNeeded: part), second + Int32(truncatingIfNeeded: otherPart)
      )
      if let last = survey.facings.last, last == facing { continue }
      survey.facings.append(facing)
    }
  }

  private func append(
    _ parts: ChunkParts, of chunk: Chunk, beside other: Chunk, to pieces: inout [SidePiece]
  ) {
    for part in parts.all {
      let (from, to) = (place(in: chunk, part.from), place(in: chunk, part.to))
      pieces.append(
        SidePiece(
          stroke: strokes.places[chunk.path].stroke, other: strokes.places[other.path].stroke,
          path: Int32(truncatingIfNeeded: chunk.path),
          otherPath: Int32(truncatingIfNeeded: other.path),
          number: Int32(truncatingIfNeeded: pieces.count),
          from: min(from, to), to: max(from, to)))
    }
  }

  /// The place along the stroke of so many segments from the start of a chunk: on the segment in
  /// proportion, which is off by about a metre in the middle of a segment of 10 km.
  private func place(in chunk: Chunk, _ segments: Double) -> Double {
    let whole = min(Int(segments), chunk.end - chunk.start - 1)
    let start = chainage.value(ofVertex: chunk.start + whole)
    let end = chainage.value(ofVertex: chunk.start + whole + 1)
    return strokes.place(
      onPath: chunk.path, at: start + (end - start) * (segments - Double(whole)))
  }
}

extension Box {
  /// The box around a segment.
  fileprivate init(around segment: SegmentOverlap.Segment) {
    let low = pointwiseMin(segment.start, segment.end)
    let high = pointwiseMax(segment.start, segment.end)
    self.init(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
  }
}
