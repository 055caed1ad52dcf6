import Formats
import Testing

@Test func `JSON keeps the order of members and breaks long objects`() {
  let value: JSONValue = [
    "name": "Сайгачий", "count": .integer(2), "rate": .number(0.1), "none": .null,
    "empty": .array([]), "flag": .boolean(false), "nan": .number(.nan),
    "inner": ["a": .integer(1), "b": .array([.integer(1), .integer(2)])],
  ]
  let expected = """
    {
      "name": "Сайгачий",
      "count": 2,
      "rate": 0.1,
      "none": null,
      "empty": [],
      "flag": false,
      "nan": null,
      "inner": {
        "a": 1,
        "b": [1, 2]
      }
    }
    """
  #expect(value.text == expected)
}

@Test func `JSON escapes what may not stand in text`() {
  let text = JSONValue.text("a\"b\\c\nd\te\u{1}f\r\u{7F}/é😀").text
  #expect(text == #""a\"b\\c\nd\te\u0001f\r"# + "\u{7F}" + #"/é😀""#)
}
