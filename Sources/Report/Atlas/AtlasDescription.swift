package import Atlas
package import Formats
package import Geometry
internal import Landscape

/// Styles and metadata of the layers of an edition.
///
/// Dates are those of the configuration: the same input gives the same bytes on any day.
package struct AtlasDescription {
  private let plan: AtlasPlan
  private let edition: String
  private let credits: AtlasCredits
  private let lineage: String

  /// Prepares to describe an edition.
  ///
  /// - Parameters:
  ///   - plan: What the edition is made of.
  ///   - edition: What tells the edition from others.
  package init(_ plan: AtlasPlan, edition: String) {
    (self.plan, self.edition, credits) = (plan, edition, AtlasCredits(plan))
    lineage = AtlasWords.lineage(plan)
  }

  /// Adds the style and the metadata of a layer that was written, or the metadata of the whole file.
  ///
  /// - Parameters:
  ///   - writer: The file.
  ///   - layer: The layer; nil for the whole file.
  ///   - box: The box of what it holds, empty for numbers alone.
  /// - Throws: `cannotWrite` when writing fails.
  package func describe(
    _ writer: GeoPackageWriter, _ layer: EditionLayer?, _ box: Box
  ) throws(FormatError) {
    if let layer, let style = AtlasStyles.style(of: layer, plan) {
      try writer.addStyle(style, to: layer.name, isDefault: true)
    }
    try writer.addMetadata(metadata(of: layer, box), to: layer?.name)
  }

  private func metadata(of layer: EditionLayer?, _ box: Box) -> LayerMetadata {
    let configuration = plan.configuration
    var metadata = LayerMetadata(
      identifier: "\(edition)" + (layer.map { "/\($0.name)" } ?? ""),
      title: configuration.title + (layer.map { ": \(AtlasWords.title(of: $0))" } ?? ""),
      abstract: layer.map(AtlasWords.abstract)
        ?? (configuration.abstract ?? AtlasWords.fileAbstract), date: configuration.date)
    metadata.keywords = AtlasWords.keywords + keywords(of: layer)
    metadata.extent = box.isEmpty ? nil : box
    metadata.lineage = lineage
    metadata.limitation = AtlasWords.limitation(
      isSchematic: plan.isSchematic, databases: credits.databaseLicences)
    metadata.licence = credits.licence ?? ""
    metadata.credits = credits.texts
    if let contact = configuration.contact {
      metadata.contact =
        AtlasWords.isMail(contact) ? .init(email: contact) : .init(name: contact)
    }
    return metadata
  }

  /// The species of a layer, or all of them.
  private func keywords(of layer: EditionLayer?) -> [String] {
    if case .features(_, let unit) = layer {
      return unit.subject.species.map { [AtlasWords.name($0)] } ?? []
    }
    return plan.species.map(AtlasWords.name)
  }
}
