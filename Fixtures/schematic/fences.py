"""Fences: along state borders, vertex for vertex on the arcs of `countries.py`, and elsewhere."""

# (class, status, name, country, attributes, border arcs)
BARBED = {"h_top_cm": 170, "strands": 8, "barbed_top": True, "barbed_bottom": True}
BORDER_FENCES = [
    ("border_fence_single", "existing", "Kazakhstan-Uzbekistan border fence, Ustyurt", "KZ",
     BARBED, ["kz-uz-ustyurt"]),
    ("border_fence_single", "existing", "Kazakhstan-Uzbekistan border fence, Kyzylkum", "KZ",
     BARBED, ["kz-uz-kyzylkum"]),
    ("border_fence_single", "existing", "Kazakhstan-Turkmenistan border fence", "KZ", {},
     ["kz-tm"]),
    ("border_fence_single", "existing", "Turkmenistan-Uzbekistan border fence", "TM", {},
     ["tm-uz"]),
    ("border_system", "existing", "Iran-Turkmenistan border fence", "TM", {}, ["tm-ir"]),
    ("border_system", "existing", "China-Mongolia border fence, Altai", "CN", {},
     ["mn-cn-altai"]),
    ("border_system", "existing", "China-Mongolia border fence, Gobi", "CN", {}, ["mn-cn-gobi"]),
    ("border_system", "existing", "China-Mongolia border fence, east", "CN", {}, ["mn-cn-east"]),
    ("border_system", "existing", "China-Russia border fence, Argun", "RU", {}, ["cn-ru-argun"]),
    ("border_fence_single", "existing", "Mongolia-Russia border fence", "RU", {}, ["mn-ru"]),
    ("border_system", "existing", "Kazakhstan-China border fence", "CN", {},
     ["kz-cn-tianshan", "kz-cn-altai"]),
    ("border_fence_single", "existing", "Kyrgyzstan-China border fence", "CN", {}, ["kg-cn"]),
    ("border_system", "existing", "India-Pakistan border fence", "IN", {}, ["pk-in"]),
    ("border_fence_single", "construction", "Afghanistan-Pakistan border fence", "PK", {},
     ["af-pk"]),
    ("border_fence_single", "planned", "Kyrgyzstan-Tajikistan border fence", "KG", {}, ["kg-tj"]),
]

# (class, status, name, country, attributes, vertices)
OTHER_FENCES = [
    ("border_fence_remnant", "abandoned", "Old border fence of the eastern Pamir", "TJ",
     {"maintenance": "remnant"},
     [(73.5, 39.2), (73.6, 38.8), (73.5, 38.5), (74.4, 38.2), (74.6, 37.8), (74.5, 37.5)]),
    ("border_fence_remnant", "abandoned", "Old border fence south of the Ukok plateau", "RU",
     {"maintenance": "remnant"}, [(87.4, 49.3), (87.9, 49.5), (88.4, 49.7)]),
    ("fence_game", "existing", "Fence around an enclosure for gazelles, Bukhara", "UZ",
     {"mesh": True},
     [(64.6, 39.7), (64.8, 39.7), (64.8, 39.55), (64.6, 39.55), (64.6, 39.7)]),
    ("fence_livestock", "existing", "Pasture fences of the Xilingol steppe", "CN",
     {"strands": 5}, [(114.8, 44.0), (115.6, 44.2), (116.4, 44.1), (117.0, 44.5)]),
    ("fence_livestock", "existing", "Pasture fences at Qinghai Lake", "CN",
     {"strands": 6}, [(99.2, 37.4), (99.8, 37.5), (100.5, 37.4)]),
]
