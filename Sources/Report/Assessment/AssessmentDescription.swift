package import Assessment
internal import Atlas
package import Formats
package import Geometry
internal import Landscape

/// Styles and metadata of the layers of `report.gpkg`.
package struct AssessmentDescription {
  private let assessment: Assessment
  private let date: String
  private let credits: AtlasCredits

  /// Prepares to describe a report.
  ///
  /// - Parameters:
  ///   - assessment: What it is about.
  ///   - date: The day of the report as ISO 8601 text.
  package init(_ assessment: Assessment, date: String) {
    (self.assessment, self.date) = (assessment, date)
    credits = AtlasCredits(assessment.atlas.plan)
  }

  /// Adds the style and the metadata of a layer that was written, or the metadata of the whole file.
  ///
  /// - Parameters:
  ///   - writer: The file.
  ///   - table: The table; nil for the whole file.
  ///   - box: The box of what it holds, empty for numbers alone.
  /// - Throws: `cannotWrite` when writing fails.
  package func describe(
    _ writer: GeoPackageWriter, _ table: AssessmentTable?, _ box: Box
  ) throws(FormatError) {
    if let table, let style = AssessmentStyles.style(of: table.name) {
      try writer.addStyle(style, to: table.name, isDefault: true)
    }
    try writer.addMetadata(metadata(of: table, box), to: table?.name)
  }

  private func metadata(of table: AssessmentTable?, _ box: Box) -> LayerMetadata {
    let atlas = assessment.atlas
    let title = AssessmentWords.title(assessment)
    var metadata = LayerMetadata(
      identifier: "\(title), \(date)" + (table.map { "/\($0.name)" } ?? ""),
      title: title + (table.map { ": \($0.name)" } ?? ""),
      abstract: AssessmentWords.abstract(of: table?.name), date: date)
    metadata.keywords =
      AtlasWords.keywords
      + Set(assessment.alternatives.flatMap { $0.effects.map(\.species) }).sorted()
      .map(AtlasWords.name)
    metadata.extent = box.isEmpty ? nil : box
    metadata.lineage = AssessmentWords.lineage(assessment)
    metadata.limitation = AtlasWords.limitation(
      isSchematic: atlas.isSchematic, databases: credits.databaseLicences)
    metadata.licence = credits.licence ?? ""
    metadata.credits = credits.texts
    return metadata
  }
}
