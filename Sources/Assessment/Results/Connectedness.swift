internal import Connectivity
internal import Formats
public import Permeability

/// How much of a range, or of the part of it in a region, hangs together in one scenario.
///
/// Areas are in km² on the ellipsoid. The bounds have all permeabilities at their low or high ends
/// together.
public struct Connectedness: Sendable, Hashable {
  /// The area of the range there.
  public let area: Double
  /// The equivalent connected area, ECA.
  public let connectedArea: Estimate
  /// The chance that two random points are connected, C_mesh = PC = ECA² / area².
  public let probability: Estimate
  /// The effective mesh size, cut at the border of the region (CUT).
  public let meshSize: Double
  /// The mean over random straight movements of the product of P of what they cross; nil where none
  /// fits.
  public let chords: Estimate?
  /// The standard error of its central value.
  public let chordError: Double?
  /// The number of parts that nothing divides, slivers not counted.
  public let patches: Int
  /// The area of the largest of them.
  public let largestPatch: Double
  /// The mean permeability of barriers by length; nil without any. It measures no connectivity.
  public let meanPermeability: Double?
  /// ECA where the least permeable of several obstacles decides, where they are independent, and with the
  /// other rule for several barriers between two patches.
  public let variants: [Double]
  /// The ECA that 5 %, half and 95 % of the draws of the model stay below; nil where none were asked for.
  public let sampled: Estimate?
  /// How the random movements were drawn; nil for none.
  public let movements: Movements?
  /// The worst grade of evidence among the permeabilities of barriers inside; nil without any.
  public let grade: EvidenceGrade?

  /// Random movements by what makes them the same again.
  public struct Movements: Sendable, Hashable {
    /// How many.
    public let count: Int
    /// How long each is, in km.
    public let length: Double
    /// What the random numbers come from.
    public let seed: Int
  }

  /// Reads a row of connectivity.csv; nil for one without an area that hangs together.
  init?(_ row: TableRow) {
    guard let area = row.number("range_km2"),
      let connected = row.estimate("eca_low_km2", "eca_km2", "eca_high_km2"),
      let probability = row.estimate("c_mesh_low", "c_mesh", "c_mesh_high")
    else { return nil }
    (self.area, connectedArea, self.probability) = (area, connected, probability)
    meshSize = row.number("m_eff_km2") ?? 0
    chords = row.estimate("c_chord_low", "c_chord", "c_chord_high")
    chordError = row.number("c_chord_se")
    patches = Int(row.number("patches") ?? 0)
    largestPatch = row.number("largest_patch_km2") ?? 0
    meanPermeability = row.number("p_mean")
    variants = ["eca_gamma0_km2", "eca_gamma1_km2", "eca_other_edge_km2"]
      .compactMap { row.number($0) }
    sampled = row.estimate("eca_p05_km2", "eca_p50_km2", "eca_p95_km2")
    grade = row.text("grade").flatMap(EvidenceGrade.init)
    movements = row.number("chords").flatMap { count in
      row.number("chord_km").flatMap { length in
        row.number("seed").map {
          Movements(count: Int(count), length: length, seed: Int($0))
        }
      }
    }
  }
}
