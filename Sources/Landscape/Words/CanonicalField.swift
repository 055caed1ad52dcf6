public import Formats

/// An attribute as Kulan calls it, whatever the source calls it.
public struct CanonicalField: Sendable, Hashable, Identifiable {
  /// The name, with the unit at its end.
  public let name: String
  /// What it holds.
  public let kind: Field.Kind
  /// The unit, where it has one.
  public let unit: String?
  /// What it means, for a reader.
  public let meaning: String
  /// The families of barriers that have it; empty for attributes of every feature in the role.
  public let families: Set<BarrierFamily>

  /// The name.
  public var id: String { name }
  /// The field of a layer that holds it.
  public var field: Field { Field(name, kind) }

  init(
    _ name: String, _ kind: Field.Kind, unit: String? = nil, of families: Set<BarrierFamily> = [],
    _ meaning: String
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.families = families
    self.meaning = meaning
  }

  /// Returns the attributes of features in a role, in the order of the columns that hold them.
  public static func all(for role: FeatureRole) -> [CanonicalField] {
    switch role {
    case .barrier: barrier
    case .range: range
    case .region: region
    case .protectedArea: protectedArea
    case .country: country
    case .passage: passage
    case .context: context
    }
  }

  /// Returns the attribute of features in a role with a name; nil where they have none of that name.
  public static func named(_ name: String, for role: FeatureRole) -> CanonicalField? {
    all(for: role).first { $0.name == name }
  }

  private static let name = CanonicalField("name", .text, "the name in the source")

  /// What has fences, or may have them along it.
  private static let fences: Set<BarrierFamily> = [.fence, .road, .railway]

  private static let barrier: [CanonicalField] = [
    CanonicalField("class", .text, "what it is, a word of the closed list of barrier classes"),
    CanonicalField("status", .text, "what state it is in, a word of the closed list"),
    name,
    CanonicalField(
      "ref", .text, "the number of a road or railway in the source, such as A380"),
    CanonicalField("country", .text, "ISO 3166-1 code of the state, two letters"),
    CanonicalField(
      "rank", .text, of: [.road, .railway], "the importance of a road or railway in the source"),
    CanonicalField(
      "structure", .text, of: [.road, .railway, .canal], "bridge, tunnel or ford, else empty"),
    CanonicalField("h_top_cm", .real, unit: "cm", of: fences, "top wire above the ground"),
    CanonicalField("g_bottom_cm", .real, unit: "cm", of: fences, "ground to the lowest wire"),
    CanonicalField("strands", .integer, of: fences, "number of wires"),
    CanonicalField("mesh", .boolean, of: fences, "mesh, chain link or bars instead of wires"),
    CanonicalField("barbed_top", .boolean, of: fences, "the top wire is barbed"),
    CanonicalField("barbed_bottom", .boolean, of: fences, "the lowest wire is barbed"),
    CanonicalField("electric", .boolean, of: fences, "it is electrified"),
    CanonicalField(
      "wildlife_friendly", .boolean, of: fences,
      "it was rebuilt to let animals through, in dimensions that nobody wrote down"),
    CanonicalField("maintenance", .text, of: fences, "good, average, poor or remnant"),
    CanonicalField(
      "aadt", .real, unit: "vehicles/day", of: [.road], "annual average daily traffic"),
    CanonicalField("lanes", .integer, of: [.road], "number of lanes, both directions"),
    CanonicalField("paved", .boolean, of: [.road], "it has a hard surface"),
    CanonicalField(
      "fenced", .text, of: [.road, .railway],
      "fences along it: both, one or none; empty means unknown, not none"),
    CanonicalField("median", .boolean, of: [.road], "a continuous median barrier"),
    CanonicalField(
      "trains_per_day", .real, unit: "trains/day", of: [.railway], "trains, both directions"),
    CanonicalField(
      "embankment_m", .real, unit: "m", of: [.railway], "height of embankment or depth of cut"),
    CanonicalField("tracks", .integer, of: [.railway], "number of tracks"),
    CanonicalField(
      "placement", .text, of: [.pipeline], "buried, trench, surface or elevated"),
    CanonicalField(
      "clearance_m", .real, unit: "m", of: [.pipeline], "lowest free height under a pipeline"),
    CanonicalField("width_m", .real, unit: "m", of: [.canal], "width of the water"),
    CanonicalField("lining", .text, of: [.canal], "lined or earth; empty means unknown"),
    CanonicalField("ramps", .boolean, of: [.canal], "it has escape ramps"),
  ]

  private static let range: [CanonicalField] = [
    CanonicalField("species", .text, "id of the species in the registry; empty for others"),
    name,
    CanonicalField("presence", .integer, "code of the IUCN Red List, 1 extant … 7"),
    CanonicalField("origin", .integer, "code of the IUCN Red List, 1 native … 6"),
    CanonicalField("seasonal", .integer, "code of the IUCN Red List, 1 resident … 5"),
  ]

  private static let region: [CanonicalField] = [
    CanonicalField("ptcr", .integer, "number of the PTCR in the work programme"), name,
    CanonicalField("countries", .text, "the states that share it, as the source writes them"),
  ]

  private static let protectedArea: [CanonicalField] = [
    name, CanonicalField("designation", .text, "what kind of protected area it is"),
    CanonicalField("iucn_category", .text, "category of the IUCN, Ia … VI"),
    CanonicalField("status", .text, "legal status, as the source writes it"),
    CanonicalField("country", .text, "code of the state, as the source writes it"),
  ]

  private static let country: [CanonicalField] = [
    name, CanonicalField("iso_a2", .text, "ISO 3166-1 code, two letters"),
    CanonicalField("iso_a3", .text, "ISO 3166-1 code, three letters"),
  ]

  private static let passage: [CanonicalField] = [
    CanonicalField(
      "type", .text,
      "underpass, overpass, viaduct, culvert, gap, gate, ramp, or end: the free end of a barrier"),
    name,
    CanonicalField("width_m", .real, unit: "m", "width of the opening that an animal sees"),
    CanonicalField("height_m", .real, unit: "m", "height of the opening"),
    CanonicalField("length_m", .real, unit: "m", "way that an animal walks under or over"),
    CanonicalField(
      "offset_m", .real, unit: "m",
      "how far away the structure of a parallel line lies; empty where there is no such line"),
    CanonicalField("guide_fence", .boolean, "fences lead to it"),
    CanonicalField("human_use", .text, "how often people and livestock use it"),
    CanonicalField(
      "barrier_id", .text, "the barrier that it lies on, where at_m says where and not a place"),
    CanonicalField("at_m", .real, unit: "m", "how far along that barrier it lies"),
    CanonicalField("built", .integer, "year in which it was opened"),
  ]

  private static let context: [CanonicalField] = [
    name, CanonicalField("kind", .text, "what it is, as the source says"),
  ]
}
