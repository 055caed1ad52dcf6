import Foundation
import Geometry

/// A grid of heights like a landscape: noise whose octaves shrink by a fifth, so that its
/// contours are fractal curves.
struct NoiseField {
  /// The number of columns and rows.
  let (columns, rows): (Int, Int)
  /// The heights, row by row; mean 0 and deviation 1.
  private(set) var heights: [Double]

  /// Draws a grid.
  init(columns: Int, rows: Int, numbers: inout NormalNumbers) {
    (self.columns, self.rows) = (columns, rows)
    heights = Array(repeating: 0, count: columns * rows)
    var cell = Double(max(columns, rows)) / 2
    var amplitude = 1.0
    while cell >= 0.75 {
      // The last octave fades in, so that a slightly finer grid has slightly more detail.
      addOctave(cell, amplitude * min(cell / 0.75 - 1, 1), &numbers)
      cell /= 2
      amplitude *= 0.8
    }
    let count = Double(heights.count)
    let mean = heights.reduce(0, +) / count
    let deviation =
      (heights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    for index in heights.indices { heights[index] = (heights[index] - mean) / deviation }
  }

  /// Adds random numbers on a lattice of `cell` grid steps, smoothly interpolated.
  private mutating func addOctave(
    _ cell: Double, _ amplitude: Double, _ numbers: inout NormalNumbers
  ) {
    let width = Int(Double(columns) / cell) + 2
    let lattice = (0..<width * (Int(Double(rows) / cell) + 2)).map { _ in
      amplitude * numbers.uniform(-1...1)
    }
    let across = (0..<columns).map { Self.split(Double($0) / cell) }
    var between = [Double](repeating: 0, count: width)
    let columns = columns
    for row in 0..<rows {
      let (i, v) = Self.split(Double(row) / cell)
      for j in 0..<width {
        let low = lattice[i * width + j]
        between[j] = low + v * (lattice[(i + 1) * width + j] - low)
      }
      heights.withUnsafeMutableBufferPointer { heights in
        for column in 0..<columns {
          let (j, u) = across[column]
          heights[row * columns + column] += between[j] + u * (between[j + 1] - between[j])
        }
      }
    }
  }

  /// Returns the lattice cell of a place, and how far it is across, eased at both ends.
  private static func split(_ place: Double) -> (cell: Int, eased: Double) {
    let cell = place.rounded(.down)
    let t = place - cell
    return (Int(cell), t * t * t * (t * (t * 6 - 15) + 10))
  }

  /// Replaces every height; `body` is given its place, 0...1 to the east and to the north.
  mutating func map(_ body: (_ x: Double, _ y: Double, _ height: Double) -> Double) {
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        heights[index] = body(
          Double(column) / Double(columns - 1), Double(row) / Double(rows - 1), heights[index])
      }
    }
  }

  /// Fills heights below zero that touch the land above zero only across a corner, so that no
  /// outline of the land meets itself.
  mutating func joinCorners() {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for row in 0..<rows - 1 {
        for column in 0..<columns - 1 {
          let index = row * columns + column
          let corners = [index, index + 1, index + columns + 1, index + columns]
          let land = corners.map { heights[$0] > 0 }
          guard land[0] == land[2], land[1] == land[3], land[0] != land[1] else { continue }
          heights[land[0] ? corners[1] : corners[0]] = 1
          hasChanged = true
        }
      }
    }
  }
}
