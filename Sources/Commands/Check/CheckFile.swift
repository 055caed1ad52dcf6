internal import Assessment

/// The files of a report.
enum CheckFile: String, CaseIterable {
  /// The report for a reader.
  case page = "report.html"
  /// The same on paper.
  case paper = "report.pdf"
  /// Everything, for a program.
  case json = "report.json"
  /// What has a place, for QGIS, and all tables.
  case geoPackage = "report.gpkg"
  /// What the columns hold.
  case dictionary = "data-dictionary.md"
  /// What it was made from, and the hashes of all other files.
  case manifest = "manifest.json"

  /// The names of all files, tables among them.
  static let names = Set(allCases.map(\.rawValue) + AssessmentTable.all.map(table))

  /// The file of a table.
  static func table(_ table: AssessmentTable) -> String { "\(table.name).csv" }
}
