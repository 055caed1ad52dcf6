import Testing

@testable import Report

@Test func `text cannot become markup`() {
  #expect(
    "<b title='a'>\"x\" & y</b>".escaped
      == "&lt;b title=&#39;a&#39;&gt;&quot;x&quot; &amp; y&lt;/b&gt;")
}
