import Geometry
import Overlay
import Testing

/// Shorthand for positions with whole ordinates.
func path(_ ordinates: (Double, Double)...) -> [Position] { ordinates.map { Position($0.0, $0.1) } }

/// Cuts one line with one polygon in the plane and says what came out, in short.
func cut(_ line: [[Position]], _ polygon: [[[Position]]]) async throws -> (
  inside: Double, boundary: Double, contacts: [String], cuts: Cuts
) {
  let overlay = try await PolygonOverlay(PolygonColumn([polygon]), measuredBy: .planar)
  let cuts = try await overlay.cut(LineColumn([line]))
  return (
    cuts.meetings.first?.insideLength ?? 0, cuts.meetings.first?.boundaryLength ?? 0,
    cuts.contacts.map { "\($0.kind.rawValue) \($0.chainage)" }, cuts
  )
}

/// A line and what is expected of it.
struct Case: Sendable, CustomTestStringConvertible {
  let line: [Position]
  let inside: Double
  let boundary: Double
  let contacts: [String]

  init(_ line: [Position], _ inside: Double, _ boundary: Double, _ contacts: [String]) {
    self.line = line
    self.inside = inside
    self.boundary = boundary
    self.contacts = contacts
  }

  var testDescription: String { line.map { "\($0.x),\($0.y)" }.joined(separator: " ") }
}

let square = [path((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))]
let squareWithHole = square + [path((4, 4), (4, 6), (6, 6), (6, 4), (4, 4))]
/// A hole whose corner touches the western edge of the shell.
let squareWithTouchingHole = square + [path((0, 5), (3, 7), (3, 3), (0, 5))]

@Suite("Worked cases")
struct WorkedCases {
  @Test(arguments: [
    // Plain.
    Case(path((-5, 5), (15, 5)), 10.0, 0.0, ["in 5.0", "out 15.0"]),
    Case(path((2, 2), (8, 8), (2, 8)), 72.0.squareRoot() + 6, 0, []),
    Case(path((-5, -5), (-1, -1)), 0, 0, []),
    // Through a corner: in and out, or only touching.
    Case(path((-5, -5), (5, 5)), 50.0.squareRoot(), 0, ["in \(50.0.squareRoot())"]),
    Case(path((-5, 5), (5, -5)), 0, 0, ["touch \(50.0.squareRoot())"]),
    // Along an edge, and on from it.
    Case(path((-5, 0), (15, 0)), 0, 10, ["touch 5.0"]),
    Case(path((-5, 0), (5, 0), (5, 5)), 5, 5, ["in 10.0"]),
    Case(path((5, 5), (5, 0), (15, 0)), 5, 5, ["out 5.0"]),
    Case(path((0, 0), (10, 0), (10, 10), (0, 10), (0, 0)), 0, 40, ["touch 0.0"]),
    // Starting and ending on the boundary.
    Case(path((0, 5), (10, 5)), 10, 0, ["touch 0.0", "touch 10.0"]),
    Case(path((0, 5), (-5, 5)), 0, 0, ["touch 0.0"]),
    Case(path((2, 0), (8, 0)), 0, 6, ["touch 0.0"]),
    // A vertex of the line on an edge: through it, back from it, along it.
    Case(path((-5, 5), (0, 5), (5, 5)), 5, 0, ["in 5.0"]),
    Case(path((-5, 2), (0, 5), (-5, 8)), 0, 0, ["touch \(34.0.squareRoot())"]),
    Case(path((5, 2), (0, 5), (5, 8)), 2 * 34.0.squareRoot(), 0, ["touch \(34.0.squareRoot())"]),
    Case(path((-5, 5), (0, 5), (-5, 5)), 0, 0, ["touch 5.0"]),
    Case(path((5, 5), (0, 5), (5, 5)), 10, 0, ["touch 5.0"]),
    // Turning back on an edge.
    Case(path((2, 0), (8, 0), (2, 0)), 0, 12, ["touch 0.0"]),
    Case(path((5, 5), (5, 0), (8, 0), (5, 0), (5, 5)), 10, 6, ["touch 5.0"]),
    // Repeated vertices.
    Case(path((-5, 5), (-5, 5), (0, 5), (0, 5), (0, 5), (5, 5)), 5, 0, ["in 5.0"]),
    // Closed lines, starting inside, outside and on the boundary.
    Case(path((5, 5), (15, 5), (15, 8), (5, 8), (5, 5)), 13, 0, ["out 5.0", "in 18.0"]),
    Case(path((10, 5), (15, 5), (15, 8), (5, 8), (5, 5), (10, 5)), 13, 0, ["out 0.0", "in 13.0"]),
    Case(path((10, 5), (15, 7), (15, 3), (10, 5)), 0, 0, ["touch 0.0"]),
  ])
  func `a line and a square`(
    _ expected: Case
  ) async throws {
    let result = try await cut([expected.line], [square])
    #expect(result.inside == expected.inside)
    #expect(result.boundary == expected.boundary)
    #expect(result.contacts == expected.contacts)
    // The orientation and the start of the ring mean nothing.
    let turned = Array(square[0][2...]) + square[0][1...2]
    let reversed = try await cut([expected.line], [[turned.reversed()]])
    #expect(reversed.contacts == expected.contacts)
    #expect(reversed.boundary == expected.boundary)
  }

