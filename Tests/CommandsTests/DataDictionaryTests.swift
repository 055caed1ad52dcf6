import Formats
import TestSupport
import Testing

@testable import Commands

@Test("DataDictionary: the document says what the code says")
func dataDictionary() throws {
  let actual = DataDictionary(of: .kulan).markdown
  let expected = try Golden.text("../../docs/data-dictionary.md", recording: actual)
  #expect(actual == expected, "run RECORD_GOLDEN=1 swift test --filter DataDictionary")
}

@Test("DataDictionary: no column is left undescribed")
func dataDictionaryIsComplete() {
  let text = DataDictionary(of: .kulan).markdown
  for column in OverlayRows.pieceFields(.integer, .integer)
    + OverlayRows.crossingFields(.integer, .integer)
    + OverlaySummaryTable.pairFields(.integer, .integer) + OverlaySummaryTable.groupNumbers
  {
    #expect(text.contains(column.name), "\(column.name) is written and not described")
  }
}
