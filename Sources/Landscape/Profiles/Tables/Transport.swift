/// What roads and railways are called by OpenStreetMap and by everything that is made from it:
/// tables that several profiles share, each for the column that they find the words in.
enum Transport {
  private static let fencing = "fencing is not in the source; unknown, not absent"
  private static let surface = "no surface in the source"

  /// Roads by their importance.
  static func roads(in column: String) -> [MeaningRule] {
    [
      .barrier(
        column, ["motorway", "motorway_link"], .roadMotorwayFenced, rank: "motorway",
        assuming: "a motorway is taken as fenced"),
      .barrier(column, ["trunk", "trunk_link"], .roadPaved, rank: "trunk", assuming: surface),
      .barrier(
        column, ["primary", "primary_link"], .roadPaved, rank: "primary", assuming: surface),
      .barrier(
        column, ["secondary", "secondary_link"], .roadPaved, rank: "secondary", assuming: surface),
      .barrier(
        column, ["tertiary", "tertiary_link"], .roadUnpaved, rank: "tertiary", assuming: surface),
      .barrier(
        column, ["unclassified", "residential", "living_street", "service", "minor", "road"],
        .roadUnpaved, rank: "unclassified", assuming: surface),
      .barrier(
        column,
        [
          "track", "track_grade1", "track_grade2", "track_grade3", "track_grade4",
          "track_grade5",
        ], .track, rank: "track"),
      .role(
        .context, column,
        [
          "footway", "path", "pedestrian", "steps", "cycleway", "bridleway", "corridor", "raceway",
          "busway", "bus_stop", "crossing", "rest_area", "services", "platform", "ferry",
        ]),
    ]
  }

  /// Railways; the fencing of none is known.
  static func railways(in column: String) -> [MeaningRule] {
    [
      .barrier(
        column, ["rail", "narrow_gauge", "preserved"], .railUnfenced, rank: "rail",
        assuming: fencing),
      .role(
        .context, column,
        [
          "subway", "light_rail", "tram", "monorail", "funicular", "transit", "miniature",
          "miniature_railway", "station", "halt", "stop", "platform", "level_crossing", "crossing",
          "switch", "buffer_stop", "signal", "turntable", "railway_station", "railway_halt",
          "tram_stop",
        ]),
    ]
  }

  /// A bare `construction` of a layer of railways.
  static func railwayStatus(in column: String) -> [MeaningRule] {
    let states: [(String, BarrierStatus)] = [
      ("construction", .construction), ("proposed", .planned), ("disused", .disused),
      ("abandoned", .abandoned), ("razed", .razed),
    ]
    return states.map { word, status in
      .barrier(
        column, [word], .railUnfenced, rank: "rail", status: status, assuming: fencing)
    }
  }

  /// Tracks inside stations and to sidings cut nothing that the line beside them does not cut.
  static let service = Filter(
    columns: ["service"], families: [.railway],
    reasons: [
      "yard": "service yard, a track inside a station",
      "siding": "service siding, a track beside the line",
      "spur": "service spur, a track to one customer",
      "crossover": "service crossover, a track between tracks",
    ],
    isClosed: false)

  private static let paved = [
    "asphalt", "concrete", "paved", "paving_stones", "sett", "chipseal", "concrete:plates",
    "concrete:lanes",
  ]
  private static let unpaved = [
    "unpaved", "compacted", "gravel", "fine_gravel", "dirt", "earth", "ground", "sand", "grass",
    "mud", "pebblestone", "rock", "clay", "salt", "ice", "snow",
  ]

  /// Roads are paved or not as their surface says.
  static let surfaceRefinement = Refinement(
    column: "surface", of: [.roadPaved, .roadUnpaved],
    classes: Dictionary(
      uniqueKeysWithValues: paved.map { ($0, .roadPaved) } + unpaved.map { ($0, .roadUnpaved) }))

  /// The same as an attribute.
  static let surfaceFlag = AttributeRule(
    "paved", from: ["surface"],
    .flags(
      Dictionary(
        uniqueKeysWithValues: paved.map { ($0, true) } + unpaved.map { ($0, false) })))
}
