internal import Atlas
internal import Formats

/// What the columns of an edition hold, as Markdown, from the tables that the atlas works by.
enum AtlasDictionary {
  static let definitions =
    AtlasTable.definitions + [BarrierTable.definitions, RegionTable.definitions]

  static var markdown: String { markdown(definitions) }

  /// A dictionary of some tables.
  static func markdown(_ definitions: [Definitions]) -> String {
    """
    # Data dictionary

    Names end in their unit: `_m` metres, `_km` kilometres, `_km2` square kilometres. Lengths and areas
    are geodesic on WGS 84, `lon` and `lat` are degrees east and north. An empty value means *not known*
    or *does not apply*.


    """ + definitions.map { DataDictionary.table($0.title, $0) }.joined(separator: "\n")
  }
}
