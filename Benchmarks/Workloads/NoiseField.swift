import Foundation
import Geometry

/// A grid of heights like a landscape: noise whose octaves shrink by the root of two, so that its
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
    while cell >= 1.5 {
      addOctave(cell, amplitude, &numbers)
      cell /= 2
      amplitude /= 2.0.squareRoot()
    }
    let count = Double(heights.count)
    let mean = heights.reduce(0, +) / count
    let variance = heights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    for index in heights.indices {
      heights[index] = (heights[index] - mean) / variance.squareRoot()
    }
  }

  /// Adds random numbers on a lattice of `cell` grid steps, smoothly interpolated.
  private mutating func addOctave(
    _ cell: Double, _ amplitude: Double, _ numbers: inout NormalNumbers
  ) {
    let width = Int(Double(columns) / cell) + 2
    let lattice = (0..<width * (Int(Double(rows) / cell) + 2)).map { _ in numbers.normal() }
    for row in 0..<rows {
      let (i, v) = Self.split(Double(row) / cell)
      for column in 0..<columns {
        let (j, u) = Self.split(Double(column) / cell)
        let corner = i * width + j
        let low = lattice[corner] + u * (lattice[corner + 1] - lattice[corner])
        let high =
          lattice[corner + width] + u * (lattice[corner + width + 1] - lattice[corner + width])
        heights[row * columns + column] += amplitude * (low + v * (high - low))
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
}
