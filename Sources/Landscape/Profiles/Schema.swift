internal import Formats
internal import Geometry

/// How one kind of layer is read: the columns that betray it, and what they mean.
///
/// A schema is a set of small tables. Column names and values in it are in lower case, values with
/// underscores for spaces; those of the data are compared in that form.
struct Schema: Sendable {
  /// What the layer holds, for a reader.
  let title: String
  /// The columns that betray it: of every group at least one must be there.
  let needs: [[String]]
  /// The kinds of geometry that it may have.
  var kinds: Set<GeometryKind> = Set(GeometryKind.allCases)
  /// Whether these columns leave no doubt.
  var isCertain = true
  /// What a feature is that no rule speaks about.
  var role: FeatureRole = .context
  /// More of what such a feature is, where a profile says it.
  var usual: Meaning?
  /// What the values of the telling columns mean; the first that applies decides.
  var rules: [MeaningRule] = []
  /// The columns of rules whose other values mean nothing here and are not worth a line in a report.
  var openColumns: Set<String> = []
  /// Whether values and names of columns may carry a life cycle, as OpenStreetMap tags do.
  var hasLifecycle = false
  /// The column that says what state a barrier is in, where the class does not.
  var statusColumn = "status"
  /// What its words mean beside the usual ones.
  var statusWords: [String: BarrierStatus] = [:]
  /// What every other word in it and none at all mean; nil where only the absence means: existing.
  var otherStatus: BarrierStatus?
  /// Columns that say more about the class.
  var refinements: [Refinement] = []
  /// Where the canonical attributes come from.
  var attributes: [AttributeRule] = []
  /// What is left out by default.
  var filters: [Filter] = []

  /// Returns the columns that betray the schema, if a layer has them.
  func signs(in columns: Set<String>, kinds layerKinds: Set<GeometryKind>) -> [String]? {
    guard !kinds.isDisjoint(with: layerKinds) else { return nil }
    var signs: [String] = []
    for group in needs {
      guard let sign = group.first(where: columns.contains) else { return nil }
      signs.append(sign)
    }
    return signs
  }

  /// The names of all columns that the schema reads.
  var readColumns: Set<String> {
    Set(
      needs.joined() + rules.map(\.column) + refinements.map(\.column)
        + attributes.flatMap(\.columns) + attributes.compactMap(\.companion)
        + filters.flatMap(\.columns))
  }
}

/// What features are that have one of some values in a column.
struct MeaningRule: Sendable {
  let column: String
  /// The values; empty for any value at all.
  let values: [String]
  let meaning: Meaning

  /// They are barriers of a class; `assumption` says what the source leaves open.
  static func barrier(
    _ column: String, _ values: [String], _ barrierClass: BarrierClass, rank: String? = nil,
    status: BarrierStatus? = nil, assuming assumption: String? = nil
  ) -> MeaningRule {
    MeaningRule(
      column: column, values: values,
      meaning: Meaning(
        role: .barrier, barrierClass: barrierClass, rank: rank, status: status,
        assumption: assumption))
  }

  /// They are something else.
  static func role(_ role: FeatureRole, _ column: String, _ values: [String]) -> MeaningRule {
    MeaningRule(column: column, values: values, meaning: Meaning(role: role))
  }
}

/// What a feature is.
struct Meaning: Sendable {
  var role: FeatureRole
  var barrierClass: BarrierClass?
  var rank: String?
  var status: BarrierStatus?
  /// What the class takes for granted although the source does not say it.
  var assumption: String?
}

/// A column that changes or confirms the class of barriers of some classes.
struct Refinement: Sendable {
  let column: String
  let of: Set<BarrierClass>
  let classes: [String: BarrierClass]
}

/// Where a canonical attribute comes from.
struct AttributeRule: Sendable {
  /// How text becomes a value.
  enum Reading: Sendable {
    /// As it is.
    case text
    /// A whole number.
    case integer
    /// A number.
    case real
    /// A length, in metres or another unit of so many metres, unless it carries a unit.
    case length(Length, assuming: Double = 1)
    /// A number, times a factor.
    case scaled(Double)
    /// Yes or no, in any of the usual spellings.
    case flag
    /// A year, or the year that a date begins with.
    case year
    /// Words of a list, each with what it stands for.
    case flags([String: Bool])
    case words([String: String])
    /// A scientific name; the companion column may hold the subspecies.
    case species
    /// The code or name of a state, as a code of two letters.
    case country
    /// Words of a list, each with what it stands for; others are read as said, or mean nothing.
    indirect case listed([String: Value], otherwise: Reading?)
  }

  /// The unit that a length is wanted in.
  enum Length: Double, Sendable {
    case metres = 1
    case centimetres = 100
  }

  let field: String
  /// The columns, the best first.
  let columns: [String]
  let reading: Reading
  var companion: String?
  /// The families of barriers that it is for; nil for all that have the attribute.
  var families: Set<BarrierFamily>?

  init(
    _ field: String, from columns: [String], _ reading: Reading = .text,
    with companion: String? = nil, only families: Set<BarrierFamily>? = nil
  ) {
    self.families = families
    self.field = field
    self.columns = columns
    self.reading = reading
    self.companion = companion
  }
}

/// Values of a column that leave a feature out by default.
struct Filter: Sendable {
  let columns: [String]
  /// The families of barriers it is for; nil for every feature.
  var families: Set<BarrierFamily>?
  /// The values that stay.
  var accepted: Set<String> = []
  /// The values that go, and why.
  let reasons: [String: String]
  /// What is taken for granted where there is no value: the value and why.
  var missing: (value: String, reason: String)?
  /// Whether a value that is neither accepted nor refused is listed as one that was not understood.
  var isClosed = true
}
