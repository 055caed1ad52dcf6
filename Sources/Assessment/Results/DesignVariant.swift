internal import Landscape
internal import Permeability

/// Another way to build the lines of a plan.
public struct DesignVariant: Sendable, Hashable {
  /// What is different.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Without fences along it.
    case withoutFence = "no_fence"
    /// With the fence of the profile `wildlife_friendly`.
    case friendlyFence = "wildlife_friendly_fence"
    /// With the lowest wire at 60 cm and no barbs on it, everything else as planned.
    case raisedBottomWire = "raised_bottom_wire"
    /// Without the structures that the plan has.
    case withoutStructures = "no_structures"
  }

  /// What is different.
  public let kind: Kind
  /// What it does to every range.
  public let effects: [Effect]

  /// What a variant does to one range.
  public struct Effect: Sendable, Hashable {
    /// The id of the species.
    public let species: String
    /// The mean permeability of the plan in the range by length, as planned.
    public let plannedPermeability: Double
    /// The same with the variant.
    public let permeability: Double
    /// The equivalent connected area with the plan, in km², central permeabilities.
    public let plannedArea: Double
    /// The same with the variant.
    public let area: Double
  }
}

extension DesignVariant.Kind {
  /// The height of the lowest wire of the variant, in centimetres: that of the profile
  /// `wildlife_friendly`.
  static let raisedGap = 60.0

  /// Returns a design with the variant; nil where it changes nothing, or the line has nothing of the kind.
  func applied(to line: PlannedLine) -> (design: BarrierDesign, passages: [PassageOnLine])? {
    var design = line.design
    switch self {
    case .withoutStructures: return line.structures.isEmpty ? nil : (design, [])
    case .withoutFence:
      guard design.barrierClass.family != .fence else { return nil }
      design = design.withoutFences
    case .friendlyFence:
      guard
        let profile = DesignProfile.bundled.first(where: { $0.id == "wildlife_friendly" })
      else { return nil }
      design = profile.rebuilding(design)
    case .raisedBottomWire:
      guard design.isFenced, (design.fence.bottomGap ?? 0) < Self.raisedGap else { return nil }
      design.fence.bottomGap = Self.raisedGap
      design.fence.hasBarbedBottom = false
      design.fence.isMesh = false
    }
    return design == line.design ? nil : (design, line.passages)
  }
}
