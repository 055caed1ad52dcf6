internal import Geometry
internal import Formats

extension LayerMetadata {
  /// The metadata as ISO 19115 in the XML of ISO 19139, on which the profile of INSPIRE builds.
  public var iso19139: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" \
    xmlns:gco="http://www.isotc211.org/2005/gco">
      <gmd:fileIdentifier>\(Self.text(identifier))</gmd:fileIdentifier>
      <gmd:language>\(languageCode)</gmd:language>
      <gmd:characterSet>\(Self.code("MD_CharacterSetCode", "utf8"))</gmd:characterSet>
      <gmd:hierarchyLevel>\(Self.code("MD_ScopeCode", "dataset"))</gmd:hierarchyLevel>
      <gmd:contact>\(party)</gmd:contact>
      <gmd:dateStamp><gco:Date>\(date.escaped)</gco:Date></gmd:dateStamp>
      <gmd:metadataStandardName>\(Self.text("ISO 19115:2003/19139"))</gmd:metadataStandardName>
      <gmd:metadataStandardVersion>\(Self.text("1.0"))</gmd:metadataStandardVersion>
      <gmd:referenceSystemInfo>
        <gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier>
          <gmd:code>\(Self.text("EPSG:4326"))</gmd:code>
        </gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem>
      </gmd:referenceSystemInfo>
      <gmd:identificationInfo>
        <gmd:MD_DataIdentification>
    \(identification)    </gmd:MD_DataIdentification>
      </gmd:identificationInfo>
    \(quality)</gmd:MD_Metadata>

    """
  }

  /// What the data are, in the order of the schema.
  private var identification: String {
    [
      citation,
      "<gmd:abstract>\(Self.text(abstract))</gmd:abstract>",
      credits.map { "<gmd:credit>\(Self.text($0))</gmd:credit>" }.joined(separator: "\n"),
      "<gmd:pointOfContact>\(party)</gmd:pointOfContact>",
      keywordElement,
      constraints,
      "<gmd:spatialRepresentationType>"
        + Self.code("MD_SpatialRepresentationTypeCode", "vector")
        + "</gmd:spatialRepresentationType>",
      "<gmd:language>\(languageCode)</gmd:language>",
      "<gmd:topicCategory><gmd:MD_TopicCategoryCode>environment</gmd:MD_TopicCategoryCode>"
        + "</gmd:topicCategory>",
      extentElement,
    ].filter { !$0.isEmpty }.map { "\($0)\n" }.joined()
  }

  private var citation: String {
    """
    <gmd:citation><gmd:CI_Citation>
    <gmd:title>\(Self.text(title))</gmd:title>
    <gmd:date><gmd:CI_Date>
    <gmd:date><gco:Date>\(date.escaped)</gco:Date></gmd:date>
    <gmd:dateType>\(Self.code("CI_DateTypeCode", "creation"))</gmd:dateType>
    </gmd:CI_Date></gmd:date>
    <gmd:identifier><gmd:MD_Identifier><gmd:code>\(Self.text(identifier))</gmd:code>\
    </gmd:MD_Identifier></gmd:identifier>
    </gmd:CI_Citation></gmd:citation>
    """
  }

  private var party: String {
    let mail =
      contact.email.isEmpty
      ? ""
      : """
      <gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address>\
      <gmd:electronicMailAddress>\(Self.text(contact.email))</gmd:electronicMailAddress>\
      </gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>
      """
    let names = [
      ("individualName", contact.name), ("organisationName", contact.organisation),
    ].filter { !$0.1.isEmpty }.map { "<gmd:\($0.0)>\(Self.text($0.1))</gmd:\($0.0)>" }
    return "<gmd:CI_ResponsibleParty>\(names.joined())\(mail)"
      + "<gmd:role>\(Self.code("CI_RoleCode", "pointOfContact"))</gmd:role>"
      + "</gmd:CI_ResponsibleParty>"
  }

  private var keywordElement: String {
    if keywords.isEmpty { return "" }
    let items = keywords.map { "<gmd:keyword>\(Self.text($0))</gmd:keyword>" }
    return "<gmd:descriptiveKeywords><gmd:MD_Keywords>\(items.joined(separator: "\n"))"
      + "</gmd:MD_Keywords></gmd:descriptiveKeywords>"
  }

  private var constraints: String {
    if limitation.isEmpty && licence.isEmpty { return "" }
    let limit =
      limitation.isEmpty ? "" : "<gmd:useLimitation>\(Self.text(limitation))</gmd:useLimitation>\n"
    let terms =
      licence.isEmpty
      ? ""
      : "<gmd:useConstraints>\(Self.code("MD_RestrictionCode", "otherRestrictions"))"
        + "</gmd:useConstraints>\n"
        + "<gmd:otherConstraints>\(Self.text(licence))</gmd:otherConstraints>\n"
    return "<gmd:resourceConstraints><gmd:MD_LegalConstraints>\n\(limit)\(terms)"
      + "</gmd:MD_LegalConstraints></gmd:resourceConstraints>"
  }

  private var extentElement: String {
    guard let extent, !extent.isEmpty else { return "" }
    let bounds = [
      ("westBoundLongitude", extent.minX), ("eastBoundLongitude", extent.maxX),
      ("southBoundLatitude", extent.minY), ("northBoundLatitude", extent.maxY),
    ].map { "<gmd:\($0.0)><gco:Decimal>\($0.1.plainText)</gco:Decimal></gmd:\($0.0)>\n" }
    return """
      <gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>
      \(bounds.joined())</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent>\
      </gmd:extent>
      """
  }

  /// How the data came about.
  private var quality: String {
    if lineage.isEmpty { return "" }
    return """
        <gmd:dataQualityInfo>
          <gmd:DQ_DataQuality>
            <gmd:scope><gmd:DQ_Scope><gmd:level>\(Self.code("MD_ScopeCode", "dataset"))\
      </gmd:level></gmd:DQ_Scope></gmd:scope>
            <gmd:lineage><gmd:LI_Lineage><gmd:statement>\(Self.text(lineage))</gmd:statement>\
      </gmd:LI_Lineage></gmd:lineage>
          </gmd:DQ_DataQuality>
        </gmd:dataQualityInfo>

      """
  }

  private var languageCode: String {
    "<gmd:LanguageCode codeList=\"http://www.loc.gov/standards/iso639-2/\" "
      + "codeListValue=\"\(language.escaped)\">\(language.escaped)</gmd:LanguageCode>"
  }

  private static func text(_ text: String) -> String {
    "<gco:CharacterString>\(text.escaped)</gco:CharacterString>"
  }

  /// A word of one of the code lists of ISO 19139.
  private static func code(_ list: String, _ word: String) -> String {
    let lists = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml"
    return "<gmd:\(list) codeList=\"\(lists)#\(list)\" codeListValue=\"\(word)\">\(word)"
      + "</gmd:\(list)>"
  }
}
