/// Returns a text in the form in which names are compared: lower case, single spaces, without
/// parentheses and what is in them, apostrophes and punctuation.
package func searchKey(_ text: String) -> String {
  var key = ""
  var depth = 0
  for character in text.lowercased() {
    switch character {
    case "(": depth += 1
    case ")": depth = max(0, depth - 1)
    case "'", "’", "‘", "ʻ", "ʼ", "`": break
    case _ where depth > 0: break
    case _ where character.isLetter || character.isNumber: key.append(character)
    default: if key.last != " " { key.append(" ") }
    }
  }
  return key.split(separator: " ").joined(separator: " ")
}
