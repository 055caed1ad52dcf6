import Formats
import Testing

@Test(arguments: [
  ("heigth", "height"), ("HEIGHT", "height"), ("clas", "class"), ("xyz", nil), ("", nil),
  ("presense", "presence"),
])
func `a misspelt word finds the nearest right one`(word: String, expected: String?) {
  #expect(nearest(to: word, in: ["class", "height", "presence", "name"]) == expected)
}
