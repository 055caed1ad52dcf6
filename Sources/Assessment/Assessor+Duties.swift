internal import Landscape

extension Assessor {
  /// Says what applies to every alternative, screens it, and lists what is missing.
  mutating func findDuties(jobs: Int) async throws {
    let fences = FenceData(atlas)
    for index in alternatives.indices {
      alternatives[index].obligations =
        RegionObligations(alternatives[index].contacts.areas, species: atlas.species).all
      alternatives[index].consultation = Consultation(
        alternatives[index].metSpecies, alternatives[index].obligations,
        countries: alternatives[index].countries)
      alternatives[index].screening =
        CriticalHabitatScreening(alternatives[index], redList: settings.redList).rows
      let countries = alternatives[index].countryNames
      alternatives[index].checklist =
        Checklist(
          alternatives[index], among: alternatives.count, atlas, settings,
          withoutFences: try await fences.without(countries, jobs: jobs)
        ).items
    }
  }
}
