import Geometry
import TestSupport
import Testing

/// A position on a lattice that doubles hold exactly, with its whole-number ordinates.
private struct LatticePosition {
  let x: Int128
  let y: Int128
  let position: Position

  init(_ x: Int64, _ y: Int64, scale: Double) {
    self.x = Int128(x)
    self.y = Int128(y)
    position = Position(Double(x) * scale, Double(y) * scale)
  }
}

private func exactOrientation(
  _ a: LatticePosition, _ b: LatticePosition, _ c: LatticePosition
) -> Int {
  let determinant = (a.x - c.x) * (b.y - c.y) - (a.y - c.y) * (b.x - c.x)
  return determinant.signum() == 0 ? 0 : (determinant > 0 ? 1 : -1)
}

@Test func `left is positive, right negative, on the line zero`() {
  let (a, b) = (Position(0, 0), Position(4, 2))
  #expect(orientation(a, b, Position(0, 1)) == 1)
  #expect(orientation(a, b, Position(0, -1)) == -1)
  #expect(orientation(a, b, Position(2, 1)) == 0)
  #expect(orientation(a, b, Position(-8, -4)) == 0)
  #expect(orientation(a, a, Position(1, 5)) == 0)
}

@Test(arguments: UInt64(1)...6)
func `orientation agrees with whole numbers where rounding hides the sign`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let scale = [1, 0x1p-20, 0x1p-48, 0x1p-40][Int(seed % 4)]
  for _ in 0..<4000 {
    // Nearly collinear: c is a multiple of the step from a to b, moved by at most one lattice unit.
    let a = (
      Int64.random(in: -1_000_000...1_000_000, using: &random),
      Int64.random(in: -9...9, using: &random)
    )
    let step = (
      Int64.random(in: -4_000_000...4_000_000, using: &random),
      Int64.random(in: -999_999...999_999, using: &random)
    )
    let times = (
      Int64.random(in: 1...900, using: &random), Int64.random(in: 1...900, using: &random)
    )
    func at(_ k: Int64, _ dx: Int64, _ dy: Int64) -> LatticePosition {
      LatticePosition(a.0 + k * step.0 + dx, a.1 + k * step.1 + dy, scale: scale)
    }
    let (p, q) = (at(0, 0, 0), at(times.0, 0, 0))
    let r = at(
      times.1, Int64.random(in: -1...1, using: &random), Int64.random(in: -1...1, using: &random))
    let expected = exactOrientation(p, q, r)
    #expect(orientation(p.position, q.position, r.position) == expected)
    #expect(orientation(q.position, r.position, p.position) == expected)
    #expect(orientation(q.position, p.position, r.position) == -expected)
  }
}

@Test func `orientation is exact far from the lattice, too`() {
  // 0.1 + 0.2 is not 0.3 in doubles: the three positions are not on one line, by one part in 2⁵⁴.
  let (a, b) = (Position(0.1, 0.1), Position(0.3, 0.3))
  #expect(orientation(a, b, Position(0.1 + 0.2, 0.3)) == -1)
  #expect(orientation(a, b, Position(0.3, 0.1 + 0.2)) == 1)
  #expect(orientation(a, b, Position(0.2, 0.2)) == 0)
  #expect(orientation(Position(1e-30, 1e30), Position(3, -1e30), Position(1e-30, 1e30)) == 0)
}

@Test(arguments: UInt64(1)...4)
func `how two segments meet does not depend on their order or direction`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  func position() -> Position {
    Position(
      Double(Int.random(in: 0...4, using: &random)), Double(Int.random(in: 0...4, using: &random)))
  }
  for _ in 0..<3000 {
    let (a, b, c, d) = (position(), position(), position(), position())
    guard a != b && c != d else { continue }
    let expected = meetingByCounting(a, b, c, d)
    #expect(meeting(a, b, c, d) == expected)
    #expect(meeting(c, d, b, a) == expected)
    #expect(meeting(b, a, d, c) == expected)
  }
}

/// A second, plain implementation for ordinates 0...4: solves for the parameters in whole numbers.
private func meetingByCounting(
  _ a: Position, _ b: Position, _ c: Position, _ d: Position
) -> SegmentMeeting {
  let r = (Int(b.x - a.x), Int(b.y - a.y))
  let s = (Int(d.x - c.x), Int(d.y - c.y))
  let w = (Int(c.x - a.x), Int(c.y - a.y))
  let cross = r.0 * s.1 - r.1 * s.0
  if cross != 0 {
    let sign = cross.signum()
    let (t, u, whole) = (
      sign * (w.0 * s.1 - w.1 * s.0), sign * (w.0 * r.1 - w.1 * r.0), cross.magnitude
    )
    guard (0...Int(whole)).contains(t) && (0...Int(whole)).contains(u) else { return .apart }
    return t == 0 || u == 0 || t == Int(whole) || u == Int(whole) ? .touch : .crossing
  }
  guard w.0 * r.1 == w.1 * r.0 else { return .apart }
  let length = r.0 * r.0 + r.1 * r.1
  let from = w.0 * r.0 + w.1 * r.1
  let to = from + s.0 * r.0 + s.1 * r.1
  let (low, high) = (max(0, min(from, to)), min(length, max(from, to)))
  return low > high ? .apart : (low == high ? .touch : .overlap)
}
