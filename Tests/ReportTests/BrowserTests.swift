import Foundation
import TestSupport
import Testing

@testable import Report

@Suite(.serialized) struct BrowserTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KULAN_PICTURES"] != nil))
  func `pictures of the sample page`() throws {
    let folder = ProcessInfo.processInfo.environment["KULAN_PICTURES"] ?? ""
    let html = try SamplePage.page().html()
    try Data(html.utf8).write(to: URL(fileURLWithPath: folder + "/sample.html"))
    try HeadlessBrowser.photograph(html, width: 1280, height: 4200, to: folder + "/sample.png")
    try HeadlessBrowser.print(html, to: folder + "/sample.pdf")
  }
}
