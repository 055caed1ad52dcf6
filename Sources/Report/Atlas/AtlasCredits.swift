internal import Atlas

/// Whom the data of an atlas come from, and what may be done with them.
struct AtlasCredits {
  /// Each credit with its licence, once, in the order of the sources.
  let texts: [String]
  /// The licence of the edition, as its configuration says; nil where it says nothing.
  let licence: String?
  /// The licences of sources that make the edition a derivative database, each once.
  let databaseLicences: [String]

  init(_ plan: AtlasPlan) {
    var (texts, databases): ([String], [String]) = ([], [])
    for source in plan.data.sources {
      if let licence = source.licence, AtlasWords.isDatabaseLicence(licence),
        !databases.contains(licence)
      {
        databases.append(licence)
      }
      guard let credit = source.credit else { continue }
      let text = credit + (source.licence.map { " (\($0))" } ?? "")
      if !texts.contains(text) { texts.append(text) }
    }
    (self.texts, licence, databaseLicences) = (texts, plan.configuration.licence, databases)
  }

  /// The credits as a page shows them.
  var credits: [Prose] { texts.map { Prose($0) } }

  /// The licence and what follows from those of the sources.
  var notes: [Block] {
    (licence.map { [.paragraph(AtlasWords.licence($0))] } ?? [])
      + (databaseLicences.isEmpty ? [] : [.note(Prose(AtlasWords.database(databaseLicences)))])
  }
}
