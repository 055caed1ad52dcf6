import Testing

@testable import Report

@Test func `text cannot become markup`() {
  #expect(
    "<b title='a'>\"x\" & y</b>".escaped
      == "&lt;b title=&#39;a&#39;&gt;&quot;x&quot; &amp; y&lt;/b&gt;")
  #expect("Сайга 400\u{2009}км – ok\n\t".escaped == "Сайга 400\u{2009}км – ok\n\t")
}

@Test func `what XML does not allow becomes a sign of replacement`() {
  #expect("a\u{0}b\u{1B}c\u{7F}".escaped == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
}

@Test(arguments: [
  ("#map", true), ("tables/pieces.csv", true), ("a/b:c.csv", true), ("?q=1:2", true),
  ("https://example.org/x", true), ("MAILTO:a@example.org", true),
  ("javascript:alert(1)", false), ("JavaScript:alert(1)", false), ("data:text/html,x", false),
  ("vbscript:x", false), ("file:///etc/passwd", false),
])
func `links lead to places, files, the web and mail, and run nothing`(
  address: String, isLink: Bool
) {
  let html = Prose.link("there", to: address).html
  #expect(html.hasPrefix("<a href=") == isLink)
  #expect(html.contains("there"))
}

@Test func `prose keeps its runs in order`() {
  let prose = "a < b, " + .strong("c & d") + " " + .code("p_low") + Prose("\(1 + 1)")
  #expect(prose.html == "a &lt; b, <strong>c &amp; d</strong> <code>p_low</code>2")
}
