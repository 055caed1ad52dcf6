public import Permeability

/// A chart along a line: what it passes, what stands on it and what it lets through, by chainage.
///
/// A ruler in kilometres, and below it tracks, each with a label at its left. It is a vector drawing of
/// 1000 pixels' width that can be printed, and needs no scripts. What is shorter than a pixel and a
/// half is drawn that long; labels for which there is no room are left out, and the label of the track
/// says how many; every element has a tooltip.
public struct LineChart: Sendable {
  /// The name of the chart in the page: letters, digits and hyphens, unique on the page.
  public var id: String
  /// What the chart shows: its caption.
  public var title: String
  /// What a reader who cannot see the chart should know of it.
  public var summary: String
  /// The chainage of the ends in kilometres.
  public var kilometres: ClosedRange<Double>
  /// The tracks, from the top.
  public var tracks: [Track]

  /// Creates a chart; neither end of the line may be infinite.
  public init(
    id: String, title: String, summary: String, kilometres: ClosedRange<Double>,
    tracks: [Track] = []
  ) {
    precondition(
      kilometres.lowerBound.isFinite && kilometres.upperBound.isFinite, "a line has two ends")
    self.id = id
    self.title = title
    self.summary = summary
    self.kilometres = kilometres
    self.tracks = tracks
  }

  /// One row of the chart.
  public struct Track: Sendable {
    /// What a track holds.
    public enum Content: Sendable {
      /// Stretches of the line, each of a class; those that overlap lie below one another.
      case stretches([Stretch], [SymbolClass])
      /// Places on the line, each of a class.
      case marks([Mark], [MarkClass])
      /// Permeability along the line: 0 at the bottom, 1 at the top.
      case permeability([Reach])
    }

    /// The label at the left.
    public var label: String
    /// What the track holds.
    public var content: Content

    /// Creates a track of stretches.
    public init(_ label: String, stretches: [Stretch], classes: [SymbolClass]) {
      precondition(
        stretches.allSatisfy { classes.indices.contains($0.classIndex) }, "a class of the track")
      (self.label, content) = (label, .stretches(stretches, classes))
    }

    /// Creates a track of marks.
    public init(_ label: String, marks: [Mark], classes: [MarkClass]) {
      precondition(
        marks.allSatisfy { classes.indices.contains($0.classIndex) }, "a class of the track")
      (self.label, content) = (label, .marks(marks, classes))
    }

    /// Creates a track of permeability, drawn in the colours of its readings, with its bounds as a
    /// band.
    public init(_ label: String, permeability: [Reach]) {
      (self.label, content) = (label, .permeability(permeability))
    }
  }

  /// A stretch of the line, for instance what lies inside a range.
  public struct Stretch: Sendable, Hashable {
    /// From where to where, in kilometres of chainage.
    public var kilometres: ClosedRange<Double>
    /// What is written on it where there is room; may be empty.
    public var label: String
    /// The number of its class among those of the track.
    public var classIndex: Int

    /// Creates a stretch.
    public init(_ kilometres: ClosedRange<Double>, _ label: String = "", class classIndex: Int = 0)
    {
      self.kilometres = kilometres
      self.label = label
      self.classIndex = classIndex
    }
  }

  /// A place on the line, for instance a crossing or a structure.
  public struct Mark: Sendable, Hashable {
    /// Where it is, in kilometres of chainage.
    public var kilometre: Double
    /// What is written beside it where there is room; may be empty.
    public var label: String
    /// The number of its class among those of the track.
    public var classIndex: Int

    /// Creates a mark.
    public init(at kilometre: Double, _ label: String = "", class classIndex: Int = 0) {
      self.kilometre = kilometre
      self.label = label
      self.classIndex = classIndex
    }
  }

  /// A class of marks: what a legend calls it, and its figure.
  public struct MarkClass: Sendable, Hashable {
    /// What a legend calls the class.
    public var label: String
    /// The figure, which tells the class from others without any colour.
    public var figure: MarkFigure
    /// The colour.
    public var colour: Colour

    /// Creates a class.
    public init(_ label: String, _ figure: MarkFigure, _ colour: Colour) {
      self.label = label
      self.figure = figure
      self.colour = colour
    }
  }

  /// A stretch of the line with its permeability.
  public struct Reach: Sendable, Hashable {
    /// From where to where, in kilometres of chainage.
    public var kilometres: ClosedRange<Double>
    /// The permeability with its bounds, 0 to 1; nil where none is known.
    public var permeability: Estimate?
    /// What the tooltip says beside the numbers; may be empty.
    public var label: String

    /// Creates a reach.
    public init(_ kilometres: ClosedRange<Double>, _ permeability: Estimate?, _ label: String = "")
    {
      self.kilometres = kilometres
      self.permeability = permeability
      self.label = label
    }
  }
}
