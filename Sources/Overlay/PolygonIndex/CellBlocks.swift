/// What is known of every cell: whether edges may touch it, and where none does, whether it lies
/// inside; in blocks of 8 × 8 cells, whose bits are the cells row by row.
struct CellBlocks: Sendable {
  struct Block: Sendable {
    /// The cells that edges may touch.
    var mixed: UInt64 = 0
    /// Of the other cells, those inside; nothing is said of the mixed ones.
    var inside: UInt64 = 0
    /// The number of mixed cells in all blocks before.
    var rank: UInt32 = 0
  }

  private let blockColumns: Int
  private let blockRows: Int
  private var blocks: [Block]
  /// For the blocks south-west of a corner, how many are not wholly inside and not wholly outside.
  private var sums: [SIMD2<UInt32>] = []

  /// The number of mixed cells.
  private(set) var mixedCount = 0

  init(_ frame: CellFrame) {
    blockColumns = (frame.columns + 7) / 8
    blockRows = (frame.rows + 7) / 8
    blocks = Array(repeating: Block(), count: blockColumns * blockRows)
  }

  /// Numbers a cell: block and bit.
  @inline(__always)
  func number(column: Int, row: Int) -> Int {
    ((row &>> 3) &* blockColumns &+ (column &>> 3)) &<< 6 | (row & 7) &<< 3 | (column & 7)
  }

  /// Says that edges may touch a cell.
  @inline(__always)
  mutating func mark(_ cell: Int) { blocks[cell &>> 6].mixed |= 1 &<< UInt64(cell & 63) }

  /// Says that an edge passes through the middle of a column: the inside changes for all cells from
  /// this one to the south.
  @inline(__always)
  mutating func flip(_ cell: Int) { blocks[cell &>> 6].inside ^= 1 &<< UInt64(cell & 63) }

  /// Makes inside of flips, and everything that is derived.
  mutating func finish() {
    for column in 0..<blockColumns { spreadFlips(inColumn: column) }
    var rank: UInt32 = 0
    for index in blocks.indices {
      blocks[index].rank = rank
      rank += UInt32(blocks[index].mixed.nonzeroBitCount)
    }
    mixedCount = Int(rank)
    sumBlocks()
  }

  /// From north to south, what lies above a cell decides about it.
  private mutating func spreadFlips(inColumn column: Int) {
    var above: UInt64 = 0
    for row in (0..<blockRows).reversed() {
      var bits = blocks[row * blockColumns + column].inside
      bits ^= bits &>> 8
      bits ^= bits &>> 16
      bits ^= bits &>> 32
      bits ^= above
      blocks[row * blockColumns + column].inside = bits
      above = (bits & 0xFF) &* 0x0101_0101_0101_0101
    }
  }

