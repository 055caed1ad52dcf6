internal import Foundation

extension AtlasConfiguration {
  /// What is written, and where.
  public struct Outputs: Sendable, Hashable {
    /// The folder of the edition.
    public let folder: String
    /// The folder of what was computed.
    public let units: String
    /// Whether pages for a browser are written.
    public let writesHTML: Bool
    /// Whether tables are written as CSV too.
    public let writesCSV: Bool
  }
}

extension AtlasConfiguration.Outputs {
  init(_ item: ConfigurationItem, configuration name: String, _ paths: ConfigurationPaths) {
    let stem = ((name as NSString).lastPathComponent as NSString).deletingPathExtension
    folder = paths.resolved(item.text(OutputKeys.folder) ?? "\(stem)-edition")
    units = paths.resolved(item.text(OutputKeys.units) ?? "\(stem)-units")
    writesHTML = item.flag(OutputKeys.html)
    writesCSV = item.flag(OutputKeys.csv)
  }
}
