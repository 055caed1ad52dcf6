public import Geometry
internal import Overlay

/// Which lines run side by side, and where.
///
/// Lines of the same family side by side are *twins*: tracks or carriageways of one feature. Lines of
/// different families are a *bundle*: obstacles that must all be passed. A line is beside another
/// exactly where the other is beside it; neither the order of the lines nor the way in which they
/// were digitised matters.
///
/// See <doc:SideBySide> for how they are found.
public struct Bundles: Sendable {
  /// All stretches along which another line runs, line by line, in the order of their chainages.
  public let stretches: [BundledStretch]
  /// The runs of strokes that every stretch is in.
  let sides: [Set<BundleSide>]
  /// The first stretch of every line, and behind the last line the end.
  let starts: [Int]
  /// A number for the family of every line.
  let families: [Int32]

  /// Finds the bundles among some lines.
  ///
  /// - Parameters:
  ///   - lines: Lines in longitude and latitude.
  ///   - families: What every line is: equal for lines that are one feature where they run side by
  ///     side.
  ///   - rule: When lines run side by side.
  /// - Complexity: O(*n* log *n*) in the number of segments, and linear in the number of pairs of
  ///   short runs of segments that come within the distance of each other.
  public init<Family: Hashable>(of lines: LineColumn, families: [Family], rule: BundleRule) {
    precondition(families.count == lines.count, "there must be a family for every line")
    var numbers: [Family: Int32] = [:]
    self.families = families.map { family in
      let number = numbers[family] ?? Int32(truncatingIfNeeded: numbers.count)
      numbers[family] = number
      return number
    }
    let chainage = Chainage(lines, by: .geodesic)
    let strokes = Strokes(lines, families: self.families, chainage)
    let search = SideSearch(lines.paths, strokes: strokes, chainage: chainage, rule: rule)
    let pieces = SideRuns(search.survey(), gap: rule.gap)
      .pieces(ofRunsOverlappingFor: rule.overlap, in: strokes)
    let built = Self.stretches(pieces, strokes, self.families)
    stretches = built.stretches.map(\.stretch)
    sides = built.stretches.map(\.sides)
    starts = built.starts
  }

  /// Takes bundles that were found before.
  init(
    stretches: [BundledStretch], sides: [Set<BundleSide>], starts: [Int], families: [Int32]
  ) {
    (self.stretches, self.sides) = (stretches, sides)
    (self.starts, self.families) = (starts, families)
  }

  /// Turns pieces along strokes into stretches along lines.
  private static func stretches(
    _ pieces: [SidePiece], _ strokes: Strokes, _ families: [Int32]
  ) -> (stretches: [StretchBuilder.Stretch], starts: [Int]) {
    let rows = strokes.rows
    var stretches: [StretchBuilder.Stretch] = []
    var starts = [0]
    let pieces = pieces.sorted { rows[Int($0.path)] < rows[Int($1.path)] }
    var next = 0
    for row in families.indices {
      var builder = StretchBuilder(line: row, families: families)
      while next < pieces.count && Int(rows[Int(pieces[next].path)]) == row {
        let (piece, path) = (pieces[next], Int(pieces[next].path))
        let ends = [piece.from, piece.to].map { strokes.chainage(onPath: path, at: $0) }
        for side in piece.isLoop ? [piece.side, piece.side.opposite] : [piece.side] {
          builder.add(
            Int(rows[Int(piece.otherPath)]), side: side, from: min(ends[0], ends[1]),
            to: max(ends[0], ends[1]))
        }
        next += 1
      }
      stretches += builder.stretches()
      starts.append(stretches.count)
    }
    return (stretches, starts)
  }

  /// Returns the stretches of one line along which another runs.
  public func stretches(of line: Int) -> ArraySlice<BundledStretch> {
    stretches[starts[line]..<starts[line + 1]]
  }

  /// Returns the stretch of a line at a chainage, ends included; nil where nothing runs beside it.
  ///
  /// - Complexity: O(log *n*) in the number of stretches of the line.
  public func stretch(of line: Int, at chainage: Double) -> BundledStretch? {
    index(of: line, at: chainage).map { stretches[$0] }
  }

  /// The runs of strokes in which a line lies at a chainage.
  func sides(of line: Int, at chainage: Double) -> Set<BundleSide> {
    index(of: line, at: chainage).map { sides[$0] } ?? []
  }

  private func index(of line: Int, at chainage: Double) -> Int? {
    let own = stretches(of: line)
    let index = own.partitionIndex { $0.to >= chainage }
    return index < own.endIndex && own[index].from <= chainage ? index : nil
  }
}
