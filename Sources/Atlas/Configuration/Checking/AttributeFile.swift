package import Formats
package import Permeability

/// A small file that says what a line is: `{class: "railway", fenced: true, h_top_cm: 150}` in JSON5.
package enum AttributeFile {
  /// Reads the attributes.
  ///
  /// - Parameters:
  ///   - text: The contents of the file.
  ///   - name: What messages call the file.
  ///   - read: Makes settings of a word such as `fenced=yes`.
  /// - Returns: All attributes.
  /// - Throws: `badData` with the line for a text that is no object of JSON5, and for an attribute
  ///   that `read` does not understand.
  package static func settings(
    _ text: String, name: String, read: ([String]) throws(FormatError) -> DesignSettings
  ) throws(FormatError) -> DesignSettings {
    let root = ConfigurationItem(
      file: name, path: "", value: try JSON5Parser.parse(text, name: name))
    guard case .object(let members) = root.value.content else {
      throw FormatError(
        .badData, "\(name), line \(root.value.line): this is no object",
        help: #"write {class: "railway", fenced: true}"#)
    }
    var settings = DesignSettings()
    for member in members {
      let item = ConfigurationItem(file: name, path: member.name, value: member.value)
      let own = try item.located { () throws(FormatError) in
        try read(["\(member.name)=\(item.word)"])
      }
      settings = settings.merging(own)
    }
    return settings
  }
}
