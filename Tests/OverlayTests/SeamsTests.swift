import Geometry
import Overlay
import Testing

/// East and west halves of a polygon over ±180°, with the seam at both ends.
private let halves = [
  [path((170, 0), (180, 0), (180, 10), (170, 10), (170, 0))],
  [path((-180, 0), (-170, 0), (-170, 10), (-180, 10), (-180, 0))],
]

@Suite("Seams")
struct SeamsTests {
  static let cases: [(line: [[Position]], contacts: [String], inside: Double)] = [
    // Inside all the way, in both directions.
    ([path((175, 5), (180, 5)), path((-180, 5), (-175, 5))], [], 10),
    ([path((-175, 5), (-180, 5)), path((180, 5), (175, 5))], [], 10),
    // Through and back.
    (
      [path((175, 5), (180, 5)), path((-180, 5), (-175, 5), (-180, 6)), path((180, 6), (175, 6))],
      [], 20 + 26.0.squareRoot() - 5
    ),
    // In from the outside and out at the other side.
    ([path((165, 5), (180, 5)), path((-180, 5), (-165, 5))], ["in 5.0", "out 25.0"], 20),
    // Past the corner in the seam: the outside on both sides.
    ([path((179, 11), (180, 10)), path((-180, 10), (-179, 11))], ["touch \(2.0.squareRoot())"], 0),
    // In through the corner.
    (
      [path((179, 11), (180, 10)), path((-180, 10), (-179, 9))], ["in \(2.0.squareRoot())"],
      2.0.squareRoot()
    ),
    // Along the northern edge over the seam.
    (
      [path((169, 10), (180, 10)), path((-180, 10), (-169, 10))], ["touch 1.0"], 0
    ),
    // Ending at the seam, coming to it and back, in paths that do not go on at the other side.
    ([path((175, 5), (180, 5))], [], 5),
    ([path((175, 5), (180, 5), (175, 5))], [], 10),
    ([path((-175, 4), (-180, 5), (-175, 6))], [], 2 * 26.0.squareRoot()),
    ([path((175, 5), (180, 5)), path((-180, 6), (-175, 6))], [], 10),
    ([path((175, 5), (180, 5)), path((180, 5), (175, 6))], [], 5 + 26.0.squareRoot()),
    // The ends of the seam are corners of the polygon.
    ([path((175, 5), (180, 10))], ["touch \(50.0.squareRoot())"], 50.0.squareRoot()),
    ([path((175, 11), (180, 10), (175, 12))], ["touch \(26.0.squareRoot())"], 0),
  ]

  @Test(arguments: cases)
  func `a line goes on at the other side of the seam`(
    line: [[Position]], contacts: [String], inside: Double
  ) async throws {
    let result = try await cut(line, halves)
    #expect(result.contacts == contacts)
    #expect(abs(result.inside - inside) < 1e-3)
  }

  @Test func `a line enters or leaves at the seam where a polygon has only one side`() async throws
  {
    let line = [path((165, 5), (180, 5)), path((-180, 5), (-165, 5))]
    #expect(try await cut(line, [halves[0]]).contacts == ["in 5.0", "out 15.0"])
    #expect(try await cut(line, [halves[1]]).contacts == ["in 15.0", "out 25.0"])
    // Paths that do not go on at the other side do not pass.
    let apart = [path((175, 5), (180, 5)), path((-180, 6), (-175, 6))]
    #expect(try await cut(apart, [halves[0]]).contacts == ["touch 5.0"])
    #expect(try await cut([path((-175, 5), (-180, 5), (-175, 6))], [halves[1]]).contacts.count == 1)
    // A run along the boundary up to the seam, and outside behind it.
    let along = [path((175, 5), (175, 10), (180, 10)), path((-180, 10), (-170, 10))]
    #expect(try await cut(along, [halves[0]]).contacts == ["out 5.0"])
    let hole = [
      halves[0], [halves[1][0], path((-180, 4), (-178, 4), (-178, 6), (-180, 6), (-180, 4))],
    ]
    #expect(try await cut(line, hole).contacts == ["in 5.0", "out 15.0", "in 17.0", "out 25.0"])
  }
}
