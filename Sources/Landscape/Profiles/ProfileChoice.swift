package import Formats

/// How the attributes of an input are read.
package enum ProfileChoice: Sendable {
  /// By the profile that the columns of the layer speak for.
  case automatic
  /// Not at all: attributes stay as they are.
  case none
  /// By one profile.
  case profile(Profile)

  /// The words that a user writes, beside the names of profiles.
  package static let words = (automatic: "auto", none: "none")

  /// Understands `auto`, `none` or the name of a profile.
  ///
  /// - Throws: `usage`, naming the profile that is spelt most alike.
  package init(_ word: String) throws(FormatError) {
    self =
      switch word {
      case Self.words.automatic: .automatic
      case Self.words.none: .none
      default: .profile(try Profile.named(word))
      }
  }

  /// Returns what reads the attributes of a layer; nil where nothing is to, or nothing can.
  ///
  /// - Throws: `badData` where the profile does not fit the layer.
  package func mapper(for header: LayerHeader) throws(FormatError) -> ProfileMapper? {
    switch self {
    case .none: nil
    case .automatic:
      try Profile.detect(fields: header.fields, geometryType: header.geometryType)
        .map { detection throws(FormatError) in try ProfileMapper(detection.profile, header: header)
        }
    case .profile(let profile): try ProfileMapper(profile, header: header)
    }
  }
}
