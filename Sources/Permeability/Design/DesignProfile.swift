public import Formats
internal import Landscape

/// A named set of target values: what a fence would be if it were rebuilt.
///
/// Standards whose text is not at hand exist as empty profiles, for users to fill; an empty one is
/// refused and never guessed.
public struct DesignProfile: Sendable, Hashable, Identifiable {
  /// The name.
  public let id: String
  /// What it is.
  public let meaning: String
  /// Where the values come from.
  public let source: String
  /// The values by their canonical names.
  public let values: [String: String]

  /// The profiles that the binary carries with it.
  public static let bundled: [DesignProfile] = {
    do {
      return try parse(
        String(decoding: BundledResource.contents(of: "fence-profiles.csv"), as: UTF8.self),
        name: "fence-profiles.csv (bundled)")
    } catch {
      preconditionFailure("the bundled fence profiles are broken: \(error)")
    }
  }()

  /// Reads profiles from a CSV of `profile, meaning, source` and the canonical attributes of fences.
  ///
  /// - Throws: `badData` for a column or value that means nothing.
  public static func parse(_ text: String, name: String) throws(FormatError) -> [DesignProfile] {
    let table = try CSVTable(parsing: text, name: name)
    let (id, meaning, source) = (
      try table.column(named: "profile"), try table.column(named: "meaning"),
      try table.column(named: "source")
    )
    let known = CanonicalField.all(for: .barrier).filter { $0.families.contains(.fence) }.map(
      \.name)
    for column in table.header where !["profile", "meaning", "source"].contains(column) {
      if known.contains(column) { continue }
      throw FormatError(
        .badData, "\(name) has a column '\(column)', which is no attribute of a fence",
        help: nearest(to: column, in: known).map { "did you mean \($0)?" }
          ?? "the attributes are \(known.joined(separator: ", "))")
    }
    var profiles: [DesignProfile] = []
    for (row, line) in zip(table.rows, table.lines) {
      let values = Dictionary(
        zip(table.header, row).filter { known.contains($0) && !$1.isEmpty },
        uniquingKeysWith: { first, _ in first })
      let profile = DesignProfile(
        id: row[id], meaning: row[meaning], source: row[source], values: values)
      if let fault = profile.fault {
        throw FormatError(.badData, "\(name), line \(line): \(fault)", help: "correct the value")
      }
      profiles.append(profile)
    }
    return profiles
  }

  /// Returns profiles of a user, then those bundled that have none of their names.
  package static func bundled(replacedBy own: [DesignProfile]) -> [DesignProfile] {
    own + bundled.filter { bundled in !own.contains { $0.id == bundled.id } }
  }

  /// Returns the profile with a name, if it has values.
  ///
  /// - Throws: `usage` for an unknown one, and for an empty one.
  public static func named(
    _ name: String, among profiles: [DesignProfile]
  ) throws(FormatError) -> DesignProfile {
    guard let profile = profiles.first(where: { $0.id == name }) else {
      let names = profiles.map(\.id)
      throw FormatError(
        .usage, "there is no fence profile '\(name)'",
        help: nearest(to: name, in: names).map { "did you mean \($0)?" }
          ?? "the profiles are \(names.joined(separator: ", "))")
    }
    if profile.values.isEmpty {
      throw FormatError(
        .usage, "the fence profile \(name) is empty: \(profile.meaning); its text is not at hand",
        help: "fill a profile of that name from the standard itself and give it with "
          + "--fence-profiles FILE")
    }
    return profile
  }

  private var fault: String? {
    for (name, value) in values {
      switch name {
      case "h_top_cm", "g_bottom_cm", "strands":
        if Double(value).map({ $0 >= 0 && $0 < 1000 }) != true { return "\(name) is '\(value)'" }
      case "maintenance":
        if FenceDesign.Maintenance(rawValue: value) == nil { return "\(name) is '\(value)'" }
      default:
        if value != "yes" && value != "no" { return "\(name) is '\(value)', not yes or no" }
      }
    }
    return nil
  }

  /// Rebuilds the fence of a barrier, or the fences along it, if it has any.
  public func rebuilding(_ design: BarrierDesign) -> BarrierDesign {
    var design = design
    let isFence = design.barrierClass.family == .fence && design.barrierClass != .wall
    let mayBeFenced =
      (design.barrierClass.family == .road || design.barrierClass.family == .railway)
      && design.knownFencing != Fencing.none
    guard isFence || mayBeFenced else { return design }
    var fence = FenceDesign()
    fence.topHeight = values["h_top_cm"].flatMap(Double.init) ?? design.fence.topHeight
    fence.bottomGap = values["g_bottom_cm"].flatMap(Double.init) ?? design.fence.bottomGap
    fence.isMesh = flag("mesh") ?? design.fence.isMesh
    fence.hasBarbedTop = flag("barbed_top") ?? design.fence.hasBarbedTop
    fence.hasBarbedBottom = flag("barbed_bottom") ?? design.fence.hasBarbedBottom
    fence.isWildlifeFriendly = flag("wildlife_friendly") ?? false
    fence.isElectric = flag("electric") ?? design.fence.isElectric
    fence.maintenance =
      values["maintenance"].flatMap(FenceDesign.Maintenance.init) ?? design.fence.maintenance
    design.fence = fence
    return design
  }

  private func flag(_ name: String) -> Bool? { values[name].map { $0 == "yes" } }
}
