public import Formats
public import Geometry

/// What a catalogue says of a layer or of a whole file.
public struct LayerMetadata: Sendable, Hashable {
  /// Who answers for the data.
  public struct Contact: Sendable, Hashable {
    /// The name of a person; may be empty.
    public var name: String
    /// The name of an organisation; may be empty.
    public var organisation: String
    /// The address of electronic mail; may be empty.
    public var email: String

    /// Creates a contact.
    public init(name: String = "", organisation: String = "", email: String = "") {
      self.name = name
      self.organisation = organisation
      self.email = email
    }

    var isEmpty: Bool { self == Contact() }
  }

  /// A name that no other data have, for instance `edition-3/pieces`.
  public var identifier: String
  /// The title.
  public var title: String
  /// What the data are.
  public var abstract: String
  /// The day they were made, as ISO 8601, `2026-11-21`.
  public var date: String
  /// Words to find them by.
  public var keywords: [String] = []
  /// The box around them in longitude and latitude; nil where there is none.
  public var extent: Box?
  /// How they came about, from which sources.
  public var lineage = ""
  /// What they must not be used for.
  public var limitation = ""
  /// The licence.
  public var licence = ""
  /// Whom they come from.
  public var credits: [String] = []
  /// Who answers for them.
  public var contact = Contact()
  /// The language of the texts, as three letters of ISO 639-2.
  public var language = "eng"

  /// Creates metadata.
  public init(identifier: String, title: String, abstract: String, date: String) {
    self.identifier = identifier
    self.title = title
    self.abstract = abstract
    self.date = date
  }
}

extension GeoPackageWriter {
  /// Adds metadata about one layer or the whole file, once as QGIS reads them and once as ISO 19139.
  ///
  /// - Parameters:
  ///   - metadata: What is said.
  ///   - layer: The name of a layer that was added before, or nil for the whole file.
  /// - Throws: `usage` when there is no such layer, `cannotWrite` when writing fails.
  public func addMetadata(_ metadata: LayerMetadata, to layer: String?) throws(FormatError) {
    try addMetadata(metadata.qgis, standard: "http://mrcc.com/qgis.dtd", layer: layer)
    try addMetadata(
      metadata.iso19139, standard: "http://www.isotc211.org/2005/gmd", layer: layer)
  }
}
