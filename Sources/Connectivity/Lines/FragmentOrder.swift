internal import Landscape

/// Fragments in the order of their ids, those that are numbers by number: the first of them does not
/// depend on the order of rows.
struct FragmentOrder: Comparable {
  private let length: Int
  let id: String
  /// The word for the class, which tells fragments of several layers with the same id apart.
  let word: String

  init(_ fragment: BarrierFragment) {
    length = fragment.id.utf8.count
    id = fragment.id
    word = fragment.barrierClass.rawValue
  }

  static func < (a: FragmentOrder, b: FragmentOrder) -> Bool {
    (a.length, a.id, a.word) < (b.length, b.id, b.word)
  }
}
