internal import Landscape
internal import Permeability

/// The words of engineers for structures, beside those of the closed list.
///
/// Only words that leave no doubt: a bridge may be anything, and a level crossing is no way for animals.
enum StructureWords {
  /// Returns the type of the closed list that a word means; nil for one that means none.
  static func kind(_ word: String) -> PassageDesign.Kind? {
    let key = searchKey(word)
    return PassageDesign.Kind(rawValue: key) ?? aliases[key]
  }

  private static let aliases: [String: PassageDesign.Kind] = {
    let synonyms: [(PassageDesign.Kind, [String])] = [
      (.underpass, ["animal underpass", "wildlife underpass"]),
      (
        .overpass,
        [
          "animal overpass", "wildlife overpass", "green bridge", "wildlife bridge", "ecoduct",
          "экодук",
        ]
      ),
      (.viaduct, ["виадук"]), (.culvert, ["box culvert", "pipe culvert", "труба"]),
      (.gap, ["fence gap", "opening"]),
    ]
    return synonyms.reduce(into: [:]) { table, row in
      for word in row.1 { table[word] = row.0 }
    }
  }()
}