  @Test(arguments: [
    Case(path((-5, 5), (15, 5)), 8.0, 0.0, ["in 5.0", "out 9.0", "in 11.0", "out 15.0"]),
    Case(path((5, 5), (5.5, 5.5)), 0, 0, []),
    Case(path((2, 4), (8, 4)), 4, 2, ["touch 2.0"]),
    Case(
      path((2, 2), (6, 6), (8, 8)), 5.656854249492381, 0,
      ["out 2.8284271247461903", "in 5.656854249492381"]
    ),
    Case(path((4, 5), (6, 5)), 0, 0, ["touch 0.0", "touch 2.0"]),
    Case(path((2, 6), (4, 4), (6, 2)), 5.656854249492381, 0, ["touch 2.8284271247461903"]),
  ])
  func `a line and a square with a hole`(
    _ expected: Case
  ) async throws {
    let result = try await cut([expected.line], [squareWithHole])
    #expect(abs(result.inside - expected.inside) < 1e-14)
    #expect(result.boundary == expected.boundary)
    #expect(result.contacts == expected.contacts)
  }

  @Test func `a hole that touches the shell lets the line in or keeps it out`() async throws {
    let intoHole = try await cut([path((-5, 5), (5, 5))], [squareWithTouchingHole])
    #expect(intoHole.contacts == ["touch 5.0", "in 8.0"])
    #expect(abs(intoHole.inside - 2) < 1e-14)
    let past = try await cut([path((-5, 0), (5, 10))], [squareWithTouchingHole])
    #expect(past.cuts.contacts.map(\.kind) == [.entry, .touch])
  }

  @Test func `an edge that two parts share is no boundary`() async throws {
    let parts = [square, [path((10, 0), (20, 0), (20, 10), (10, 10), (10, 0))]]
    let across = try await cut([path((-5, 5), (25, 5))], parts)
    #expect(across.contacts == ["in 5.0", "out 25.0"])
    #expect(across.inside == 20)
    let along = try await cut([path((10, -5), (10, 15))], parts)
    #expect(along.contacts == ["in 5.0", "out 15.0"])
    #expect(along.inside == 10)
    #expect(along.boundary == 0)
    #expect(along.cuts.pieces.count == 1)
  }

  @Test func `parts that meet in a corner make one place of two`() async throws {
    let parts = [square, [path((10, 10), (20, 10), (20, 20), (10, 20), (10, 10))]]
    let through = try await cut([path((5, 5), (15, 15))], parts)
    #expect(through.contacts == ["touch \(50.0.squareRoot())"])
    let between = try await cut([path((5, 15), (15, 5))], parts)
    #expect(between.contacts == ["touch \(50.0.squareRoot())"])
    #expect(between.inside == 0)
  }

  @Test func `a line of several paths has one chainage and contacts of each path`() async throws {
    let result = try await cut([path((-5, 5), (5, 5)), path((5, 7), (15, 7))], [square])
    #expect(result.contacts == ["in 5.0", "out 15.0"])
    #expect(result.cuts.pieces.map(\.fromChainage) == [5, 10])
    #expect(result.cuts.pieces.map(\.toChainage) == [10, 15])
    #expect(result.cuts.chainage.lengths == [20])
  }

  @Test func `a line cut at the antimeridian goes on at the other side`() async throws {
    let polygon = [
      [path((170, 0), (180, 0), (180, 10), (170, 10), (170, 0))],
      [path((-180, 0), (-170, 0), (-170, 10), (-180, 10), (-180, 0))],
    ]
    let line = [path((165, 5), (180, 5)), path((-180, 5), (-165, 5))]
    let result = try await cut(line, polygon)
    #expect(result.inside == 20)
    #expect(result.contacts == ["in 5.0", "out 25.0"])
    let half = try await cut(line, [polygon[0]])
    #expect(half.contacts == ["in 5.0", "out 15.0"])
  }

  @Test func `lines without length and empty columns meet nothing`() async throws {
    #expect(try await cut([path((5, 5), (5, 5))], [square]).cuts.meetings.isEmpty)
    #expect(try await cut([], [square]).cuts.meetings.isEmpty)
    #expect(try await cut([path((0, 0), (1, 1))], []).cuts.meetings.isEmpty)
  }

  @Test func `overlapping and tiling polygons are cut with on their own`() async throws {
    let east = [path((10, 0), (20, 0), (20, 10), (10, 10), (10, 0))]
    let middle = [path((5, 0), (15, 0), (15, 10), (5, 10), (5, 0))]
    let overlay = try await PolygonOverlay(
      PolygonColumn([[square], [east], [middle]]), measuredBy: .planar)
    let cuts = try await overlay.cut(
      LineColumn([[path((-5, 5), (25, 5))], [path((10, 2), (10, 8))]]))
    #expect(cuts.meetings.map { $0.insideLength.rounded() } == [10, 10, 10, 0, 0, 6])
    #expect(cuts.meetings.map(\.boundaryLength) == [0, 0, 0, 6, 6, 0])
    #expect(cuts.meetings.map(\.line) == [0, 0, 0, 1, 1, 1])
  }
}
