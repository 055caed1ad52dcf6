/// A walk over the rows of one table as they lie in the pages of its B-tree, in the order of their
/// row ids (SQLite file format, §1.6).
///
/// Every number is checked before it is used, and the walk ends: row ids must ascend, and no more
/// pages are visited than there are.
final class SQLiteTableTree {
  /// What a step led to.
  enum Step {
    case row, end, damaged
  }

  /// The id of the current row.
  private(set) var rowID = Int64.min
  /// The current row; valid until the next step.
  private(set) var payload = UnsafeRawBufferPointer(start: nil, count: 0)

  private let pages: SQLitePages
  /// A second buffer, because the page of the row must stay while its overflow pages are read.
  private let overflowPages: SQLitePages
  /// A row that is not in one piece.
  private var overflow = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
  /// The pages that are still to be visited, the next one last.
  private var agenda: [Int]
  private var visitCount = 0
  private var leaf = UnsafeRawBufferPointer(start: nil, count: 0)
  private var cell = 0
  private var cellCount = 0
  private var hasRow = false

  /// Starts before the first row of the table whose B-tree has a given root.
  init?(root: Int, of connection: SQLiteConnection) {
    guard let pages = SQLitePages(connection), let overflowPages = SQLitePages(connection) else {
      return nil
    }
    self.pages = pages
    self.overflowPages = overflowPages
    agenda = [root]
  }

  deinit { overflow.deallocate() }

  /// Goes to the next row.
  func step() -> Step {
    while cell == cellCount {
      guard let number = agenda.popLast() else { return .end }
      guard visit(number) else { return .damaged }
    }
    let offset = leaf.word(at: 8 + 2 * cell)
    cell += 1
    return readCell(at: offset) ? .row : .damaged
  }

  /// Opens a leaf, or puts the children of an inner page on the agenda.
  private func visit(_ number: Int) -> Bool {
    visitCount += 1
    // The first page has another layout and belongs to the table of tables.
    guard number > 1, visitCount <= pages.count, let page = pages.page(number) else { return false }
    let count = page.word(at: 3)
    switch page[0] {
    case 13:
      guard 8 + 2 * count <= page.count else { return false }
      (leaf, cell, cellCount) = (page, 0, count)
    case 5:
      guard 12 + 2 * count <= page.count else { return false }
      agenda.append(page.pageNumber(at: 8))
      for cell in (0..<count).reversed() {
        let offset = page.word(at: 12 + 2 * cell)
        guard offset + 4 <= page.count else { return false }
        agenda.append(page.pageNumber(at: offset))
      }
    default: return false
    }
    return true
  }

  private func readCell(at start: Int) -> Bool {
    var offset = start
    guard let size = leaf.varint(at: &offset), size <= pages.count * leaf.count,
      let id = leaf.signedVarint(at: &offset), !hasRow || id > rowID
    else { return false }
    let local = localSize(ofPayload: size)
    guard offset + local <= leaf.count else { return false }
    payload = UnsafeRawBufferPointer(rebasing: leaf[offset..<offset + local])
    if local < size {
      guard offset + local + 4 <= leaf.count,
        gather(size, from: leaf.pageNumber(at: offset + local))
      else { return false }
    }
    (rowID, hasRow) = (id, true)
    return true
  }

  /// The number of bytes of a row that lie in its leaf; the others lie in overflow pages.
  @inline(__always)
  private func localSize(ofPayload size: Int) -> Int {
    let usable = leaf.count
    if size <= usable - 35 { return size }
    let least = (usable - 12) * 32 / 255 - 23
    let local = least + (size - least) % (usable - 4)
    return local <= usable - 35 ? local : least
  }

  /// Puts a row together from its start, which is the payload so far, and its overflow pages.
  private func gather(_ size: Int, from first: Int) -> Bool {
    if overflow.count < size {
      overflow.deallocate()
      overflow = .allocate(byteCount: 2 * size, alignment: 8)
    }
    overflow.copyMemory(from: payload)
    var (filled, number) = (payload.count, first)
    while filled < size {
      guard number > 1, let page = overflowPages.page(number) else { return false }
      let part = UnsafeRawBufferPointer(rebasing: page[4..<min(4 + size - filled, page.count)])
      UnsafeMutableRawBufferPointer(rebasing: overflow[filled...]).copyMemory(from: part)
      filled += part.count
      number = page.pageNumber(at: 0)
    }
    payload = UnsafeRawBufferPointer(rebasing: overflow[..<size])
    return true
  }
}