  private mutating func sumBlocks() {
    let width = blockColumns + 1
    sums = Array(repeating: SIMD2(0, 0), count: width * (blockRows + 1))
    for row in 0..<blockRows {
      var sum = SIMD2<UInt32>(0, 0)
      for column in 0..<blockColumns {
        let block = blocks[row * blockColumns + column]
        sum.x += block.mixed == 0 && block.inside == .max ? 0 : 1
        sum.y += block.mixed == 0 && block.inside == 0 ? 0 : 1
        sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] &+ sum
      }
    }
  }

  /// Whether edges may touch a cell.
  @inline(__always)
  func isMixed(_ cell: Int) -> Bool { blocks[cell &>> 6].mixed &>> UInt64(cell & 63) & 1 == 1 }

  /// Whether a cell that is not mixed lies inside.
  @inline(__always)
  func isInside(_ cell: Int) -> Bool { blocks[cell &>> 6].inside &>> UInt64(cell & 63) & 1 == 1 }

  /// The number of mixed cells before a mixed cell.
  @inline(__always)
  func rank(_ cell: Int) -> Int {
    let block = blocks[cell &>> 6]
    let bit: UInt64 = 1 &<< UInt64(cell & 63)
    return Int(block.rank) + (block.mixed & (bit &- 1)).nonzeroBitCount
  }

  /// What is known of all cells of a rectangle together.
  @inline(__always)
  func cover(_ southWest: CellFrame.Cell, _ northEast: CellFrame.Cell) -> Cover {
    let (west, east) = (southWest.column &>> 3, northEast.column &>> 3)
    let (south, north) = (southWest.row &>> 3, northEast.row &>> 3)
    let first = blocks[south &* blockColumns &+ west]
    if west == east && south == north {
      if first.mixed & Self.mask(southWest, northEast, west, south) != 0 { return .mixed }
    } else if (east &- west &+ 1) &* (north &- south &+ 1) > 16 {
      return cover(west...east, south...north)
    } else if isMixed(southWest, northEast, west...east, south...north) {
      return .mixed
    }
    let bit = UInt64((southWest.row & 7) &<< 3 | (southWest.column & 7))
    return first.inside &>> bit & 1 == 1 ? .inside : .outside
  }

  /// Whether edges may touch any cell of a rectangle, block by block.
  private func isMixed(
    _ southWest: CellFrame.Cell, _ northEast: CellFrame.Cell, _ columns: ClosedRange<Int>,
    _ rows: ClosedRange<Int>
  ) -> Bool {
    for row in rows {
      for column in columns {
        let mixed = blocks[row &* blockColumns &+ column].mixed
        if mixed != 0 && mixed & Self.mask(southWest, northEast, column, row) != 0 { return true }
      }
    }
    return false
  }

  /// Calls `body` with the rank of every mixed cell of a rectangle until it returns false, and returns
  /// what it returned last.
  @inline(__always)
  func forEachMixed(
    _ southWest: CellFrame.Cell, _ northEast: CellFrame.Cell, _ body: (_ rank: Int) -> Bool
  ) -> Bool {
    for row in (southWest.row &>> 3)...(northEast.row &>> 3) {
      for column in (southWest.column &>> 3)...(northEast.column &>> 3) {
        let block = blocks[row &* blockColumns &+ column]
        guard block.mixed != 0 else { continue }
        var cells = block.mixed & Self.mask(southWest, northEast, column, row)
        while cells != 0 {
          let before = block.mixed & ((cells & (0 &- cells)) &- 1)
          guard body(Int(block.rank) + before.nonzeroBitCount) else { return false }
          cells &= cells &- 1
        }
      }
    }
    return true
  }

  /// The cells of a rectangle that lie in one block.
  @inline(__always)
  private static func mask(
    _ southWest: CellFrame.Cell, _ northEast: CellFrame.Cell, _ column: Int, _ row: Int
  ) -> UInt64 {
    let from = max(southWest.row &- row &* 8, 0)
    let to = min(northEast.row &- row &* 8, 7)
    let left = max(southWest.column &- column &* 8, 0)
    let right = min(northEast.column &- column &* 8, 7)
    let rows = (UInt64.max &>> UInt64(8 &* (7 &- to &+ from))) &<< UInt64(8 &* from)
    let columns = (UInt64(0xFF) &>> UInt64(7 &- right &+ left)) &<< UInt64(left)
    return rows & (columns &* 0x0101_0101_0101_0101)
  }

  /// What is known of whole blocks: four sums decide.
  private func cover(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Cover {
    let width = blockColumns + 1
    let (south, north) = (rows.lowerBound * width, (rows.upperBound + 1) * width)
    let (west, east) = (columns.lowerBound, columns.upperBound + 1)
    let sum = sums[north + east] &- sums[north + west] &- sums[south + east] &+ sums[south + west]
    return sum.y == 0 ? .outside : (sum.x == 0 ? .inside : .mixed)
  }
}

/// What is known of a rectangle: all of it lies inside, or outside, or edges may touch it.
package enum Cover: Sendable {
  /// All of it lies inside.
  case inside
  /// All of it lies outside.
  case outside
  /// Edges may touch it.
  case mixed
}
