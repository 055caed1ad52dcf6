/// The configuration of the atlas that the demonstration builds.
enum DemoConfiguration {
  /// The name of the file, beside the data.
  static let file = "atlas.json"

  static let text = """
    {
      // The atlas of the demonstration: a schematic Central Asia, drawn from general knowledge.
      // Nothing computed from it is a finding. `kulan atlas init FOLDER` writes such a file, with a
      // comment on every key, from your own data.
      title: "A schematic atlas",
      date: "2026-01-01",
      abstract: "What an atlas looks like, made from drawings that Kulan carries with it.",
      sources: {
        barriers: [
          {
            file: ["railways.geojson", "roads.geojson", "fences.geojson"],
            credit: "drawn for Kulan",
            licence: "Apache-2.0",
            schematic: true,
          },
        ],
        ranges: [
          {
            file: "ranges.geojson", credit: "drawn for Kulan", licence: "Apache-2.0",
            schematic: true,
          },
        ],
        regions: [
          {
            file: "regions.geojson", credit: "drawn for Kulan", licence: "Apache-2.0",
            schematic: true,
          },
        ],
        countries: [
          {
            file: "countries.geojson", credit: "drawn for Kulan", licence: "Apache-2.0",
            schematic: true,
          },
        ],
      },
      species: [
        "saiga", "mongolian_gazelle", "goitered_gazelle", "asiatic_wild_ass", "argali",
        "snow_leopard",
      ],
      scenarios: [
        { name: "baseline", description: "what exists and is under construction" },
        {
          name: "planned",
          description: "with everything that is planned",
          status: ["existing", "construction", "planned", "disused", "abandoned"],
        },
      ],
      // Few random movements: enough to look at, not to quote.
      settings: { movements: 200 },
      outputs: { folder: "../edition", units: "../units" },
      seed: 1,
    }

    """
}
