public import Permeability

extension Reading {
  /// How a barrier with this reading is drawn: the more it stops, the darker and wider.
  ///
  /// The colours differ for all kinds of colour blindness; the width of the stroke, which falls from
  /// absolute to minor, says the same without any colour.
  public var symbol: Symbol {
    switch self {
    case .absolute: Symbol(Colour(0x3F0A1E), width: 3.4)
    case .severe: Symbol(Colour(0xB5202B), width: 2.7)
    case .moderate: Symbol(Colour(0xDC7618), width: 2.1)
    case .slight: Symbol(Colour(0x3C8DBC), width: 1.5)
    case .minor: Symbol(Colour(0x7D8B96), width: 1)
    }
  }

  /// The bounds of P that the word stands for, for a legend.
  public var bounds: String {
    switch self {
    case .absolute: "P < 0.05"
    case .severe: "0.05 ≤ P < 0.25"
    case .moderate: "0.25 ≤ P < 0.60"
    case .slight: "0.60 ≤ P ≤ 0.85"
    case .minor: "P > 0.85"
    }
  }
}

extension SymbolClass {
  /// The five readings of permeability, from absolute to minor, as classes of lines.
  public static let readings = Reading.allCases.map {
    SymbolClass($0.rawValue, label: "\($0.rawValue) (\($0.bounds))", symbol: $0.symbol)
  }
}
