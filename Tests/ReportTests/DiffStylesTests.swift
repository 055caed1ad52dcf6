import Formats
import Testing

@testable import Report

@Suite struct DiffStylesTests {
  @Test func `the default style tells changes apart, by more than colour`() throws {
    let styles = DiffStyles.styles(of: "changes")
    #expect(styles.map(\.name) == ["change", "which"])
    let style = try #require(styles.first)
    for word in ["added", "removed", "moved", "reclassified", "renumbered"] {
      #expect(style.qml.contains("value=\"\(word)\""))
      #expect(style.sld.contains(word))
    }
    #expect(style.qml.contains("attr=\"change\""))
    #expect(Set(DiffStyles.kinds.map(\.symbol)).count == DiffStyles.kinds.count)
  }
}
