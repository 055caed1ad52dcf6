import Formats
import Testing

@testable import Commands

@Test(arguments: [
  (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (100_000, "100,000"),
])
func `whole numbers are grouped by thousands`(number: Int, text: String) {
  #expect(grouped(number) == text)
}

@Test(arguments: [
  (0.0, 1, "0.0"), (1234.56, 1, "1,234.6"), (-0.04, 1, "0.0"), (-1.5, 2, "-1.50"),
  (999.995, 0, "1,000"), (1e300, 1, "1e+300"), (.nan, 1, "nan"),
])
func `numbers are rounded and grouped`(number: Double, decimals: Int, text: String) {
  #expect(grouped(number, decimals: decimals) == text)
}

private let table: TextTable = {
  var table = TextTable([.init("name"), .init("length_km"), .init("fenced"), .init("note")])
  table.append([.text("Kungrad–Beyneu"), .real(1319.96), .boolean(true), .text("long\nline")])
  table.append([.text("Сайгачий"), .null, .null, .null])
  return table
}()

@Test func `a table is aligned for a reader`() {
  let expected = """
    name            length_km  fenced  note
    --------------  ---------  ------  ----
    Kungrad–Beyneu    1,320.0  yes     long line
    Сайгачий                -  -       -
    """
  #expect(table.text == expected)
}

@Test func `a table is a list of objects for a script`() {
  let expected = """
    [
      {"name": "Kungrad–Beyneu", "length_km": 1319.96, "fenced": true, "note": "long\\nline"},
      {"name": "Сайгачий", "length_km": null, "fenced": null, "note": null}
    ]
    """
  #expect(table.json.text == expected)
}

@Test func `a progress bar shows the part done, the rate and the time left`() {
  let progress = Progress("reading", unit: "features", on: RecordingConsole().console)
  #expect(
    progress.line(fraction: 0.25, count: 5000, seconds: 25)
      == "reading [=====               ] 25 %  5,000 features, 200/s, 1:15 left")
  #expect(
    progress.line(fraction: nil, count: 5000, seconds: 25) == "reading  5,000 features, 200/s")
}

@Test func `progress is drawn on a terminal only, not too often, and removed at the end`() {
  let recording = RecordingConsole()
  var console = recording.console
  let silent = Progress("reading", unit: "features", on: console)
  silent.update(fraction: 0.5, count: 1)
  silent.finish()
  #expect(recording.err.isEmpty)
  console.drawsProgress = true
  let progress = Progress("reading", unit: "features", on: console)
  for count in 0..<1000 { progress.update(fraction: nil, count: count) }
  progress.finish()
  #expect(recording.err.count < 500)
  #expect(recording.err.isEmpty || recording.err.hasSuffix("\r\u{1B}[K"))
}
