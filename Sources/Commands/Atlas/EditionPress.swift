internal import Atlas
internal import Formats
internal import Landscape
internal import Report

/// Writes all files of an edition into a folder: layers and tables, the page, the dictionary, and last
/// the manifest with the hashes of all others.
struct EditionPress {
  private let build: AtlasBuild
  private let libraries: [(name: String, version: String?)]

  init(_ build: AtlasBuild, libraries: [(name: String, version: String?)]) {
    (self.build, self.libraries) = (build, libraries)
  }

  /// Writes everything; `progress` gets the part that is done.
  func print(into folder: OutputFolder, progress: (Double) -> Void) throws {
    let configuration = build.plan.configuration
    let path = folder.temporaryPath
    let manifest = try EditionManifest(build.plan, libraries: libraries)
    let description = AtlasDescription(build.plan, edition: manifest.edition)
    try EditionWriter(
      build.plan, build.store, into: path, describe: description.describe
    ).write { progress(0.7 * $0) }
    if configuration.outputs.writesCSV { try writeRejected(to: folder) }
    progress(0.8)
    if configuration.outputs.writesHTML {
      try folder.write(
        AtlasOverview(build.plan, build.store, edition: manifest.edition).page().html(),
        as: EditionFile.page.rawValue)
    }
    progress(0.95)
    try folder.write(AtlasDictionary.markdown, as: EditionFile.dictionary.rawValue)
    try manifest.write(into: path)
  }

  /// Writes the features that were set aside, where there are any.
  private func writeRejected(to folder: OutputFolder) throws {
    let records = build.plan.data.sources.compactMap(\.record)
    guard records.contains(where: { !$0.cleaning.rejections.isEmpty }) else { return }
    let file = try Datasets.create(folder.file(EditionFile.rejected.rawValue), overwrite: true)
    let layer = try file.addLayer(
      LayerHeader(
        name: "rejected", geometryType: .none, crs: nil, fields: InputRecord.rejectionFields))
    try layer.append(RejectedRows.rows(records))
    try file.finish()
  }
}
