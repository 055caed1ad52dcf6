internal import Formats

/// One value of a table as HTML.
struct TableCell {
  let value: Value
  /// The ends that the value lies between.
  var bounds: (low: Value, high: Value)?
  let column: TableColumn
  let texts: Texts

  func html(isHeader: Bool) -> String {
    let tag = isHeader ? "th scope=\"row\"" : "td"
    let end = isHeader ? "</th>" : "</td>"
    if value.isMissing {
      return "<\(tag) class=\"none\" aria-label=\"\(texts.notKnown.escaped)\">–\(end)"
    }
    return "<\(tag)\(attributes)>\(content)\(ends)\(end)"
  }

  /// The low and the high end, where they are known.
  private var ends: String {
    boundsText.map { "<span class=\"bounds\"> \($0)</span>" } ?? ""
  }

  /// The low and the high end as they are read; nil where they are not known.
  var boundsText: String? {
    guard let bounds, !bounds.low.isMissing, !bounds.high.isMissing else { return nil }
    return "\(number(bounds.low)) – \(number(bounds.high))"
  }

  /// The value as it is read.
  var plainText: String {
    switch column.kind {
    case .text, .category: word
    case .number, .share: text(decimals: decimals)
    }
  }

  private func number(_ value: Value) -> String {
    TableCell(value: value, column: column, texts: texts).text(decimals: decimals)
  }

  private var decimals: Int {
    switch column.kind {
    case .number(let decimals), .share(let decimals): decimals
    case .text, .category: 0
    }
  }

  /// What the cell is sorted by, where its text does not say, and how it is set.
  private var attributes: String {
    switch column.kind {
    case .text: ""
    case .number, .share: " class=\"n\"" + (number.map { " data-v=\"\($0.shortText)\"" } ?? "")
    case .category(let classes):
      classes.firstIndex { $0.value == word }.map { " data-v=\"\($0)\"" } ?? ""
    }
  }

  private var content: String {
    switch column.kind {
    case .text, .number: return plainText.escaped
    case .share:
      let percent = min(max((number ?? 0) * 100, 0), 100).rounded()
      return "<span class=\"bar\" style=\"--share:\(Int(percent))%\"></span>"
        + plainText.escaped
    case .category(let classes):
      guard let found = classes.first(where: { $0.value == word }) else { return word.escaped }
      return "<span class=\"swatch\" style=\"background:\(found.symbol.colour.hex)\"></span>"
        + word.escaped
    }
  }

  /// The number with grouped digits; what is no number as it is.
  private func text(decimals: Int) -> String {
    switch value {
    case .integer(let number) where decimals == 0: grouped(Int(number))
    case .integer, .real: number.map { grouped($0, decimals: decimals) } ?? ""
    case .null, .boolean, .text: word.escaped
    }
  }

  private var number: Double? {
    switch value {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .boolean, .text: nil
    }
  }

  private var word: String {
    if case .boolean(let flag) = value { return flag ? texts.yes : texts.no }
    return value.description
  }
}

extension Value {
  /// Whether there is nothing to show: no value, or a number that is none.
  fileprivate var isMissing: Bool {
    switch self {
    case .null: true
    case .real(let number): !number.isFinite
    case .text(let text): text.isEmpty
    case .integer, .boolean: false
    }
  }
}
