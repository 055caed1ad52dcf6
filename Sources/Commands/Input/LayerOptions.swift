internal import Formats
internal import Geometry

/// The options that say which features of an input are wanted and how to read them.
///
/// A command with several inputs has one set for each, with a prefix: `--lines-where`.
struct LayerOptions: Sendable {
  /// Which features are wanted, by their attributes.
  let condition: Option
  /// A query whose result is read in place of a layer.
  let sql: Option
  /// The coordinate reference system to take in place of the declared one.
  let sourceCRS: Option

  /// Features at a place; the same for all inputs of a command.
  static let box = Option(
    "bbox", .text("W,S,E,N"),
    "only features whose box meets this one, in degrees; W > E is across the antimeridian",
    group: "Selection")
  /// Features that cannot be used are fatal; the same for all inputs of a command.
  static let strict = Option(
    "strict", .flag, "a feature that cannot be used is an error; else it is set aside",
    group: "Selection")

  /// The language of conditions, for the help text.
  static let conditions = Manual.Definitions(
    "Conditions (--where)",
    [
      "columns": "bare, or in double quotes, as in \"height (cm)\"",
      "values": "'text' ('' is a quote), 3.5, TRUE, FALSE, NULL; dates as '2026-11-21'",
      "comparisons": "= <> < <= > >=, [NOT] IN (1, 2), [NOT] BETWEEN 1 AND 2, IS [NOT] NULL, "
        + "[NOT] LIKE 'Aral%' (% is any text, _ one character), ILIKE ignores case",
      "combined by": "NOT, AND, OR, parentheses; as in SQL nothing is equal to NULL",
    ])

  /// Creates the options of one input; `prefix` is empty where a command has only one.
  init(prefix: String = "", example: String = "class = 'rail' AND lanes > 2") {
    let head = prefix.isEmpty ? "" : "\(prefix)-"
    let features = prefix.isEmpty ? "features" : prefix
    let group = Self.group(prefix)
    condition = Option(
      "\(head)where", .text("CONDITION"),
      "only \(features) of these attributes, as in \"\(example)\"",
      group: group)
    sql = Option(
      "\(head)sql", .text("QUERY"),
      "the result of a query in place of a layer, in the SQL of GDAL or SQLite",
      group: group)
    sourceCRS = Option(
      "\(head)src-crs", .text("CRS"),
      "the CRS of the coordinates in place of the declared one, as in EPSG:32640",
      group: group)
  }

  /// The heading of the options of one input in the help text.
  static func group(_ prefix: String) -> String {
    prefix.isEmpty ? "Selection" : prefix.prefix(1).uppercased() + prefix.dropFirst()
  }

  /// The options of this input alone.
  var own: [Option] { [condition, sql, sourceCRS] }

  /// Returns what a user wants of one input.
  func query(
    _ source: SourceSpec, kind: GeometryKind? = nil, by arguments: Arguments
  ) throws -> LayerQuery {
    var query = LayerQuery(source, kind: kind)
    query.condition = try arguments.text(condition).map {
      try Expression($0, name: "--\(condition.name)")
    }
    query.sql = arguments.text(sql)
    query.box = try arguments.text(Self.box).map(Self.box)
    query.cleaning.sourceCRS = arguments.text(sourceCRS)
    query.cleaning.sourceCRSOption = "--\(sourceCRS.name)"
    query.cleaning.jobs = arguments.jobs
    query.isStrict = arguments.has(Self.strict)
    return query
  }

  /// Reads `W,S,E,N`.
  static func box(_ text: String) throws(UserError) -> Box {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part.filter { $0 != " " }) ?? .nan
    }
    let isInRange =
      numbers.count == 4 && [numbers[0], numbers[2]].allSatisfy { abs($0) <= 180 }
      && [numbers[1], numbers[3]].allSatisfy { abs($0) <= 90 } && numbers[1] <= numbers[3]
    guard isInRange else {
      throw UserError(
        .usage, "--bbox cannot be '\(text)'",
        help: "write west,south,east,north in degrees, as in --bbox 55,40,62,47")
    }
    return Box(minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
  }
}
