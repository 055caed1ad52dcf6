internal import Permeability

extension LineChart {
  /// What the classes of all tracks are called, each once, as HTML; those that nothing has are left
  /// out.
  var legend: String {
    var items: [String] = []
    for track in tracks {
      for item in track.legendItems where !items.contains(item) { items.append(item) }
    }
    if items.isEmpty { return "" }
    return "<ul class=\"legend\">\n\(items.map { "<li>\($0)</li>\n" }.joined())</ul>\n"
  }
}

extension LineChart.Track {
  fileprivate var legendItems: [String] {
    switch content {
    case .stretches(let stretches, let classes):
      classes.used(by: stretches.map(\.classIndex)).map {
        $0.symbol.swatch(.area) + $0.label.escaped
      }
    case .marks(let marks, let classes):
      classes.used(by: marks.map(\.classIndex)).map {
        $0.figure.swatch($0.colour) + $0.label.escaped
      }
    case .permeability(let reaches):
      SymbolClass.readings.used(
        by: reaches.compactMap { reach in
          reach.permeability.flatMap { Reading.allCases.firstIndex(of: Reading($0.central)) }
        }
      ).map { $0.symbol.swatch(.line) + $0.label.escaped }
    }
  }
}

extension Array {
  /// The elements that some numbers name, in their order.
  fileprivate func used(by numbers: [Int]) -> [Element] {
    let used = Set(numbers)
    return indices.filter(used.contains).map { self[$0] }
  }
}
