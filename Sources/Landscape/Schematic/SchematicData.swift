/// The schematic Central Asia that the binary carries with it, for demonstrations and tests.
///
/// Drawn by this project from general knowledge; no finding of any kind. Every feature says
/// `schematic` in its field `note`. `Fixtures/schematic/README.md` describes it.
public enum SchematicData {
  /// One layer as GeoJSON in WGS 84.
  public struct Layer: Sendable, Identifiable {
    /// The name, for instance `protected-areas`; the file is called `protected-areas.geojson`.
    public let name: String
    /// What it shows, for a reader.
    public let title: String

    /// The name.
    public var id: String { name }
    /// The contents of the GeoJSON file.
    public var bytes: [UInt8] {
      BundledResource.contents(of: "schematic/\(name).geojson")
    }
  }

  /// The layers, areas before lines, in an order that is good for drawing.
  public static let layers = [
    Layer(name: "countries", title: "Range states"),
    Layer(name: "lakes", title: "Lakes"),
    Layer(name: "rivers", title: "Rivers"),
    Layer(name: "regions", title: "Priority Transboundary Conservation Regions"),
    Layer(name: "ranges", title: "Ranges of the CAMI species"),
    Layer(name: "protected-areas", title: "Protected areas"),
    Layer(name: "roads", title: "Main roads"),
    Layer(name: "railways", title: "Main railways"),
    Layer(name: "fences", title: "Border fences and other fences"),
  ]

  /// A plan to check: the files of two alternatives of a railway, and of the structures on them.
  public static let plan = (
    alternatives: ["planned-railway.geojson", "planned-railway-east.geojson"],
    structures: "planned-structures.csv"
  )

  /// The contents of a file of ``plan``.
  public static func planFile(named name: String) -> [UInt8] {
    BundledResource.contents(of: "schematic/\(name)")
  }

  /// Returns the layer with a name.
  public static func layer(named name: String) -> Layer? { layers.first { $0.name == name } }
}
