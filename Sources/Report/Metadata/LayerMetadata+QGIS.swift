internal import Geometry

extension LayerMetadata {
  /// The metadata as QGIS keeps them, also as a file `NAME.qmd` beside a layer.
  public var qgis: String {
    """
    <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
    <qgis version="3.22">
      <identifier>\(identifier.escaped)</identifier>
      <parentidentifier></parentidentifier>
      <language>\(language.uppercased().escaped)</language>
      <type>dataset</type>
      <title>\(title.escaped)</title>
      <abstract>\(abstract.escaped)</abstract>
    \(keywordElement)\(contactElement)  <links/>
    \(historyElement)  <fees></fees>
    \(constraintElement)\(rightElements)\(licenceElement)  <encoding></encoding>
      <crs>
        <spatialrefsys>
          <authid>EPSG:4326</authid>
        </spatialrefsys>
      </crs>
    \(extentElement)</qgis>

    """
  }

  private var keywordElement: String {
    if keywords.isEmpty { return "" }
    let items = keywords.map { "    <keyword>\($0.escaped)</keyword>\n" }
    return "  <keywords vocabulary=\"keywords\">\n\(items.joined())  </keywords>\n"
  }

  private var contactElement: String {
    if contact.isEmpty { return "" }
    return """
        <contact>
          <name>\(contact.name.escaped)</name>
          <organization>\(contact.organisation.escaped)</organization>
          <position></position>
          <voice></voice>
          <fax></fax>
          <email>\(contact.email.escaped)</email>
          <role>pointOfContact</role>
        </contact>

      """
  }

  private var historyElement: String {
    "  <history>\(date.escaped)</history>\n"
      + (lineage.isEmpty ? "" : "  <history>\(lineage.escaped)</history>\n")
  }

  private var constraintElement: String {
    limitation.isEmpty
      ? "" : "  <constraints type=\"use\">\(limitation.escaped)</constraints>\n"
  }

  private var rightElements: String {
    credits.map { "  <rights>\($0.escaped)</rights>\n" }.joined()
  }

  private var licenceElement: String {
    licence.isEmpty ? "" : "  <license>\(licence.escaped)</license>\n"
  }

  private var extentElement: String {
    guard let extent, !extent.isEmpty else { return "" }
    return """
        <extent>
          <spatial minx="\(extent.minX)" miny="\(extent.minY)" maxx="\(extent.maxX)" \
      maxy="\(extent.maxY)" minz="0" maxz="0" crs="EPSG:4326" dimensions="2"/>
        </extent>

      """
  }
}
