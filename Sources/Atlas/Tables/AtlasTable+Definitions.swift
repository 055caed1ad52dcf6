internal import Connectivity
package import Formats

extension AtlasTable {
  /// What the columns hold.
  package static let definitions =
    [
      Definitions(
        "Columns of pieces.csv and the layers pieces_…",
        [
          "species, scenario": "whose range it is, and which barriers are there",
          "barrier_id, line": "the barrier, and the road, railway or fence that it is a part of",
          "class, status, name": "what the source says of it",
          "country": "the country; two with a slash between them along their border",
          "regions": "the regions that it lies in or on the boundary of",
          "place": "inside the range, or on its boundary",
          "from_m, to_m, length_m":
            "where along the barrier, and its length on the ellipsoid, measured as it is cut",
          "repeats":
            "whether an earlier barrier of the same class has the same geometry; totals leave it out",
          "p, p_low, p_high": "the mean permeability along the piece, with its bounds",
          "reading": "p in words: absolute, severe, moderate, slight, minor",
          "mode, driver": "where p comes from, and the part of the barrier that decides",
          "grade": "how well it is known: A measured on the species, B on a similar one, C judged",
          "completeness": "the share of the attributes that the model needs and that are known",
        ]),
      Definitions(
        "Columns of crossings.csv and the layers crossings_…",
        [
          "species, scenario, barrier_id, line, class, country, regions": "as in pieces.csv",
          "at_m, lon, lat": "where, along the barrier and on the globe",
          "direction": "in or out, in the direction of the barrier",
          "p, reading": "the permeability there",
        ]),
      Definitions(
        "Columns of passages.csv and the layers passages_…",
        [
          "species, scenario, barrier_id, line, class": "as in pieces.csv",
          "type, width_m, height_m, length_m": "the structure",
          "at_m, lon, lat": "where, along the barrier and on the globe",
          "acceptance": "the share of animals that come to it and use it",
          "fault": "why nothing can be said of its acceptance, which then counts 0",
        ]),
      Definitions(
        "Columns of summary.csv",
        [
          "species": "the species; empty for barriers in a region whatever lives there",
          "scenario": "which barriers are there",
          "region": "the region; empty for the whole range",
          "country": "as in pieces.csv: the rows of all countries add up to the whole",
          "class": "the class of barrier",
          "inside_m, boundary_m":
            "the length in the interior, and on the boundary of range or region",
          "repeated_m": "what was left out because an earlier barrier of the class has it already",
          "barriers, lines": "how many barriers, and how many roads, railways and fences",
          "crossings": "how often they pass into or out of the range",
          "p, p_low, p_high": "the mean permeability by length",
          "absolute_m, severe_m, moderate_m, slight_m, minor_m": "the length of each reading",
          "grade": "the worst grade of evidence",
          "prior_share, override_share":
            "the shares of the length whose p is a prior of the class or an override",
        ]),
    ] + RangeTable.definitions.filter { !$0.title.contains("routes.csv") }
}
