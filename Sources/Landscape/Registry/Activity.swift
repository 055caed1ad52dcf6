/// An activity of the CAMI work programme that concerns infrastructure, corridors or borders.
public struct Activity: Sendable, Hashable, Identifiable {
  /// How important and urgent the work programme calls an activity.
  public enum Priority: String, Sendable, Hashable, CaseIterable {
    /// Important and urgent, within one or two years.
    case high = "High"
    /// Necessary for stable populations, within three to five years.
    case medium = "Medium"
    /// Helpful, not urgent.
    case low = "Low"
  }

  /// Where the activities come from; their summaries are our own words.
  public static let source =
    "CAMI Work Programme 2026–2032, annex to the draft resolution for CMS COP15; paraphrased"

  /// The number in the work programme, for instance `14.6`.
  public let number: String
  /// The number of the region (PTCR) that it belongs to; nil for activities in all of them.
  public let region: Int?
  /// The priority that the work programme gives it.
  public let priority: Priority
  /// The last year in which it is due; nil where the text names none but the end of the programme.
  public let deadline: Int?
  /// What is to be done, in a short paraphrase.
  public let summary: String

  /// The number.
  public var id: String { number }
  /// Whether it applies in every region.
  public var isCrossCutting: Bool { region == nil }

  /// The activities, cross-cutting ones first, in the order of the work programme.
  public static let all: [Activity] = BundledResource.registry(named: "activities.csv") { row in
    Activity(
      number: try row.text("number"), region: try row.integer("ptcr"),
      priority: try row.word("priority", of: Priority.self), deadline: try row.integer("deadline"),
      summary: try row.text("summary"))
  }

  private static let byNumber = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0) })

  /// Returns the activity with a number; nil for one that is not in the registry.
  public static func numbered(_ number: String) -> Activity? { byNumber[number] }
}
