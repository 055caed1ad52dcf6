internal import Formats

/// The fixed words of a page, in one language.
///
/// What a page says of its subject comes from who makes it; these are the words of the page itself,
/// of its maps and of its tables.
public struct Texts: Sendable, Hashable {
  /// The language as a tag of BCP 47, for instance `en`.
  public let language: String
  let contents: String
  let skipToContent: String
  let note: String
  let warning: String
  let credits: String
  let yes: String
  let no: String
  let notKnown: String
  let columns: String
  let other: String
  let schematic: String
  let projection: String
  let layers: String
  let mapHelp: String
  let nothingToDraw: String
  /// How many things of a chart have a label, `{m}` of `{n}`.
  let labelled: String
  let before: String
  let after: String
  let bounds: String
  /// North, south, east and west behind degrees.
  let hemispheres: Hemispheres
  /// What the scripts of a page say.
  let script: Script

  /// The letters behind degrees.
  struct Hemispheres: Sendable, Hashable {
    let north: String
    let south: String
    let east: String
    let west: String
  }

  /// What the scripts of a page say; `{n}` and `{m}` stand for numbers.
  struct Script: Sendable, Hashable {
    let zoomIn: String
    let zoomOut: String
    let reset: String
    let filter: String
    let showAll: String
    let showFewer: String
    let shown: String

    /// The words as the scripts read them.
    var json: JSONValue {
      [
        "zoomIn": .text(zoomIn), "zoomOut": .text(zoomOut), "reset": .text(reset),
        "filter": .text(filter), "showAll": .text(showAll), "showFewer": .text(showFewer),
        "shown": .text(shown),
      ]
    }
  }
}

extension Texts {
  /// English.
  public static let english = Texts(
    language: "en",
    contents: "Contents",
    skipToContent: "Skip to the content",
    note: "Note",
    warning: "Warning",
    credits: "Credits",
    yes: "yes",
    no: "no",
    notKnown: "not known",
    columns: "What the columns mean",
    other: "everything else",
    schematic: "schematic",
    projection: "Lambert azimuthal equal-area projection, centre",
    layers: "Layers",
    mapHelp: "Drag to move. Zoom with the buttons, + and −, or the wheel after a click on the map; "
      + "arrow keys move, 0 shows all. The bar is exact at the centre of the projection.",
    nothingToDraw: "Nothing to draw.",
    labelled: "{m} of {n} labelled",
    before: "before",
    after: "after",
    bounds: "from the low to the high end",
    hemispheres: Hemispheres(north: "N", south: "S", east: "E", west: "W"),
    script: Script(
      zoomIn: "Zoom in", zoomOut: "Zoom out", reset: "Show all", filter: "Filter rows",
      showAll: "Show all {n} rows", showFewer: "Show the first {n} rows",
      shown: "{m} of {n} rows"))
}
